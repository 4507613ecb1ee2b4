import type { Mm } from '../geometry/units';

/** How a hairline begins, beside the width of its transition (fill.softEdgeMm). Lengths in mm on the scalp. */
export interface EdgeShape {
  /** Standard deviation of the line's wandering to and fro. */
  readonly wanderMm: Mm;
  /** Length of one such wave along the line. */
  readonly waveMm: Mm;
  /** Size of the small gaps and clusters. */
  readonly gapsMm: Mm;
  /** How far single dots stand ahead of the line. */
  readonly straysMm: Mm;
  /** Size and strength of the marks at the very line, as shares of those behind it. */
  readonly sizeAtLine: number;
  readonly shadeAtLine: number;
}

/**
 * Real edges wander 0.6–2.1 mm (sd, measured), with gaps of millimetres and a few strays 1–3 mm ahead; some ten waves
 * from temple to temple and the shares at the line are our choice.
 */
export const DEFAULT_EDGE: EdgeShape = {
  wanderMm: 1,
  waveMm: 14,
  gapsMm: 3,
  straysMm: 2,
  sizeAtLine: 1,
  shadeAtLine: 0.45,
};
