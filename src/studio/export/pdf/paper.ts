import PDFDocument from 'pdfkit';
import { bidiRuns, shaperText } from './bidiRuns';
import type { PaperFonts } from './fonts';
import { RIGHT_TO_LEFT } from './rightToLeft';

/** PDF points in a millimetre. */
export const PT_PER_MM = 72 / 25.4;

/** Sizes in mm: ISO 216, and ANSI Letter (8.5 × 11 inches). */
export const PAPER_MM = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } } as const;

export interface PaperOptions {
  readonly paper: keyof typeof PAPER_MM;
  readonly landscape?: boolean;
  readonly fonts: PaperFonts;
  /** Everything is laid out from the right; texts run from the right by themselves. */
  readonly rtl: boolean;
  /** BCP 47, for readers that speak. */
  readonly lang: string;
  readonly title: string;
  /** The one date that the file carries. */
  readonly date: Date;
}

type Face = 'regular' | 'bold';

export interface TextStyle {
  readonly size: number;
  readonly face?: Face;
  readonly colour?: string;
  readonly align?: 'start' | 'centre' | 'end';
}

/** Pages to write on. All lengths are points; x runs from the side where reading begins, y from the top of the page. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly rtl: boolean;
  readonly addPage: () => void;
  readonly pages: () => number;
  /** Goes back to a page, 0 for the first, to write its foot. */
  readonly turnTo: (page: number) => void;
  readonly widthOf: (text: string, style: TextStyle) => number;
  /** The lines of a text that fit a width; words too long for it are broken. */
  readonly wrapped: (text: string, width: number, style: TextStyle) => readonly string[];
  /** One line in a box from `x`, `width` wide, on a baseline. */
  readonly line: (text: string, x: number, baseline: number, width: number, style: TextStyle) => void;
  readonly rule: (x: number, y: number, width: number, colour: string, weight: number) => void;
  readonly box: (x: number, y: number, width: number, height: number, colour: string) => void;
  /** A JPEG or PNG; one that is drawn again lies in the file once. */
  readonly image: (file: ArrayBuffer, x: number, y: number, width: number, height: number) => void;
  /** A polyline x0, y0, x1, y1 … with x from the left edge of the paper in every language. */
  readonly path: (flat: ArrayLike<number>, style: PathStyle) => void;
  readonly circle: (x: number, y: number, radius: number, style: PathStyle) => void;
  /** Draws only inside a box (left edge, top, width, height) what `draw` draws. */
  readonly within: (x: number, y: number, width: number, height: number, draw: () => void) => void;
  /** The file. Nothing can be drawn any more. */
  readonly finish: () => Promise<PaperFile>;
}

export interface PaperFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Letters that were to be written and that the fonts have not, each once: boxes stand for them. */
  readonly missing: readonly string[];
}

interface PathStyle {
  readonly colour: string;
  readonly weight: number;
  readonly dash?: readonly [on: number, off: number];
  readonly fill?: string;
}

/** What pdfkit has and its types leave out. */
interface UntypedDocument {
  readonly openImage: (src: ArrayBuffer) => PDFKit.Mixins.ImageSrc;
  /** The font that is worn, as fontkit has opened it. */
  readonly _font: { readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean } };
}

interface LaidRun {
  readonly text: string;
  readonly font: string;
  readonly width: number;
}

const INK = '#1a1a1a';
// An empty list of features: pdfkit then shapes a run as a whole instead of word by word.
const WHOLE_RUN: PDFKit.Mixins.TextOptions = { lineBreak: false, features: [] };

/**
 * A document without a page yet. The same drawing with the same date gives the same bytes; of metadata it holds that
 * date, its title, its language and "Follicle" as what made it.
 */
