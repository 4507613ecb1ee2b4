import type { Page } from 'playwright-core';
import { ascii, exifSegment, jpegSegment, splice } from '../studio/photo/photoBytes';

/**
 * An upright JPEG of 1,200 × 1,600, grey with skin in its middle, with EXIF and a comment of so many words. Grained, no run
 * of its bytes is like any other's.
 */
export async function clientPhoto(page: Page, comment: string, grained = false): Promise<Buffer> {
  const bytes = await page.evaluate(
    async (grains) => {
      const canvas = new OffscreenCanvas(1200, 1600);
      const context = canvas.getContext('2d');
      if (context === null) return [];
      context.fillStyle = 'rgb(90, 92, 95)';
      context.fillRect(0, 0, 1200, 1600);
      context.fillStyle = 'rgb(214, 172, 150)';
      context.fillRect(180, 130, 840, 1280);
      let grain = 1;
      for (let i = 0; i < grains; i++) {
        grain = (Math.imul(grain, 1664525) + 1013904223) >>> 0;
        context.fillStyle = `rgb(0 0 0 / ${String((grain % 97) / 1000)})`;
        context.fillRect((grain >>> 8) % 1200, (grain >>> 12) % 1600, 6, 6);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
      return Array.from(new Uint8Array(await blob.arrayBuffer()));
    },
    grained ? 40_000 : 0,
  );
  const withExif = splice(Uint8Array.from(bytes), 2, exifSegment(1, 'big'));
  return Buffer.from(splice(withExif, 2, jpegSegment(0xfe, ascii(comment))));
}
