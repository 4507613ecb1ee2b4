import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { EXIF_HEADER, exifSegment, splice } from '../studio/photo/photoBytes';
import { fileBrowser } from './fileBrowser';
import { openSite, type WatchedPage } from './site';
import { stroke } from './stroke';
import { buttonOn, planOn, planTextOn, savingOn, stillOn } from './studioPage';

/**
 * The main job from the photo to the PNG, with real pointer events on the published site. The photo is made here: skin
 * coloured, 1,200 × 1,600 upright, stored lying on its side with EXIF orientation 6 and a note that must not get out.
 */
const UPRIGHT = { width: 1200, height: 1600 };
const PLANTED = 'PLANTED-CLIENT-NAME';

const browser = fileBrowser();
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  watched = await openSite(browser(), { acceptDownloads: true });
  page = watched.page;
});

const plan = () => planOn(page);
const saving = () => savingOn(page);
const button = (name: string) => buttonOn(page, name);

async function figures(): Promise<{ dots: number; cm2: number; estimated: boolean; text: string }> {
  const text = await planTextOn(page);
  const number = (pattern: RegExp): number => Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? NaN);
  return { dots: number(/([\d,]+) dots?/), cm2: number(/([\d,.]+) cm²/), estimated: text.includes('estimated'), text };
}

const settled = () => stillOn(page);

async function lyingPhoto(): Promise<Buffer> {
  const bytes = await page.evaluate(async ({ width, height }) => {
    const stored = new OffscreenCanvas(height, width);
    const context = stored.getContext('2d');
    if (context === null) return [];
    // Orientation 6: the stored picture is turned a quarter clockwise to stand upright.
    context.setTransform(0, -1, 1, 0, 0, width);
    context.fillStyle = 'rgb(90, 92, 95)';
    context.fillRect(0, 0, width, height);
    context.fillStyle = 'rgb(214, 172, 150)';
    context.fillRect(width * 0.15, height * 0.08, width * 0.7, height * 0.8);
    context.fillStyle = 'rgb(20, 160, 40)';
    context.fillRect(0, 0, 60, 60);
    const blob = await stored.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  }, UPRIGHT);
  const comment = [0xff, 0xfe, 0, PLANTED.length + 2, ...Array.from(PLANTED, (letter) => letter.charCodeAt(0))];
  const withExif = splice(Uint8Array.from(bytes), 2, exifSegment(6, 'big'));
  return Buffer.from(splice(withExif, 2, comment));
}

function pngChunks(png: Buffer): string[] {
  const names: string[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) names.push(png.toString('latin1', at + 4, at + 8));
  return names;
}

/** The pixels of a PNG as the browser reads them, RGBA. */
async function pixelsOf(
  download: Download,
): Promise<{ width: number; height: number; data: Uint8Array; bytes: Buffer }> {
  const bytes = await readFile(await download.path());
  const decoded = await page.evaluate(async (base64) => {
    const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([raw], { type: 'image/png' }));
    const flat = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = flat.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    let text = '';
    for (let i = 0; i < data.length; i += 32768) text += String.fromCharCode(...data.subarray(i, i + 32768));
    return { width: bitmap.width, height: bitmap.height, text: btoa(text) };
  }, bytes.toString('base64'));
  return {
    width: decoded.width,
    height: decoded.height,
    data: new Uint8Array(Buffer.from(decoded.text, 'base64')),
    bytes,
  };
}

it('opens on the practice head with a hairline laid and figures that call themselves estimated', async () => {
  await expect.poll(async () => (await figures()).dots, { timeout: 30_000 }).toBeGreaterThan(3000);
  expect((await figures()).estimated).toBe(true);
  await expect.poll(() => saving().textContent()).toBe('Saved');
});

it('opens a JPEG of orientation 6 upright', async () => {
  const chooser = page.waitForEvent('filechooser');
  await button('Open photo').click();
  await (await chooser).setFiles({ name: 'client.jpg', mimeType: 'image/jpeg', buffer: await lyingPhoto() });
  await expect.poll(() => plan().textContent(), { timeout: 20_000 }).toContain('No hairline yet');
  await settled();
});

