import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { violations } from './axe';
import { launchChromium } from './chromium';
import { fileBrowser } from './fileBrowser';
import { newWatchedPage, siteUrl, type WatchedPage } from './site';
import { buttonOn, dottedOn, planTextOn, stillOn } from './studioPage';

/** The client's side on a tablet: look, compare, and the technician's keeping of designs and photos for it. */
const browser = fileBrowser();
let watched: WatchedPage;
let page: Page;
let hand: CDPSession | null = null;

beforeEach(async () => {
  watched = await newWatchedPage(browser(), {
    hasTouch: true,
    viewport: { width: 1180, height: 820 },
    reducedMotion: 'reduce',
  });
  page = watched.page;
  hand = null;
  await page.goto(`${siteUrl}?sample=front`);
  await dottedOn(page);
});
afterEach(async () => {
  expect(watched.trouble).toEqual([]);
  await watched.context.close();
});

const button = (name: string) => buttonOn(page, name);
const divider = () => page.getByRole('slider', { name: 'Before and after' });
const camera = async () => page.getByRole('application').getAttribute('data-camera');
const planText = () => planTextOn(page);

/** Touches as the hardware would give them, all fingers of a step at once. */
async function touches(steps: readonly (readonly [type: string, ...fingers: (readonly [number, number])[]])[]) {
  hand ??= await watched.context.newCDPSession(page);
  for (const [type, ...fingers] of steps) {
    const touchPoints = fingers.map(([x, y], id) => ({ x, y, id }));
    await hand.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints });
  }
}

describe('the preview', () => {
  it('follows the finger, steps the sessions, moves the time, and shows nothing of the technician’s', async () => {
    await button('Preview').tap();
    await expect.poll(() => divider().getAttribute('aria-valuenow')).toBe('50');
    const seen = await page.evaluate(() => document.body.innerText);
    for (const word of ['Practice', 'Density', 'dots', 'cm²', 'Saved', 'Export', 'Hairline', 'seed']) {
      expect(seen, word).not.toContain(word);
    }
    expect(await page.title()).toBe('Follicle');
    expect(await violations(page)).toEqual([]);

    // Anywhere on the picture, not on the line alone.
    await touches([['touchStart', [300, 300]], ['touchMove', [500, 300]], ['touchMove', [885, 310]], ['touchEnd']]);
    await expect.poll(() => divider().getAttribute('aria-valuenow')).toBe('75');

    const steps = page.getByRole('radiogroup', { name: 'Steps' });
    const choose = async (name: string): Promise<void> => {
      // Brings the controls back where they have faded meanwhile.
      await steps.getByRole('radio', { name, exact: true }).focus();
      await steps.getByText(name, { exact: true }).tap();
    };
    await choose('After session 1');
    await expect.poll(() => page.getByText('4 weeks after session 1').count()).toBe(1);
    const estimate = page.getByRole('region', { name: 'Picture' }).getByText('estimate', { exact: true });
    expect(await estimate.count()).toBe(1);
    const time = page.getByRole('slider', { name: 'Time' });
    await time.press('End');
    await expect.poll(() => page.getByText('5 years after session 1').count()).toBe(1);
    await choose('Before');
    await expect.poll(() => estimate.count()).toBe(0);
  });

  it('shows before while a finger rests, zooms under two, and returns to where the technician was', async () => {
    await button('Hairline').tap();
    await page.keyboard.press('Control+1');
    const before = [await camera(), await planText()];
    await button('Preview').tap();
    await divider().waitFor();
    await stillOn(page);
    const fitted = await camera();
    await touches([['touchStart', [300, 300]]]);
    await expect.poll(() => divider().count()).toBe(0);
    await touches([['touchEnd']]);
    await expect.poll(() => divider().count()).toBe(1);
    await touches([
      ['touchStart', [500, 300]],
      ['touchStart', [500, 300], [600, 300]],
      ['touchMove', [450, 300], [650, 300]],
      ['touchMove', [350, 300], [750, 300]],
      ['touchEnd'],
    ]);
    await expect.poll(camera).not.toBe(fitted);
    await page.keyboard.press('Escape');
    await expect.poll(() => button('Hairline').getAttribute('aria-pressed')).toBe('true');
    await expect.poll(camera).toBe(before[0]);
    expect(await planText()).toBe(before[1]);
    expect(await divider().count()).toBe(0);
    expect(await button('Undo').isEnabled()).toBe(false);
  });
});

