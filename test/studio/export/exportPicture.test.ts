import { describe, expect, it } from 'vitest';
import { exportFileName, EXPORT_KINDS, exportPicture } from '../../../src/studio/export/exportPicture';
import type { RgbRaster } from '../../../src/studio/export/rgbRows';
import type { PictureRows } from '../../../src/studio/workers/pictureClient';
import { decodeRgbPng } from './decodePng';

const WIDTH = 500;
const HEIGHT = 150;

/** A photo whose layers differ: after is the negative of before. */
function pictureWith(change: Partial<PictureRows> = {}): { openRows: () => PictureRows; closed: () => number } {
  let closed = 0;
  const read: PictureRows['read'] = (layer, row, rows) => {
    const height = Math.min(rows, HEIGHT - row);
    const rgba = new Uint8Array(WIDTH * height * 4);
    for (let i = 0; i < rgba.length; i++) {
      const value = i % 4 === 3 ? 255 : (Math.floor(i / 4) + row * WIDTH + 50 * (i % 4)) & 255;
      rgba[i] = layer === 'before' || i % 4 === 3 ? value : 255 - value;
    }
    return Promise.resolve(rgba.buffer);
  };
  const rows = { width: WIDTH, height: HEIGHT, read, close: () => closed++, ...change };
  return { openRows: () => rows, closed: () => closed };
}

const valueAt = (x: number, y: number, channel: number): number => (x + y * WIDTH + 50 * channel) & 255;

async function decoded(kind: (typeof EXPORT_KINDS)[number]): Promise<ReturnType<typeof decodeRgbPng>> {
  const made = await exportPicture(pictureWith(), kind);
  if (!made.ok) throw new Error(made.error.kind);
  return decodeRgbPng(new Uint8Array(await made.value.arrayBuffer()));
}

describe('exportPicture', () => {
  it('writes each layer at the size of the photo, pixel for pixel', async () => {
    for (const kind of ['before', 'after'] as const) {
      const { width, height, rgb } = await decoded(kind);
      expect([width, height]).toEqual([WIDTH, HEIGHT]);
      for (const [x, y] of [
        [0, 0],
        [499, 63],
        [3, 64],
        [250, 128],
        [499, 149],
      ] as const) {
        for (let channel = 0; channel < 3; channel++) {
          const value = valueAt(x, y, channel);
          expect(rgb[(y * WIDTH + x) * 3 + channel]).toBe(kind === 'before' ? value : 255 - value);
        }
      }
    }
  });

  it('puts before left of after with a thin neutral gap', async () => {
    const { width, height, rgb } = await decoded('sideBySide');
    const gap = width - 2 * WIDTH;
    expect(height).toBe(HEIGHT);
    expect(gap).toBeGreaterThan(0);
    expect(gap).toBeLessThan(WIDTH / 50);
    for (const y of [0, 70, 149]) {
      expect(rgb[(y * width + 20) * 3]).toBe(valueAt(20, y, 0));
      expect(rgb[(y * width + WIDTH + gap + 20) * 3]).toBe(255 - valueAt(20, y, 0));
      const between = rgb.subarray((y * width + WIDTH) * 3, (y * width + WIDTH + gap) * 3);
      expect(new Set(between).size).toBe(1);
    }
  });

  it('sets every session of a strip beside the others, each over its words, and one line below them all', async () => {
    const scenes: unknown[] = [];
    const whole = pictureWith();
    const raster = (width: number, height: number, value: number): RgbRaster => ({
      width,
      height,
      rgb: new Uint8Array(width * height * 3).fill(value),
    });
    const made = await exportPicture(
      {
        openRows: (wanted) => {
          if (wanted?.scene !== undefined) scenes.push(wanted.scene);
          return whole.openRows();
        },
      },
      'steps',
      {
        steps: [
          { caption: '7', scene: null },
          { caption: '9', scene: null },
        ],
        words: {
          caption: (words, width) => raster(width, 20, Number(words)),
          footer: (width, photoWidth) => raster(width, 10, photoWidth === WIDTH ? 5 : 0),
        },
      },
    );
    if (!made.ok) throw new Error(made.error.kind);
    const { width, height, rgb } = decodeRgbPng(new Uint8Array(await made.value.arrayBuffer()));
    expect(scenes).toEqual([null, null]);
    expect(height).toBe(HEIGHT + 20 + 10);
    const at = (x: number, y: number): number => rgb[(y * width + x) * 3] ?? -1;
    expect([at(3, 100), at(width - WIDTH + 3, 100)]).toEqual([255 - valueAt(3, 100, 0), 255 - valueAt(3, 100, 0)]);
    expect([at(10, HEIGHT + 4), at(width - 10, HEIGHT + 19)]).toEqual([7, 9]);
    expect([at(0, height - 10), at(width - 1, height - 1)]).toEqual([5, 5]);
    expect(whole.closed()).toBe(3);
  });

  it('asks for the picture at the scale that it is told', async () => {
    const wanted: unknown[] = [];
    const whole = pictureWith();
    const picture = { openRows: (scale?: unknown) => (wanted.push(scale), whole.openRows()) };
    await exportPicture(picture, 'after', { scale: 0.5 });
    await exportPicture(picture, 'after');
    expect(wanted).toEqual([{ scale: 0.5 }, undefined]);
  });

  it('says what went wrong, and always closes the picture', async () => {
    const aborter = new AbortController();
    aborter.abort();
    const whole = pictureWith();
    expect(await exportPicture(whole, 'after', { signal: aborter.signal })).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(whole.closed()).toBe(1);
    const lost = pictureWith({ read: () => Promise.resolve(null) });
    expect(await exportPicture(lost, 'after')).toEqual({ ok: false, error: { kind: 'failed' } });
    expect(lost.closed()).toBe(1);
    const large = pictureWith({ read: () => Promise.reject(new RangeError('Array buffer allocation failed')) });
    expect(await exportPicture(large, 'after')).toEqual({ ok: false, error: { kind: 'outOfMemory' } });
    expect(await exportPicture({ openRows: () => null }, 'after')).toEqual({ ok: false, error: { kind: 'failed' } });
  });

  it('names files without a word about whom they show', () => {
    const names = EXPORT_KINDS.map(exportFileName);
    expect(new Set(names).size).toBe(EXPORT_KINDS.length);
    for (const name of names) expect(name).toMatch(/^follicle-[a-z-]+\.png$/);
  });
});
