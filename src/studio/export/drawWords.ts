import type { ExportWords } from './exportPicture';
import type { RgbRaster } from './rgbRows';

const GROUND = '#0b0b0b';
const INK = '#ededed';
const QUIET = '#a8a8a8';
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

// Shares of one photo's width: read at arm's length once the picture fills a phone. Our choice.
const CAPTION_SHARE = 0.05;
const FOOTER_SHARE = 0.03;
/** The least letters that are still letters, px. */
const LEAST_PX = 11;
/** What the clinic's image may take of the line's width and of its height. */
const MARK_WIDTH = 0.34;
const MARK_HEIGHT = 0.66;
/** An image darker than this (mean of its opaque pixels, 0–255) is laid on a light plate. */
const DARK_MARK = 90;
const PLATE = '#f2f2f2';

interface WordsToDraw {
  readonly direction: 'ltr' | 'rtl';
  /** Always said: that the picture is an estimate. */
  readonly estimate: string;
  /** The clinic's line, or nothing. */
  readonly line: string;
  /** The clinic's image as a data address. */
  readonly image: string | null;
}

/** Draws words on near-black as strips to be set below pictures. An image that cannot be read is left out. */
export async function wordDrawer(words: WordsToDraw): Promise<ExportWords> {
  const mark = words.image === null ? null : await markOf(words.image);
  return {
    caption: (text, width) =>
      drawn(width, Math.round(width * CAPTION_SHARE * 2.1), (context, height) => {
        const px = fitted(context, text, Math.round(width * CAPTION_SHARE), width * 0.92);
        context.font = `${String(px)}px ${FONT}`;
        context.fillStyle = INK;
        context.textAlign = 'center';
        context.direction = words.direction;
        context.fillText(text, width / 2, height / 2);
      }),
    footer: (width, photoWidth) =>
      drawn(width, Math.max(2 * LEAST_PX, Math.round(photoWidth * FOOTER_SHARE * 2.6)), (context, height) => {
        drawFooter(context, width, height, photoWidth, words, mark);
      }),
  };
}

interface Mark {
  readonly image: HTMLImageElement;
  readonly dark: boolean;
}

async function markOf(address: string): Promise<Mark | null> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    return null;
  }
  return { image, dark: isDark(image) };
}

function isDark(image: HTMLImageElement): boolean {
  const side = 32;
  const context = new OffscreenCanvas(side, side).getContext('2d');
  if (context === null) return false;
  context.drawImage(image, 0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  let light = 0;
  let cover = 0;
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] as number;
    light +=
      alpha * (0.2126 * (data[i] as number) + 0.7152 * (data[i + 1] as number) + 0.0722 * (data[i + 2] as number));
    cover += alpha;
  }
  return cover > 0 && light / cover < DARK_MARK;
}

function drawFooter(
  context: OffscreenCanvasRenderingContext2D,
  width: number,
  height: number,
  photoWidth: number,
  words: WordsToDraw,
  mark: Mark | null,
): void {
  const pad = Math.round(height * 0.4);
  const rtl = words.direction === 'rtl';
  context.direction = words.direction;
  const taken = mark === null ? 0 : drawMark(context, width, height, pad, rtl, mark) + pad;
  const room = width - 2 * pad - taken;
  const both = words.line === '' ? words.estimate : `${words.estimate}   ${words.line}`;
  const px = fitted(context, both, Math.max(LEAST_PX, Math.round(photoWidth * FOOTER_SHARE)), room);
  context.font = `${String(px)}px ${FONT}`;
  context.textAlign = 'start';
  context.fillStyle = QUIET;
  context.fillText(words.estimate, rtl ? width - pad : pad, height / 2);
  context.textAlign = 'end';
  context.fillStyle = INK;
  context.fillText(words.line, rtl ? pad + taken : width - pad - taken, height / 2);
}

/** At the line's end; returns the width that it took. */
function drawMark(
  context: OffscreenCanvasRenderingContext2D,
  width: number,
  height: number,
  pad: number,
  rtl: boolean,
  { image, dark }: Mark,
): number {
  const scale = Math.min((height * MARK_HEIGHT) / image.naturalHeight, (width * MARK_WIDTH) / image.naturalWidth);
  const size = { width: image.naturalWidth * scale, height: image.naturalHeight * scale };
  const left = rtl ? pad : width - pad - size.width;
  const top = (height - size.height) / 2;
  if (dark) {
    const rim = Math.round(height * 0.08);
    context.fillStyle = PLATE;
    context.fillRect(left - 2 * rim, top - rim, size.width + 4 * rim, size.height + 2 * rim);
  }
  context.drawImage(image, left, top, size.width, size.height);
  return size.width;
}

/** The letters' height in px at which the words fit, at most `px`. */
function fitted(context: OffscreenCanvasRenderingContext2D, words: string, px: number, room: number): number {
  context.font = `${String(px)}px ${FONT}`;
  const { width } = context.measureText(words);
  return width <= room ? px : Math.max(LEAST_PX, Math.floor((px * room) / width));
}

function drawn(
  width: number,
  height: number,
  draw: (context: OffscreenCanvasRenderingContext2D, height: number) => void,
): RgbRaster {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new RangeError('There is no canvas for these words.');
  context.fillStyle = GROUND;
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'middle';
  context.imageSmoothingQuality = 'high';
  draw(context, height);
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, at = 0; from < data.length; from += 4, at += 3) {
    rgb.set(data.subarray(from, from + 3), at);
  }
  return { width, height, rgb };
}
