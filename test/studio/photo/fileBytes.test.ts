import { describe, expect, it } from 'vitest';
import { readHeaderOf, readWhole, sha256Hex } from '../../../src/studio/photo/fileBytes';
import { jpeg, jpegSegment } from './photoBytes';

const blobOf = (bytes: Uint8Array, type = ''): Blob => new Blob([Uint8Array.from(bytes)], { type });

/** A blob that counts how many bytes were read through slices of it. */
class CountingBlob extends Blob {
  bytesRead = 0;
  override slice(start = 0, end = this.size, type?: string): Blob {
    this.bytesRead += end - start;
    return super.slice(start, end, type);
  }
}

class UnreadableBlob extends Blob {
  override slice(): Blob {
    return this;
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('gone', 'NotReadableError'));
  }
  override stream(): ReturnType<Blob['stream']> {
    return new ReadableStream({ pull: (controller) => controller.error(new DOMException('gone', 'NotReadableError')) });
  }
}

const segments = (count: number): number[] =>
  Array.from({ length: count }, () => jpegSegment(0xe2, new Array<number>(60_000).fill(1))).flat();

describe('reading a header', () => {
  it('takes 256 kB of a large file where that is enough', async () => {
    const file = new CountingBlob([Uint8Array.from([...jpeg(800, 600), ...new Array<number>(900_000).fill(0)])]);
    expect(await readHeaderOf(file)).toMatchObject({ ok: true, value: { width: 800, height: 600 } });
    expect(file.bytesRead).toBe(256 * 1024);
  });

  it('reads on where the size lies behind half a megabyte of other segments', async () => {
    const file = new CountingBlob([
      Uint8Array.from([...jpeg(800, 600, segments(9)), ...new Array<number>(4_000_000).fill(0)]),
    ]);
    expect(await readHeaderOf(file)).toMatchObject({ ok: true, value: { width: 800, height: 600 } });
    expect(file.bytesRead).toBe((256 + 1024) * 1024);
  });

  it('ends in a refusal where segments follow segments to the end of the file', async () => {
    const endless = Uint8Array.from([0xff, 0xd8, ...segments(30)]);
    expect(await readHeaderOf(blobOf(endless))).toMatchObject({ error: { kind: 'truncated' } });
  });

  it('goes by the bytes, whatever the declared type', async () => {
    expect(await readHeaderOf(blobOf(jpeg(8, 6), 'image/svg+xml'))).toMatchObject({ value: { format: 'jpeg' } });
  });

  it('of a file that went away is unreadable, as is its whole', async () => {
    const gone = new UnreadableBlob(['x']);
    expect(await readHeaderOf(gone)).toMatchObject({ error: { kind: 'unreadable' } });
    expect(await readWhole(gone, () => undefined)).toMatchObject({ error: { kind: 'unreadable' } });
  });
});

describe('reading the whole file', () => {
  it('gives the same bytes and rising fractions that end at 1', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 31) % 251);
    const fractions: number[] = [];
    const whole = await readWhole(blobOf(bytes), (fraction) => fractions.push(fraction));
    expect(whole).toEqual({ ok: true, value: bytes });
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  it('stops when cancelled', async () => {
    const signal = AbortSignal.abort();
    expect(await readWhole(blobOf(jpeg(8, 6)), () => undefined, signal)).toMatchObject({
      error: { kind: 'cancelled' },
    });
  });
});

describe('the SHA-256', () => {
  it('of "abc" is the one in FIPS 180-4', async () => {
    expect(await sha256Hex(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
