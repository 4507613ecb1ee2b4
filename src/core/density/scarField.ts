import { segmentsOfLine, type Segments } from '../geometry/distance';
import { ringCoordinates, ringsBounds, type Ring } from '../geometry/rings';
import type { ScalpTable } from '../head/scalpTable';
import { err, ok, type Result } from '../result';
import { NODE_STEP_MM } from './field';
import { DEPTH_BAND_MM, gridOver, type HairlineField, type HairlineFieldError } from './hairlineField';
import { chartReach, distancesOnScalp } from './onScalp';
import { smoothRise } from './smoothRise';
import { applyVariation, type Variation } from './variation';

/** A scar in plain shapes. */
export interface ScarFieldInput {
  readonly form: 'strip' | 'marks';
  /** The strip's path or the marks' centres, x0, y0 … in chart cm. */
  readonly points: Ring;
  /** The strip's width or the marks' diameter, mm. */
  readonly widthMm: number;
  /** Way past the border over which the dots blend out, mm. */
  readonly blendMm: number;
  /** Density on the scar itself, dots/cm². */
  readonly perCm2: number;
  /** uint32. */
  readonly seed: number;
  readonly variation?: Variation | undefined;
  readonly stepMm?: number | undefined;
  /** What the chart makes of lengths: distances are then those of the scalp. Absent where the chart is the scalp. */
  readonly table?: ScalpTable | null | undefined;
}

/** A scar's density and depth, and how much of each node is scar tissue, 0–1, row by row. */
export interface ScarField extends HairlineField {
  readonly tissue: Float32Array;
}

const EXTENT_LIMIT_CM = 100;
/** Way over which tissue turns into skin at the border: our choice. */
const BORDER_MM = 0.6;

/**
 * How deep the middle of a scar counts, by its reach: haze is light from the millimetres around, of which a scar has few, and
 * hair stands beside it. Our choice by eye on the practice head.
 */
const depthOfMiddle = (reachMm: number): number => Math.min(DEPTH_BAND_MM, 3.5 + 0.6 * reachMm);

/** Full density on the scar, fading over `blendMm` past its border. */
export function scarField(input: ScarFieldInput): Result<ScarField, HairlineFieldError> {
  const { perCm2, widthMm, blendMm, seed, table = null } = input;
  if (!(perCm2 >= 0 && perCm2 < Infinity)) return err({ kind: 'densityOutOfRange', perCm2 });
  const flat = ringCoordinates(input.points);
  const bounds = ringsBounds([flat]);
  if (bounds === null || !flat.every(Number.isFinite) || !(widthMm >= 0 && blendMm >= 0)) {
    return err({ kind: 'regionMalformed' });
  }
  if (Math.max(-bounds.x0, -bounds.y0, bounds.x1, bounds.y1) > EXTENT_LIMIT_CM) {
    return err({ kind: 'extentTooLarge', limitCm: EXTENT_LIMIT_CM });
  }
  const stepCm = (input.stepMm ?? NODE_STEP_MM) / 10;
  // On a node's diagonal at least, so that even the finest scar has nodes on it.
  const halfCm = Math.max(widthMm / 20, stepCm / Math.SQRT2);
  const blendCm = Math.max(blendMm / 10, stepCm);
  const reachCm = halfCm + blendCm;
  const grid = gridOver(bounds, chartReach(flat, reachCm, table), stepCm);
  const away = distancesOnScalp(grid, segmentsOf(input.form, flat), reachCm, table);
  const deepest = depthOfMiddle(10 * reachCm);
  const density = new Float32Array(away.length);
  const depthMm = new Float32Array(away.length).fill(-DEPTH_BAND_MM);
  const tissue = new Float32Array(away.length);
  for (let node = 0; node < away.length; node++) {
    const cm = away[node] as number;
    if (cm >= reachCm) continue;
    const share = 1 - smoothRise((cm - halfCm) / blendCm);
    density[node] = perCm2 * share;
    depthMm[node] = deepest * share * share;
    tissue[node] = 1 - smoothRise(((cm - halfCm) * 10) / BORDER_MM + 0.5);
  }
  if (input.variation !== undefined && input.variation.lnSd > 0) {
    applyVariation(grid, density, input.variation, seed);
  }
  return ok({ field: { ...grid, perCm2: density }, depthMm, tissue, clip: null });
}

/** Marks, and a strip of one place, are segments of no length. */
function segmentsOf(form: ScarFieldInput['form'], flat: Float64Array): Segments {
  if (form === 'strip' && flat.length > 2) return segmentsOfLine(flat);
  const segments = new Float64Array(2 * flat.length);
  for (let i = 0; i < flat.length; i += 2) {
    const place = flat.subarray(i, i + 2);
    segments.set(place, 2 * i);
    segments.set(place, 2 * i + 2);
  }
  return segments;
}
