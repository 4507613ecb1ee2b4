import type { Dots } from './dots';

const FIRST_CAPACITY = 1 << 16;
/** A larger buffer is let go after its request: 24 bytes a dot, so 8 MB stay at most. */
const KEPT_CAPACITY = 350_000;

/** Columns that grow while dots are written; `count` of them are in use. */
export interface DotBuffer {
  count: number;
  capacity: number;
  x: Float32Array;
  y: Float32Array;
  appearsAt: Float32Array;
  size: Float32Array;
  tone: Float32Array;
  id: Uint32Array;
}

let kept: DotBuffer | null = null;

const createBuffer = (capacity: number): DotBuffer => ({
  count: 0,
  capacity,
  x: new Float32Array(capacity),
  y: new Float32Array(capacity),
  appearsAt: new Float32Array(capacity),
  size: new Float32Array(capacity),
  tone: new Float32Array(capacity),
  id: new Uint32Array(capacity),
});

/** An empty buffer; the last one is used again, since fresh memory costs more than the dots (measured). */
export function takeBuffer(): DotBuffer {
  const buffer = kept ?? createBuffer(FIRST_CAPACITY);
  kept = null;
  buffer.count = 0;
  return buffer;
}

/** Makes room for `more` further dots. */
export function ensureRoom(buffer: DotBuffer, more: number): void {
  if (buffer.count + more <= buffer.capacity) return;
  const larger = createBuffer(Math.max(2 * buffer.capacity, buffer.count + more));
  larger.x.set(buffer.x);
  larger.y.set(buffer.y);
  larger.appearsAt.set(buffer.appearsAt);
  larger.size.set(buffer.size);
  larger.tone.set(buffer.tone);
  larger.id.set(buffer.id);
  Object.assign(buffer, { ...larger, count: buffer.count });
}

/** Gives the buffer back without taking dots from it. */
export function returnBuffer(buffer: DotBuffer): void {
  if (buffer.capacity <= KEPT_CAPACITY) kept = buffer;
}

/** The dots written so far as arrays of exactly their length, ready to be transferred; the buffer is given back. */
export function finishDots(buffer: DotBuffer, clampedAbove: number | null): Dots {
  const { count } = buffer;
  const dots: Dots = {
    kind: 'dots',
    count,
    x: buffer.x.slice(0, count),
    y: buffer.y.slice(0, count),
    appearsAt: buffer.appearsAt.slice(0, count),
    size: buffer.size.slice(0, count),
    tone: buffer.tone.slice(0, count),
    id: buffer.id.slice(0, count),
    clampedAbove,
  };
  returnBuffer(buffer);
  return dots;
}
