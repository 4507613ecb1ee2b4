import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileBrowser } from './fileBrowser';
import { EXIF_HEADER } from '../studio/photo/photoBytes';
import { clientPhoto } from './clientPhoto';
import { findOrInstallPdftoppm, pagesOf, type PageRaster } from './pdftoppm';
import { openSite, type WatchedPage } from './site';
import { arch, stroke } from './stroke';
import { buttonOn, planTextOn } from './studioPage';

/** Papers for the client and for the head, made from a photo that carries notes which must not get out. */
const PLANTED = 'PLANTED-CLIENT-NOTE';
const CLIENT = 'Konstantin Quellbrunn';
const CLINIC = 'Atelier Kopfhaut';
const SEEING = findOrInstallPdftoppm();

const browser = fileBrowser();
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  watched = await openSite(browser(), { acceptDownloads: true });
  page = watched.page;
});

const button = (name: string) => buttonOn(page, name);
const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

async function openClientsPhoto(): Promise<void> {
  const buffer = await clientPhoto(page, PLANTED);
  const chooser = page.waitForEvent('filechooser');
  await button('Open photo').click();
  await (await chooser).setFiles({ name: `${CLIENT}.jpg`, mimeType: 'image/jpeg', buffer });
  await expect.poll(() => planTextOn(page), { timeout: 30_000 }).toContain('No hairline yet');
}

async function drawHairline(): Promise<void> {
  await button('Hairline').click();
  await stroke(page, arch(330, 480, 540, 90));
  await expect.poll(() => planTextOn(page), { timeout: 30_000 }).toMatch(/\d,\d+ dots/);
}

async function saved(name: string): Promise<Buffer> {
  const download = page.waitForEvent('download', { timeout: 90_000 });
  await inDialog(name).click();
  const file = await download;
  expect(file.suggestedFilename()).not.toContain('Quellbrunn');
  return readFile(await file.path());
}

/** The file's bytes, and beside them what its packed streams hold. */
function unpacked(pdf: Buffer): Buffer {
  const parts: Buffer[] = [pdf];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7), { finishFlush: 2 }));
    } catch {
      // A picture, or the word itself within "endstream".
    }
  }
  return Buffer.concat(parts);
}

function expectNothingPlanted(bytes: Buffer): void {
  const lower = bytes.toString('latin1').toLowerCase();
  for (const planted of [PLANTED, EXIF_HEADER, 'Quellbrunn', 'Photoshop'])
    expect(lower).not.toContain(planted.toLowerCase());
}

const MM_PER_INCH = 25.4;
const DPI = 200;
const PX_PER_MM = DPI / MM_PER_INCH;

const isDark = ({ rgb, width }: PageRaster, x: number, y: number): boolean =>
  (rgb[(y * width + x) * 3] ?? 255) < 128 && (rgb[(y * width + x) * 3 + 1] ?? 255) < 128;

/** The longest level run of dark pixels at the foot of a page. */
function checkBar(raster: PageRaster): { readonly row: number; readonly from: number; readonly to: number } {
  let best = { row: 0, from: 0, to: 0 };
  for (let row = Math.floor(raster.height * 0.8); row < raster.height; row++) {
    for (let x = 0, from = 0; x <= raster.width; x++) {
      if (x < raster.width && isDark(raster, x, row)) continue;
      if (x - from > best.to - best.from) best = { row, from, to: x };
      from = x + 1;
    }
  }
  return best;
}

/** Between the middles of the bar's upright ends, mm. */
function checkBarMm(raster: PageRaster): number {
  const { row, from, to } = checkBar(raster);
  const above = row - Math.round(1.5 * PX_PER_MM);
  const middle = (start: number, step: 1 | -1): number => {
    let x = start;
    while (!isDark(raster, x, above)) x += step;
    const first = x;
    while (isDark(raster, x + step, above)) x += step;
    return (first + x) / 2;
  };
  return (middle(to + 1, -1) - middle(from - 2, 1)) / PX_PER_MM;
}

/** Length of the hairline as it is drawn: the one line that is not grey, followed from left to right in steps of 2 mm. */
function hairlineMm({ rgb, width, height }: PageRaster): number {
  const middles: { x: number; y: number }[] = [];
  for (let x = 0; x < width; x++) {
    let [weight, sum] = [0, 0];
    for (let y = 0; y < height; y++) {
      const at = (y * width + x) * 3;
      const colour = (rgb[at + 1] ?? 0) - (rgb[at] ?? 0);
      if (colour < 12) continue;
      weight += colour;
      sum += colour * (y + 0.5);
    }
    if (weight > 0) middles.push({ x: x + 0.5, y: sum / weight });
  }
  const step = Math.round(2 * PX_PER_MM);
  const places = middles.filter((_, i) => i % step === 0 || i === middles.length - 1);
  return (
    places.reduce((length, p, i) => {
      const before = places[i - 1];
      return before === undefined ? 0 : length + Math.hypot(p.x - before.x, p.y - before.y);
    }, 0) / PX_PER_MM
  );
}

it('has a named client’s case with a hairline to make papers of', async () => {
  await openClientsPhoto();
  await drawHairline();
  await page.getByRole('button', { name: /^Cases:/ }).click();
  const open = page.getByRole('list', { name: 'Cases' }).getByRole('listitem').filter({ hasText: 'Open now' });
  await open.getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('Case name').fill(CLIENT);
  await page.keyboard.press('Enter');
  await button('Close').click();
  await expect.poll(() => button(`Cases: ${CLIENT}`).count()).toBe(1);
  await expect.poll(() => page.getByRole('status', { name: 'Saving' }).textContent()).toBe('Saved');
});

