import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { photoReachesEnd, readPhotoHeader } from '../../../src/studio/photo/header';
import type { PhotoFormat } from '../../../src/studio/photo/header';
import {
  ascii,
  exifBlock,
  exifSegment,
  extendedChunk,
  iso,
  jpeg,
  jpegSegment,
  losslessChunk,
  lossyChunk,
  png,
  riffChunk,
  uint,
  webp,
} from './photoBytes';

const read = (bytes: Uint8Array, totalBytes = bytes.length): ReturnType<typeof readPhotoHeader> =>
  readPhotoHeader(bytes, totalBytes);

const outcome = (bytes: Uint8Array, totalBytes = bytes.length): string => {
  const result = read(bytes, totalBytes);
  return result.ok ? 'ok' : result.error.kind;
};

const orientationOf = (bytes: Uint8Array): number | undefined => {
  const result = read(bytes);
  return result.ok ? result.value.orientation : undefined;
};

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

describe('a JPEG', () => {
  it.each([0xc0, 0xc1, 0xc2])('gives its size from frame marker %i, as stored', (marker) => {
    expect(read(jpeg(4032, 3024, exifSegment(6, 'big'), marker))).toEqual({
      ok: true,
      value: { format: 'jpeg', width: 4032, height: 3024, orientation: 6 },
    });
  });

  it.each(EIGHT)('gives orientation %i in both byte orders', (orientation) => {
    expect(orientationOf(jpeg(8, 6, exifSegment(orientation, 'big')))).toBe(orientation);
    expect(orientationOf(jpeg(8, 6, exifSegment(orientation, 'little')))).toBe(orientation);
  });

  it('is upright where the orientation is absent, 0, 9 or in a block that is no EXIF', () => {
    const xmp = jpegSegment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x/>'));
    for (const segments of [[], exifSegment(0, 'big'), exifSegment(9, 'little'), xmp]) {
      expect(orientationOf(jpeg(8, 6, segments))).toBe(1);
    }
  });

  it('finds the EXIF behind other application segments', () => {
    const xmp = jpegSegment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x/>'));
    expect(orientationOf(jpeg(8, 6, [...jpegSegment(0xe0, ascii('JFIF\0')), ...xmp, ...exifSegment(8, 'big')]))).toBe(
      8,
    );
  });

  it('is not misled by the frame header of an embedded thumbnail', () => {
    const thumbnail = jpegSegment(0xe1, [...ascii('Exif\0\0'), ...jpeg(160, 120)]);
    expect(read(jpeg(4000, 3000, thumbnail))).toMatchObject({ value: { width: 4000, height: 3000 } });
  });

  it('asks for more where large segments push the size out of the first bytes', () => {
    const large = Array.from({ length: 6 }, () => jpegSegment(0xe2, new Array<number>(65_000).fill(1))).flat();
    const whole = jpeg(4000, 3000, large);
    const first = read(whole.subarray(0, 262_144), whole.length);
    expect(first).toMatchObject({ ok: false, error: { kind: 'moreBytesNeeded' } });
    if (first.ok || first.error.kind !== 'moreBytesNeeded') return;
    expect(first.error.upToByte).toBeGreaterThan(262_144);
    expect(first.error.upToByte).toBeLessThanOrEqual(whole.length);
    expect(outcome(whole)).toBe('ok');
  });

  it('without a frame before its picture data is refused as damaged', () => {
    expect(outcome(Uint8Array.from([0xff, 0xd8, ...jpegSegment(0xda, [1, 1, 0, 0, 63, 0]), 0xff, 0xd9]))).toBe(
      'decodeFailed',
    );
  });
});

describe('a PNG', () => {
  it('gives its size and the orientation of its eXIf chunk', () => {
    const bytes = png(300, 200, { exif: exifBlock(5, 'big') });
    expect(read(bytes)).toEqual({ ok: true, value: { format: 'png', width: 300, height: 200, orientation: 5 } });
  });

  it('with two frames is animated, with one it is a photo', () => {
    expect(outcome(png(3, 2, { frameCount: 2 }))).toBe('animated');
    expect(outcome(png(3, 2, { frameCount: 1 }))).toBe('ok');
  });
});

