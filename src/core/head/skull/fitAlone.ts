import type { Mm, MmPerPx, PhotoPoint } from '../../geometry/units';
import type { HeadOutline, HeadSight } from '../headPhoto';
import { toUnitCircle } from '../outline';
import { halfWidth, isFromOutline, mmPerPx } from '../scale';
import { chartRadiusMm } from './chart';
import { headAxes, type HeadAxes } from './headAxes';
import { leastSquares } from './leastSquares';
import { measuredMm } from './measured';
import { rimAt } from './rim';
import { MEAN_BREADTH_MM, MEAN_LENGTH_MM, MEAN_UP_MM, skullForm, skullShape, type SkullShape } from './shape';
import type { SkullFit } from './skullFit';

/** Directions in which silhouette and outline are compared. */
export const DIRECTIONS = 40;
/** What an outline placed by hand is worth in each of them, mm: neighbours share their error. Our choice. */
export const OUTLINE_SD_MM = 5;
/**
 * How heads differ, as a share: all sizes together, the scale's own error let in; and each from the others, about what
 * adults' breadths and lengths show (standard deviations of 3–4 %; ANSUR 1988).
 */
export const TOGETHER_SD = 0.1;
export const EACH_SD = 0.03;
/** An outline below the level of brow and ears is only drawn on, not seen: it counts this much. Our choice. */
const BELOW_WEIGHT = 0.03;
/** Where that begins and is full, as the height of a direction from the skull's centre. */
const BELOW_FROM = -0.05;
const BELOW_FULL = -0.3;
const ROUNDS = 8;
const MIN_DISTANCE_MM: Mm = 250;

/**
 * The mean skull stretched so that its silhouette lies best on one photo's outline, in the pose noted on it and at its
 * scale. The outline sets the sizes that the view shows; the others follow from the proportions of mean heads. Never
 * fails: an outline that can't be one of a head is for `checkHead` to refuse.
 */
export function fitAlone(photo: HeadSight): SkullFit {
  const outline = usable(photo.outline);
  const axes = headAxes(photo.view, photo.pose);
  const distanceMm = Math.max(photo.pose.distanceMm, MIN_DISTANCE_MM);
  const scale = mmPerPx({ ...photo, outline });
  if (isFromOutline(scale)) {
    // The silhouette of a ball is wider than the ball by its nearness.
    const near = (halfWidth(outline) * scale.mmPerPx) / distanceMm;
    return fitAt(outline, axes, distanceMm, scale.mmPerPx / Math.sqrt(1 - near * near));
  }
  // What was measured nearer to the camera than the skull's middle looks larger than there.
  let atCentre = scale.mmPerPx;
  let fit = fitAt(outline, axes, distanceMm, atCentre);
  for (let round = 0; round < DEPTH_ROUNDS; round++) {
    atCentre *= photo.calibration.kind === 'estimate' ? 1 : photo.calibration.mm / measuredMm(photo.calibration, fit);
    fit = fitAt(outline, axes, distanceMm, atCentre);
  }
  return fit;
}

/** Each brings the depth's error down a hundredfold. */
const DEPTH_ROUNDS = 2;

function fitAt(outline: HeadOutline, axes: HeadAxes, distanceMm: Mm, atCentre: MmPerPx): SkullFit {
  const focalPx = distanceMm / atCentre;
  const size = Math.sqrt(outline.rx * outline.ry) * atCentre;
  // Heads of any size come out in proportion, were the scale ever so wrong.
  const common = Math.log(size / Math.cbrt((MEAN_BREADTH_MM / 2) * MEAN_UP_MM * (MEAN_LENGTH_MM / 2)));
  const count = DIRECTIONS + 4;
  const angles = Array.from({ length: DIRECTIONS }, (_, i) => ((i + 0.5) / DIRECTIONS) * 2 * Math.PI);
  const residuals = (at: Float64Array, out: Float64Array): void => {
    const [dx = 0, dy = 0, breadth = 0, up = 0, long = 0] = at;
    const form = skullForm(stretchedMean(breadth, up, long));
    const centre = { x: outline.cx + dx / atCentre, y: outline.cy + dy / atCentre };
    for (const [i, angle] of angles.entries()) {
      const rim = rimAt(form, axes, distanceMm, angle);
      const away = (rim.tangent * focalPx - outlineRadius(outline, centre, angle)) * atCentre;
      out[i] = (away * weightAt(rim.y)) / OUTLINE_SD_MM;
    }
    const mean = (breadth + up + long) / 3;
    out[DIRECTIONS] = mean / TOGETHER_SD;
    out[DIRECTIONS + 1] = (breadth - mean) / EACH_SD;
    out[DIRECTIONS + 2] = (up - mean) / EACH_SD;
    out[DIRECTIONS + 3] = (long - mean) / EACH_SD;
  };
  const start = [0, 0, common, common, common];
  const found = leastSquares(start, [0.01, 0.01, 1e-4, 1e-4, 1e-4], count, residuals, ROUNDS);
  const [dx = 0, dy = 0, breadth = 0, up = 0, long = 0] = found;
  const shape = stretchedMean(breadth, up, long);
  return {
    shape,
    axes,
    centre: { x: outline.cx + dx / atCentre, y: outline.cy + dy / atCentre },
    distanceMm,
    focalPx,
    chartRadiusMm: chartRadiusMm(shape),
  };
}

export const stretchedMean = (breadth: number, up: number, long: number): SkullShape =>
  skullShape(MEAN_BREADTH_MM * Math.exp(breadth), MEAN_LENGTH_MM * Math.exp(long), MEAN_UP_MM * Math.exp(up));

/** What an outline counts in a direction of this height from the skull's centre. */
export const weightAt = (height: number): number => {
  const below = Math.min(1, Math.max(0, (BELOW_FROM - height) / (BELOW_FROM - BELOW_FULL)));
  return 1 - (1 - BELOW_WEIGHT) * below;
};

/** How far the outline lies from a place within it in a direction, px; along the direction's line were the place outside. */
function outlineRadius(outline: HeadOutline, from: PhotoPoint, angle: number): number {
  const p = toUnitCircle(outline, from);
  const q = toUnitCircle(outline, { x: from.x + Math.cos(angle), y: from.y + Math.sin(angle) });
  const dx = q.x - p.x;
  const dy = q.y - p.y;
  const a = dx * dx + dy * dy;
  const b = p.x * dx + p.y * dy;
  const c = p.x * p.x + p.y * p.y - 1;
  return (-b + Math.sqrt(Math.max(0, b * b - a * c))) / a;
}

const MIN_RADIUS_PX = 4;

/** An outline with a size, whatever was stored. */
export const usable = (outline: HeadOutline): HeadOutline => ({
  ...outline,
  rx: Math.max(outline.rx, MIN_RADIUS_PX) || MIN_RADIUS_PX,
  ry: Math.max(outline.ry, MIN_RADIUS_PX) || MIN_RADIUS_PX,
});