describe('the plan sheet', () => {
  it('reckons the price from the clinic’s figures, and refuses money outside its range where it stands', async () => {
    await button('Report').click();
    const perCm2 = page.getByLabel('Per cm²');
    await perCm2.fill('-3');
    await perCm2.press('Enter');
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('is a number from 0 to');
    await perCm2.fill('10');
    await perCm2.press('Enter');
    const tax = page.getByLabel('Tax in %');
    await tax.fill('60');
    await tax.press('Enter');
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('goes from 0 to 50');
    const [what = ''] = await page.locator('dl[aria-label=Price] dt').allTextContents();
    const sums = await page.locator('dl[aria-label=Price] dd').allTextContents();
    const cm2 = Number(/^([\d.]+) cm² at €10.00$/.exec(what)?.[1]);
    expect(Number(sums.at(-1)?.replaceAll(/[€,]/g, ''))).toBeCloseTo(cm2 * 10, 2);
    await page.getByLabel("Clinic's name").fill(CLINIC);
    await page.keyboard.press('Escape');
  });

  it('keeps the clinic’s figures on the device', async () => {
    await page.reload();
    await button('Report').click();
    await expect.poll(() => page.getByLabel('Per cm²').inputValue(), { timeout: 30_000 }).toBe('10');
    expect(await page.getByLabel("Clinic's name").inputValue()).toBe(CLINIC);
  });
});

describe('the report', () => {
  let report: Buffer;

  it('is a PDF that holds nothing of the photo’s file and nobody’s name, the same bytes each time', async () => {
    report = await saved('Save PDF');
    expect(report.subarray(0, 5).toString()).toBe('%PDF-');
    expectNothingPlanted(unpacked(report));
    const info = /\/Info (\d+) 0 R/.exec(report.toString('latin1'))?.[1] ?? '';
    const entries = new RegExp(`\\n${info} 0 obj\\n<<([^>]*)>>`).exec(report.toString('latin1'))?.[1] ?? '';
    expect([...entries.matchAll(/\/(\w+) /g)].map(([, key]) => key)).toEqual([
      'Producer',
      'Creator',
      'CreationDate',
      'Title',
    ]);
    await button('Report').click();
    expect(Buffer.compare(await saved('Save PDF'), report)).toBe(0);
  });

  it.skipIf(!SEEING)('opens, with pictures, the plan, aftercare and consent on A4', async () => {
    const pages = await pagesOf(report, 40);
    expect(pages.length).toBeGreaterThanOrEqual(5);
    for (const { width, height } of pages) {
      expect((width / 40) * MM_PER_INCH).toBeCloseTo(210, -0.5);
      expect((height / 40) * MM_PER_INCH).toBeCloseTo(297, -0.5);
    }
    const [cover] = pages;
    // The picture's skin stands in the middle of the cover.
    const at = ((cover?.height ?? 0) * 0.5 * (cover?.width ?? 0) + (cover?.width ?? 0) / 2) | 0;
    const [red = 0, , blue = 0] = cover?.rgb.subarray(at * 3, at * 3 + 3) ?? [];
    expect(red - blue).toBeGreaterThan(30);
  });
});

describe('a report that can’t be made', () => {
  it('without memory says so and offers a smaller one, which is made', async () => {
    // Canvases of the large pictures can't be had, those of the small ones can.
    await page.evaluate(() => {
      const getContext = Reflect.get(OffscreenCanvas.prototype, 'getContext') as (...args: unknown[]) => unknown;
      Reflect.set(OffscreenCanvas.prototype, 'getContext', function (this: OffscreenCanvas, ...args: unknown[]) {
        return Math.max(this.width, this.height) > 1_000 ? null : getContext.apply(this, args);
      });
    });
    await button('Report').click();
    await inDialog('Save PDF').click();
    await expect.poll(() => page.getByText('not enough memory for the PDF').count(), { timeout: 30_000 }).toBe(1);
    const download = page.waitForEvent('download', { timeout: 90_000 });
    await button('Try smaller pictures').click();
    const small = await readFile(await (await download).path());
    expect(small.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the stencil', () => {
  it('is true to scale as SVG', async () => {
    await button('Stencil').click();
    const svg = (await saved('Save SVG')).toString();
    const [, from = '0', to = '0'] = /id="check-bar" d="M([\d.]+) [^H]*H([\d.]+)/.exec(svg) ?? [];
    expect(Number(to) - Number(from)).toBeCloseTo(50, 6);
    expectNothingPlanted(Buffer.from(svg));
  });

  it.skipIf(!SEEING)('prints its bar at 50.0 ± 0.2 mm and the hairline at its length within 1 %', async () => {
    await button('Stencil').click();
    const said = /The hairline, (\d+) mm along/.exec((await page.getByRole('dialog').textContent()) ?? '')?.[1];
    const pdf = await saved('Save PDF');
    expectNothingPlanted(unpacked(pdf));
    const [sheet, ...others] = await pagesOf(pdf, DPI);
    expect(others).toEqual([]);
    if (sheet === undefined) throw new Error('The stencil has a sheet.');
    expect(Math.abs(checkBarMm(sheet) - 50)).toBeLessThan(0.2);
    const mm = Number(said);
    expect(mm).toBeGreaterThan(80);
    expect(Math.abs(hairlineMm(sheet) / mm - 1)).toBeLessThan(0.01);
  });
});

it('spoke to nobody but its own origin, and nothing went wrong on the way', () => {
  expect(watched.trouble).toEqual([]);
});