export function openPaper({ paper, landscape = false, fonts, rtl, lang, title, date }: PaperOptions): Paper {
  const size = PAPER_MM[paper];
  const [across, down] = landscape ? [size.height, size.width] : [size.width, size.height];
  const width = across * PT_PER_MM;
  const height = down * PT_PER_MM;
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    lang,
    displayTitle: true,
    // None of pdfkit's own.
    font: '',
    info: { Title: title, Producer: 'Follicle', Creator: 'Follicle', CreationDate: date },
  });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const scripts = fonts.arabic === undefined ? { latin: fonts.latin } : { latin: fonts.latin, arabic: fonts.arabic };
  for (const [script, { regular, bold }] of Object.entries(scripts)) {
    doc.registerFont(`${script} regular`, regular);
    doc.registerFont(`${script} bold`, bold);
  }

  const opener = doc as unknown as UntypedDocument;
  const missing = new Set<string>();
  const known = new Set<string>();
  const look = (text: string): void => {
    for (const letter of text) {
      if (known.has(letter)) continue;
      known.add(letter);
      if (!opener._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) missing.add(letter);
    }
  };
  const images = new Map<ArrayBuffer, PDFKit.Mixins.ImageSrc>();
  const left = (x: number, boxWidth: number): number => (rtl ? width - x - boxWidth : x);
  const wear = (font: string, points: number): void => {
    doc.font(font).fontSize(points);
  };
  const runsOf = (text: string, { size: points, face = 'regular' }: TextStyle): readonly LaidRun[] =>
    bidiRuns(text.replaceAll(THIN_SPACES, '\u00a0'), rtl ? 'rtl' : 'ltr').map((run) => {
      const arabic = fonts.arabic !== undefined && (run.rtl || RIGHT_TO_LEFT.test(run.text));
      const font = `${arabic ? 'arabic' : 'latin'} ${face}`;
      const shaped = shaperText(run);
      wear(font, points);
      return { text: shaped, font, width: doc.widthOfString(shaped, WHOLE_RUN) };
    });
  const widthOf = (text: string, style: TextStyle): number =>
    runsOf(text, style).reduce((sum, run) => sum + run.width, 0);
  const ink = ({ colour, weight, dash }: PathStyle): void => {
    doc.lineWidth(weight).strokeColor(colour).lineJoin('round');
    if (dash === undefined) doc.undash();
    else doc.dash(dash[0], { space: dash[1] });
  };

  return {
    width,
    height,
    rtl,
    addPage: () => {
      doc.addPage();
    },
    pages: () => doc.bufferedPageRange().count,
    turnTo: (page) => {
      doc.switchToPage(page);
    },
    widthOf,
    wrapped: (text, room, style) =>
      text.split('\n').flatMap((part) => wrap(part, room, (line) => widthOf(line, style))),
    line: (text, x, baseline, boxWidth, style) => {
      const runs = runsOf(text, style);
      const whole = runs.reduce((sum, run) => sum + run.width, 0);
      const { align = 'start' } = style;
      const lead = align === 'centre' ? (boxWidth - whole) / 2 : align === 'end' ? boxWidth - whole : 0;
      let at = left(x + lead, whole);
      doc.fillColor(style.colour ?? INK);
      for (const run of runs) {
        wear(run.font, style.size);
        look(run.text);
        doc.text(run.text, at, baseline, { ...WHOLE_RUN, baseline: 'alphabetic' });
        at += run.width;
      }
    },
    rule: (x, y, length, colour, weight) => {
      const from = left(x, length);
      ink({ colour, weight });
      doc
        .moveTo(from, y)
        .lineTo(from + length, y)
        .stroke();
    },
    box: (x, y, boxWidth, boxHeight, colour) => {
      doc.rect(left(x, boxWidth), y, boxWidth, boxHeight).fill(colour);
    },
    image: (file, x, y, boxWidth, boxHeight) => {
      const opened = images.get(file) ?? opener.openImage(file);
      images.set(file, opened);
      doc.image(opened, left(x, boxWidth), y, { width: boxWidth, height: boxHeight });
    },
    path: (flat, style) => {
      if (flat.length < 4) return;
      ink(style);
      doc.moveTo(flat[0] ?? 0, flat[1] ?? 0);
      for (let i = 2; i + 1 < flat.length; i += 2) doc.lineTo(flat[i] ?? 0, flat[i + 1] ?? 0);
      if (style.fill === undefined) doc.stroke();
      else doc.closePath().fillAndStroke(style.fill, style.colour);
    },
    circle: (x, y, radius, style) => {
      ink(style);
      doc.circle(x, y, radius);
      if (style.fill === undefined) doc.stroke();
      else doc.fillAndStroke(style.fill, style.colour);
    },
    within: (x, y, boxWidth, boxHeight, draw) => {
      doc.save();
      doc.rect(x, y, boxWidth, boxHeight).clip();
      draw();
      doc.restore();
    },
    finish: async () => {
      const written = new Promise((resolve) => doc.on('end', resolve));
      doc.end();
      await written;
      return { bytes: joined(chunks), missing: [...missing] };
    },
  };
}

/** Spaces that number formats use and the font has not. */
const THIN_SPACES = /[\u2007-\u200a\u202f]/g;

function wrap(text: string, room: number, widthOf: (line: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => broken(each, room, widthOf))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}

/** A word in pieces that fit; most words are one. */
function broken(word: string, room: number, widthOf: (line: string) => number): readonly string[] {
  if (widthOf(word) <= room) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter) > room) {
      pieces.push(piece);
      piece = letter;
    } else piece += letter;
  }
  return [...pieces, piece];
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