describe('the second screen', () => {
  const openScreen = async (): Promise<Page> => {
    await button('Second screen').tap();
    const opened = watched.context.waitForEvent('page');
    await button('Show on second screen').tap();
    const screen = await opened;
    await showing(screen, 'following');
    return screen;
  };
  const showing = async (screen: Page, status: string): Promise<void> => {
    await screen.locator(`main[data-status="${status}"]`).waitFor({ timeout: 20_000 });
  };
  const mode = (name: string) =>
    page.getByRole('radiogroup', { name: 'Second screen' }).getByText(name, { exact: true });
  const words = (screen: Page) => screen.evaluate(() => document.body.innerText);

  it('follows live, freezes, releases, goes blank, and tells no names', async () => {
    const screen = await openScreen();
    expect(await words(screen)).not.toMatch(/Practice|dots|Density/);
    expect(await screen.title()).toBe('Follicle');
    expect(await violations(screen)).toEqual([]);
    const after = (n: number) => screen.getByText(`4 weeks after session ${String(n)}`);
    await expect.poll(() => after(3).count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await expect.poll(() => after(1).count()).toBe(1);

    await button('Second screen').tap();
    await mode('Frozen').tap();
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await button('Second screen').tap();
    // Whatever was on its way has come with the next thing that is sent.
    expect(await after(1).count()).toBe(1);
    await button('Release this picture').tap();
    await expect.poll(() => after(2).count()).toBe(1);
    await mode('Blank').tap();
    await showing(screen, 'blank');
    expect(await after(2).isVisible()).toBe(false);
  });

  it('survives a reload of either side, and says quietly when the studio is closed', async () => {
    const screen = await openScreen();
    await page.reload();
    await dottedOn(page);
    await page.keyboard.press('y');
    await expect.poll(() => screen.getByText('Before', { exact: true }).count()).toBe(1);
    await screen.reload();
    await showing(screen, 'following');
    await expect.poll(() => screen.getByText('Before', { exact: true }).count()).toBe(1);
    await page.close();
    await showing(screen, 'closed');
    await expect.poll(() => screen.getByRole('status').textContent()).toContain('closed');
  });
});

describe('designs', () => {
  it('are duplicated, named, compared with one view, chosen, and come back when deleted', async () => {
    await button('Designs').tap();
    await button('Duplicate A').tap();
    const list = page.getByRole('list', { name: 'Designs' });
    await expect.poll(() => list.getByRole('listitem').count()).toBe(2);
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('Softer');
    await name.press('Enter');
    await expect.poll(() => list.getByText('Design Softer').count()).toBe(1);
    expect(await violations(page, '[role=dialog]')).toEqual([]);
    await button('Delete Softer').tap();
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
    await page.keyboard.press('Escape');
    await button('Bring it back').tap();
    await button('Designs').tap();
    await button('Compare').tap();
    const panes = page.locator('figure');
    await expect.poll(() => panes.count()).toBe(2);
    await expect.poll(() => page.locator('figure canvas[data-picture=still]').count(), { timeout: 30_000 }).toBe(2);
    expect(await violations(page, '[aria-label="Side by side"]')).toEqual([]);
    const view = () => page.locator('[data-view]').getAttribute('data-view');
    const fitted = await view();
    await touches([
      ['touchStart', [800, 300]],
      ['touchStart', [800, 300], [900, 300]],
      ['touchMove', [700, 300], [1000, 300]],
      ['touchEnd'],
    ]);
    await expect.poll(view).not.toBe(fitted);
    await page.getByRole('button', { name: 'Pick Softer' }).tap();
    await button('Done').tap();
    await button('Designs').tap();
    await expect.poll(() => list.getByRole('listitem').filter({ hasText: 'The client’s choice' }).count()).toBe(1);
  });
});

describe('photos', () => {
  const SIDE = join(import.meta.dirname, '../../public/samples/left.small.webp');
  const photos = () => page.getByRole('list', { name: 'Photos' }).getByRole('listitem');
  const addSide = async (): Promise<void> => {
    await button('Photos').tap();
    const chooser = page.waitForEvent('filechooser');
    await button('Add a photo').tap();
    await (await chooser).setFiles({ name: 'side.webp', mimeType: 'image/webp', buffer: readFileSync(SIDE) });
    await expect.poll(() => photos().count()).toBe(2);
    await page.keyboard.press('Escape');
  };

  it('are added and switched, each with its own design; undo turns back to where the change was made', async () => {
    const front = await planText();
    await addSide();
    await expect.poll(planText).toContain('No hairline yet');
    await button('Photos').tap();
    expect(await violations(page, '[role=dialog]')).toEqual([]);
    await photos()
      .first()
      .getByRole('button', { name: /^Front/ })
      .tap();
    await page.keyboard.press('Escape');
    await expect.poll(planText, { timeout: 15_000 }).toBe(front);
    // Turning to a photo is no step of undo: the last thing done is, and that was adding the side.
    await page.getByLabel('Density, value').fill('100');
    await page.keyboard.press('Enter');
    await expect.poll(planText).not.toBe(front);
    await button('Photos').tap();
    await photos()
      .last()
      .getByRole('button', { name: /^Left side/ })
      .tap();
    await page.keyboard.press('Escape');
    await expect.poll(planText, { timeout: 15_000 }).toContain('No hairline yet');
    await button('Undo').tap();
    await expect.poll(() => page.getByText('You are now on the photo “Front”').count()).toBe(1);
    await expect.poll(planText, { timeout: 15_000 }).toBe(front);
  });

  it('are removed with a way back, and a result is laid beside the plan', async () => {
    await addSide();
    await button('Photos').tap();
    await button('Remove Left side').tap();
    await expect.poll(() => photos().count()).toBe(1);
    await page.keyboard.press('Escape');
    await button('Bring it back').tap();
    await button('Photos').tap();
    await expect.poll(() => photos().count()).toBe(2);
    await page.getByLabel('Shows').selectOption('front');
    await page.getByLabel('Use', { exact: true }).selectOption('result');
    await page.getByLabel('Taken on').fill('2026-03-31');
    await button('Lay beside the plan').tap();
    await expect.poll(() => page.locator('figure').count()).toBe(2);
    await expect.poll(() => page.getByText('The result Mar 31, 2026').count()).toBe(1);
    await button('Done').tap();
    await expect.poll(() => button('Photos').isVisible()).toBe(true);
  });
});

it('a camera shows an earlier photo for the same position, and what it takes is a dated result of that view', async () => {
  const args = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const withCamera = await launchChromium({ args });
  const { page: own, trouble } = await newWatchedPage(withCamera, { permissions: ['camera'] });
  await own.goto(`${siteUrl}?sample=front`);
  await dottedOn(own);
  await own.getByRole('button', { name: 'Photos', exact: true }).click();
  await own.getByRole('button', { name: 'Camera', exact: true }).click();
  const ghost = own.getByRole('slider', { name: 'Earlier photo' });
  await ghost.press('End');
  expect(await own.locator('video + img').evaluate((image) => getComputedStyle(image).opacity)).toBe('1');
  await own.getByRole('button', { name: 'Take', exact: true }).click();
  await own.getByRole('button', { name: 'Photos', exact: true }).click();
  const taken = own.getByRole('list', { name: 'Photos' }).getByRole('listitem').last();
  await expect.poll(() => taken.textContent(), { timeout: 15_000 }).toContain('Front, ');
  expect(await taken.textContent()).toContain('Result');
  expect(trouble).toEqual([]);
  await withCamera.close();
});
