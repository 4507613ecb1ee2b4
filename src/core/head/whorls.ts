import type { PhotoPoint } from '../geometry/units';
import { growthAt, USUAL_WHORL, type ChartWhorl } from './growth';
import type { HeadPhoto } from './headPhoto';
import type { ScalpMap } from './scalpMap';
import { scalpOf } from './scalpOf';

/** The whorls of a photo in the chart; those that lie off its head are left out. */
export const chartWhorls = (photo: HeadPhoto): readonly ChartWhorl[] =>
  photo.whorls.flatMap(({ at, clockwise }) => {
    const c = scalpOf(photo).map.toChart(at);
    return c === null ? [] : [{ x: c.x, y: c.y, clockwise }];
  });

/**
 * The whorls by which hair grows on a photo: its own, else those of the first other photo of the head that has some, as
 * all share one chart.
 */
export function whorlsOn(photo: HeadPhoto, others: readonly HeadPhoto[]): readonly ChartWhorl[] {
  const from = photo.whorls.length > 0 ? photo : others.find((each) => each.whorls.length > 0);
  return from === undefined ? [] : chartWhorls(from);
}

/** A second whorl lies this far beside the first. Our choice: double ones are 2–5 cm apart. */
const ASIDE_CM = 3.5;

/** Where the next whorl is put on a photo until a hand moves it; null where that part of the head can't be seen. */
export function nextWhorl(photo: HeadPhoto): PhotoPoint | null {
  const { geometry, map } = scalpOf(photo);
  if (geometry.kind === 'flat') return null;
  const [first] = chartWhorls(photo);
  const c = first === undefined ? USUAL_WHORL : { x: first.x + (first.x > 0 ? -ASIDE_CM : ASIDE_CM), y: first.y };
  return map.place(c)?.photo ?? null;
}

/** Between the strokes that show the growth, and their length. Our choice. */
const STROKE_EVERY_CM = 1.1;
const STROKE_CM = 0.55;
/** Skin that is turned away farther than this shows no strokes. */
const LEAST_FACING = 0.25;

/** Short strokes over the visible scalp, from root to tip in the photo, that show how hair grows. */
export function growthStrokes(
  photo: HeadPhoto,
  whorls: readonly ChartWhorl[],
): readonly (readonly [PhotoPoint, PhotoPoint])[] {
  const { geometry, map } = scalpOf(photo);
  if (geometry.kind === 'flat') return [];
  const reach = (SCALP_REACH * geometry.fit.chartRadiusMm) / 10;
  const way = new Float64Array(2);
  const strokes: (readonly [PhotoPoint, PhotoPoint])[] = [];
  for (let y = -reach; y <= reach; y += STROKE_EVERY_CM) {
    for (let x = -reach; x <= reach; x += STROKE_EVERY_CM) {
      // Below the highest hairlines lies the face.
      if (x * x + y * y > reach * reach || y > FOREHEAD_CM) continue;
      growthAt(whorls, x, y, way);
      const [u = 0, v = 0] = way;
      const root = seen(map, x, y);
      const tip = seen(map, x + u * STROKE_CM, y + v * STROKE_CM);
      if (root !== null && tip !== null) strokes.push([root, tip]);
    }
  }
  return strokes;
}

const FOREHEAD_CM = 5.5;

/** How far from its centre the chart shows scalp, in radii of the head. */
const SCALP_REACH = 1.35;

function seen(map: ScalpMap, x: number, y: number): PhotoPoint | null {
  const place = map.place({ x, y });
  return place !== null && place.facing > LEAST_FACING ? place.photo : null;
}
