import type { Stencil, StencilLine, StencilMark } from '../../../core/plan/stencil';
import type { FlatPoint } from '../../../core/head/unroll';

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

/** A line on paper: colour, and width and dashes in mm. */
interface LineStyle {
  readonly colour: string;
  readonly weight: number;
  readonly dash?: readonly [on: number, off: number];
}

/** What a stencil is drawn of on any paper; mm, as the stencil has them. */
export type StencilShape =
  | ({
      readonly kind: 'line';
      readonly of: StencilLine['kind'] | 'cross';
      readonly points: readonly FlatPoint[];
    } & LineStyle)
  /** A circle in the colour of marks: filled, or drawn round. */
  | ({ readonly kind: 'dot' | 'ring'; readonly radius: number } & FlatPoint)
  /** Letters about a place. */
  | ({ readonly kind: 'word'; readonly word: string } & FlatPoint);

export const MARK_COLOUR = '#1a1a1a';
export const FINE_MM = 0.25;
/** Height of letters and figures. */
export const LETTER_SIZE_MM = 3.2;

/** The bar by which a print is checked against a ruler. */
export const CHECK_BAR_MM = 50;

/** The hairline stands out in grey print too, guides are thin and broken. */
const LINE_STYLES: Readonly<Record<StencilLine['kind'], LineStyle>> = {
  hairline: { colour: '#0e4f49', weight: 0.6 },
  guide: { colour: '#8a8a8a', weight: FINE_MM, dash: [2, 1.5] },
  tick: { colour: MARK_COLOUR, weight: FINE_MM },
};

const HANDLE_RADIUS_MM = 0.9;
/** Half the cross at the middle of the face. */
const MIDDLE_MM = 4;
/** A construction's point is a dot, its letter beside it. */
const DOT_RADIUS_MM = 0.5;
const LETTER_ASIDE_MM = 2.4;

/** The shapes in the order in which they are drawn: the hairline over all lines that meet it, marks over the hairline. */
export const stencilShapes = ({ lines, marks }: Stencil, words: StencilWords): readonly StencilShape[] => [
  ...lines.toReversed().map(({ kind, points }) => ({ kind: 'line', of: kind, points, ...LINE_STYLES[kind] }) as const),
  ...marks.flatMap((mark) => shapesOf(mark, words)),
];

function shapesOf(mark: StencilMark, words: StencilWords): readonly StencilShape[] {
  const { x, y } = mark;
  switch (mark.kind) {
    case 'handle':
      return [{ kind: 'ring', x, y, radius: HANDLE_RADIUS_MM }];
    case 'middle': {
      const cross = { kind: 'line', of: 'cross', colour: MARK_COLOUR, weight: FINE_MM } as const;
      const across = [x - MIDDLE_MM, x + MIDDLE_MM].map((at) => ({ x: at, y }));
      const down = [y - MIDDLE_MM, y + MIDDLE_MM].map((at) => ({ x, y: at }));
      return [
        { ...cross, points: across },
        { ...cross, points: down },
      ];
    }
    case 'letter':
      return [
        { kind: 'dot', x, y, radius: DOT_RADIUS_MM },
        { kind: 'word', x: x + LETTER_ASIDE_MM, y: y - LETTER_ASIDE_MM, word: mark.letter },
      ];
    case 'figure':
      return [{ kind: 'word', x, y, word: words.figure(mark.mm) }];
    default:
      return mark satisfies never;
  }
}
