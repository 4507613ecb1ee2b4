import type { FrontKnot, HairlineStyle, SideKnot, StyleEdge, StyleId, Temple } from './style';

/**
 * Edges as clinics sell them, within what was measured on real fills: the count rises over 4–6 mm, lines wander 0.6–2.1 mm
 * (standard deviation), strays stand 1–3 mm ahead. A defined line keeps half a millimetre of wander: a ruled one is a tell.
 */
export const SOFT_EDGE: StyleEdge = {
  softEdgeMm: 7,
  wanderMm: 1.4,
  waveMm: 14,
  gapsMm: 3.5,
  straysMm: 3,
  sizeAtLine: 0.8,
  shadeAtLine: 0.35,
};
export const MEDIUM_EDGE: StyleEdge = {
  softEdgeMm: 5,
  wanderMm: 1,
  waveMm: 14,
  gapsMm: 3,
  straysMm: 2,
  sizeAtLine: 0.9,
  shadeAtLine: 0.45,
};
export const DEFINED_EDGE: StyleEdge = {
  softEdgeMm: 2,
  wanderMm: 0.5,
  waveMm: 18,
  gapsMm: 1.5,
  straysMm: 0.5,
  sizeAtLine: 1,
  shadeAtLine: 0.75,
};
const BROKEN_EDGE: StyleEdge = { ...SOFT_EDGE, softEdgeMm: 6, wanderMm: 2, waveMm: 10, gapsMm: 5 };
const FADED_EDGE: StyleEdge = {
  ...SOFT_EDGE,
  softEdgeMm: 11,
  wanderMm: 1.6,
  waveMm: 18,
  sizeAtLine: 0.75,
  shadeAtLine: 0.25,
};

const at = (acrossMm: number, setbackMm: number): FrontKnot => ({ acrossMm, setbackMm });

/**
 * Heights: Garg's 8 cm for a mature man; men measure 6.6–9 cm, women 6.2–6.4. A mature line lies some 1.5 cm above the juvenile one.
 * Corners stand on the lateral canthus' vertical and are set back, never filled flat; women's stand further out, or are
 * rounded away. Setbacks and roundness are our choice within that, judged on the practice head.
 */
export const STYLES: Readonly<Record<StyleId, HairlineStyle>> = {
  natural: {
    heightMm: 75,
    peakMm: 0,
    front: [at(18, 0.6), at(35, 3)],
    corner: { beyondMm: 0, setbackMm: 8 },
    edge: MEDIUM_EDGE,
  },
  broken: {
    heightMm: 75,
    peakMm: 0,
    front: [at(17, -1.8), at(34, 3)],
    corner: { beyondMm: 0, setbackMm: 9 },
    edge: BROKEN_EDGE,
  },
  faded: {
    heightMm: 74,
    peakMm: 0,
    front: [at(18, 0.8), at(35, 3.5)],
    corner: { beyondMm: -1, setbackMm: 9 },
    edge: FADED_EDGE,
  },
  defined: {
    heightMm: 70,
    peakMm: 0,
    front: [at(20, 0.2), at(40, 1.2)],
    corner: { beyondMm: 3, setbackMm: 3 },
    edge: DEFINED_EDGE,
  },
  rounded: {
    heightMm: 72,
    peakMm: 0,
    front: [at(20, 0.2), at(37, 0.6)],
    corner: { beyondMm: 5, setbackMm: -4 },
    edge: MEDIUM_EDGE,
  },
  mature: {
    heightMm: 80,
    peakMm: 0,
    front: [at(14, 1), at(28, 7)],
    corner: { beyondMm: -3, setbackMm: 19 },
    edge: MEDIUM_EDGE,
  },
  widowsPeak: {
    heightMm: 76,
    peakMm: 8,
    front: [at(13, 0.6), at(34, 2.5)],
    corner: { beyondMm: 0, setbackMm: 9 },
    edge: MEDIUM_EDGE,
  },
  femaleRounded: {
    heightMm: 63,
    peakMm: 0,
    front: [at(20, 0.3), at(39, 0)],
    corner: { beyondMm: 8, setbackMm: -7 },
    edge: SOFT_EDGE,
  },
  femalePeak: {
    heightMm: 66,
    peakMm: 5,
    front: [at(12, 0.3), at(37, 0.5)],
    corner: { beyondMm: 8, setbackMm: -6 },
    edge: SOFT_EDGE,
  },
  juvenile: {
    heightMm: 65,
    peakMm: 0,
    front: [at(20, 0), at(40, 0.5)],
    corner: { beyondMm: 6, setbackMm: 0 },
    edge: MEDIUM_EDGE,
  },
};

/** Where the hair of the temple begins, whatever the front does: nearly upright, leaning back a little. Our choice. */
const HAIR_BEGINS: SideKnot = { upMm: 24, behindMm: 31 };
/** Forward to the temple peak, which lies between the corner and E of Garg's construction, and back under it. */
const PEAK: SideKnot = { upMm: 27, behindMm: 15 };
const UNDER_PEAK: SideKnot = { upMm: 6, behindMm: 28 };
/** In front of the ear. */
const SIDEBURN_END: SideKnot = { upMm: -40, behindMm: 42 };

/** The side of a line with or without temple points and sideburns, in as few handles as hold its shape. */
export function templeOf(templePoints: boolean, sideburns: boolean): Temple {
  if (templePoints) {
    return sideburns
      ? { bowMm: null, knots: [PEAK, UNDER_PEAK, SIDEBURN_END] }
      : { bowMm: -2, knots: [PEAK, UNDER_PEAK] };
  }
  return { bowMm: 1.5, knots: [HAIR_BEGINS, sideburns ? SIDEBURN_END : { upMm: 2, behindMm: 35 }] };
}
