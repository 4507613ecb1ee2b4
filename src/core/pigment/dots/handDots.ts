import type { SceneHandDots } from '../../design/scene';
import type { Dots } from '../../scatter/dots';

/** No laid dot comes up at a density of nothing. */
export const SET_BY_HAND = 0;

/** Tone of a dot that a hand has set: the middle. */
const MIDDLE_TONE = 0.5;

/** The laid dots without those that a hand has taken away, those that it has moved where it put them, and those it added. */
export function withHandDots(dots: Dots, { added, moved, removed }: SceneHandDots): Dots {
  if (added.length === 0 && moved.length === 0 && removed.length === 0) return dots;
  const gone = new Set(removed);
  const elsewhere = new Map(moved.map((each) => [each.id, each]));
  const kept: number[] = [];
  for (let i = 0; i < dots.count; i++) if (!gone.has(dots.id[i] as number)) kept.push(i);
  const count = kept.length + added.length;
  const columns = {
    x: new Float32Array(count),
    y: new Float32Array(count),
    appearsAt: new Float32Array(count),
    size: new Float32Array(count),
    tone: new Float32Array(count),
    id: new Uint32Array(count),
  };
  kept.forEach((from, to) => {
    for (const column of ['x', 'y', 'appearsAt', 'size', 'tone', 'id'] as const) {
      columns[column][to] = dots[column][from] as number;
    }
    const place = elsewhere.get(dots.id[from] as number);
    if (place === undefined) return;
    columns.x[to] = place.x;
    columns.y[to] = place.y;
  });
  added.forEach(({ id, x, y, size }, i) => {
    const to = kept.length + i;
    columns.x[to] = x;
    columns.y[to] = y;
    // So it belongs to the first session, too.
    columns.appearsAt[to] = SET_BY_HAND;
    columns.size[to] = size;
    columns.tone[to] = MIDDLE_TONE;
    columns.id[to] = id;
  });
  return { ...dots, ...columns, count };
}
