import type { Dots } from './dots';

const COLUMNS = 6;
const SCRATCH_DOTS = 4096; // 96 kB: stays in the processor's cache
/** Memory is handed out as it is unless more than this share of it stayed empty (our choice). */
const MOST_EMPTY = 0.25;

/** The columns of `capacity` dots, one after the other in one block of memory. */
export interface DotColumns {
  readonly memory: ArrayBuffer;
  readonly capacity: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly appearsAt: Float32Array;
  readonly size: Float32Array;
  readonly tone: Float32Array;
  readonly id: Uint32Array;
}

function columnsOf(memory: ArrayBuffer, capacity: number, count = capacity): DotColumns {
  const column = (index: number): Float32Array => new Float32Array(memory, 4 * index * capacity, count);
  const id = new Uint32Array(memory, 20 * capacity, count);
  return { memory, capacity, x: column(0), y: column(1), appearsAt: column(2), size: column(3), tone: column(4), id };
}

const createColumns = (capacity: number): DotColumns => columnsOf(new ArrayBuffer(COLUMNS * 4 * capacity), capacity);

/** Where the inner loops write before a batch is copied to its place: constant memory is half as dear (measured). */
export const SCRATCH = createColumns(SCRATCH_DOTS);

/** Dots on their way out. */
export interface DotBuffer {
  readonly columns: DotColumns;
  /** Dots copied from the scratch. */
  count: number;
}

export const createBuffer = (capacity: number): DotBuffer => ({ columns: createColumns(capacity), count: 0 });

/** Copies the scratch's first `count` dots to the end of the buffer. */
export function flushScratch(buffer: DotBuffer, count: number): void {
  appendWords(buffer, SCRATCH, count);
  buffer.count += count;
}

function appendWords({ columns, count: at }: DotBuffer, from: DotColumns, count: number): void {
  columns.x.set(from.x.subarray(0, count), at);
  columns.y.set(from.y.subarray(0, count), at);
  columns.appearsAt.set(from.appearsAt.subarray(0, count), at);
  columns.size.set(from.size.subarray(0, count), at);
  columns.tone.set(from.tone.subarray(0, count), at);
  columns.id.set(from.id.subarray(0, count), at);
}

/** The dots as columns of exactly their number, in one block of memory that is theirs alone. */
export function finishDots({ columns, count }: DotBuffer, clampedAbove: number | null): Dots {
  const kept =
    count >= (1 - MOST_EMPTY) * columns.capacity
      ? columnsOf(columns.memory, columns.capacity, count)
      : exact(columns, count);
  const { x, y, appearsAt, size, tone, id } = kept;
  return { kind: 'dots', count, x, y, appearsAt, size, tone, id, clampedAbove };
}

function exact(columns: DotColumns, count: number): DotColumns {
  const buffer = createBuffer(count);
  appendWords(buffer, columns, count);
  return buffer.columns;
}
