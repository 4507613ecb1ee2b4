import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe';
import { launchChromium } from './chromium';
import { newWatchedPage, openSite, siteUrl, type WatchedPage } from './site';
import { arch, stroke } from './stroke';

/** What must not be lost: cases open in two tabs, and strokes that are cut short. */
let browser: Browser;
let watched: WatchedPage;

beforeAll(async () => {
  browser = await launchChromium();
});

afterEach(async () => {
  await watched.context.close();
});

afterAll(async () => {
  await browser.close();
});

/** However busy the machine is. */
const SOON = { timeout: 20_000 };
const SIDE = join(import.meta.dirname, '../../public/samples/left.small.webp');
const saving = (page: Page) => page.getByRole('status', { name: 'Saving' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const canvas = (page: Page) => page.getByRole('application', { name: 'Design canvas' });

async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.getByRole('status', { name: 'Plan' }).textContent(), SOON).toContain('dots');
  await page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);
  await expect.poll(() => saving(page).textContent(), SOON).toBe('Saved');
}

async function openPractice(): Promise<Page> {
  watched = await openSite(browser);
  await settled(watched.page);
  return watched.page;
}

async function drawZone(page: Page): Promise<void> {
  await page.bringToFront();
  await canvas(page).focus();
  await page.keyboard.press('z');
  await stroke(page, [...arch(1050, 800, 200, 90), ...arch(1050, 800, 200, -40).toReversed()]);
}

