import { hairlineField } from '../density/hairlineField';
import { NATURAL_VARIATION } from '../density/variation';
import type { Fill } from '../design/case';
import type { EdgeShape } from '../design/edgeShape';
import type { Mm } from '../geometry/units';
import { smooth } from '../pigment/haze/smooth';
import { STRENGTH_FULL_MM } from '../pigment/marks/markFigures';
import { scatter } from '../scatter/scatter';

/** The strip of scalp shown: so long along a straight hairline, from so far ahead of it to so far behind. */
export const STRIP = { longMm: 30, aheadMm: 5, behindMm: 15 } as const;

/** A dot of the strip: mm along the line and behind it (negative: ahead), as the picture would size and shade it. */
export interface StripDot {
  readonly alongMm: Mm;
  readonly behindMm: Mm;
  readonly diameterMm: Mm;
  /** Strength of the mark as a share of one well inside, 0–1. */
  readonly shade: number;
}

/** How an edge rises: at places from ahead to behind, count, size and shade as shares of those well inside. */
export interface EdgeSection {
  readonly rise: readonly {
    readonly behindMm: Mm;
    /** Mean over a long stretch of line, so that one stretch's gaps do not show. */
    readonly count: number;
    readonly size: number;
    readonly shade: number;
  }[];
  readonly dots: readonly StripDot[];
}

const STEP_MM: Mm = 0.5;
/** The mean of the count is taken over this much line. */
const MEAN_OVER_MM: Mm = 80;
/** The area goes on behind what is shown, so that its other borders are out of sight. */
const AROUND_MM: Mm = 25;

/** The cut through a hairline's edge, made by the engine itself; null where the figures allow no dots. */
export function edgeSection(fill: Fill, edge: EdgeShape, seed: number): EdgeSection | null {
  const cm = (mm: Mm): number => mm / 10;
  const [left, right] = [cm(-AROUND_MM), cm(MEAN_OVER_MM + AROUND_MM)];
  const made = hairlineField({
    hairline: Float64Array.of(left, 0, right, 0),
    region: [
      Float64Array.of(left, 0, right, 0, right, cm(STRIP.behindMm + AROUND_MM), left, cm(STRIP.behindMm + AROUND_MM)),
    ],
    perCm2: fill.perCm2,
    edge: {
      softMm: fill.softEdgeMm,
      wanderMm: edge.wanderMm,
      wanderLengthMm: edge.waveMm,
      gapsMm: edge.gapsMm,
      straysMm: edge.straysMm,
    },
    variation: NATURAL_VARIATION,
    seed,
  });
  if (!made.ok) return null;
  const { field, clip } = made.value;
  const dots = scatter({
    seed,
    field,
    clip: clip ?? undefined,
    irregularity: fill.irregularity,
    sizeVariation: fill.sizeVariation,
  });
  if (dots.kind !== 'dots') return null;
  const within = (behindMm: Mm): number => smooth(behindMm / STRENGTH_FULL_MM);
  const sizeAt = (behindMm: Mm): number => edge.sizeAtLine + (1 - edge.sizeAtLine) * within(behindMm);
  const shadeAt = (behindMm: Mm): number => edge.shadeAtLine + (1 - edge.shadeAtLine) * within(behindMm);
  const strip: StripDot[] = [];
  const rows = new Float64Array(Math.round((STRIP.aheadMm + STRIP.behindMm) / STEP_MM));
  for (let i = 0; i < dots.count; i++) {
    const alongMm = (dots.x[i] as number) * 10;
    const behindMm = (dots.y[i] as number) * 10;
    if (alongMm < 0 || alongMm > MEAN_OVER_MM || behindMm < -STRIP.aheadMm || behindMm >= STRIP.behindMm) continue;
    const row = Math.floor((behindMm + STRIP.aheadMm) / STEP_MM);
    rows[row] = (rows[row] ?? 0) + 1;
    if (alongMm > STRIP.longMm) continue;
    const diameterMm = fill.dotSizeMm * (dots.size[i] as number) * sizeAt(behindMm);
    strip.push({ alongMm, behindMm, diameterMm, shade: shadeAt(behindMm) });
  }
  const full = (fill.perCm2 * MEAN_OVER_MM * STEP_MM) / 100;
  const rise = [...rows].map((_, i) => {
    const behindMm = (i + 0.5) * STEP_MM - STRIP.aheadMm;
    // Over three rows, so that the chance of single dots does not show.
    const three = [rows[i - 1], rows[i], rows[i + 1]].filter((each) => each !== undefined);
    const count = three.reduce((sum, each) => sum + each, 0) / three.length / Math.max(full, 1e-9);
    return { behindMm, count, size: sizeAt(behindMm), shade: shadeAt(behindMm) };
  });
  return { rise, dots: strip };
}
