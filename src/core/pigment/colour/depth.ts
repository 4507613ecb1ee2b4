import type { Rgb } from '../../design/scene';
import type { Fitzpatrick } from '../../design/treatment';
import type { Mm } from '../../geometry/units';
import type { Result } from '../../result';
import { inRange, type FigureRange, type OutOfRange } from '../rangeCheck';

/** 0.5–2 mm are claimed (practitioners' pages); from where on shallow work is shown is our choice. */
export const DEPTH_RANGE: FigureRange = { min: 0.25, max: 2, step: 0.05, default: 0.75 };

/** The careful range (practitioners' pages). */
export const CAREFUL_DEPTH_MM = { min: 0.5, max: 1 } as const;

/** A mark at some depth, relative to one at the default depth; all 1 there. */
export interface DepthLook {
  /** Factor on diameter. */
  readonly size: number;
  /** Factor on the softness of the edge. */
  readonly softness: number;
  /** What is seen of the mark's whole pigment in red, green and blue, as a factor on its optical density. */
  readonly seen: Rgb;
}

/** Too deep a mark spreads to up to 3 times its width (practitioners' pages), here at 2 mm. */
const WIDEST = 3;
/** A mark at the least depth is a little finer: our choice. */
const FINEST = 0.9;

/**
 * Over this much more skin the pigment that shows falls to 1/e, in red, green and blue: light that returns from higher up
 * never met it, and short wavelengths return first. Light itself falls so in .55–.75 mm of red and .15–.25 mm of blue
 * and green (Anderson and Parrish 1981); as marks at the default depth still take most of the blue (measured), these are
 * longer, in the same order, and chosen by us so that deep fills on light skin come out paler and bluer.
 */
const SEEN_MM: readonly [Mm, Mm, Mm] = [5, 1.15, 0.55];

/** How a mark at this depth differs from one at the default depth: deeper is wider, softer, paler and cooler. */
export function depthLook(depthMm: Mm): DepthLook {
  const deeper = depthMm - DEPTH_RANGE.default;
  const size =
    deeper >= 0
      ? WIDEST ** ((deeper / (DEPTH_RANGE.max - DEPTH_RANGE.default)) ** 1.5)
      : FINEST ** (-deeper / (DEPTH_RANGE.default - DEPTH_RANGE.min));
  // Pigment above the default depth hides no more than it does there: it lies where light is even already.
  const hidden = Math.max(0, deeper);
  const [red, green, blue] = SEEN_MM;
  return { size, softness: size, seen: [Math.exp(-hidden / red), Math.exp(-hidden / green), Math.exp(-hidden / blue)] };
}

export type DepthWarning =
  /** Fair skin shows pigment this deep as blue-grey. */
  | { readonly kind: 'blueShift'; readonly depthMm: Mm; readonly limitMm: Mm }
  | { readonly kind: 'notCareful'; readonly depthMm: Mm; readonly minMm: Mm; readonly maxMm: Mm };

/** Fair skin shows more contrast and more risk of a bluish look: types I–III. */
const FAIR_UP_TO: Fitzpatrick = 3;

/** What to warn of at this depth; null for nothing. Without a chosen skin type the skin counts as fair. */
export function depthWarning(depthMm: Mm, skin: Fitzpatrick | null): DepthWarning | null {
  const { min, max } = CAREFUL_DEPTH_MM;
  if (depthMm > max && (skin === null || skin <= FAIR_UP_TO)) return { kind: 'blueShift', depthMm, limitMm: max };
  if (depthMm < min || depthMm > max) return { kind: 'notCareful', depthMm, minMm: min, maxMm: max };
  return null;
}

export const checkDepth = (depthMm: Mm): Result<number, OutOfRange<'depthMm'>> =>
  inRange('depthMm', depthMm, DEPTH_RANGE);
