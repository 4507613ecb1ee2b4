import type { Mm, PhotoPoint } from '../../geometry/units';
import type { Calibration } from '../headPhoto';
import { skullForm } from './shape';
import type { SkullFit } from './skullFit';
import { blend3, dot3, type Vec3 } from './vec3';

/**
 * Where the pupils lie from the skull's centre: on the level of the ear canals and a little above, behind the brow. Our
 * choice, from mean heads (eyes 31 mm below the level of the greatest breadth, 20–25 mm behind the glabella).
 */
const PUPILS: Vec3 = [0, -31, 75];

/**
 * How long a measured line comes out on a fitted skull: pupils at the eyes' depth, a sticker on the skin, a ruler across the line
 * of sight as near as the skin behind its middle; beside the head all at the skull's middle.
 */
export function measuredMm(calibration: Exclude<Calibration, { readonly kind: 'estimate' }>, fit: SkullFit): Mm {
  if (calibration.kind === 'breadth') return calibration.mm;
  const { a, b, kind } = calibration;
  const px = Math.hypot(b.x - a.x, b.y - a.y);
  if (kind === 'pupils') return (px * (fit.distanceMm - dot3(PUPILS, fit.axes.back))) / fit.focalPx;
  const [atA, atB] = [skinAt(fit, a), skinAt(fit, b)];
  if (kind === 'sticker' && atA !== null && atB !== null) {
    const way = blend3(atA, 1, atB, -1);
    return Math.sqrt(dot3(way, way));
  }
  const middle = skinAt(fit, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const depth = fit.distanceMm - (middle === null ? 0 : dot3(middle, fit.axes.back));
  return (px * depth) / fit.focalPx;
}

/** The skull's surface under a photo point, head axes; null beside it. */
function skinAt({ shape, axes, centre, distanceMm, focalPx }: SkullFit, p: PhotoPoint): Vec3 | null {
  const camera = blend3(axes.back, distanceMm, axes.back, 0);
  const across = blend3(axes.right, (p.x - centre.x) / focalPx, axes.down, (p.y - centre.y) / focalPx);
  const way = blend3(across, 1, axes.back, -1);
  const t = skullForm(shape).crossing(camera, ...way);
  return t > 0 ? blend3(camera, 1, way, t) : null;
}