describe('a WebP', () => {
  it('gives its size in all three forms', () => {
    for (const bytes of [
      webp(lossyChunk(1000, 700)),
      webp(losslessChunk(1000, 700)),
      webp(extendedChunk(0, 1000, 700), lossyChunk(1000, 700)),
    ]) {
      expect(read(bytes)).toMatchObject({ value: { format: 'webp', width: 1000, height: 700, orientation: 1 } });
    }
  });

  it('gives the orientation from the EXIF chunk behind the picture, asking for the bytes up to it', () => {
    const bytes = webp(extendedChunk(8, 60, 40), lossyChunk(60, 40), riffChunk('EXIF', exifBlock(7, 'little')));
    expect(orientationOf(bytes)).toBe(7);
    expect(outcome(bytes.subarray(0, 40), bytes.length)).toBe('moreBytesNeeded');
  });

  it('with the animation flag is animated', () => {
    expect(outcome(webp(extendedChunk(2, 60, 40), riffChunk('ANIM', [0, 0, 0, 0, 0, 0])))).toBe('animated');
  });
});

describe('an AVIF or HEIC', () => {
  it('gives the size of its primary picture, not of a tile or thumbnail', () => {
    const bytes = iso(4032, 3024, { otherSize: [512, 512] });
    expect(read(bytes)).toEqual({ ok: true, value: { format: 'heic', width: 4032, height: 3024, orientation: 1 } });
    expect(read(iso(40, 30, { otherSize: [512, 512] }))).toMatchObject({ value: { width: 40, height: 30 } });
  });

  it('is told apart by its brands', () => {
    expect(read(iso(8, 6, { brands: ['avif', 'mif1', 'miaf'] }))).toMatchObject({ value: { format: 'avif' } });
    expect(read(iso(8, 6, { brands: ['mif1', 'avif'] }))).toMatchObject({ value: { format: 'avif' } });
    expect(read(iso(8, 6, { brands: ['mif1', 'heic'] }))).toMatchObject({ value: { format: 'heic' } });
    expect(outcome(iso(8, 6, { brands: ['isom', 'mp42'] }))).toBe('notAPhoto');
    expect(outcome(iso(8, 6, { brands: ['qt  '] }))).toBe('notAPhoto');
  });

  // The expected numbers are worked out by hand from where the stored picture's top left corner comes to lie.
  it.each([
    [undefined, undefined, 1],
    [1, undefined, 8],
    [2, undefined, 3],
    [3, undefined, 6],
    [undefined, 0, 4],
    [undefined, 1, 2],
    [1, 0, 5],
    [3, 0, 7],
    [1, 1, 7],
    [3, 1, 5],
  ])('turned %s quarters and mirrored about %s is orientation %i', (quarterTurns, mirrorAxis, orientation) => {
    const turn = quarterTurns === undefined ? {} : { quarterTurns };
    const mirror = mirrorAxis === undefined ? {} : { mirrorAxis };
    expect(orientationOf(iso(8, 6, { ...turn, ...mirror }))).toBe(orientation);
  });

  it.each(['avis', 'msf1', 'hevc', 'hevx'])('of the sequence brand %s is animated', (brand) => {
    expect(outcome(iso(8, 6, { brands: [brand, 'mif1'] }))).toBe('animated');
  });

  it('that only lists a sequence brand as compatible is a photo', () => {
    expect(outcome(iso(8, 6, { brands: ['heic', 'mif1', 'msf1'] }))).toBe('ok');
  });

  it('whose picture data come first asks for the bytes behind them', () => {
    const plain = Array.from(iso(80, 60));
    const ftypBytes = plain[3] ?? 0;
    const first = [
      ...plain.slice(0, ftypBytes),
      ...uint(100_008, 4),
      ...ascii('mdat'),
      ...new Array<number>(100_000).fill(0),
    ];
    const whole = Uint8Array.from([...first, ...plain.slice(ftypBytes)]);
    expect(outcome(whole.subarray(0, 4096), whole.length)).toBe('moreBytesNeeded');
    expect(read(whole)).toMatchObject({ value: { width: 80, height: 60 } });
  });
});

