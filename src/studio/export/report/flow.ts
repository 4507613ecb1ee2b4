import { PT_PER_MM, type Paper, type TextStyle } from '../pdf/paper';

/** Type and greys of the papers that go home with a client. Sizes in points. */
export const STYLES = {
  title: { size: 26, face: 'bold' },
  section: { size: 14, face: 'bold' },
  body: { size: 10 },
  strong: { size: 10, face: 'bold' },
  small: { size: 8.5, colour: '#5c5c5c' },
  figure: { size: 19, face: 'bold' },
} as const satisfies Record<string, TextStyle>;

export const RULE = '#c9c9c9';
export const ACCENT = '#1f6f67';

/** Baseline to baseline over size. Arabic with its marks wants the room. */
const LEADING = 1.42;

export const leadingOf = ({ size }: TextStyle): number => size * LEADING;

/** Side margins and those of the head and the foot, mm: what every printer can print, and room for a file's holes. */
const MARGIN_MM = { side: 18, top: 18, foot: 20 } as const;

/** Writes from the top of a page to its foot and on to the next one. */
export interface Flow {
  readonly paper: Paper;
  /** Where the text begins and how wide it is, points. */
  readonly x: number;
  readonly width: number;
  readonly y: () => number;
  /** Room down to the foot. */
  readonly room: () => number;
  readonly skip: (points: number) => void;
  /** Takes so much height, on the next page where this one has it no more; says where it begins. */
  readonly take: (points: number) => number;
  readonly newPage: () => void;
  readonly lines: (text: string, style: TextStyle) => void;
}

export function openFlow(paper: Paper): Flow {
  const x = MARGIN_MM.side * PT_PER_MM;
  const width = paper.width - 2 * x;
  const top = MARGIN_MM.top * PT_PER_MM;
  const end = paper.height - MARGIN_MM.foot * PT_PER_MM;
  let y = top;
  const newPage = (): void => {
    paper.addPage();
    y = top;
  };
  const take = (points: number): number => {
    if (y + points > end && y > top) newPage();
    const from = y;
    y += points;
    return from;
  };
  newPage();
  return {
    paper,
    x,
    width,
    y: () => y,
    room: () => end - y,
    skip: (points) => {
      y += points;
    },
    take,
    newPage,
    lines: (text, style) => {
      for (const line of paper.wrapped(text, width, style)) {
        const from = take(leadingOf(style));
        paper.line(line, x, from + style.size, width, style);
      }
    },
  };
}
