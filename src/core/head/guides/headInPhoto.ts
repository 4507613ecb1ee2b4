import type { PhotoPoint } from '../../geometry/units';
import type { HeadPhoto } from '../headPhoto';
import { scalpOf } from '../scalpOf';
import { skullForm, type SkullShape } from '../skull/shape';
import type { SkullFit } from '../skull/skullFit';
import { blend3, dot3, unit3, type Vec3 } from '../skull/vec3';

/**
 * A head as one photo shows it. Places on it are in its own axes: mm from the skull's centre, x to the client's left, y
 * up, z the way the face looks.
 */
export interface HeadInPhoto {
  readonly shape: SkullShape;
  /** Unit direction from the head towards the camera. */
  readonly back: Vec3;
  /** At the skull's centre. */
  readonly pxPerMm: number;
  /** Where a place falls in the picture, hidden or not. */
  readonly toPhoto: (place: Vec3) => PhotoPoint;
  /** The skull's surface under a photo point; null beside it. */
  readonly toHead: (p: PhotoPoint) => Vec3 | null;
  /** Where the ray from the skull's centre through a place meets the surface. */
  readonly onSurface: (place: Vec3) => Vec3;
  /** The place on a photo point's ray that is as far from the camera as `like`. */
  readonly atDepthOf: (p: PhotoPoint, like: Vec3) => Vec3;
  /** Cosine of the angle between the skull's normal at a place of its surface and the way to the camera; negative: hidden. */
  readonly facing: (place: Vec3) => number;
}

const known = new WeakMap<HeadPhoto, HeadInPhoto>();

/** The head of a photo; null on a close-up, which has no view of one. Photos never change, so each is worked out once. */
export function headInPhoto(photo: HeadPhoto): HeadInPhoto | null {
  if (photo.view === 'other') return null;
  const before = known.get(photo);
  if (before !== undefined) return before;
  const { geometry } = scalpOf(photo);
  const head = geometry.kind === 'flat' ? null : headOfFit(geometry.fit);
  if (head !== null) known.set(photo, head);
  return head;
}

function headOfFit({ shape, axes, centre, distanceMm, focalPx }: SkullFit): HeadInPhoto {
  const form = skullForm(shape);
  const { right, down, back } = axes;
  const camera = blend3(back, distanceMm, back, 0);
  const gradient = new Float64Array(3);
  /** From the camera through a photo point, one unit of depth long. */
  const ray = (p: PhotoPoint): Vec3 =>
    blend3(blend3(right, (p.x - centre.x) / focalPx, down, (p.y - centre.y) / focalPx), 1, back, -1);
  return {
    shape,
    back,
    pxPerMm: focalPx / distanceMm,
    toPhoto: (place) => {
      const perDepth = focalPx / (distanceMm - dot3(place, back));
      return { x: centre.x + perDepth * dot3(place, right), y: centre.y + perDepth * dot3(place, down) };
    },
    toHead: (p) => {
      const way = ray(p);
      const t = form.crossing(camera, ...way);
      return t > 0 ? blend3(camera, 1, way, t) : null;
    },
    onSurface: (place) => {
      const u = unit3(place);
      return blend3(u, Math.sqrt(form.radiusSquared(...u)), u, 0);
    },
    atDepthOf: (p, like) => blend3(camera, 1, ray(p), distanceMm - dot3(like, back)),
    facing: (place) => {
      form.gradient(...place, gradient);
      const normal: Vec3 = [gradient[0] as number, gradient[1] as number, gradient[2] as number];
      return dot3(unit3(normal), unit3(blend3(camera, 1, place, -1)));
    },
  };
}
