import { Clipper, EndType, FillRule, JoinType } from 'clipper2-ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Closed outlines without a repeated last point, even-odd, in any unit. */
export type Outlines<P extends Place = Place> = readonly (readonly P[])[];

export const OUTLINE_OPERATIONS = ['union', 'subtract', 'intersect'] as const;
export type OutlineOperation = (typeof OUTLINE_OPERATIONS)[number];

/** Decimals that are kept: a thousandth of a millimetre in chart cm, far below a pixel in photo px. */
const DECIMALS = 4;
/** Largest distance of a rounded corner's chords from their arc, as a share of the way grown. */
const ARC_SHARE = 0.01;

const mutable = (rings: Outlines): Place[][] => rings.map((ring) => ring.map(({ x, y }) => ({ x, y })));

const plain = <P extends Place>(paths: readonly (readonly Place[])[], as: (x: number, y: number) => P): P[][] =>
  paths.filter((path) => path.length >= 3).map((path) => path.map(({ x, y }) => as(x, y)));

const place = (x: number, y: number): Place => ({ x, y });

/** What a drawn loop encloses as outlines that cross nothing; where it runs over itself it is filled once. */
export const untangled = (loop: readonly Place[]): Outlines =>
  loop.length < 3 ? [] : plain(Clipper.unionD(mutable([loop]), [], FillRule.NonZero, DECIMALS), place);

/** Union, difference (the first without the second) or intersection; empty where nothing is left. */
export function combineOutlines(operation: OutlineOperation, a: Outlines, b: Outlines): Outlines {
  const [first, second] = [mutable(a), mutable(b)];
  switch (operation) {
    case 'union':
      return plain(Clipper.unionD(first, second, FillRule.EvenOdd, DECIMALS), place);
    case 'subtract':
      return plain(Clipper.differenceD(first, second, FillRule.EvenOdd, DECIMALS), place);
    case 'intersect':
      return plain(Clipper.intersectD(first, second, FillRule.EvenOdd, DECIMALS), place);
  }
}

/** The outlines grown by `by` of their unit, or shrunk where it is negative, corners round; empty where nothing is left. */
export function offsetOutlines(rings: Outlines, by: number): Outlines {
  // The offset goes by the rings' directions: outer ones one way, holes the other.
  const directed = Clipper.unionD(mutable(rings), [], FillRule.EvenOdd, DECIMALS);
  if (by === 0) return plain(directed, place);
  const arc = Math.abs(by) * ARC_SHARE;
  return plain(Clipper.inflatePathsD(directed, by, JoinType.Round, EndType.Polygon, 2, DECIMALS, arc), place);
}

/** What lies within `radius` of open lines or single places, as outlines. */
export function thickened(lines: Outlines, radius: number): Outlines {
  const around = Clipper.inflatePathsD(
    mutable(lines),
    radius,
    JoinType.Round,
    EndType.Round,
    2,
    DECIMALS,
    radius * ARC_SHARE,
  );
  return plain(Clipper.unionD(around, [], FillRule.NonZero, DECIMALS), place);
}

/** The outlines with fewer points, straying at most about `tolerance` of their unit. */
export const simplifyOutlines = (rings: Outlines, tolerance: number): Outlines =>
  plain(Clipper.simplifyPathsD(mutable(rings), tolerance, true), place);

/** Area in the square of the unit; holes are taken off. */
export const outlinesArea = (rings: Outlines): number =>
  Math.abs(Clipper.areaPathsD(Clipper.unionD(mutable(rings), [], FillRule.EvenOdd, DECIMALS)));

/** An open line with fewer points, straying at most about `tolerance` of its unit; its ends stay. */
export const simplifyLine = (line: readonly Place[], tolerance: number): readonly Place[] =>
  line.length < 3 ? line : Clipper.ramerDouglasPeuckerD([...line], tolerance).map(({ x, y }) => ({ x, y }));
