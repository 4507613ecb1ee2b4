import type { StencilLine } from '../../../core/plan/stencil';

/** How a stencil's lines look on paper, mm: the hairline stands out in grey print too, guides are thin and broken. */
export const LINE_STYLES: Readonly<
  Record<
    StencilLine['kind'],
    { readonly colour: string; readonly weight: number; readonly dash?: readonly [number, number] }
  >
> = {
  hairline: { colour: '#0e4f49', weight: 0.6 },
  guide: { colour: '#8a8a8a', weight: 0.25, dash: [2, 1.5] },
  tick: { colour: '#1a1a1a', weight: 0.25 },
};

export const MARK_COLOUR = '#1a1a1a';
export const HANDLE_RADIUS_MM = 0.9;
/** Half the cross at the middle of the face. */
export const MIDDLE_MM = 4;
export const LETTER_SIZE_MM = 3.2;
/** A construction's point is a dot, its letter beside it. */
export const DOT_RADIUS_MM = 0.5;
export const LETTER_ASIDE_MM = 2.4;

/** The bar by which a print is checked against a ruler. */
export const CHECK_BAR_MM = 50;

/** What stands on a stencil in words, in the studio's language. */
export interface StencilWords {
  readonly title: string;
  /** That it must be printed unscaled. */
  readonly print: string;
  /** What the check bar is for. */
  readonly checkBar: string;
  /** How neighbouring sheets are joined; only where there are several. */
  readonly join: string;
  readonly sheetOf: (sheet: number, sheets: number) => string;
  readonly figure: (mm: number) => string;
}
