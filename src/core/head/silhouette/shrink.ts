import type { SmallPicture } from './background';

export interface ShrunkPicture extends SmallPicture {
  readonly rgba: Uint8ClampedArray;
  /** Pixels of the whole picture to one of these, along each side. */
  readonly factor: number;
}

/**
 * A picture made smaller by a whole factor so that its longer side has at most so many pixels; each is the mean of up to
 * nine of its block, which is enough to still the noise.
 */
export function shrink(picture: SmallPicture, longerPx: number): ShrunkPicture {
  const factor = Math.max(1, Math.ceil(Math.max(picture.width, picture.height) / longerPx));
  const width = Math.floor(picture.width / factor);
  const height = Math.floor(picture.height / factor);
  const rgba = new Uint8ClampedArray(width * height * 4);
  const places = Array.from({ length: Math.min(3, factor) }, (_, i) =>
    Math.floor(((i + 0.5) / Math.min(3, factor)) * factor),
  );
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let [r, g, b] = [0, 0, 0];
      for (const down of places)
        for (const right of places) {
          const from = ((y * factor + down) * picture.width + x * factor + right) * 4;
          r += picture.rgba[from] as number;
          g += picture.rgba[from + 1] as number;
          b += picture.rgba[from + 2] as number;
        }
      const count = places.length * places.length;
      const to = (y * width + x) * 4;
      rgba[to] = r / count;
      rgba[to + 1] = g / count;
      rgba[to + 2] = b / count;
      rgba[to + 3] = 255;
    }
  return { width, height, rgba, factor };
}
