import { rowFilter } from './pngFilter';

/** A picture that is read from the top in bands of whole rows, three bytes (sRGB) a pixel. */
export interface RgbRows {
  readonly width: number;
  readonly height: number;
  /** The rows from `row` on, at least one and at most `rows`. */
  readonly read: (row: number, rows: number) => Promise<Uint8Array>;
}

/** Rows of about this many bytes are filtered and packed at a time: some milliseconds of work. Our choice. */
const PIECE_BYTES = 96 * 1024;

/**
 * Writes a PNG of 8-bit RGB: header, sRGB, pixels, end, and no other chunk, so nothing but the picture leaves. Its size
 * is not bound by that of any canvas. Between pieces the page is let breathe. Rejects with the signal's reason when
 * aborted, and with what `read` rejects with.
 */
export async function encodePng(
  picture: RgbRows,
  options: { signal?: AbortSignal | undefined; onProgress?: ((share: number) => void) | undefined } = {},
): Promise<Blob> {
  const { width, height } = picture;
  const packed = packedBytes();
  const { filter } = rowFilter(width);
  const rowsAtOnce = Math.max(1, Math.floor(PIECE_BYTES / (3 * width)));
  try {
    for (let row = 0; row < height;) {
      options.signal?.throwIfAborted();
      const rows = await picture.read(row, Math.min(rowsAtOnce, height - row));
      await packed.write(filter(rows));
      row += rows.length / (3 * width);
      options.onProgress?.(row / height);
      await breath();
    }
    const data = await packed.close();
    const parts = [SIGNATURE, header(width, height), chunk('sRGB', Uint8Array.of(0)), ...data, chunk('IEND', NOTHING)];
    return new Blob(parts, { type: 'image/png' });
  } catch (error) {
    await packed.abort(error);
    throw error;
  }
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const NOTHING = new Uint8Array(0);

function header(width: number, height: number): Uint8Array<ArrayBuffer> {
  const fields = new Uint8Array(13);
  const view = new DataView(fields.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  // 8 bits, RGB, deflate, adaptive filters, not interlaced.
  fields.set([8, 2, 0, 0, 0], 8);
  return chunk('IHDR', fields);
}

/** Length, name, bytes and checksum. */
function chunk(name: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes.length + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, bytes.length);
  for (let i = 0; i < 4; i++) whole[4 + i] = name.charCodeAt(i);
  whole.set(bytes, 8);
  view.setUint32(whole.length - 4, crc32(whole.subarray(4, -4)));
  return whole;
}

const CRC_OF_BYTE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** The checksum of PNG chunks (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) {
    crc = (CRC_OF_BYTE[(crc ^ (bytes[i] as number)) & 255] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

interface PackedBytes {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** The data chunks, once everything is written. */
  readonly close: () => Promise<Uint8Array<ArrayBuffer>[]>;
  readonly abort: (reason: unknown) => Promise<void>;
}

/** The platform's zlib; what comes out of it is gathered as it comes. */
function packedBytes(): PackedBytes {
  const stream = new CompressionStream('deflate');
  const writer = stream.writable.getWriter();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const gathered = (async () => {
    const reader = stream.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      chunks.push(chunk('IDAT', value));
    }
  })();
  return {
    write: (bytes) => writer.write(bytes),
    close: async () => {
      await writer.close();
      await gathered;
      return chunks;
    },
    abort: async (reason) => {
      await Promise.allSettled([writer.abort(reason), gathered]);
    },
  };
}

/** Lets the page answer what has come in meanwhile. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
