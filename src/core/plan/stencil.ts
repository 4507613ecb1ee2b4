import type { HeadPhoto } from '../head/headPhoto';
import { flattenCurve } from '../geometry/curve';
import { polylinePoints } from '../geometry/polygon';
import type { Mm, PhotoPoint } from '../geometry/units';
import { distance, mix } from '../geometry/vec';
import { faceOf } from '../head/guides/face';
import { guideOf, type GuideId } from '../head/guides/guides';
import { headInPhoto } from '../head/guides/headInPhoto';
import { mmPerPx } from '../head/scale';
import { besideStrip, lengthMmOf, surfaceOf, unroll, type FlatPoint, type Strip, type SurfaceAt } from '../head/unroll';
import { err, ok, type Result } from '../result';

/** A hairline and what it is measured by, laid flat at true scale: mm, x right, y down, the least of both 0. */
export interface Stencil {
  readonly lines: readonly StencilLine[];
  readonly marks: readonly StencilMark[];
  /** Of the hairline as a tape measures it on the scalp. */
  readonly lengthMm: Mm;
  readonly widthMm: Mm;
  readonly heightMm: Mm;
}

export interface StencilLine {
  readonly kind: 'hairline' | 'guide' | 'tick';
  readonly points: readonly FlatPoint[];
}

export type StencilMark = FlatPoint &
  (
    | { readonly kind: 'handle' }
    /** A point of a construction, by its letter. */
    | { readonly kind: 'letter'; readonly letter: string }
    /** Distance along the hairline from its middle, or from its end where the face's middle is not on it. */
    | { readonly kind: 'figure'; readonly mm: Mm }
    /** Where the hairline crosses the middle of the face. */
    | { readonly kind: 'middle' }
  );

export type StencilProblem = { readonly kind: 'offHead' };

/** Places of the curve lie so far apart, photo mm. */
const STEP_MM: Mm = 0.5;
/** Ticks along the hairline, and those with a figure. Our choice. */
const TICK_MM: Mm = 10;
const FIGURE_MM: Mm = 50;
const TICK_LENGTH_MM: Mm = 3;
const LONG_TICK_MM: Mm = 5;
const FIGURE_AWAY_MM: Mm = 8.5;
/** How far from the hairline guides are carried over: further off, what is straight on the photo is not on the head. */
const REACH_MM: readonly (readonly [GuideId, Mm])[] = [
  ['symmetry', 25],
  ['canthus', 25],
  ['garg', 40],
  ['height', 110],
];

/** The stencil of a hairline drawn on a photo, its handles in photo px. */
export function stencilOf(photo: HeadPhoto, handles: readonly PhotoPoint[]): Result<Stencil, StencilProblem> {
  const surface = surfaceOf(photo);
  const curve = fromTheLeft(polylinePoints(flattenCurve(handles, 0.1)));
  const loose = unroll(densely(curve, STEP_MM / mmPerPx(photo).mmPerPx), surface);
  if (loose === null) return err({ kind: 'offHead' });
  const strip = level(loose);
  const zero = middleOf(strip, photo);
  const guides = guidesBeside(strip, surface, photo, handles);
  const lines: StencilLine[] = [
    { kind: 'hairline', points: strip.flat },
    ...guides.lines,
    ...ticksOf(strip, zero?.alongMm ?? 0),
  ];
  const marks: StencilMark[] = [
    ...(zero === null ? [] : [{ kind: 'middle' as const, ...flatPoint(zero) }]),
    ...handles.flatMap((p) => {
      const at = besideStrip(strip, p, surface, 2);
      return at === null ? [] : [{ kind: 'handle' as const, ...flatPoint(at) }];
    }),
    ...guides.marks,
    ...figuresOf(strip, zero?.alongMm ?? 0),
  ];
  return ok(toOrigin(lines, marks, lengthMmOf(strip)));
}

const flatPoint = ({ x, y }: FlatPoint): FlatPoint => ({ x, y });

const fromTheLeft = (curve: readonly PhotoPoint[]): readonly PhotoPoint[] =>
  (curve[0]?.x ?? 0) <= (curve.at(-1)?.x ?? 0) ? curve : curve.toReversed();

/** With so many places between that none lies further than `step` px from the next. */
function densely(curve: readonly PhotoPoint[], step: number): readonly PhotoPoint[] {
  return curve.flatMap((to, i) => {
    const from = curve[i - 1];
    if (from === undefined) return [to];
    const pieces = Math.max(1, Math.ceil(distance(from, to) / step));
    return Array.from({ length: pieces }, (_, k) => mix(from, to, (k + 1) / pieces));
  });
}

/** Turned so that its ends lie level. */
function level(strip: Strip): Strip {
  const end = strip.flat.at(-1) ?? { x: 1, y: 0 };
  const angle = Math.atan2(end.y, end.x);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    ...strip,
    flat: strip.flat.map(({ x, y }) => ({ x: x * cos + y * sin, y: y * cos - x * sin })),
    heading: strip.heading.map((heading) => heading - angle),
  };
}

