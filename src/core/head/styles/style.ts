import type { Mm } from '../../geometry/units';

/** Ordered as they are offered. */
export const STYLE_IDS = [
  'natural',
  'broken',
  'faded',
  'defined',
  'rounded',
  'mature',
  'widowsPeak',
  'femaleRounded',
  'femalePeak',
  'juvenile',
] as const;
export type StyleId = (typeof STYLE_IDS)[number];

/** A handle of the front: so far across from the face's middle, and so far up along the skin from the level of the middle. */
export interface FrontKnot {
  readonly acrossMm: Mm;
  /** Negative: below that level, nearer to the brow. */
  readonly setbackMm: Mm;
}

/** A handle of the side: so high above the glabella, upright, and so far behind the lateral canthus. */
export interface SideKnot {
  readonly upMm: Mm;
  readonly behindMm: Mm;
}

/**
 * A style as a curve on one half of a head; the other is its mirror image. Between its handles the line is the hairline's own
 * curve.
 */
export interface HairlineStyle {
  /** Of the line's middle above the glabella, as a tape on the skin measures it. */
  readonly heightMm: Mm;
  /** The peak's own depth below `heightMm`; 0: none. */
  readonly peakMm: Mm;
  /** From the middle outwards, without the corner. */
  readonly front: readonly FrontKnot[];
  /** The frontotemporal corner: `beyondMm` outside the lateral canthus' vertical (negative: inside it). */
  readonly corner: { readonly beyondMm: Mm; readonly setbackMm: Mm };
  readonly edge: StyleEdge;
}

/** How a line goes on from its corner down the side. */
export interface Temple {
  /** How far it bows forward half way from the corner to the first knot (negative: back); null: no handle there. */
  readonly bowMm: Mm | null;
  readonly knots: readonly SideKnot[];
}

/** How a style's edge begins; the fields of the design's fill and edge that it sets. */
export interface StyleEdge {
  readonly softEdgeMm: Mm;
  readonly wanderMm: Mm;
  readonly waveMm: Mm;
  readonly gapsMm: Mm;
  readonly straysMm: Mm;
  readonly sizeAtLine: number;
  readonly shadeAtLine: number;
}
