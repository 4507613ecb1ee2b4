import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileBrowser } from './fileBrowser';
import { newWatchedPage, siteUrl, type WatchedPage } from './site';
import { onScreen, stroke } from './stroke';
import { buttonOn, dotsOn, planTextOn, savingOn, stillOn } from './studioPage';

/** The studio in a technician's hands: gestures, cases, refusals, two tabs; on the practice head. */
/** The one error that a test here brings about itself. */
const PLANTED = 'planted by this test';

const browser = fileBrowser();
let watched: WatchedPage;
let page: Page;

const onSample = async (options: Parameters<typeof newWatchedPage>[1] = {}): Promise<void> => {
  watched = await newWatchedPage(browser(), options);
  page = watched.page;
  await page.goto(`${siteUrl}?sample=front`);
  await standing(page);
};

/** The picture stands with dots in it, and the case is kept. */
const standing = async (of: Page): Promise<void> => {
  await expect.poll(() => dotsOn(of), { timeout: 30_000 }).toBeGreaterThan(1000);
  await stillOn(of);
  await expect.poll(() => savingOn(of).textContent()).toBe('Saved');
};

const cm2 = async (): Promise<number> => Number(/([\d.]+) cm²/.exec(await planTextOn(page))?.[1] ?? 0);

const button = (name: string) => buttonOn(page, name);

/** Middle of the hairline on the screen, where its middle handle sits. */
async function middleHandle(): Promise<{ x: number; y: number }> {
  const handle = await page.evaluate(async () => {
    const samples = (await (await fetch('samples/samples.json')).json()) as ({
      view: string;
      hairline: { x: number; y: number }[];
    } | null)[];
    const line = samples.find((each) => each?.view === 'front')?.hairline ?? [];
    return line[Math.floor(line.length / 2)] ?? { x: 0, y: 0 };
  });
  const [x, y] = await onScreen(page, [handle.x, handle.y]);
  return { x, y };
}

async function drag(from: { x: number; y: number }, by: { x: number; y: number }, release = true): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= 8; i++) await page.mouse.move(from.x + (by.x * i) / 8, from.y + (by.y * i) / 8);
  if (release) await page.mouse.up();
}

describe('with a mouse', () => {
  beforeEach(() => onSample());
  afterEach(async () => {
    expect(watched.trouble.filter((line) => !line.includes(PLANTED))).toEqual([]);
    await watched.context.close();
  });

  it('a handle drag fills live, is one undo step, and Escape takes it back', async () => {
    const before = await planTextOn(page);
    await drag(await middleHandle(), { x: 0, y: 40 }, false);
    await expect.poll(() => planTextOn(page)).not.toBe(before);
    await page.keyboard.press('Escape');
    await expect.poll(() => planTextOn(page)).toBe(before);
    await page.mouse.up();
    expect(await button('Undo').isEnabled()).toBe(false);

    await drag(await middleHandle(), { x: 0, y: 40 });
    await expect.poll(() => planTextOn(page)).not.toBe(before);
    await button('Undo').click();
    await expect.poll(() => planTextOn(page)).toBe(before);
    expect(await button('Undo').isEnabled()).toBe(false);
  });

  it('the keys reach tools, zoom and overlay, and the arrows move the chosen handle', async () => {
    await page.keyboard.press('l');
    expect(await button('Hairline').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('v');
    expect(await button('Select').getAttribute('aria-pressed')).toBe('true');
    const camera = () => page.getByRole('application').getAttribute('data-camera');
    const fitted = await camera();
    await page.keyboard.press('Control+1');
    expect(await camera()).not.toBe(fitted);
    await page.keyboard.press('Control+0');
    expect(await camera()).toBe(fitted);

    const at = await middleHandle();
    await page.mouse.click(at.x, at.y);
    const area = await cm2();
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(cm2).toBeGreaterThan(area);
  });

  it('leaves the line that is measured in sight, and Escape takes it away from the field that asks for its length', async () => {
    const asked = page.getByRole('textbox', { name: 'True length' });
    for (const y of [900, 2400]) {
      await page.keyboard.press('r');
      await stroke(page, [[900, y], [1500, y]]); // prettier-ignore
      const [, top] = await onScreen(page, [900, y]);
      const card = await page.locator('form', { has: asked }).boundingBox();
      expect(card).not.toBeNull();
      expect((card?.y ?? 0) > top || (card?.y ?? 0) + (card?.height ?? 0) < top).toBe(true);
      await asked.press('Escape');
      await expect.poll(() => asked.count()).toBe(0);
    }
  });

  it('refuses a number out of range where it is typed, and keeps the last good one', async () => {
    const field = page.getByLabel('Density, value');
    await field.fill('5000');
    await field.press('Enter');
    await expect.poll(() => page.getByText('Density goes from 20 to 350').count()).toBe(1);
    expect(await field.inputValue()).toBe('220');
    expect(await button('Undo').isEnabled()).toBe(false);
  });

  it('a slider drag is one undo step', async () => {
    const thumb = page.getByRole('slider', { name: 'Density' });
    const box = await thumb.locator('xpath=ancestor::*[@data-rac][1]').boundingBox();
    if (box === null) throw new Error('no thumb');
    const before = await dotsOn(page);
    await drag({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, { x: -60, y: 0 });
    await expect.poll(() => dotsOn(page)).toBeLessThan(before * 0.95);
    await button('Undo').click();
    await expect.poll(() => dotsOn(page)).toBe(before);
    expect(await button('Undo').isEnabled()).toBe(false);
  });

  it('holds Before, splits the view, and the divider moves by key', async () => {
    await page.keyboard.down('\\');
    expect(await button('Before').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.up('\\');
    expect(await button('Before').getAttribute('aria-pressed')).toBe('false');
    await button('Split view').click();
    const divider = page.getByRole('slider', { name: 'Before and after' });
    await divider.focus();
    await page.keyboard.press('Shift+ArrowRight');
    expect(await divider.getAttribute('aria-valuenow')).toBe('60');
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
    ['a text', 'no photo at all', 'not a photo'],
    ['an empty file', '', 'empty'],
  ])('refuses %s with a sentence and leaves the open case as it was', async (_, content, words) => {
    const before = await planTextOn(page);
    const chooser = page.waitForEvent('filechooser');
    await button('Open photo').click();
    await (await chooser).setFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(content) });
    await expect.poll(() => page.getByRole('alert').textContent()).toContain(words);
    expect(await planTextOn(page)).toBe(before);
    expect(await button('Cases: Practice head, Front').count()).toBe(1);
  });

  it('keeps a list of cases: new, rename, open, delete and bring back', async () => {
    await page.getByRole('button', { name: /^Cases/ }).click();
    await button('New case').click();
    await expect.poll(() => page.getByText('Choose a photo').count()).toBe(1);
    await page.getByRole('button', { name: /^Cases/ }).click();
    await expect.poll(() => page.getByRole('list', { name: 'Cases' }).getByRole('listitem').count()).toBe(2);
    await page.getByRole('button', { name: 'Rename' }).last().click();
    await page.getByLabel('Case name').fill('Mr Brown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('Mr Brown').count()).toBe(1);
    await page.getByRole('button', { name: /^Mr Brown/ }).click();
    await standing(page);
    await page.getByRole('button', { name: /^Cases/ }).click();
    await page.getByRole('listitem').filter({ hasText: 'Mr Brown' }).getByRole('button', { name: 'Delete' }).click();
    await button('Bring it back').click();
    await expect.poll(() => page.getByRole('button', { name: /^Mr Brown/ }).count()).toBe(1);
  });

  it('a second tab on the same case learns of a change, and nothing is overwritten', async () => {
    const other = await watched.context.newPage();
    await other.goto(siteUrl);
    await standing(other);
    await page.getByLabel('Density, value').fill('100');
    await page.keyboard.press('Enter');
    await expect.poll(() => savingOn(page).textContent()).toBe('Saved');
    await expect.poll(() => other.getByRole('alert').textContent()).toContain('another tab');
    await other.getByRole('button', { name: 'Load the newer one' }).click();
    await expect.poll(() => other.getByLabel('Density, value').inputValue(), { timeout: 15_000 }).toBe('100');
  });

  it('when drawing the studio fails, the case is kept and a copy of it is offered', async () => {
    await page.evaluate(() => {
      Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
        get() {
          throw new Error('planted by this test');
        },
      });
    });
    await page.getByLabel('Density, value').fill('150');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('Something went wrong').count()).toBe(1);
    const copy = page.waitForEvent('download');
    await button('Save a copy of the case').click();
    expect((await copy).suggestedFilename()).toBe('follicle-case.json');
  });
});

