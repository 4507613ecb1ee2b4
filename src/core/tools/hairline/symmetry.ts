import type { Photo } from '../../design/case';
import { reversedHandles, type CurveHandle } from '../../geometry/curve';
import type { PhotoPoint } from '../../geometry/units';
import { distance, mix, subtract } from '../../geometry/vec';
import { mirrorOnHead } from '../../head/onScalp';
import { mmPerPx } from '../../head/scale';

/** A handle belongs to the one that lies this near to its mirrored place, and to none farther off. Our choice. */
const PARTNER_MM = 14;
/** Nearer than this to its own mirrored place a handle stands in the middle. Our choice. */
const MIDDLE_MM = 4;

/**
 * The handles after a change, with the change done on the other side of the head as well: each handle that was moved
 * takes its partner along, one in the middle stays there. Where handles were added or taken away, or the other side
 * can't be seen, the change stays as it is.
 */
export function mirroredChange(
  before: readonly CurveHandle[],
  after: readonly CurveHandle[],
  photo: Photo,
): readonly CurveHandle[] {
  if (before.length !== after.length) return after;
  const scale = mmPerPx(photo).mmPerPx;
  const moved = after.flatMap((handle, i) => (handle === before[i] || isSame(handle, before[i]) ? [] : [i]));
  const result = [...after];
  for (const i of moved) {
    const from = before[i];
    const to = after[i];
    const mirroredFrom = from === undefined ? null : mirrorOnHead(photo, from);
    const mirroredTo = to === undefined ? null : mirrorOnHead(photo, to);
    if (from === undefined || to === undefined || mirroredFrom === null || mirroredTo === null) continue;
    if (distance(from, mirroredFrom) * scale < MIDDLE_MM) {
      result[i] = { ...to, ...mix(to, mirroredTo, 0.5) };
      continue;
    }
    const partner = nearestTo(before, mirroredFrom, PARTNER_MM / scale);
    if (partner === null || partner === i || moved.includes(partner)) continue;
    result[partner] = { ...mirroredTo, ...mirroredTangent(to, mirroredTo, photo) };
  }
  return result;
}

const isSame = (a: CurveHandle, b: CurveHandle | undefined): boolean =>
  b !== undefined && a.x === b.x && a.y === b.y && a.tangent === b.tangent;

function nearestTo(points: readonly PhotoPoint[], place: PhotoPoint, reach: number): number | null {
  let best: number | null = null;
  let within = reach;
  for (const [i, p] of points.entries()) {
    const away = distance(p, place);
    if (away > within) continue;
    best = i;
    within = away;
  }
  return best;
}

/** On the other side the line runs the other way, so what lay ahead lies behind. */
function mirroredTangent(handle: CurveHandle, at: PhotoPoint, photo: Photo): { readonly tangent?: PhotoPoint } {
  if (handle.tangent === undefined) return {};
  const end = mirrorOnHead(photo, { x: handle.x + handle.tangent.x, y: handle.y + handle.tangent.y });
  return end === null ? {} : { tangent: subtract(at, end) };
}

/**
 * A line drawn on one side of the head, made whole with its mirrored half: joined in the middle where it comes near it.
 * A line that already runs over both sides, or whose other side can't be seen, stays as it was drawn.
 */
export function mirroredLine(points: readonly CurveHandle[], photo: Photo): readonly CurveHandle[] {
  const mirrored = points.map((p) => mirrorOnHead(photo, p));
  if (mirrored.some((p) => p === null)) return points;
  const scale = mmPerPx(photo).mmPerPx;
  const sideMm = points.map((p, i) => ((p.x - (mirrored[i]?.x ?? p.x)) / 2) * scale);
  const least = Math.min(...sideMm);
  const most = Math.max(...sideMm);
  if (least < -MIDDLE_MM && most > MIDDLE_MM) return points;
  // From its far end to the end that lies nearer to the middle.
  const inwards = Math.abs(sideMm[0] ?? 0) >= Math.abs(sideMm.at(-1) ?? 0) ? points : reversedHandles(points);
  const last = inwards.at(-1);
  const opposite = last === undefined ? null : mirrorOnHead(photo, last);
  if (last === undefined || opposite === null) return points;
  const joins = (distance(last, opposite) * scale) / 2 < PARTNER_MM;
  const half = joins ? inwards.slice(0, -1) : inwards;
  const middle = joins ? [{ ...mix(last, opposite, 0.5) }] : [];
  const other = half.flatMap((p): CurveHandle[] => {
    const at = mirrorOnHead(photo, p);
    return at === null ? [] : [{ ...at, ...mirroredTangent(p, at, photo) }];
  });
  return [...half, ...middle, ...other.reverse()];
}
