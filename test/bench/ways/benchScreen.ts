/** CSS px and device px alike; canvas px per photo px: the photo fits. */
export const VIEW = { width: 1400, height: 1000, scale: 0.35 } as const;
/** 12 megapixels. */
export const PHOTO = { width: 4000, height: 3000 } as const;
export const PX_PER_MM = 10;
/** The size of the marks, of all ways. */
export const DOT_MM = 0.28;

/** Where an edit takes its dots from where they lie, photo px: another place at each turn, so that none is known already. */
export const shiftAt = (turn: number): number => (turn % 2 === 0 ? 1 : -1) * (6 + (turn % 97) / 16);
