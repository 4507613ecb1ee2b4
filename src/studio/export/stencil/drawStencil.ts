import type { Stencil } from '../../../core/plan/stencil';
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
  FINE_MM,
  LETTER_SIZE_MM,
  MARK_COLOUR,
  stencilShapes,
  type StencilShape,
  type StencilWords,
} from './stencilShapes';

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
  const shapes = stencilShapes(stencil, words);
  tiling.tiles.forEach((tile, sheet) => {
    paper.addPage();
    drawTile(paper, shapes, tiling, tile);
    drawFrame(paper, tiling, tile);
    drawBand(paper, tiling, words, sheet);
  });
  return paper.finish();
}

const pt = (mm: number): number => mm * PT_PER_MM;

function drawTile(paper: Paper, shapes: readonly StencilShape[], tiling: Tiling, tile: Tile): void {
  const x = (mm: number): number => pt(mm + PAD_MM - tile.x + SHEET.margin);
  const y = (mm: number): number => pt(mm + PAD_MM - tile.y + SHEET.margin);
  paper.within(pt(SHEET.margin), pt(SHEET.margin), pt(tiling.windowWidth), pt(tiling.windowHeight), () => {
    for (const shape of shapes) drawShape(paper, shape, x, y);
  });
}

const FINE = { colour: MARK_COLOUR, weight: pt(FINE_MM) } as const;

type OnPaper = (mm: number) => number;

function drawShape(paper: Paper, shape: StencilShape, x: OnPaper, y: OnPaper): void {
  switch (shape.kind) {
    case 'line': {
      const { points, colour, weight, dash } = shape;
      const style = { colour, weight: pt(weight) };
      const flat = points.flatMap((p) => [x(p.x), y(p.y)]);
      paper.path(flat, dash === undefined ? style : { ...style, dash: [pt(dash[0]), pt(dash[1])] });
      return;
    }
    case 'ring':
      paper.circle(x(shape.x), y(shape.y), pt(shape.radius), FINE);
      return;
    case 'dot':
      paper.circle(x(shape.x), y(shape.y), pt(shape.radius), { ...FINE, fill: MARK_COLOUR });
      return;
    case 'word':
      centred(paper, shape.word, x(shape.x), y(shape.y));
      return;
    default:
      shape satisfies never;
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
