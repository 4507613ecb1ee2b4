import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledPage } from './bundledPage';
import { launchChromium } from './chromium';
import type {} from './readersPage';

const MOVES = 5;

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const bundled = await bundledPage(new URL('./readersPage.tsx', import.meta.url));
  server = bundled.server;
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(bundled.url);
  await page.waitForFunction(() => 'readersPage' in window && document.querySelector('#line') !== null);
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const shown = (id: string): Promise<string | null> => page.locator(`#${id}`).textContent();

describe('readers of the document under a hand', () => {
  it('are drawn again only when what they show is another, and then at each move', async () => {
    const before = await page.evaluate(() => window.readersPage.drawn());
    await page.evaluate((moves) => window.readersPage.drag(moves), MOVES);
    const after = await page.evaluate(() => window.readersPage.drawn());
    expect(after.fill).toBe(before.fill);
    expect(after.line).toBe(before.line + MOVES);
    expect(await shown('line')).toBe(String(200 + MOVES));
  });

  it('follow a slider live', async () => {
    await page.evaluate(() => window.readersPage.thicken(77));
    expect(await shown('fill')).toBe('77');
    // The draft of the line is gone with it.
    expect(await shown('line')).toBe('200');
  });
});
