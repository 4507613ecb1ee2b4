import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { fileBrowser } from './fileBrowser';
import { newWatchedPage, siteUrl, type WatchedPage } from './site';
import { dotsOn, dottedOn, stillOn } from './studioPage';

/** Sessions, time, pigment and light on the practice head: each changes the picture, and only as nature would. */
const browser = fileBrowser();
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  watched = await newWatchedPage(browser());
  page = watched.page;
  await page.goto(`${siteUrl}?sample=top`);
  await dottedOn(page);
});

const dots = () => dotsOn(page);
const still = () => stillOn(page);
const step = (name: string) => page.getByRole('radiogroup', { name: 'Session' }).getByText(name, { exact: true });
const time = () => page.getByRole('slider', { name: 'Time since treatment' });

interface Tone {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly all: number;
  /** Between neighbouring pixels, relative to the mean. */
  readonly contrast: number;
}

/** Means of red, green and blue over the middle of the filled area, as the screen shows it. */
async function tone(): Promise<Tone> {
  // The picture is drawn in the frame after it was said to stand.
  await still();
  return page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const canvas = document.querySelector('canvas');
    const copy = new OffscreenCanvas(100, 80).getContext('2d', { willReadFrequently: true });
    if (canvas == null || copy == null) throw new Error('no picture');
    copy.drawImage(canvas, canvas.width * 0.46, canvas.height * 0.3, 100, 80, 0, 0, 100, 80);
    const { data } = copy.getImageData(0, 0, 100, 80);
    const sum = [0, 0, 0];
    let steps = 0;
    for (let i = 0; i < data.length; i += 4) {
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] ?? 0) + (data[i + c] ?? 0);
      if ((i / 4) % 100 > 0) steps += Math.abs((data[i + 1] ?? 0) - (data[i - 3] ?? 0));
    }
    const [red = 0, green = 0, blue = 0] = sum.map((each) => each / (data.length / 4));
    return { red, green, blue, all: (red + green + blue) / 3, contrast: steps / (data.length / 4) / green };
  });
}

/** Waits until the picture has taken a change up, then gives its tone. */
async function toneAfter(change: () => Promise<void>): Promise<Tone> {
  const before = await tone();
  await change();
  await expect.poll(async () => (await tone()).all, { timeout: 15_000 }).not.toBe(before.all);
  await still();
  return tone();
}

it('shows the head before, and each session only adds', async () => {
  const whole = await dots();
  const third = await tone();
  const bare = await toneAfter(() => step('Before').click());
  const first = await toneAfter(() => step('1').click());
  const firstDots = await dots();
  const second = await toneAfter(() => step('2').click());
  const secondDots = await dots();
  await toneAfter(() => step('3').click());
  expect(bare.all).toBeGreaterThan(first.all);
  expect(first.all).toBeGreaterThan(second.all);
  expect(second.all).toBeGreaterThan(third.all);
  expect(firstDots / whole).toBeCloseTo(0.3, 1);
  expect(secondDots / whole).toBeCloseTo(0.7, 1);
  expect(await dots()).toBe(whole);
});

it('is darkest on the day itself with reddened skin, and fades over the years; all of it called an estimate', async () => {
  const healed = await tone();
  await time().focus();
  const fresh = await toneAfter(() => page.keyboard.press('Home'));
  expect(fresh.all).toBeLessThan(healed.all);
  expect(fresh.red - fresh.green).toBeGreaterThan(healed.red - healed.green);
  await expect.poll(() => page.getByText('The day itself').count()).toBe(1);
  const faded = await toneAfter(() => page.keyboard.press('End'));
  expect(faded.all).toBeGreaterThan(healed.all);
  await expect.poll(() => page.getByText('5 years').count()).toBe(1);
  expect(await page.getByText('estimate', { exact: true }).count()).toBe(1);
  await page.getByText('5 years').dblclick();
  await expect.poll(async () => (await tone()).all).toBe(healed.all);
});

it('a thinner pigment is paler, one undo step, and there again after a reload', async () => {
  const healed = await tone();
  await page.getByRole('tab', { name: 'Pigment' }).click();
  const field = page.getByLabel('Dilution, value');
  const thin = await toneAfter(async () => {
    await field.fill('30');
    await field.press('Enter');
  });
  expect(thin.all).toBeGreaterThan(healed.all);
  await expect.poll(() => page.getByRole('status', { name: 'Saving' }).textContent()).toBe('Saved');
  await page.reload();
  await expect.poll(dots, { timeout: 30_000 }).toBeGreaterThan(5_000);
  expect(await page.getByLabel('Dilution, value').inputValue()).toBe('30');
  await field.fill('15');
  await field.press('Enter');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  expect(await field.inputValue()).toBe('30');
});

it('warns of a depth that shows bluish, and refuses one out of range', async () => {
  const depth = page.getByLabel('Depth, value');
  await depth.fill('1.5');
  await depth.press('Enter');
  await expect.poll(() => page.getByText('shows bluish').count()).toBe(1);
  await depth.fill('9');
  await depth.press('Enter');
  await expect.poll(() => page.getByText('Depth goes from 0.25 to 2.00 mm').count()).toBe(1);
  expect(await depth.inputValue()).toBe('1.50');
});

it('in flash the dots stand out more, in low light less, and as in the photo they are as before', async () => {
  const light = (name: string) => page.getByRole('radiogroup', { name: 'Light' }).getByText(name);
  const asInPhoto = await tone();
  const flash = await toneAfter(() => light('Flash').click());
  const low = await toneAfter(() => light('Low light').click());
  expect(flash.contrast).toBeGreaterThan(asInPhoto.contrast * 1.1);
  expect(low.contrast).toBeLessThan(asInPhoto.contrast * 0.9);
  expect(await toneAfter(() => light('As in the photo').click())).toEqual(asInPhoto);
});

it('proposes pigment and dilution from the client’s own stubble, as one undo step', async () => {
  await page.goto(`${siteUrl}?sample=left`);
  await expect.poll(dots, { timeout: 30_000 }).toBeGreaterThan(5_000);
  await page.getByRole('tab', { name: 'Pigment' }).click();
  await page.getByRole('button', { name: 'Pick colour' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Pigment' });
  for (const [x, y, asks] of [
    [1500, 1300, 'own hair or stubble'],
    [1250, 700, 'bare skin beside it'],
  ] as const) {
    await panel.getByText(asks).waitFor();
    const at = await page.evaluate(
      (p) => {
        const element = document.querySelector<HTMLElement>('[role=application]');
        const box = element?.getBoundingClientRect() ?? { left: 0, top: 0 };
        const camera = JSON.parse(element?.dataset['camera'] ?? '{}') as { scale: number; x: number; y: number };
        return { x: box.left + camera.x + p.x * camera.scale, y: box.top + camera.y + p.y * camera.scale };
      },
      { x, y },
    );
    await page.mouse.click(at.x, at.y);
  }
  await expect.poll(() => page.getByText(/^Proposed: /).count(), { timeout: 15_000 }).toBe(1);
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await undo.click();
  expect(await undo.isEnabled()).toBe(false);
  expect(await page.getByLabel('Dilution, value').inputValue()).toBe('15');
});

it('nothing went wrong on the way', () => {
  expect(watched.trouble).toEqual([]);
});
