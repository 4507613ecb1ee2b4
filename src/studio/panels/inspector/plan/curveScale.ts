import type { Keyframe } from '../../../../core/design/treatment';
import { CURVE_RANGES, type CurveName } from '../../../../core/pigment/time/healingCurves';
import { MOST_DAYS, valueAt } from '../../../../core/pigment/time/keyframes';

/** A chart's inner size, in its own units. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** A place on a chart, from its upper left. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** How a curve's values are shown and typed: in per cent of the healed mark, or in millimetres. */
interface CurveUnit {
  readonly factor: number;
  readonly unit: '%' | 'mm';
  readonly digits: number;
  /** One press of an arrow key, as shown. */
  readonly step: number;
}

const PERCENT: CurveUnit = { factor: 100, unit: '%', digits: 0, step: 1 };
export const CURVE_UNITS: Readonly<Record<CurveName, CurveUnit>> = {
  darkness: PERCENT,
  size: PERCENT,
  softnessMm: { factor: 1, unit: 'mm', digits: 3, step: 0.005 },
  redness: PERCENT,
  hueShift: PERCENT,
};

/** Days that the axis names. */
export const AXIS_DAYS: readonly number[] = [0, 7, 30, 365, 1825];

/** Healing runs fast at first and slowly later, so the axis goes by the logarithm of 1 + days. */
export const placeOf = (curve: CurveName, [days, value]: Keyframe, { width, height }: ChartSize): ChartPoint => {
  const { min, max } = CURVE_RANGES[curve];
  return { x: (width * Math.log1p(days)) / Math.log1p(MOST_DAYS), y: height * (1 - (value - min) / (max - min)) };
};

/** The way back from placeOf; the value on the step that is shown. */
export function keyframeAt(curve: CurveName, { x, y }: ChartPoint, { width, height }: ChartSize): Keyframe {
  const { min, max } = CURVE_RANGES[curve];
  const { factor, step } = CURVE_UNITS[curve];
  const value = max - (y / height) * (max - min);
  return [
    Math.expm1((x / width) * Math.log1p(MOST_DAYS)),
    fromShown(curve, Math.round((value * factor) / step) * step),
  ];
}

export const toShown = (curve: CurveName, value: number): number => value * CURVE_UNITS[curve].factor;
export const fromShown = (curve: CurveName, shown: number): number =>
  Number((shown / CURVE_UNITS[curve].factor).toFixed(6));

/** The keyframe nearest to a place within a reach, both in chart units; null where there is none. */
export function keyframeNear(
  curve: CurveName,
  frames: readonly Keyframe[],
  at: ChartPoint,
  size: ChartSize,
  reach: number,
): number | null {
  let nearest: { index: number; distance: number } | null = null;
  for (const [index, frame] of frames.entries()) {
    const place = placeOf(curve, frame, size);
    const distance = Math.hypot(place.x - at.x, place.y - at.y);
    if (distance <= reach && (nearest === null || distance < nearest.distance)) nearest = { index, distance };
  }
  return nearest?.index ?? null;
}

/** The curve as the data of an SVG path, a point every few units. */
export function curvePath(curve: CurveName, frames: readonly Keyframe[], size: ChartSize, every = 2): string {
  const points: string[] = [];
  for (let x = 0; x <= size.width; x += every) {
    const days = Math.expm1((x / size.width) * Math.log1p(MOST_DAYS));
    const { y } = placeOf(curve, [days, valueAt(frames, days)], size);
    points.push(`${x.toFixed(1)} ${y.toFixed(2)}`);
  }
  return `M${points.join('L')}`;
}