describe('with fingers', () => {
  beforeEach(() => onSample({ hasTouch: true, viewport: { width: 1180, height: 820 } }));
  afterEach(async () => {
    expect(watched.trouble.filter((line) => !line.includes(PLANTED))).toEqual([]);
    await watched.context.close();
  });

  /** Touches as the hardware would give them, all fingers of a step at once. */
  async function touches(steps: readonly (readonly [type: string, ...fingers: (readonly [number, number])[]])[]) {
    const client = await watched.context.newCDPSession(page);
    for (const [type, ...fingers] of steps) {
      const touchPoints = fingers.map(([x, y], id) => ({ x, y, id }));
      await client.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints });
    }
  }

  it('a pinch on the hairline zooms and leaves no mark', async () => {
    await button('Hairline').click();
    const before = await planTextOn(page);
    const camera = () => page.getByRole('application').getAttribute('data-camera');
    const fitted = await camera();
    await touches([
      ['touchStart', [400, 300]],
      ['touchStart', [400, 300], [600, 300]],
      ['touchMove', [360, 300], [660, 300]],
      ['touchMove', [300, 300], [720, 300]],
      ['touchEnd'],
    ]);
    expect(await camera()).not.toBe(fitted);
    expect(await planTextOn(page)).toBe(before);
    expect(await button('Undo').isEnabled()).toBe(false);
  });

  it('one finger drags a handle, two fingers tap to undo, three to redo', async () => {
    const at = await middleHandle();
    const before = await planTextOn(page);
    const down = (by: number): readonly [number, number] => [at.x, at.y + by];
    await touches([
      ['touchStart', down(0)],
      ['touchMove', down(15)],
      ['touchMove', down(30)],
      ['touchMove', down(45)],
      ['touchEnd'],
    ]);
    await expect.poll(() => planTextOn(page)).not.toBe(before);
    // The area follows at once, the count when the dots are laid.
    await page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);
    const after = await planTextOn(page);
    await touches([['touchStart', [400, 600], [500, 600]], ['touchEnd']]);
    await expect.poll(() => planTextOn(page)).toBe(before);
    await touches([['touchStart', [400, 600], [500, 600], [600, 600]], ['touchEnd']]);
    await expect.poll(() => planTextOn(page)).toBe(after);
  });
});
