/** JPEG and WebP by the encoders of a real browser. */
import type { Browser } from 'playwright-core';
import type { Photo } from './photo';

export type PictureType = 'image/jpeg' | 'image/webp';

/** Encodes with the best quality (steps of 0.02 from `best`) that stays within `limitBytes`. */
export async function encode(
  browser: Browser,
  photo: Photo,
  type: PictureType,
  limitBytes: number,
  best: number,
): Promise<{ bytes: Buffer; quality: number }> {
  const page = await browser.newPage();
  try {
    const encoded = await page.evaluate(
      async ({ base64, width, height, type, limitBytes, best }) => {
        const rgb = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const image = new ImageData(width, height);
        for (let o = 0, q = 0; o < rgb.length; o += 3, q += 4) {
          image.data[q] = rgb[o] ?? 0;
          image.data[q + 1] = rgb[o + 1] ?? 0;
          image.data[q + 2] = rgb[o + 2] ?? 0;
          image.data[q + 3] = 255;
        }
        const canvas = new OffscreenCanvas(width, height);
        canvas.getContext('2d')?.putImageData(image, 0, 0);
        for (let quality = best; quality > 0.3; quality -= 0.02) {
          const blob = await canvas.convertToBlob({ type, quality });
          if (blob.size > limitBytes) continue;
          const bytes = new Uint8Array(await blob.arrayBuffer());
          let text = '';
          for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
          return { base64: btoa(text), quality };
        }
        return null;
      },
      {
        base64: Buffer.from(photo.rgb.buffer).toString('base64'),
        width: photo.width,
        height: photo.height,
        type,
        limitBytes,
        best,
      },
    );
    if (!encoded)
      throw new Error(`no quality brings a ${photo.width} × ${photo.height} picture under ${limitBytes} bytes`);
    return { bytes: Buffer.from(encoded.base64, 'base64'), quality: encoded.quality };
  } finally {
    await page.close();
  }
}

const linear = Float32Array.from({ length: 256 }, (_, i) =>
  i / 255 <= 0.04045 ? i / 255 / 12.92 : Math.pow((i / 255 + 0.055) / 1.055, 2.4),
);

/** The photo at 1/factor of its size, averaged in linear light; `factor` divides both sides. */
export function shrink(photo: Photo, factor: number): Photo {
  const width = photo.width / factor;
  const height = photo.height / factor;
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++)
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let b = 0; b < factor; b++)
          for (let a = 0; a < factor; a++) {
            const o = ((j * factor + b) * photo.width + i * factor + a) * 3 + c;
            sum += linear[photo.rgb[o] as number] as number;
          }
        const x = sum / (factor * factor);
        rgb[(j * width + i) * 3 + c] = 255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - 0.055);
      }
  return { width, height, rgb };
}
