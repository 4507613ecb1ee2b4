import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { crc32 } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as cameraModule from '../../src/studio/photo/camera';
import type * as openPhotoModule from '../../src/studio/photo/openPhoto';
import {
  exifBlock,
  exifSegment,
  ascii,
  iso,
  extendedChunk,
  lossyChunk,
  png,
  riffChunk,
  splice,
  uint,
  webp,
} from '../studio/photo/photoBytes';
import { launchChromium } from './chromium';

// The page's policy in what concerns photos: a decoder that needs eval or a foreign host fails here.
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src blob:; worker-src blob:; media-src blob: mediastream:";

const RED = [220, 20, 20];
const GREEN = [20, 200, 20];
const BLUE = [20, 20, 220];
const WHITE = [240, 240, 240];

declare global {
  /** What the page under test puts at the tests' disposal. */
  var studioPhoto: typeof openPhotoModule & typeof cameraModule;
}

const ENTRY = `
  import * as opening from './openPhoto.js';
  import * as camera from './camera.js';
  globalThis.studioPhoto = { ...opening, ...camera };
`;

let browser: Browser | undefined;
let page: Page;
let server: Server | undefined;
const served = new Map<string, { readonly type: string; readonly body: string | Uint8Array }>();
const violations: string[] = [];

async function bundleModules(): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: { openPhoto: 'src/studio/photo/openPhoto.ts', camera: 'src/studio/photo/camera.ts' },
        formats: ['es'],
      },
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  });
  for (const { output } of [built].flat().filter((one) => 'output' in one)) {
    for (const file of output) {
      if (file.type === 'chunk') served.set(`/${file.fileName}`, { type: 'text/javascript', body: file.code });
    }
  }
}

