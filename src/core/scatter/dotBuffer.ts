import type { Dots } from './dots';

const FIRST_CAPACITY = 1 << 16;
/** A larger buffer is let go after its request: 24 bytes a dot, so 8 MB stay at most. */
const KEPT_CAPACITY = 350_000;
const COLUMNS = 6;

/**
 * Columns that grow while dots are written, one after the other in one block of memory, `capacity` entries each: x, y,
 * appearsAt, size and tone in `floats`, id in `ids` (views of the same memory). The inner loops are a quarter faster on
 * one array than on six (measured).
 */
export interface DotBuffer {
  count: number;
  capacity: number;
  floats: Float32Array;
  ids: Uint32Array;
}

let kept: DotBuffer | null = null;

function createBuffer(capacity: number): DotBuffer {
  const memory = new ArrayBuffer(COLUMNS * 4 * capacity);
  return { count: 0, capacity, floats: new Float32Array(memory), ids: new Uint32Array(memory) };
}

/** An empty buffer; the last one is used again, since fresh memory costs more than the dots (measured). */
export function takeBuffer(): DotBuffer {
  const buffer = kept ?? createBuffer(FIRST_CAPACITY);
  kept = null;
  buffer.count = 0;
  return buffer;
}

/** Makes room for `more` further dots. */
export function ensureRoom(buffer: DotBuffer, more: number): void {
  const { count, capacity } = buffer;
  if (count + more <= capacity) return;
  const larger = createBuffer(Math.max(2 * capacity, count + more));
  for (let column = 0; column < COLUMNS; column++) {
    larger.ids.set(buffer.ids.subarray(column * capacity, column * capacity + count), column * larger.capacity);
  }
  Object.assign(buffer, { ...larger, count });
}

/** Gives the buffer back without taking dots from it. */
export function returnBuffer(buffer: DotBuffer): void {
  if (buffer.capacity <= KEPT_CAPACITY) kept = buffer;
}

/** The dots written so far as arrays of exactly their length, ready to be transferred; the buffer is given back. */
export function finishDots(buffer: DotBuffer, clampedAbove: number | null): Dots {
  const { count, capacity, floats, ids } = buffer;
  const column = (index: number): Float32Array => floats.slice(index * capacity, index * capacity + count);
  const dots: Dots = {
    kind: 'dots',
    count,
    x: column(0),
    y: column(1),
    appearsAt: column(2),
    size: column(3),
    tone: column(4),
    id: ids.slice(5 * capacity, 5 * capacity + count),
    clampedAbove,
  };
  returnBuffer(buffer);
  return dots;
}
