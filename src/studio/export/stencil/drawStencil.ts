import type { Stencil, StencilLine, StencilMark } from '../../../core/plan/stencil';
import { tilesFor, type Tile, type Tiling } from '../../../core/plan/tiles';
import {
  openPaper,
  PAPER_MM,
  PT_PER_MM,
  type Paper,
  type PaperFile,
  type PaperOptions,
  type TextStyle,
} from '../pdf/paper';
import {
  CHECK_BAR_MM,
  DOT_RADIUS_MM,
  HANDLE_RADIUS_MM,
  LETTER_ASIDE_MM,
  LETTER_SIZE_MM,
  LINE_STYLES,
  MARK_COLOUR,
  MIDDLE_MM,
  type StencilWords,
} from './stencilStyle';

/** Printers leave 5 mm or so blank; the band at the foot holds the check bar. */
const SHEET = { margin: 10, band: 22, overlap: 15 } as const;
/** Round the drawing, so that no stroke lies on the edge of a sheet. */
const PAD_MM = 3;

/** The stencil as a PDF at true scale, on as many sheets as it needs, each with a check bar of its own. */
export async function drawStencil(
  stencil: Stencil,
  words: StencilWords,
  options: Omit<PaperOptions, 'title' | 'landscape'>,
): Promise<PaperFile> {
  const drawing = { width: stencil.widthMm + 2 * PAD_MM, height: stencil.heightMm + 2 * PAD_MM };
  const tiling = tilesFor(drawing, PAPER_MM[options.paper], SHEET);
  const paper = openPaper({ ...options, title: words.title, landscape: tiling.landscape });
  tiling.tiles.forEach((tile, sheet) => {
    paper.addPage();
    drawTile(paper, stencil, tiling, tile, words);
    drawFrame(paper, tiling, tile);
    drawBand(paper, tiling, words, sheet);
  });
  return paper.finish();
}

const pt = (mm: number): number => mm * PT_PER_MM;

function drawTile(paper: Paper, stencil: Stencil, tiling: Tiling, tile: Tile, words: StencilWords): void {
  const x = (mm: number): number => pt(mm + PAD_MM - tile.x + SHEET.margin);
  const y = (mm: number): number => pt(mm + PAD_MM - tile.y + SHEET.margin);
  paper.within(pt(SHEET.margin), pt(SHEET.margin), pt(tiling.windowWidth), pt(tiling.windowHeight), () => {
    // The hairline last, over all that meets it.
    for (const line of stencil.lines.toReversed()) {
      const { colour, weight, dash } = LINE_STYLES[line.kind];
      const style = { colour, weight: pt(weight) };
      paper.path(flatten(line, x, y), dash === undefined ? style : { ...style, dash: [pt(dash[0]), pt(dash[1])] });
    }
    for (const mark of stencil.marks) drawMark(paper, mark, x(mark.x), y(mark.y), words);
  });
}

const flatten = ({ points }: StencilLine, x: (mm: number) => number, y: (mm: number) => number): readonly number[] =>
  points.flatMap((p) => [x(p.x), y(p.y)]);

function drawMark(paper: Paper, mark: StencilMark, x: number, y: number, words: StencilWords): void {
  const fine = { colour: MARK_COLOUR, weight: pt(0.25) };
  switch (mark.kind) {
    case 'handle':
      paper.circle(x, y, pt(HANDLE_RADIUS_MM), fine);
      return;
    case 'middle': {
      const arm = pt(MIDDLE_MM);
      paper.path([x - arm, y, x + arm, y], fine);
      paper.path([x, y - arm, x, y + arm], fine);
      return;
    }
    case 'letter':
      paper.circle(x, y, pt(DOT_RADIUS_MM), { ...fine, fill: MARK_COLOUR });
      centred(paper, mark.letter, x + pt(LETTER_ASIDE_MM), y - pt(LETTER_ASIDE_MM));
      return;
    case 'figure':
      centred(paper, words.figure(mark.mm), x, y);
      return;
    default:
      return mark satisfies never;
  }
}

const LETTERS: TextStyle = { size: pt(LETTER_SIZE_MM), colour: MARK_COLOUR, align: 'centre' };

/** A few letters about a place of the paper, which is measured from its left in every language. */
function centred(paper: Paper, text: string, x: number, y: number): void {
  const room = pt(30);
  const from = paper.rtl ? paper.width - x - room / 2 : x - room / 2;
  paper.line(text, from, y + LETTERS.size / 3, room, LETTERS);
}

const FRAME = { colour: '#8a8a8a', weight: 0.5 } as const;
const CORNER_MM = 5;

/** Corners of the window, and where the next sheet lies over this one. */
function drawFrame(paper: Paper, { windowWidth, windowHeight, columns, rows }: Tiling, { column, row }: Tile): void {
  const [left, top] = [pt(SHEET.margin), pt(SHEET.margin)];
  const [right, bottom] = [left + pt(windowWidth), top + pt(windowHeight)];
  const out = pt(CORNER_MM);
  for (const [x, dx] of [
    [left, -out],
    [right, out],
  ] as const) {
    for (const [y, dy] of [
      [top, -out],
      [bottom, out],
    ] as const) {
      paper.path([x + dx, y, x, y, x, y + dy], FRAME);
    }
  }
  const dashed = { ...FRAME, dash: [4, 4] as const };
  const overlap = pt(SHEET.overlap);
  if (column + 1 < columns) paper.path([right - overlap, top, right - overlap, bottom], dashed);
  if (column > 0) paper.path([left + overlap, top, left + overlap, bottom], dashed);
  if (row + 1 < rows) paper.path([left, bottom - overlap, right, bottom - overlap], dashed);
  if (row > 0) paper.path([left, top + overlap, right, top + overlap], dashed);
}

const SMALL: TextStyle = { size: 8, colour: '#4a4a4a' };
const STRONG: TextStyle = { size: 9.5, face: 'bold' };

/** The check bar on the left, and beside it what must be known to print and join the sheets. */
function drawBand(paper: Paper, { tiles }: Tiling, words: StencilWords, sheet: number): void {
  const from = pt(SHEET.margin + 2);
  const bottom = paper.height - pt(SHEET.margin) - pt(2);
  const to = from + pt(CHECK_BAR_MM);
  paper.path([from, bottom - pt(3), from, bottom, to, bottom, to, bottom - pt(3)], {
    colour: MARK_COLOUR,
    weight: pt(0.3),
  });
  const gap = pt(8);
  const barSide = paper.rtl ? paper.width - to : from;
  const bar = pt(CHECK_BAR_MM);
  paper.wrapped(words.checkBar, bar - 8, SMALL).forEach((line, i, { length }) => {
    paper.line(line, barSide + 4, bottom - pt(2) - (length - 1 - i) * 11, bar - 8, SMALL);
  });
  const [textLeft, textRight] = [to + gap, paper.width - pt(SHEET.margin + 2)];
  const x = paper.rtl ? paper.width - textRight : textLeft;
  const room = textRight - textLeft;
  const title = tiles.length === 1 ? words.title : `${words.title} · ${words.sheetOf(sheet + 1, tiles.length)}`;
  const lines = [
    ...paper.wrapped(title, room, STRONG).map((line) => [line, STRONG] as const),
    ...paper.wrapped(words.print, room, SMALL).map((line) => [line, SMALL] as const),
    ...(tiles.length === 1 ? [] : paper.wrapped(words.join, room, SMALL).map((line) => [line, SMALL] as const)),
  ];
  lines.forEach(([line, style], i) => {
    paper.line(line, x, bottom - (lines.length - 1 - i) * 12.5, room, style);
  });
}
