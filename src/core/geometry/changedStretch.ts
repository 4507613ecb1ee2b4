/** Of two lines that differ in one stretch, that stretch of each. */
export interface ChangedStretch {
  readonly before: Float64Array;
  readonly now: Float64Array;
}

/**
 * Where two lines (x0, y0, x1, y1 …) differ: of each the stretch from the last place they share before it to the first
 * they share after it. Null where they are equal.
 */
export function changedStretch(before: Float64Array, now: Float64Array): ChangedStretch | null {
  const most = Math.min(before.length, now.length) / 2;
  let first = 0;
  while (first < most && samePlace(before, first, now, first)) first++;
  if (first === most && before.length === now.length) return null;
  let last = 0;
  while (last < most - first && samePlace(before, before.length / 2 - 1 - last, now, now.length / 2 - 1 - last)) last++;
  const from = 2 * Math.max(first - 1, 0);
  const stretch = (line: Float64Array): Float64Array => line.subarray(from, line.length - 2 * Math.max(last - 1, 0));
  return { before: stretch(before), now: stretch(now) };
}

const samePlace = (a: Float64Array, i: number, b: Float64Array, j: number): boolean =>
  a[2 * i] === b[2 * j] && a[2 * i + 1] === b[2 * j + 1];

/** The same of two closed rings, seen from a place that both have, if there is one. */
export function changedRing(before: Float64Array, now: Float64Array): ChangedStretch | null {
  for (const share of ANCHORS) {
    const anchor = Math.floor((share * before.length) / 2);
    for (let i = 0; i < now.length / 2; i++) {
      if (samePlace(before, anchor, now, i)) return changedStretch(turned(before, anchor), turned(now, i));
    }
  }
  return changedStretch(turned(before, 0), turned(now, 0));
}

/** Where in a ring to look for such a place: in the later half first, as a hairline's ring ends along the head's outline. */
const ANCHORS = [0.75, 0.9, 0.6, 0.5, 0.25, 0];

/** A ring as a line from one of its places round to the same. */
function turned(ring: Float64Array, first: number): Float64Array {
  const line = new Float64Array(ring.length + 2);
  line.set(ring.subarray(2 * first));
  line.set(ring.subarray(0, 2 * first + 2), ring.length - 2 * first);
  return line;
}

/** The ring between two stretches that begin and end at the same places: there alone and back by the other. */
export function ringBetween(there: Float64Array, back: Float64Array): Float64Array {
  const ring = new Float64Array(there.length + back.length);
  ring.set(there);
  for (let i = 0; i < back.length; i += 2) {
    ring[there.length + i] = back[back.length - 2 - i] as number;
    ring[there.length + i + 1] = back[back.length - 1 - i] as number;
  }
  return ring;
}
