import type { Mm, PhotoPoint } from '../geometry/units';
import { headInPhoto } from './guides/headInPhoto';
import type { HeadPhoto } from './headPhoto';
import { mmPerPx } from './scale';
import { skullForm } from './skull/shape';
import { blend3, cross3, dot3, unit3, type Vec3 } from './skull/vec3';

/** A place of the scalp in mm, and the unit normal that points out of it. */
export interface SurfacePlace {
  readonly at: Vec3;
  readonly normal: Vec3;
}

/** The scalp under a photo point; null beside it. */
export type SurfaceAt = (p: PhotoPoint) => SurfacePlace | null;

/** The surface that a photo shows: the fitted skull, or on a close-up flat skin across the line of sight. */
export function surfaceOf(photo: HeadPhoto): SurfaceAt {
  const head = headInPhoto(photo);
  if (head === null) {
    const scale = mmPerPx(photo).mmPerPx;
    // x right and y down make z point into the picture.
    return (p) => ({ at: [p.x * scale, p.y * scale, 0], normal: [0, 0, -1] });
  }
  const form = skullForm(head.shape);
  const gradient = new Float64Array(3);
  return (p) => {
    const at = head.toHead(p);
    if (at === null) return null;
    form.gradient(...at, gradient);
    return { at, normal: unit3([gradient[0] as number, gradient[1] as number, gradient[2] as number]) };
  };
}

/** A place on the flat strip, mm; x right and y down, as the scalp is seen from outside. */
export interface FlatPoint {
  readonly x: Mm;
  readonly y: Mm;
}

/** A curve of the scalp laid flat. Entry i of every list is one place of it. */
export interface Strip {
  readonly photo: readonly PhotoPoint[];
  readonly places: readonly SurfacePlace[];
  readonly flat: readonly FlatPoint[];
  /** Length of the curve up to each place. */
  readonly alongMm: readonly Mm[];
  /** Direction of the flat curve there, radians from x towards y. */
  readonly heading: readonly number[];
}

/**
 * Develops the surface along a curve on to the plane: a strip of the scalp, no wider than it is little bent, is laid flat
 * without stretching (do Carmo 1976, § 4-4). Length along the curve and its geodesic curvature are kept: at each place
 * the flat curve turns by as much as the tangent turns within the tangent plane. The curve begins at `start`, heading
 * `heading`. Its places should lie a millimetre or so apart; of a curve that leaves the surface the longest part on it
 * is taken. Null where fewer than two places are left.
 */
export function unroll(
  curve: readonly PhotoPoint[],
  surface: SurfaceAt,
  start: FlatPoint = { x: 0, y: 0 },
  heading = 0,
): Strip | null {
  const part = longestOn(curve, surface);
  if (part.length < 2) return null;
  const headings: number[] = [];
  const flat: FlatPoint[] = [start];
  const alongMm: number[] = [0];
  let towards = heading;
  let [x, y] = [start.x, start.y];
  let along = 0;
  part.forEach(({ place }, i) => {
    const next = part[i + 1]?.place;
    const before = part[i - 1]?.place;
    if (next !== undefined && before !== undefined) {
      towards += turn(way(before, place), way(place, next), place.normal);
    }
    headings.push(towards);
    if (next === undefined) return;
    const step = way(place, next);
    const length = Math.sqrt(dot3(step, step));
    x += length * Math.cos(towards);
    y += length * Math.sin(towards);
    along += length;
    flat.push({ x, y });
    alongMm.push(along);
  });
  return { photo: part.map(({ p }) => p), places: part.map(({ place }) => place), flat, alongMm, heading: headings };
}

export const lengthMmOf = ({ alongMm }: Strip): Mm => alongMm.at(-1) ?? 0;

/** Samples between a place and the strip lie so far apart, mm. Our choice: a skull bends off that by 0.01 mm. */
const PATH_STEP_MM: Mm = 1;

/** A place beside the strip: where it lies on it, and how far along and away from the curve (negative: to its left). */
export interface BesideStrip extends FlatPoint {
  readonly alongMm: Mm;
  readonly awayMm: Mm;
}

/**
 * Where a place of the scalp lies beside a strip: from the curve's nearest place the photo's straight way to it is
 * unrolled in turn, so that distance and direction from the curve are kept. Null off the scalp, or further than `mostMm`.
 */
export function besideStrip(strip: Strip, p: PhotoPoint, surface: SurfaceAt, mostMm: Mm): BesideStrip | null {
  const place = surface(p);
  if (place === null) return null;
  const i = nearestTo(strip, place.at);
  const foot = strip.places[i];
  const from = strip.photo[i];
  const [flat, alongMm, heading] = [strip.flat[i], strip.alongMm[i], strip.heading[i]];
  if (!foot || !from || !flat || alongMm === undefined || heading === undefined) return null;
  const away = way(foot, place);
  const chord = Math.sqrt(dot3(away, away));
  if (chord > mostMm) return null;
  if (chord < 1e-9) return { ...flat, alongMm, awayMm: 0 };
  const steps = Math.max(2, Math.ceil(chord / PATH_STEP_MM));
  const path = Array.from({ length: steps + 1 }, (_, k) => ({
    x: from.x + ((p.x - from.x) * k) / steps,
    y: from.y + ((p.y - from.y) * k) / steps,
  }));
  const first = surface(path[1] ?? p);
  const ahead = strip.places[i + 1];
  const behind = strip.places[i - 1];
  const tangent = ahead ? way(foot, ahead) : behind ? way(behind, foot) : null;
  if (first === null || tangent === null) return null;
  const angle = turn(tangent, way(foot, first), foot.normal);
  const laid = unroll(path, surface, flat, heading + angle);
  const end = laid?.flat.at(-1);
  if (laid === null || end === undefined || laid.flat.length !== path.length) return null;
  return { ...end, alongMm, awayMm: lengthMmOf(laid) * (angle < 0 ? -1 : 1) };
}

const way = (from: SurfacePlace, to: SurfacePlace): Vec3 => blend3(to.at, 1, from.at, -1);

/** The angle from one direction to another within the tangent plane, clockwise as seen from outside. */
function turn(from: Vec3, to: Vec3, normal: Vec3): number {
  const n = unit3(normal);
  const a = blend3(from, 1, n, -dot3(from, n));
  const b = blend3(to, 1, n, -dot3(to, n));
  return Math.atan2(-dot3(cross3(a, b), n), dot3(a, b));
}

interface OnSurface {
  readonly p: PhotoPoint;
  readonly place: SurfacePlace;
}

/** The longest run of places on the surface; places that fall together are one. */
function longestOn(curve: readonly PhotoPoint[], surface: SurfaceAt): readonly OnSurface[] {
  let longest: readonly OnSurface[] = [];
  let run: OnSurface[] = [];
  for (const p of curve) {
    const place = surface(p);
    if (place === null) {
      run = [];
      continue;
    }
    const last = run.at(-1)?.place;
    const step = last === undefined ? null : way(last, place);
    if (step === null || dot3(step, step) > 1e-12) run.push({ p, place });
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

function nearestTo({ places }: Strip, at: Vec3): number {
  let best = 0;
  let least = Infinity;
  places.forEach((place, i) => {
    const away = blend3(place.at, 1, at, -1);
    const square = dot3(away, away);
    if (square >= least) return;
    least = square;
    best = i;
  });
  return best;
}