describe('what is refused', () => {
  it('an empty file', () => expect(outcome(new Uint8Array())).toBe('empty'));

  it.each([
    ['GIF', text('GIF89a\x01\0\x01\0')],
    ['PDF', text('%PDF-1.7')],
    ['text', text('a hairline 12 mm above the glabella')],
    ['HTML with a drawing in it', text('<!doctype html><html><svg></svg></html>')],
    ['one byte', Uint8Array.of(0xff)],
    ['RIFF that is a sound', text('RIFF\0\0\0\0WAVEfmt ')],
  ])('%s is not a photo', (_name, bytes) => expect(outcome(bytes)).toBe('notAPhoto'));

  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...ascii('<svg xmlns="http://www.w3.org/2000/svg"/>').flatMap((c) => [c, 0]),
  ]);
  it.each([
    ['bare', text('<svg width="8" height="6"/>')],
    ['after a byte order mark and blanks', text('\ufeff \r\n\t<svg/>')],
    [
      'after an XML declaration, a comment and a doctype',
      text('<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg [<!ENTITY a ">">]>\n<svg>'),
    ],
    ['with a namespace prefix', text('<?xml version="1.0"?><svg:svg xmlns:svg="http://www.w3.org/2000/svg">')],
    ['in UTF-16', utf16],
  ])('an SVG %s', (_name, bytes) => expect(outcome(bytes)).toBe('svg'));

  it.each([
    ['JPEG', jpeg(0, 600)],
    ['PNG', png(800, 0)],
    ['WebP', webp(lossyChunk(0, 10))],
    ['HEIC', iso(0, 0)],
  ])('a %s zero pixels wide or high', (_name, bytes) => expect(outcome(bytes)).toBe('zeroSize'));

  it('more than 200 megapixels, with the figures, and not exactly 200', () => {
    expect(read(png(30_000, 30_000))).toEqual({
      ok: false,
      error: { kind: 'tooManyPixels', parameters: { megapixels: 900, limitMegapixels: 200 } },
    });
    expect(read(png(20_000, 10_001))).toMatchObject({ error: { parameters: { megapixels: 201 } } });
    expect(outcome(png(20_000, 10_000))).toBe('ok');
    expect(outcome(png(0xffffffff, 0xffffffff))).toBe('tooManyPixels');
    expect(outcome(jpeg(65_500, 65_500))).toBe('tooManyPixels');
    expect(outcome(iso(0xffffffff, 3))).toBe('tooManyPixels');
  });

  it('more than 64 MB, with the figures, once it is known to be a photo', () => {
    expect(read(jpeg(8, 6), 64_000_001)).toEqual({
      ok: false,
      error: { kind: 'tooManyBytes', parameters: { megabytes: 65, limitMegabytes: 64 } },
    });
    expect(outcome(jpeg(8, 6), 64_000_000)).toBe('ok');
    expect(outcome(text('<svg/>'), 99_000_000)).toBe('svg');
  });
});

const WHOLE: readonly (readonly [PhotoFormat, Uint8Array])[] = [
  ['jpeg', jpeg(800, 600, exifSegment(6, 'big'))],
  ['png', png(800, 600, { exif: exifBlock(6, 'big') })],
  ['webp', webp(extendedChunk(8, 800, 600), lossyChunk(800, 600), riffChunk('EXIF', exifBlock(6, 'big')))],
  ['avif', iso(800, 600, { brands: ['avif', 'mif1'], quarterTurns: 3 })],
  ['heic', iso(800, 600, { quarterTurns: 3 })],
];