it('takes the scale from a ruler drawn over a known length', async () => {
  await button('Scale').click();
  await stroke(page, [
    [200, 1300],
    [500, 1300],
    [1000, 1300],
  ]);
  await page.getByLabel('True length').fill('160');
  await page.keyboard.press('Enter');
  await settled();
});

it('fills the area behind a hairline drawn in one stroke, with count and area no longer estimated', async () => {
  await button('Hairline').click();
  const points = Array.from({ length: 60 }, (_, i): [number, number] => {
    const t = i / 59;
    return [260 + 680 * t, 620 - 130 * Math.sin(Math.PI * t)];
  });
  await stroke(page, points);
  await expect.poll(async () => (await figures()).dots, { timeout: 20_000 }).toBeGreaterThan(1000);
  await settled();
  expect((await figures()).estimated).toBe(false);
});

it('follows the density with its count within 2 %', async () => {
  const before = await figures();
  await page.getByRole('tab', { name: 'Dots' }).click();
  const field = page.getByLabel('Density, value');
  await field.fill('110');
  await field.press('Enter');
  await settled();
  await expect.poll(async () => (await figures()).dots / before.dots, { timeout: 20_000 }).toBeCloseTo(0.5, 1);
  expect(Math.abs((await figures()).dots / before.dots - 0.5)).toBeLessThan(0.01);
  expect((await figures()).cm2).toBe(before.cm2);
});

it('undoes all, redoes all, and comes back the same after a reload', async () => {
  const finished = await figures();
  while (await button('Undo').isEnabled()) await button('Undo').click();
  await expect.poll(() => plan().textContent()).toContain('No hairline yet');
  while (await button('Redo').isEnabled()) await button('Redo').click();
  await expect.poll(async () => (await figures()).text, { timeout: 20_000 }).toBe(finished.text);
  await expect.poll(() => saving().textContent()).toBe('Saved');
  await page.reload();
  await expect.poll(async () => (await figures()).text, { timeout: 20_000 }).toBe(finished.text);
  await settled();
});

it('exports the photo with dots inside the area, untouched to the bit outside, and without its details', async () => {
  const after = page.waitForEvent('download');
  await button('Export').click();
  const picture = await pixelsOf(await after);
  await button('Other pictures').click();
  await page.getByRole('radiogroup', { name: 'Picture' }).getByRole('radio', { name: 'Before' }).check({ force: true });
  const before = page.waitForEvent('download');
  await button('Save PNG').click();
  const untouched = await pixelsOf(await before);

  expect([picture.width, picture.height]).toEqual([UPRIGHT.width, UPRIGHT.height]);
  expect([untouched.width, untouched.height]).toEqual([UPRIGHT.width, UPRIGHT.height]);
  const green = (of: Uint8Array, x: number, y: number): number => of[(y * UPRIGHT.width + x) * 4 + 1] ?? 0;
  // Upright: the green corner stands at the top left.
  expect(green(untouched.data, 20, 20)).toBeGreaterThan(130);

  let inside = 0;
  for (let y = 350; y < 450; y++)
    for (let x = 500; x < 700; x++) inside += green(picture.data, x, y) / green(untouched.data, x, y) / 20_000;
  expect(inside).toBeLessThan(0.93);
  const rowsBelow = 700 * UPRIGHT.width * 4;
  expect(
    Buffer.compare(Buffer.from(picture.data.subarray(rowsBelow)), Buffer.from(untouched.data.subarray(rowsBelow))),
  ).toBe(0);

  for (const { bytes } of [picture, untouched]) {
    expect(bytes.includes(PLANTED)).toBe(false);
    expect(pngChunks(bytes)).not.toContain('eXIf');
    expect(bytes.includes(EXIF_HEADER)).toBe(false);
  }
});

it('spoke to nobody but its own origin, and nothing went wrong on the way', () => {
  expect(watched.trouble).toEqual([]);
});
