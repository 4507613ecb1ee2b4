import {
  combineOutlines,
  offsetOutlines,
  simplifyOutlines,
  untangled,
  type OutlineOperation,
} from '../geometry/outlines';
import type { ChartPoint, Cm2, Mm, PhotoPoint } from '../geometry/units';
import { err, ok, type Result } from '../result';
import { scalpAreaOfRingsCm2 } from './scalpArea';
import { scalpLine } from './scalpLine';
import type { ScalpMap } from './scalpMap';
import type { Scalp } from './scalpOf';

/** Closed outlines in photo px, even-odd. */
export type PhotoRings = readonly (readonly PhotoPoint[])[];

/** Why an outline is refused, with its figures. */
export type OutlineProblem =
  | { readonly kind: 'tooSmall'; readonly cm2: Cm2; readonly leastCm2: Cm2 }
  /** Nothing is left of it: areas that don't meet, or shrunk away. */
  | { readonly kind: 'nothingLeft' }
  | { readonly kind: 'offHead' };

/** Some ten dots; below it an area was a slip of the hand. */
export const LEAST_AREA_CM2: Cm2 = 0.05;
/** A drawn outline is kept to within this; a soft edge hides more. Our choice. */
const KEPT_MM: Mm = 0.4;

/** What a lasso encloses on the scalp, made valid where it crosses itself. */
export function lassoRings(loop: readonly PhotoPoint[], scalp: Scalp): Result<PhotoRings, OutlineProblem> {
  return largeEnough(simplifyOutlines(untangled(loop), KEPT_MM / scalp.mmPerPx), scalp);
}

/** Two areas made one, one cut from the other, or what they share. */
export const combineRings = (
  operation: OutlineOperation,
  a: PhotoRings,
  b: PhotoRings,
  scalp: Scalp,
): Result<PhotoRings, OutlineProblem> => largeEnough(combineOutlines(operation, a, b), scalp);

/** An area grown by so many millimetres of scalp, or shrunk where they are negative. */
export function growRings(rings: PhotoRings, by: Mm, scalp: Scalp): Result<PhotoRings, OutlineProblem> {
  const { map, mmPerPx } = scalp;
  const chart = rings.map((ring) => pointsOf(scalpLine(map, mmPerPx, flatOf(ring), true))).filter(hasArea);
  const first = chart[0]?.[0];
  if (first === undefined) return err({ kind: 'offHead' });
  // Over the few centimetres of an area the chart's stretch hardly changes: its middle's speaks for all of it.
  const { along, across } = map.stretch(middleOf(chart.flat()));
  const grown = offsetOutlines(chart, by / 10 / Math.sqrt(along * across));
  const kept = simplifyOutlines(grown, KEPT_MM / 40);
  const back = kept.map((ring) => ring.flatMap((c) => photoOf(c, middleOf(ring), map) ?? [])).filter(hasArea);
  return largeEnough(back, scalp);
}

/** Area of scalp within outlines of the photo. */
export const ringsCm2 = (rings: PhotoRings, scalp: Scalp): Cm2 =>
  scalpAreaOfRingsCm2(
    scalp,
    rings.map((ring) => scalpLine(scalp.map, scalp.mmPerPx, flatOf(ring), true)).filter((ring) => ring.length >= 6),
  );

/** Rings of a size to speak of; crumbs of an operation are dropped. */
function largeEnough(rings: PhotoRings, scalp: Scalp): Result<PhotoRings, OutlineProblem> {
  if (rings.length === 0) return err({ kind: 'nothingLeft' });
  const sizes = rings.map((ring) => ringsCm2([ring], scalp));
  const kept = rings.filter((_, i) => (sizes[i] ?? 0) >= LEAST_AREA_CM2 / 5);
  const cm2 = ringsCm2(kept, scalp);
  return cm2 >= LEAST_AREA_CM2 ? ok(kept) : err({ kind: 'tooSmall', cm2, leastCm2: LEAST_AREA_CM2 });
}

const hasArea = (ring: readonly unknown[]): boolean => ring.length >= 3;

const flatOf = (points: readonly PhotoPoint[]): number[] => points.flatMap(({ x, y }) => [x, y]);

function pointsOf(flat: Float64Array): ChartPoint[] {
  const points: ChartPoint[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) points.push({ x: flat[i] as number, y: flat[i + 1] as number });
  return points;
}

function middleOf(points: readonly ChartPoint[]): ChartPoint {
  const sum = points.reduce((to, { x, y }) => ({ x: to.x + x, y: to.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

const HALVINGS = 12;

/** A place of the chart in the photo; one that is turned away is drawn towards the area's middle until it is seen. */
function photoOf(c: ChartPoint, middle: ChartPoint, map: ScalpMap): PhotoPoint | null {
  const seen = map.place(c);
  if (seen !== null) return seen.photo;
  let found: PhotoPoint | null = null;
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const t = (low + high) / 2;
    const at = map.place({ x: c.x + (middle.x - c.x) * t, y: c.y + (middle.y - c.y) * t });
    if (at === null) low = t;
    else {
      found = at.photo;
      high = t;
    }
  }
  return found;
}
