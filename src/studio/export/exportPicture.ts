import { err, ok, type Result } from '../../core/result';
import type { Picture } from '../canvas/picture/picture';
import type { PictureRows } from '../workers/pictureClient';
import { encodePng, type RgbRows } from './png';

export const EXPORT_KINDS = ['after', 'before', 'sideBySide'] as const;
/** The planned picture, the bare one, or both (before on the left). */
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface ExportOptions {
  readonly signal?: AbortSignal | undefined;
  /** Share done, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** `failed`: there is no photo, or its worker had to be started anew in the middle; trying again may help. */
export type ExportProblem =
  { readonly kind: 'cancelled' } | { readonly kind: 'outOfMemory' } | { readonly kind: 'failed' };

/** A name that says what the picture is and nothing of whom it shows. */
export function exportFileName(kind: ExportKind): string {
  switch (kind) {
    case 'before':
      return 'follicle-before.png';
    case 'after':
      return 'follicle-after.png';
    case 'sideBySide':
      return 'follicle-before-and-after.png';
    default:
      return kind satisfies never;
  }
}

/**
 * A PNG at the photo's own resolution, of the scene as it stands at the call; `sideBySide` is twice as wide and a gap.
 * The pixels come from the picture's worker in bands and never pass a canvas, so no canvas limit holds, and none of the
 * photo's metadata is in it.
 */
export async function exportPicture(
  picture: Pick<Picture, 'openRows'>,
  kind: ExportKind,
  options: ExportOptions = {},
): Promise<Result<Blob, ExportProblem>> {
  const rows = picture.openRows();
  if (rows === null) return err({ kind: 'failed' });
  try {
    return ok(await encodePng(kind === 'sideBySide' ? sideBySide(rows) : oneLayer(rows, kind), options));
  } catch (error) {
    if (options.signal?.aborted === true) return err({ kind: 'cancelled' });
    return err({ kind: error instanceof RangeError ? 'outOfMemory' : 'failed' });
  } finally {
    rows.close();
  }
}

function oneLayer(picture: PictureRows, layer: 'before' | 'after'): RgbRows {
  const { width, height } = picture;
  const band = bandReader(picture, layer);
  return {
    width,
    height,
    read: async (row, rows) => {
      const rgba = await band(row, rows);
      const rgb = new Uint8Array((rgba.length / 4) * 3);
      dropAlpha(rgb, 0, rgba);
      return rgb;
    },
  };
}

/** The gap's share of a photo's width and its grey: seen, and without a hue that would colour the skin beside it. */
const GAP_SHARE = 0.004;
const GAP_GREY = 128;

function sideBySide(picture: PictureRows): RgbRows {
  const gap = Math.max(2, Math.round(picture.width * GAP_SHARE));
  const width = 2 * picture.width + gap;
  const bands = [bandReader(picture, 'before'), bandReader(picture, 'after')] as const;
  return {
    width,
    height: picture.height,
    read: async (row, rows) => {
      const [before, after] = await Promise.all([bands[0](row, rows), bands[1](row, rows)]);
      const line = picture.width * 4;
      const rgb = new Uint8Array((before.length / line) * width * 3).fill(GAP_GREY);
      for (let i = 0; i * line < before.length; i++) {
        dropAlpha(rgb, i * width * 3, before.subarray(i * line, (i + 1) * line));
        dropAlpha(rgb, (i * width + picture.width + gap) * 3, after.subarray(i * line, (i + 1) * line));
      }
      return rgb;
    },
  };
}

/** A band costs the worker the marks at its borders twice, so it is higher than the encoder's pieces. Our choice. */
const BAND_ROWS = 64;

/** Reads a layer from its top in bands; the next one is made while this one is written. */
function bandReader(
  picture: PictureRows,
  layer: 'before' | 'after',
): (row: number, rows: number) => Promise<Uint8Array> {
  const line = picture.width * 4;
  const ask = (top: number): { top: number; rgba: Promise<ArrayBuffer | null> } => {
    const rgba = top < picture.height ? picture.read(layer, top, BAND_ROWS) : Promise.resolve(null);
    // One that is never needed may fail unheard.
    rgba.catch(() => null);
    return { top, rgba };
  };
  let band = ask(0);
  let next = ask(BAND_ROWS);
  return async (row, rows) => {
    if (row >= next.top) {
      band = next;
      next = ask(band.top + BAND_ROWS);
    }
    const rgba = await band.rgba;
    if (rgba === null) throw new Error('The picture could not be read to its end.');
    return new Uint8Array(rgba).subarray((row - band.top) * line, (row - band.top + rows) * line);
  };
}

function dropAlpha(to: Uint8Array, start: number, rgba: Uint8Array): void {
  for (let from = 0, at = start; from < rgba.length; from += 4, at += 3) {
    to[at] = rgba[from] as number;
    to[at + 1] = rgba[from + 1] as number;
    to[at + 2] = rgba[from + 2] as number;
  }
}