beforeAll(async () => {
  await bundleModules();
  served.set('/entry.js', { type: 'text/javascript', body: ENTRY });
  served.set('/', { type: 'text/html', body: '<!doctype html><script type="module" src="/entry.js"></script>' });
  const own = createServer((request, response) => {
    const answer = served.get(request.url ?? '');
    response.statusCode = answer ? 200 : 404;
    response.setHeader('content-type', answer?.type ?? 'text/plain');
    response.setHeader('content-security-policy', POLICY);
    response.end(answer?.body);
  });
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  server = own;
  const address = own.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  browser = await launchChromium({ args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] });
  page = await browser.newPage();
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${address.port}/`);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Draws the four quarters, `width` × `height` when upright, and stores them as a file of that orientation would. */
async function quarters(type: string, width: number, height: number, orientation = 1): Promise<Uint8Array> {
  const stored = await page.evaluate(
    async ({ type, width, height, orientation, colours }) => {
      const transforms: Readonly<Record<number, DOMMatrix2DInit>> = {
        2: { a: -1, b: 0, c: 0, d: 1, e: width, f: 0 },
        3: { a: -1, b: 0, c: 0, d: -1, e: width, f: height },
        4: { a: 1, b: 0, c: 0, d: -1, e: 0, f: height },
        5: { a: 0, b: 1, c: 1, d: 0, e: 0, f: 0 },
        6: { a: 0, b: -1, c: 1, d: 0, e: 0, f: width },
        7: { a: 0, b: -1, c: -1, d: 0, e: height, f: width },
        8: { a: 0, b: 1, c: -1, d: 0, e: height, f: 0 },
      };
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = orientation > 4 ? [height, width] : [width, height];
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.setTransform(transforms[orientation] ?? {});
      colours.forEach((colour, i) => {
        context.fillStyle = `rgb(${colour.join(' ')})`;
        context.fillRect((i % 2) * (width / 2), Math.floor(i / 2) * (height / 2), width / 2, height / 2);
      });
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.95));
      if (blob?.type !== type) throw new Error(`no ${type}`);
      return Array.from(new Uint8Array(await blob.arrayBuffer()));
    },
    { type, width, height, orientation, colours: [RED, GREEN, BLUE, WHITE] },
  );
  return Uint8Array.from(stored);
}

interface Opened {
  readonly kind: string;
  readonly sha256?: string;
  readonly format?: string;
  readonly width?: number;
  readonly height?: number;
  readonly originalWidth?: number;
  readonly originalHeight?: number;
  readonly byteCount?: number;
  readonly originalUnchanged?: boolean;
  /** The colours at the middle of the four quarters, top left first. */
  readonly colours?: readonly (readonly number[])[];
  readonly opaque?: boolean;
  readonly fractions: readonly number[];
}

/** Opens the bytes in the page as a file of that name and type, and reports what came of it. */
async function open(bytes: Uint8Array, name = 'photo', type = '', abort = false): Promise<Opened> {
  served.set('/file', { type: 'application/octet-stream', body: bytes });
  return page.evaluate(
    async ({ name, type, abort }) => {
      const content = await (await fetch('/file')).arrayBuffer();
      const fractions: number[] = [];
      const controller = new AbortController();
      const opening = studioPhoto.openPhoto(new File([content], name, { type }), {
        signal: controller.signal,
        onProgress: (fraction) => fractions.push(fraction),
      });
      if (abort) controller.abort();
      const result = await opening;
      if (!result.ok) return { kind: result.error.kind, fractions };
      const { pixels, original, ...rest } = result.value;
      const colours = [
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ].map(([x = 0, y = 0]) => {
        const at = (Math.floor(rest.height * y) * rest.width + Math.floor(rest.width * x)) * 4;
        return Array.from(pixels.subarray(at, at + 3));
      });
      const kept = new Uint8Array(await original.arrayBuffer());
      const given = new Uint8Array(content);
      return {
        kind: 'ok',
        ...rest,
        colours,
        opaque: pixels.every((value, i) => i % 4 !== 3 || value === 255),
        byteCount: pixels.length,
        originalUnchanged: kept.length === given.length && kept.every((value, i) => value === given[i]),
        fractions,
      };
    },
    { name, type, abort },
  );
}

function expectQuarters(opened: Opened, tolerance = 12): void {
  expect(opened.kind).toBe('ok');
  const expected = [RED, GREEN, BLUE, WHITE].flat();
  const off = (opened.colours ?? []).flat().map((value, i) => Math.abs(value - (expected[i] ?? 0)));
  expect(off).toHaveLength(12);
  expect(Math.max(...off), JSON.stringify(opened.colours)).toBeLessThanOrEqual(tolerance);
}

describe('opening a photo', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns a JPEG of orientation %i upright', async (orientation) => {
    const stored = await quarters('image/jpeg', 96, 64, orientation);
    const opened = await open(splice(stored, 2, exifSegment(orientation, orientation % 2 ? 'big' : 'little')));
    expect(opened).toMatchObject({ format: 'jpeg', width: 96, height: 64, originalWidth: 96, originalHeight: 64 });
    expectQuarters(opened);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns a PNG and a WebP of orientation %i upright', async (orientation) => {
    const exif = exifBlock(orientation, 'big');
    const storedPng = await quarters('image/png', 96, 64, orientation);
    const chunk = [...ascii('eXIf'), ...exif];
    const afterHeader = 33;
    const openedPng = await open(
      splice(storedPng, afterHeader, [...uint(exif.length, 4), ...chunk, ...uint(crc32(Uint8Array.from(chunk)), 4)]),
    );
    expect(openedPng).toMatchObject({ format: 'png', width: 96, height: 64 });
    expectQuarters(openedPng, 0);

    const chunks = Array.from((await quarters('image/webp', 96, 64, orientation)).subarray(12));
    // Chromium writes the extended form, for its colour profile; only the EXIF flag (8) is missing.
    expect(String.fromCharCode(...chunks.slice(0, 4))).toBe('VP8X');
    chunks[8] = (chunks[8] ?? 0) | 8;
    const openedWebp = await open(webp(chunks, riffChunk('EXIF', exif)));
    expect(openedWebp).toMatchObject({ format: 'webp', width: 96, height: 64, originalWidth: 96, originalHeight: 64 });
    expectQuarters(openedWebp);
  });

  it('makes a work copy of 4,096 px of a turned JPEG of 24 megapixels', async () => {
    const stored = await quarters('image/jpeg', 6000, 4000, 6);
    const opened = await open(splice(stored, 2, exifSegment(6, 'big')));
    expect(opened).toMatchObject({ width: 4096, height: 2731, originalWidth: 6000, originalHeight: 4000 });
    expectQuarters(opened);
  });

  it('makes a work copy of 4,096 px of a PNG of 6,000 × 4,000, with rising progress', async () => {
    const opened = await open(await quarters('image/png', 6000, 4000));
    expect(opened).toMatchObject({ format: 'png', width: 4096, height: 2731, byteCount: 4096 * 2731 * 4 });
    expectQuarters(opened, 0);
    expect(opened.fractions).toEqual([...opened.fractions].sort((a, b) => a - b));
    expect(opened.fractions.at(-1)).toBe(1);
  });

  it('gives the SHA-256 of the file and keeps its bytes, whatever its name and type say', async () => {
    const bytes = await quarters('image/webp', 64, 48);
    const opened = await open(bytes, 'drawing.svg', 'image/svg+xml');
    expect(opened).toMatchObject({ format: 'webp', originalUnchanged: true });
    expect(opened.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expectQuarters(opened);
  });

  it.each([
    ['heic', 'quarters.heic'],
    ['heic', 'quarters-turned.heic'],
    ['avif', 'quarters.avif'],
    ['avif', 'quarters-turned.avif'],
  ])('reads %s upright (%s)', async (format, name) => {
    const opened = await open(readFileSync(`test/fixtures/photos/${name}`));
    expect(opened).toMatchObject({ format, width: 64, height: 48, originalUnchanged: true });
    expectQuarters(opened, 20);
  });

  it('lays what is transparent on mid grey', async () => {
    const empty = await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      return Array.from(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer()));
    });
    const opened = await open(Uint8Array.from(empty));
    expect(opened.colours).toEqual(new Array(4).fill([128, 128, 128]));
    expect(opened.opaque).toBe(true);
  });

  it('stays within the page policy', () => expect(violations).toEqual([]));
});

describe('a file that is no whole, still photo', () => {
  it('is refused where a JPEG breaks off, in the middle of its picture or just before its end', async () => {
    const whole = await quarters('image/jpeg', 1200, 800);
    const pictureAt = Buffer.from(whole).lastIndexOf(Uint8Array.of(0xff, 0xda));
    const middle = Math.floor((pictureAt + whole.length) / 2);
    expect(middle).toBeGreaterThan(pictureAt + 500);
    expect(await open(whole.subarray(0, middle))).toMatchObject({ kind: 'truncated' });
    expect(await open(whole.subarray(0, whole.length - 2))).toMatchObject({ kind: 'truncated' });
  });

  it.each(['image/png', 'image/webp'])('is refused where a file of %s breaks off', async (type) => {
    const whole = await quarters(type, 96, 64);
    expect(await open(whole.subarray(0, whole.length - 8))).toMatchObject({ kind: 'truncated' });
  });

  it('is refused where its header is right but nothing can be decoded', async () => {
    expect(await open(png(64, 48))).toMatchObject({ kind: 'decodeFailed' });
    expect(await open(iso(64, 48, { brands: ['avif'] }))).toMatchObject({ kind: 'decodeFailed' });
    expect(await open(iso(64, 48, { brands: ['heic'] }))).toMatchObject({ kind: 'decodeFailed' });
  });

  it('is refused as an SVG, an empty file, an animation or too large, before decoding', async () => {
    const svg = new TextEncoder().encode('\ufeff<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await open(svg, 'photo.jpg', 'image/jpeg')).toMatchObject({ kind: 'svg' });
    expect(await open(new Uint8Array())).toMatchObject({ kind: 'empty' });
    const moving = webp(extendedChunk(2, 64, 48), riffChunk('ANIM', [0, 0, 0, 0, 0, 0]), lossyChunk(64, 48));
    expect(await open(moving)).toMatchObject({ kind: 'animated' });
    expect(await open(png(20_000, 20_000))).toMatchObject({ kind: 'tooManyPixels' });
  });

  it('is given up when cancelled, with no progress', async () => {
    const opened = await open(await quarters('image/jpeg', 96, 64), 'photo.jpg', 'image/jpeg', true);
    expect(opened).toEqual({ kind: 'cancelled', fractions: [] });
  });
});

describe('the camera', () => {
  it('gives a JPEG of its own resolution and is off afterwards', async () => {
    const shot = await page.evaluate(async () => {
      const started = await studioPhoto.startCamera();
      if (!started.ok) return { kind: started.error.kind };
      const { stream } = started.value;
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = stream;
      await video.play();
      const photo = await studioPhoto.capturePhoto(started.value, video);
      const states = stream.getTracks().map((track) => track.readyState);
      if (!photo.ok) return { kind: photo.error.kind, states };
      const opened = await studioPhoto.openPhoto(photo.value);
      if (!opened.ok) return { kind: opened.error.kind, states };
      const { format, width, height } = opened.value;
      const asShown = width === video.videoWidth && height === video.videoHeight;
      return { kind: 'ok', format, asShown, states, present: await studioPhoto.hasCamera() };
    });
    expect(shot).toEqual({ kind: 'ok', format: 'jpeg', asShown: true, states: ['ended'], present: true });
  });
});
