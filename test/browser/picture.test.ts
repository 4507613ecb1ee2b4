import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledPage } from './bundledPage';
import { launchChromium } from './chromium';
import type {} from './picturePage';

describe('the picture in a browser', () => {
  let browser: Browser;
  let server: Server;
  let tab: Page;
  let standIn = { middle: 0, corner: 0 };
  const errors: string[] = [];

  beforeAll(async () => {
    const served = await bundledPage(new URL('./picturePage.ts', import.meta.url));
    server = served.server;
    browser = await launchChromium({ args: ['--js-flags=--expose-gc'] });
    tab = await browser.newPage();
    tab.on('pageerror', (error) => errors.push(String(error)));
    await tab.goto(served.url);
    await tab.waitForFunction('globalThis.page !== undefined');
    standIn = await tab.evaluate(() => page.standIn());
    await tab.evaluate(() => page.open({ width: 600, height: 600, ratio: 1 }));
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('lets a small picture stand in until the photo comes, on a neutral surround', () => {
    expect(standIn).toEqual({ middle: 255, corner: 0x1e });
  });

  it('shows the photo with its dots, darker only behind the hairline', async () => {
    const [above, inside] = await tab.evaluate(() => [page.meanRed(50, 10, 500, 80), page.meanRed(150, 350, 300, 200)]);
    expect(above).toBeGreaterThan(200);
    expect(inside).toBeLessThan(above - 30);
    const figures = await tab.evaluate(() => page.figures());
    expect(figures.dots).toBeGreaterThan(4000);
    expect(figures.problem).toBeNull();
  });

  it('exports what the screen shows at 100 %, and leaves the rest of the photo to the bit', async () => {
    const differences = await tab.evaluate(() => page.differences());
    expect(differences.toExport).toBeLessThanOrEqual(2);
    expect(differences.toPhotoAbove).toBe(0);
    expect(differences.beforeToPhoto).toBe(0);
    expect(differences.besideAfter).toBe(0);
  });

  it('makes nothing again on a pan, nor when the same photo is set again', async () => {
    expect(await tab.evaluate(() => page.tilesOf('pan'))).toEqual({ level: 0, frame: 0 });
    expect(await tab.evaluate(() => page.tilesOf('samePhoto'))).toEqual({ level: 0, frame: 0 });
    await tab.evaluate(() => page.camera(1, 0, 0));
  });

  it('makes only some tiles again after a local edit', async () => {
    const { level } = await tab.evaluate(() => page.bend(3));
    const all = await tab.evaluate(() => page.tilesOfLevel(0));
    expect(level).toBeGreaterThan(0);
    expect(level).toBeLessThan(all / 2);
    await tab.evaluate(() => page.bend(0));
  });

  it('draws at the resolution of the screen once the camera rests, and follows edits there', async () => {
    await tab.evaluate(() => page.camera(0.77, 0, 0));
    const inside = await tab.evaluate(() => page.meanRed(120, 270, 230, 150));
    await tab.evaluate(() => page.camera(1, 0, 0));
    const exact = await tab.evaluate(() => page.meanRed(156, 351, 299, 195));
    expect(Math.abs(inside - exact)).toBeLessThan(1);
    await tab.evaluate(() => page.camera(3.3, -300, -300));
    const tiles = await tab.evaluate(() => page.bend(3));
    expect(tiles.frame).toBeGreaterThan(0);
    await tab.evaluate(() => page.bend(0));
    await tab.evaluate(() => page.camera(1, 0, 0));
  });

  it('shows before on the left of the divider and after on its right', async () => {
    await tab.evaluate(() => page.compare({ kind: 'split', at: 0.5 }));
    const [left, right] = await tab.evaluate(() => [
      page.meanRed(150, 350, 140, 200),
      page.meanRed(310, 350, 140, 200),
    ]);
    expect(left).toBeGreaterThan(200);
    expect(right).toBeLessThan(left - 30);
    await tab.evaluate(() => page.compare({ kind: 'before' }));
    expect(await tab.evaluate(() => page.meanRed(310, 350, 140, 200))).toBeCloseTo(left, 0);
    await tab.evaluate(() => page.compare({ kind: 'after' }));
  });

  it('survives a canvas without size and another pixel ratio', async () => {
    const before = await tab.evaluate(() => page.meanRed(150, 350, 300, 200));
    await tab.evaluate(() => page.size(0, 0, 1));
    await tab.evaluate(() => page.size(600, 600, 2));
    const after = await tab.evaluate(() => page.meanRed(300, 700, 600, 400));
    expect(Math.abs(after - before)).toBeLessThan(1);
    await tab.evaluate(() => page.size(600, 600, 1));
  });

  it('starts another worker when one fails, and keeps the picture', async () => {
    const before = await tab.evaluate(() => page.meanRed(150, 350, 300, 200));
    await tab.evaluate(() => page.loseWorker());
    expect(await tab.evaluate(() => page.workers())).toBe(2);
    expect(await tab.evaluate(() => page.meanRed(150, 350, 300, 200))).toBe(before);
    const { level } = await tab.evaluate(() => page.bend(3));
    expect(level).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  it('keeps none of the pixels of a photo on show that can be decoded again', async () => {
    expect(await tab.evaluate(() => page.forgetsPixels())).toBe(true);
  });
});
