import type { PictureRows } from '../workers/pictureClient';
import type { RgbRows } from './png';

/** A small picture that is there already: 3 bytes (sRGB) a pixel, row by row. */
export interface RgbRaster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** One layer of the photo, without its alpha. */
export function layerRows(picture: PictureRows, layer: 'before' | 'after'): RgbRows {
  const { width, height } = picture;
  const band = bandReader(picture, layer);
  return {
    width,
    height,
    read: async (row, rows) => {
      const rgba = await band(row, rows);
      const rgb = new Uint8Array((rgba.length / 4) * 3);
      for (let from = 0, at = 0; from < rgba.length; from += 4, at += 3) {
        rgb[at] = rgba[from] as number;
        rgb[at + 1] = rgba[from + 1] as number;
        rgb[at + 2] = rgba[from + 2] as number;
      }
      return rgb;
    },
  };
}

export const rasterRows = ({ width, height, rgb }: RgbRaster): RgbRows => ({
  width,
  height,
  read: (row, rows) => Promise.resolve(rgb.subarray(row * width * 3, Math.min(height, row + rows) * width * 3)),
});

/** Pictures of one height side by side in their order, a gap of one grey between them. */
export function beside(parts: readonly RgbRows[], gapPx: number, gapGrey: number): RgbRows {
  const height = Math.min(...parts.map((part) => part.height));
  const width = parts.reduce((sum, part) => sum + part.width, gapPx * (parts.length - 1));
  return {
    width,
    height,
    read: async (row, rows) => {
      const read = await Promise.all(parts.map((part) => part.read(row, Math.min(rows, height - row))));
      const count = Math.min(...read.map((rgb, index) => rgb.length / ((parts[index]?.width ?? 1) * 3)));
      const whole = new Uint8Array(width * count * 3).fill(gapGrey);
      let left = 0;
      read.forEach((rgb, index) => {
        const line = (parts[index]?.width ?? 0) * 3;
        for (let i = 0; i < count; i++) whole.set(rgb.subarray(i * line, (i + 1) * line), i * width * 3 + left);
        left += line + gapPx * 3;
      });
      return whole;
    },
  };
}

/** Pictures of one width under each other in their order. */
export function stacked(parts: readonly RgbRows[]): RgbRows {
  const height = parts.reduce((sum, part) => sum + part.height, 0);
  return {
    width: parts[0]?.width ?? 0,
    height,
    read: (row, rows) => {
      let top = 0;
      for (const part of parts) {
        const within = row - top;
        if (within < part.height) return part.read(within, Math.min(rows, part.height - within));
        top += part.height;
      }
      return Promise.reject(new RangeError('No such row.'));
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
