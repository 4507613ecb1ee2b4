import type { Mm, PhotoPoint } from '../geometry/units';
import { headInPhoto } from './guides/headInPhoto';
import type { HeadPhoto } from './headPhoto';
import { flatMirror, mirrorPoint, type Mirror } from './midline';
import { mmPerPx } from './scale';
import { skullForm } from './skull/shape';
import { blend3, dot3, unit3, type Vec3 } from './skull/vec3';

/**
 * The place on the other side of the head: the skull's surface mirrored through its midsagittal plane, which in the
 * picture follows the head's turn. Null where that side is turned away or `p` is beside the head; on a close-up the
 * midline mirrors flat.
 */
export function mirrorOnHead(photo: HeadPhoto, p: PhotoPoint): PhotoPoint | null {
  const head = headInPhoto(photo);
  if (head === null) return mirrorPoint(p, photo.midline);
  const place = head.toHead(p);
  if (place === null) return null;
  // No head is quite even: the other side's own surface.
  const other = head.onSurface([-place[0], place[1], place[2]]);
  return head.facing(other) > 0 ? head.toPhoto(other) : null;
}

/** The head's own mirror; where the other side can't be seen, that of the flat picture. */
export function headMirror(photo: HeadPhoto): Mirror {
  const flat = flatMirror(photo.midline);
  const of = (p: PhotoPoint): PhotoPoint => mirrorOnHead(photo, p) ?? flat.of(p);
  return {
    of,
    side: (p) => {
      const other = mirrorOnHead(photo, p);
      return other === null ? flat.side(p) : (p.x - other.x) / 2;
    },
  };
}

/** Length of a line of the photo as it lies on the scalp; its places beside the head are left out. */
export function lengthOnScalpMm(photo: HeadPhoto, line: readonly PhotoPoint[]): Mm {
  const head = headInPhoto(photo);
  const scale = mmPerPx(photo).mmPerPx;
  const places = line.flatMap((p): Vec3[] => {
    const place = head === null ? ([p.x * scale, p.y * scale, 0] as const) : head.toHead(p);
    return place === null ? [] : [place];
  });
  let sum = 0;
  for (const [i, to] of places.entries()) {
    const from = places[i - 1];
    if (from === undefined) continue;
    const way = blend3(to, 1, from, -1);
    sum += Math.sqrt(dot3(way, way));
  }
  return sum;
}

/**
 * A photo point moved so many millimetres along the scalp, in the direction that looks like (dx, dy) in the picture. Near the
 * silhouette a millimetre of scalp is few pixels. Beside the head the scale at the skull's middle holds.
 */
export function offsetOnScalp(photo: HeadPhoto, p: PhotoPoint, dxMm: Mm, dyMm: Mm): PhotoPoint {
  const mm = Math.hypot(dxMm, dyMm);
  const head = headInPhoto(photo);
  const place = head?.toHead(p) ?? null;
  if (mm === 0) return p;
  if (head === null || place === null) {
    const scale = head === null ? mmPerPx(photo).mmPerPx : 1 / head.pxPerMm;
    return { x: p.x + dxMm / scale, y: p.y + dyMm / scale };
  }
  const gradient = new Float64Array(3);
  const form = skullForm(head.shape);
  form.gradient(...place, gradient);
  const normal = unit3([gradient[0] as number, gradient[1] as number, gradient[2] as number]);
  // The step's direction in the picture, laid on to the surface's tangent plane along the line of sight.
  const flat = blend3(head.atDepthOf({ x: p.x + dxMm, y: p.y + dyMm }, place), 1, place, -1);
  const sight = Math.max(dot3(normal, head.back), LEAST_FACING);
  const along = blend3(flat, 1, head.back, -dot3(normal, flat) / sight);
  const moved = blend3(place, 1, unit3(along), mm);
  // Back on to the surface, which bends off the plane.
  return head.toPhoto(head.onSurface(moved));
}

/** At the very silhouette the surface runs along the line of sight and has no direction in the picture. */
const LEAST_FACING = 0.02;
