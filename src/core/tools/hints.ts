/** One line each in the text catalogue: what the next press will do, and what Shift, Alt and Escape change. */
export const HINT_KEYS = [
  'hint.select',
  'hint.overHandle',
  'hint.overCurve',
  'hint.overOutline',
  'hint.overMidline',
  'hint.dragging',
  'hint.hand',
  'hint.hairline',
  'hint.drawing',
  'hint.placing',
  'hint.strokeTooShort',
  'hint.strokeOutside',
  'hint.strokeCrosses',
  'hint.wouldCross',
  'hint.scale',
  'hint.measuring',
  'hint.measured',
  'hint.pickHair',
  'hint.pickSkin',
] as const;

export type HintKey = (typeof HINT_KEYS)[number];
