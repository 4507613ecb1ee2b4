/** The largest connected part of what is marked (not 0): per row its first and last column, -1 where it has none. */
export interface RowSpans {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly pixels: number;
}

export function largestRegion(marked: Uint8Array, width: number, height: number): RowSpans {
  const label = new Int32Array(width * height);
  const queue = new Int32Array(width * height);
  let [largest, size] = [0, 0];
  let next = 0;
  for (let start = 0; start < marked.length; start++) {
    if (marked[start] === 0 || label[start] !== 0) continue;
    next += 1;
    const count = flood(marked, label, queue, start, next, width);
    if (count > size) [largest, size] = [next, count];
  }
  const first = new Int32Array(height).fill(-1);
  const last = new Int32Array(height).fill(-1);
  if (size > 0)
    for (let pixel = 0; pixel < label.length; pixel++) {
      if (label[pixel] !== largest) continue;
      const row = Math.floor(pixel / width);
      if (first[row] === -1) first[row] = pixel % width;
      last[row] = pixel % width;
    }
  return { first, last, pixels: size };
}

/** Labels all that hangs together with `start`; gives how many pixels that is. */
function flood(
  marked: Uint8Array,
  label: Int32Array,
  queue: Int32Array,
  start: number,
  name: number,
  width: number,
): number {
  let [head, tail] = [0, 1];
  queue[0] = start;
  label[start] = name;
  while (head < tail) {
    const pixel = queue[head++] as number;
    const column = pixel % width;
    for (const [to, there] of [
      [pixel - 1, column > 0],
      [pixel + 1, column < width - 1],
      [pixel - width, pixel >= width],
      [pixel + width, pixel + width < marked.length],
    ] as const) {
      if (!there || marked[to] === 0 || label[to] !== 0) continue;
      label[to] = name;
      queue[tail++] = to;
    }
  }
  return tail;
}