describe('the first moments', () => {
  it('leave a tool in the hand that was taken up while the photo was still on its way', async () => {
    watched = await newWatchedPage(browser);
    const { page } = watched;
    let letGo = (): void => undefined;
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await page.route('**/samples/front.*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(siteUrl);
    await button(page, 'Head').click();
    expect(await canvas(page).getAttribute('data-picture')).toBe('working');
    letGo();
    await settled(page);
    expect(await button(page, 'Head').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a window that can keep nothing', () => {
  it('says so, and asks before it closes on what was drawn', async () => {
    watched = await newWatchedPage(browser);
    const { page } = watched;
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    await page.goto(siteUrl);
    await expect.poll(() => page.getByRole('alert').textContent(), SOON).toContain('cannot keep anything');
    await expect.poll(() => page.getByRole('status', { name: 'Plan' }).textContent(), SOON).toContain('dots');
    await drawZone(page);
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
  });

  it('turns back to an earlier photo of the case all the same', async () => {
    watched = await newWatchedPage(browser);
    const { page } = watched;
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    await page.goto(siteUrl);
    await expect.poll(() => page.getByRole('status', { name: 'Plan' }).textContent(), SOON).toContain('dots');
    await button(page, 'Photos').click();
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Add a photo').click();
    await (await chooser).setFiles({ name: 'side.webp', mimeType: 'image/webp', buffer: readFileSync(SIDE) });
    const photos = page.getByRole('list', { name: 'Photos' }).getByRole('listitem');
    await expect.poll(() => photos.count(), SOON).toBe(2);
    await photos.first().getByRole('button').first().click();
    await expect.poll(() => photos.first().getAttribute('data-active'), SOON).toBe('true');
    await page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);
  });
});

describe('a case that another tab deletes', () => {
  async function deletedElsewhere(): Promise<Page> {
    const page = await openPractice();
    const other = await watched.context.newPage();
    await other.goto(siteUrl);
    await settled(other);
    await other.getByRole('button', { name: /^Cases/ }).click();
    await other.getByRole('listitem').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => page.getByRole('alert').textContent(), SOON).toContain('deleted');
    await drawZone(page);
    return page;
  }

  it('is brought back with what was drawn since', async () => {
    const page = await deletedElsewhere();
    await button(page, 'Bring it back').click();
    await expect.poll(() => saving(page).textContent(), SOON).toBe('Saved');
    await page.reload();
    await settled(page);
    await page.getByRole('tab', { name: 'Areas' }).click();
    expect(await page.getByRole('list', { name: 'Areas' }).getByRole('listitem').count()).toBe(2);
  });

  it('can be kept as a copy, and stays deleted itself', async () => {
    const page = await deletedElsewhere();
    await button(page, 'Keep mine as a copy').click();
    await expect.poll(() => saving(page).textContent(), SOON).toBe('Saved');
    await page.getByRole('button', { name: /^Cases/ }).click();
    const cases = page.getByRole('list', { name: 'Cases' }).getByRole('listitem');
    await expect.poll(() => cases.filter({ hasText: 'Practice head, Front (kept copy)' }).count(), SOON).toBe(1);
    expect(await cases.filter({ hasText: /Front(?! \(kept)/ }).count()).toBe(0);
  });
});

describe('a deleted case', () => {
  const list = (page: Page, name: string) => page.getByRole('list', { name, exact: true });
  const folded = (page: Page) => page.getByRole('button', { name: /^Deleted cases/ });

  async function showCases(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^Cases/ }).click();
    await list(page, 'Cases').getByRole('listitem').first().waitFor();
  }

  async function deletedAndGone(): Promise<Page> {
    const page = await openPractice();
    await drawZone(page);
    await showCases(page);
    await list(page, 'Cases').getByRole('button', { name: 'Delete', exact: true }).click();
    await folded(page).waitFor();
    // Its line with the way back goes with the page.
    await page.reload();
    await showCases(page);
    await folded(page).click();
    return page;
  }

  it('is found among the deleted ones with the time that is left, and comes back with what was drawn', async () => {
    const page = await deletedAndGone();
    const row = list(page, 'Deleted cases').getByRole('listitem');
    await expect.poll(() => row.allTextContents(), SOON).toHaveLength(1);
    expect(await row.textContent()).toMatch(/Practice head, Front.*30 days left/);
    expect(await violations(page, '[role=dialog]')).toEqual([]);
    await row.getByRole('button', { name: /^Bring back/ }).click();
    await expect.poll(() => folded(page).count(), SOON).toBe(0);
    await list(page, 'Cases')
      .getByRole('button', { name: /^Practice head, Front/ })
      .click();
    await settled(page);
    await page.getByRole('tab', { name: 'Areas' }).click();
    expect(await list(page, 'Areas').getByRole('listitem').count()).toBe(2);
  });

  it('is deleted for good only after one question', async () => {
    const page = await deletedAndGone();
    const row = list(page, 'Deleted cases').getByRole('listitem');
    const forGood = row.getByRole('button', { name: /^Delete for good/ });
    await forGood.click();
    await row.getByText("can't be undone").waitFor();
    await row.getByRole('button', { name: 'Keep it' }).click();
    await row.getByRole('button', { name: /^Bring back/ }).waitFor();
    await forGood.click();
    await row.getByText("can't be undone").waitFor();
    await forGood.click();
    await expect.poll(() => folded(page).count(), SOON).toBe(0);
    await page.reload();
    await showCases(page);
    expect(await folded(page).count()).toBe(0);
    expect(watched.trouble).toEqual([]);
  });
});

describe('while the photo is on its way', () => {
  it('a small picture stands where it will be, however late the size of the canvas is known', async () => {
    watched = await newWatchedPage(browser);
    const { page } = watched;
    let send: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.addInitScript(() => {
      const Observer = ResizeObserver;
      window.ResizeObserver = class extends Observer {
        constructor(tell: ResizeObserverCallback) {
          super((...news) => setTimeout(() => tell(...news), 1500));
        }
      };
    });
    await page.route('**/samples/front.jpg', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${siteUrl}?sample=front`);
    const middle = () =>
      page.evaluate(() => {
        const picture = document.querySelector('canvas');
        const pixel = new OffscreenCanvas(1, 1).getContext('2d');
        if (picture === null || pixel === null || picture.width === 0) return 0;
        pixel.drawImage(picture, picture.width / 2, picture.height / 2, 1, 1, 0, 0, 1, 1);
        return pixel.getImageData(0, 0, 1, 1).data[0] ?? 0;
      });
    await expect.poll(middle, SOON).toBeGreaterThan(90);
    send();
    await settled(page);
  });
});

describe('a figure that is typed', () => {
  it('is kept as whole as the field shows it, so that every change can be saved', async () => {
    const page = await openPractice();
    await page.getByRole('button', { name: 'Scar', exact: true }).click();
    await stroke(page, arch(1000, 800, 300, 20));
    await page.getByRole('tab', { name: 'Areas' }).click();
    const field = page.getByLabel('Extra sessions, value');
    await field.fill('1,5');
    await field.press('Enter');
    await expect.poll(() => field.inputValue(), SOON).toBe('2');
    await expect.poll(() => saving(page).textContent(), SOON).toBe('Saved');
    expect(watched.trouble).toEqual([]);
  });
});

describe('a window of 320 px, worked by touch', () => {
  it('holds the whole upper bar', async () => {
    watched = await openSite(browser, { viewport: { width: 320, height: 480 }, hasTouch: true, isMobile: true });
    const { page } = watched;
    await settled(page);
    const bar = page.getByRole('banner').getByRole('button');
    const ends = await bar.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right));
    expect(Math.max(...ends)).toBeLessThanOrEqual(320);
  });
});

describe('undo and redo by key', () => {
  it('go one step each, with Shift as with Y', async () => {
    const page = await openPractice();
    await drawZone(page);
    await drawZone(page);
    for (let i = 0; i < 2; i++) await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+z');
    expect(await button(page, 'Redo').isEnabled()).toBe(true);
    await page.keyboard.press('Control+y');
    await expect.poll(() => button(page, 'Redo').isDisabled(), SOON).toBe(true);
  });
});

describe('the shelf of designs', () => {
  it('closes on the first Escape, whether a name is shown under the pointer, under the keys or not at all', async () => {
    const page = await openPractice();
    const shelf = page.getByRole('dialog', { name: 'Designs' });
    const copy = shelf.getByRole('button', { name: /^Duplicate/ });
    const names = page.getByRole('tooltip');
    const ways = [
      async () => {
        await copy.hover();
        await names.waitFor();
      },
      async () => {
        await page.keyboard.press('Tab');
        await copy.focus();
        await names.waitFor();
      },
      () => Promise.resolve(),
    ];
    for (const way of ways) {
      await page.getByRole('button', { name: 'Designs', exact: true }).click();
      await shelf.waitFor();
      await way();
      await page.keyboard.press('Escape');
      await shelf.waitFor({ state: 'detached' });
    }
  });
});
