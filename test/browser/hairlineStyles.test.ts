import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { fileBrowser } from './fileBrowser';
import { newWatchedPage, siteUrl, type WatchedPage } from './site';
import { buttonOn, stillOn } from './studioPage';

/** Styles, guides, edge, advice and stages of hair loss on the practice head, with a hand's own means. */

const browser = fileBrowser();
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  watched = await newWatchedPage(browser());
  page = watched.page;
  await page.goto(`${siteUrl}?sample=front`);
  await still();
  await page.getByRole('tab', { name: 'Hairline' }).click();
});

const still = () => stillOn(page);
const style = () => page.getByRole('combobox', { name: 'Hairline style' });
const undo = () => buttonOn(page, 'Undo');
const switchOf = (name: string) => page.getByRole('switch', { name, exact: true });

/** What the inspector says of the line under a name. */
const figure = async (name: string): Promise<number> =>
  Number.parseFloat((await page.locator(`dt:text-is("${name}") + dd`).textContent()) ?? '');

/** Whether the lines over a part of the photo changed: the overlay's own pixels, hashed. */
const overlay = (): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('[role=application] .konvajs-content canvas')]
      .map((canvas) => canvas.toDataURL())
      .join(),
  );

it('places a style by one choice, as one step that undo takes back whole', async () => {
  const before = await figure('Handles');
  await style().selectOption('mature');
  expect(await figure('Handles')).toBe(13);
  expect(await figure('Height above the glabella')).toBeCloseTo(8, 1);
  expect(await page.getByRole('textbox', { name: 'Transition, value' }).inputValue()).toBe('5.0');
  await style().selectOption('faded');
  expect(await page.getByRole('textbox', { name: 'Transition, value' }).inputValue()).toBe('11.0');
  await undo().click();
  expect(await style().inputValue()).toBe('mature');
  await undo().click();
  expect(await figure('Handles')).toBe(before);
  await expect.poll(() => style().inputValue()).toBe('');
});

it('shapes the standing style with its options', async () => {
  await style().selectOption('natural');
  await page.locator('label', { has: switchOf('Sideburns') }).click();
  expect(await switchOf('Sideburns').isChecked()).toBe(true);
  expect(await style().inputValue()).toBe('natural');
  await page.locator('label', { has: switchOf('Sideburns') }).click();
});

it('lists a line that is planted low, and looks at the place', async () => {
  await style().selectOption('natural');
  const height = page.getByRole('textbox', { name: 'Height, value', exact: true });
  await height.fill('54');
  await height.press('Enter');
  const low = page.getByRole('list', { name: 'Advice' }).getByRole('button', { name: /Low for the face 5\.4 cm/ });
  await low.waitFor();
  const camera = () => page.locator('[role=application]').getAttribute('data-camera');
  const before = await camera();
  await low.click();
  expect(await camera()).not.toBe(before);
  await undo().click();
  await low.waitFor({ state: 'detached' });
  expect(await height.inputValue()).toBe('75');
});

it('draws each guide while its switch is on, from points that a drag confirms in one step', async () => {
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  // The lines follow the camera in the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const plain = await overlay();
  await page.locator('label', { has: switchOf('8 cm construction') }).click();
  await expect.poll(overlay).not.toBe(plain);
  await page.getByText('5 points are proposed').waitFor();

  const camera = JSON.parse((await page.locator('[role=application]').getAttribute('data-camera')) ?? '{}') as {
    scale: number;
    x: number;
    y: number;
  };
  const box = await page.locator('[role=application]').boundingBox();
  // The chin of the practice head in its photo, px: well away from every handle.
  const x = (box?.x ?? 0) + camera.x + 1198 * camera.scale;
  const from = await chinOnScreen(x, (box?.y ?? 0) + camera.y, camera.scale);
  await page.mouse.move(x, from);
  await page.mouse.down();
  await page.mouse.move(x, from + 6, { steps: 3 });
  await page.mouse.up();
  await page.getByText('4 points are proposed').waitFor();
  await undo().click();
  await page.getByText('5 points are proposed').waitFor();
  await page.locator('label', { has: switchOf('8 cm construction') }).click();
  await expect.poll(overlay).toBe(plain);
});

/** Where on an upright line down the face the pointer says that it is over a landmark, from the chin up. */
async function chinOnScreen(x: number, top: number, scale: number): Promise<number> {
  for (let photoY = 2550; photoY > 2100; photoY -= 12) {
    await page.mouse.move(x, top + photoY * scale);
    if (await page.getByText('Drag this point to its true place').isVisible()) return top + photoY * scale;
  }
  throw new Error('no landmark on the chin');
}

it('draws the edge as it is laid: another arrangement is another drawing, a preset sets all its figures', async () => {
  const drawing = page.getByRole('img', { name: /Cut through the edge/ });
  const first = await drawing.innerHTML();
  await page.getByRole('button', { name: 'Defined', exact: true }).click();
  expect(await page.getByRole('textbox', { name: 'Transition, value' }).inputValue()).toBe('2.0');
  await expect.poll(() => drawing.innerHTML()).not.toBe(first);
  await undo().click();
  await expect.poll(() => drawing.innerHTML()).toBe(first);
});

it('notes a stage of hair loss, and shows a later one as an estimate', async () => {
  await page.getByRole('button', { name: 'Hair loss' }).click();
  await page.getByRole('button', { name: 'Norwood 3', exact: true }).click();
  const plain = await overlay();
  await page.getByRole('combobox', { name: 'If hair loss goes on' }).selectOption('6');
  await expect.poll(overlay).not.toBe(plain);
  await page.getByRole('combobox', { name: 'If hair loss goes on' }).selectOption('');
  await expect.poll(overlay).toBe(plain);
});

it('stayed quiet and at home all the while', () => {
  expect(watched.trouble).toEqual([]);
});
