import type { SceneHandDots } from '../../design/scene';
import type { Dots } from '../../scatter/dots';
import { keptDots } from '../../scatter/keptDots';

/** No laid dot comes up at a density of nothing. */
export const SET_BY_HAND = 0;

/** Tone of a dot that a hand has set: the middle. */
const MIDDLE_TONE = 0.5;

/** The laid dots without those that a hand has taken away, those that it has moved where it put them, and those it added. */
export const withHandDots = (dots: Dots, { added, moved, removed }: SceneHandDots): Dots =>
  withAdded(withMoved(without(dots, removed), moved), added);

function without(dots: Dots, removed: SceneHandDots['removed']): Dots {
  if (removed.length === 0) return dots;
  const gone = new Set(removed);
  const kept = new Uint32Array(dots.count);
  let count = 0;
  for (let i = 0; i < dots.count; i++) if (!gone.has(dots.id[i] as number)) kept[count++] = i;
  return count === dots.count ? dots : keptDots(dots, kept.subarray(0, count));
}

function withMoved(dots: Dots, moved: SceneHandDots['moved']): Dots {
  if (moved.length === 0) return dots;
  const elsewhere = new Map(moved.map((each) => [each.id, each]));
  const x = dots.x.slice(0, dots.count);
  const y = dots.y.slice(0, dots.count);
  for (let i = 0; i < dots.count; i++) {
    const place = elsewhere.get(dots.id[i] as number);
    if (place === undefined) continue;
    x[i] = place.x;
    y[i] = place.y;
  }
  return { ...dots, x, y };
}

function withAdded(dots: Dots, added: SceneHandDots['added']): Dots {
  if (added.length === 0) return dots;
  const count = dots.count + added.length;
  const floats = (laid: Float32Array, of: (dot: SceneHandDots['added'][number]) => number): Float32Array => {
    const all = new Float32Array(count);
    all.set(laid.subarray(0, dots.count));
    for (const [i, dot] of added.entries()) all[dots.count + i] = of(dot);
    return all;
  };
  const id = new Uint32Array(count);
  id.set(dots.id.subarray(0, dots.count));
  for (const [i, dot] of added.entries()) id[dots.count + i] = dot.id;
  return {
    ...dots,
    count,
    x: floats(dots.x, (dot) => dot.x),
    y: floats(dots.y, (dot) => dot.y),
    // So it belongs to the first session, too.
    appearsAt: floats(dots.appearsAt, () => SET_BY_HAND),
    size: floats(dots.size, (dot) => dot.size),
    tone: floats(dots.tone, () => MIDDLE_TONE),
    id,
  };
}
