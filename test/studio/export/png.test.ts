import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32, encodePng, type RgbRows } from '../../../src/studio/export/png';
import { chunksOf, decodeRgbPng } from './decodePng';

/** A picture with flat, smooth and noisy parts, so that every filter is chosen somewhere. */
function picture(width: number, height: number): { rows: RgbRows; bytes: Uint8Array } {
  const bytes = new Uint8Array(width * height * 3);
  for (let i = 0; i < bytes.length; i++) {
    const x = Math.floor(i / 3) % width;
    const y = Math.floor(i / 3 / width);
    const noise = Math.imul(i + 1, 0x9e3779b1) >>> 24;
    bytes[i] = y < height / 3 ? 40 : y < (2 * height) / 3 ? (x + 2 * y + (i % 3) * 9) & 255 : noise;
  }
  const read = (row: number, rows: number): Promise<Uint8Array> =>
    Promise.resolve(bytes.subarray(row * width * 3, (row + rows) * width * 3));
  return { rows: { width, height, read }, bytes };
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

describe('encodePng', () => {
  it('gives back every byte', async () => {
    for (const [width, height] of [
      [1, 1],
      [7, 30],
      [333, 300],
    ] as const) {
      const { rows, bytes } = picture(width, height);
      const decoded = decodeRgbPng(await bytesOf(await encodePng(rows)));
      expect([decoded.width, decoded.height]).toEqual([width, height]);
      expect(Buffer.compare(decoded.rgb, bytes)).toBe(0);
    }
  });

  it('holds header, colour space, pixels and end, and nothing else of anyone', async () => {
    const png = await bytesOf(await encodePng(picture(64, 64).rows));
    const chunks = chunksOf(png);
    expect(new Set(chunks.map(({ name }) => name))).toEqual(new Set(['IHDR', 'sRGB', 'IDAT', 'IEND']));
    expect(chunks.map(({ name }) => name).filter((name) => name !== 'IDAT')).toEqual(['IHDR', 'sRGB', 'IEND']);
    for (const { checked } of chunks) expect(checked).toBe(true);
  });

  it('is smaller than the pixels unfiltered where the picture is smooth', async () => {
    const { rows } = picture(300, 300);
    const smooth: RgbRows = { ...rows, read: (row, count) => rows.read(100 + (row % 90), Math.min(count, 1)) };
    const blob = await encodePng(smooth);
    expect(blob.size).toBeLessThan(300 * 300 * 0.2);
  });

  it('tells its progress and stops when it is aborted', async () => {
    const shares: number[] = [];
    const aborter = new AbortController();
    const { rows } = picture(2000, 300);
    const work = encodePng(rows, {
      signal: aborter.signal,
      onProgress: (share) => {
        shares.push(share);
        if (share > 0.4) aborter.abort();
      },
    });
    await expect(work).rejects.toThrow();
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThan(0.6);
  });

  it('rejects with what the rows reject with', async () => {
    const rows: RgbRows = { width: 4, height: 4, read: () => Promise.reject(new Error('gone')) };
    await expect(encodePng(rows)).rejects.toThrow('gone');
  });
});

describe('crc32', () => {
  it('agrees with the check value of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});

describe('the decoder of these tests', () => {
  it('notices a damaged pixel', async () => {
    const { rows, bytes } = picture(20, 20);
    const damaged = {
      ...rows,
      read: async (row: number, count: number) => (await rows.read(row, count)).map((b, i) => (i === 5 ? b ^ 1 : b)),
    };
    const decoded = decodeRgbPng(await bytesOf(await encodePng(damaged)));
    expect(Buffer.compare(decoded.rgb, bytes)).not.toBe(0);
    expect(() => inflateSync(new Uint8Array(4))).toThrow();
  });
});