/** Where the strip's photo line first crosses the midline between its two ends. */
function middleOf(
  { photo, flat, alongMm }: Strip,
  { midline }: HeadPhoto,
): (FlatPoint & { readonly alongMm: Mm }) | null {
  const { top, bottom } = midline;
  const side = (p: PhotoPoint): number => (bottom.x - top.x) * (p.y - top.y) - (bottom.y - top.y) * (p.x - top.x);
  for (let i = 1; i < photo.length; i++) {
    const [from, to] = [photo[i - 1], photo[i]];
    const [a, b] = [flat[i - 1], flat[i]];
    if (!from || !to || !a || !b || side(from) * side(to) > 0) continue;
    const t = side(from) === side(to) ? 0 : side(from) / (side(from) - side(to));
    const [before, after] = [alongMm[i - 1] ?? 0, alongMm[i] ?? 0];
    return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t, alongMm: before + (after - before) * t };
  }
  return null;
}

/** A place so far along the strip, and so far to the right of its way. */
function stripPoint({ flat, alongMm, heading }: Strip, along: Mm, away: Mm): FlatPoint {
  const after = Math.max(
    1,
    alongMm.findIndex((mm) => mm >= along),
  );
  const [a, b] = [flat[after - 1], flat[after]];
  const [from, to] = [alongMm[after - 1] ?? 0, alongMm[after] ?? 1];
  const t = (along - from) / (to - from);
  const turned = heading[after - 1] ?? 0;
  return {
    x: (a?.x ?? 0) + ((b?.x ?? 0) - (a?.x ?? 0)) * t - away * Math.sin(turned),
    y: (a?.y ?? 0) + ((b?.y ?? 0) - (a?.y ?? 0)) * t + away * Math.cos(turned),
  };
}

/** Distances along the strip at which something stands every `every` mm from `zero` on both sides. */
function every(strip: Strip, zero: Mm, mm: Mm): readonly Mm[] {
  const length = lengthMmOf(strip);
  const first = Math.ceil(-zero / mm);
  const last = Math.floor((length - zero) / mm);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * mm);
}

const ticksOf = (strip: Strip, zero: Mm): readonly StencilLine[] =>
  every(strip, zero, TICK_MM).map((mm) => {
    const long = mm % FIGURE_MM === 0 ? LONG_TICK_MM : TICK_LENGTH_MM;
    return { kind: 'tick', points: [stripPoint(strip, zero + mm, 0), stripPoint(strip, zero + mm, long)] };
  });

const figuresOf = (strip: Strip, zero: Mm): readonly StencilMark[] =>
  every(strip, zero, FIGURE_MM).map((mm) => ({
    kind: 'figure',
    mm: Math.abs(mm),
    ...stripPoint(strip, zero + mm, FIGURE_AWAY_MM),
  }));

/** The guides that can be made on this face, as far as they run near the hairline. */
function guidesBeside(
  strip: Strip,
  surface: SurfaceAt,
  photo: HeadPhoto,
  handles: readonly PhotoPoint[],
): { readonly lines: readonly StencilLine[]; readonly marks: readonly StencilMark[] } {
  const head = headInPhoto(photo);
  if (head === null) return { lines: [], marks: [] };
  const face = faceOf(photo, head);
  const lines: StencilLine[] = [];
  const marks: StencilMark[] = [];
  for (const [id, reach] of REACH_MM) {
    const guide = guideOf(id, head, face, handles);
    if (!guide.ok) continue;
    if (id !== 'garg') lines.push(...guide.value.lines.flatMap((line) => laidLine(line, strip, surface, photo, reach)));
    for (const { letter, at } of guide.value.marks) {
      const beside = besideStrip(strip, at, surface, reach);
      if (beside !== null) marks.push({ kind: 'letter', letter, ...flatPoint(beside) });
    }
  }
  return { lines, marks };
}

/** Places of guides lie so far apart, photo mm. */
const GUIDE_STEP_MM: Mm = 2;

function laidLine(
  line: readonly PhotoPoint[],
  strip: Strip,
  surface: SurfaceAt,
  photo: HeadPhoto,
  reach: Mm,
): readonly StencilLine[] {
  const parts: FlatPoint[][] = [[]];
  for (const p of densely(line, GUIDE_STEP_MM / mmPerPx(photo).mmPerPx)) {
    const beside = besideStrip(strip, p, surface, reach);
    if (beside === null) parts.push([]);
    else parts.at(-1)?.push(flatPoint(beside));
  }
  return parts.filter(({ length }) => length > 1).map((points) => ({ kind: 'guide', points }));
}

function toOrigin(lines: readonly StencilLine[], marks: readonly StencilMark[], lengthMm: Mm): Stencil {
  const all = [...lines.flatMap(({ points }) => points), ...marks];
  const x0 = all.reduce((least, { x }) => Math.min(least, x), Infinity);
  const y0 = all.reduce((least, { y }) => Math.min(least, y), Infinity);
  const moved = <P extends FlatPoint>(p: P): P => ({ ...p, x: p.x - x0, y: p.y - y0 });
  return {
    lines: lines.map(({ kind, points }) => ({ kind, points: points.map(moved) })),
    marks: marks.map(moved),
    lengthMm,
    widthMm: all.reduce((most, { x }) => Math.max(most, x), -Infinity) - x0,
    heightMm: all.reduce((most, { y }) => Math.max(most, y), -Infinity) - y0,
  };
}