describe.each(WHOLE)('a %s that breaks off', (format, whole) => {
  it('is told from a whole one at every length', () => {
    expect(photoReachesEnd(whole, format)).toBe(true);
    for (let length = 0; length < whole.length; length++) {
      const cut = whole.subarray(0, length);
      expect(outcome(cut) === 'ok' && photoReachesEnd(cut, format), `at ${length}`).toBe(false);
    }
  });

  it('with stray bytes behind its end is whole', () => {
    expect(photoReachesEnd(Uint8Array.from([...whole, 0xff, 0xd8, 0xff, 1, 2, 3, 4, 5, 6, 7, 8, 9]), format)).toBe(
      true,
    );
  });

  it('asks for more while only its first bytes are at hand, and then reads the same', () => {
    const full = read(whole);
    expect(full.ok).toBe(true);
    for (let length = 16; length < whole.length; length++) {
      const partial = read(whole.subarray(0, length), whole.length);
      if (partial.ok) expect(partial).toEqual(full);
      else expect(['moreBytesNeeded', 'notAPhoto']).toContain(partial.error.kind);
    }
  });
});

describe('a JPEG with a second picture behind the first', () => {
  it('is whole even where the second breaks off', () => {
    const second = jpeg(160, 120).subarray(0, 20);
    expect(photoReachesEnd(Uint8Array.from([...jpeg(800, 600), ...second]), 'jpeg')).toBe(true);
  });

  it('is cut off where only the thumbnail inside its EXIF has an end marker', () => {
    const whole = jpeg(800, 600, jpegSegment(0xe1, [...ascii('Exif\0\0'), ...jpeg(160, 120)]));
    expect(photoReachesEnd(whole.subarray(0, whole.length - 2), 'jpeg')).toBe(false);
  });
});

describe('hostile bytes', () => {
  const starts = [...WHOLE.map(([, bytes]) => Array.from(bytes)), Array.from(text('<?xml <!-- <svg'))];
  const kinds = new Set(
    'ok empty notAPhoto svg animated truncated zeroSize tooManyPixels tooManyBytes decodeFailed moreBytesNeeded'.split(
      ' ',
    ),
  );

  const answers = (bytes: Uint8Array, totalBytes: number): boolean => {
    const result = readPhotoHeader(bytes, totalBytes);
    for (const [format] of WHOLE) photoReachesEnd(bytes, format);
    if (!result.ok && result.error.kind === 'moreBytesNeeded') {
      const { upToByte } = result.error;
      return upToByte > bytes.length && upToByte <= totalBytes;
    }
    return kinds.has(result.ok ? 'ok' : result.error.kind);
  };

  it('behind a valid start never throw, never loop, and never ask for more than the file has', () => {
    const arbitrary = fc.tuple(
      fc.constantFrom(...starts),
      fc.nat(400),
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(2000),
    );
    fc.assert(
      fc.property(arbitrary, ([start, keep, tail, unread]) => {
        const bytes = Uint8Array.from([...start.slice(0, keep), ...tail]);
        return answers(bytes, bytes.length + unread);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('in endless empty boxes, chunks and segments end in a refusal', () => {
    const endless = (start: Uint8Array, unit: readonly number[]): Uint8Array =>
      Uint8Array.from({ length: 2_000_000 }, (_, i) => start[i] ?? unit[(i - start.length) % unit.length] ?? 0);
    expect(outcome(endless(jpeg(8, 6).subarray(0, 2), [0xff, 0xe2, 0, 2]))).toBe('truncated');
    expect(outcome(endless(png(8, 6).subarray(0, 33), [0, 0, 0, 0, ...ascii('tEXt'), 0, 0, 0, 0]))).toBe('truncated');
    expect(outcome(endless(iso(8, 6).subarray(0, 24), [0, 0, 0, 8, ...ascii('free')]))).toBe('decodeFailed');
  });

  it('scattered into a valid header neither', () => {
    const arbitrary = fc.tuple(
      fc.constantFrom(...starts),
      fc.array(fc.tuple(fc.nat(400), fc.constantFrom(0, 1, 2, 7, 8, 0x7f, 0x80, 0xd9, 0xda, 0xfe, 0xff)), {
        maxLength: 12,
      }),
    );
    fc.assert(
      fc.property(arbitrary, ([start, changes]) => {
        const bytes = Uint8Array.from(start);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return answers(bytes, bytes.length);
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});
