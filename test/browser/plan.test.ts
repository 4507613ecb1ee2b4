import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { fileBrowser } from './fileBrowser';
import { newWatchedPage, siteUrl, type WatchedPage } from './site';
import { buttonOn, dotsOn, dottedOn } from './studioPage';

/** The technician's panels of sessions, healing and pigments: from the hand to the document and what it shows. */
const browser = fileBrowser();
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  watched = await newWatchedPage(browser());
  page = watched.page;
  await open('top');
});

async function open(sample: string): Promise<void> {
  await page.goto(`${siteUrl}?sample=${sample}`);
  await dottedOn(page);
}

const dots = () => dotsOn(page);
/** What a slow machine still has to come to. */
const soon = <T>(of: () => T) => expect.poll(of, { timeout: 15_000 });

const tab = (name: string) => page.getByRole('tab', { name }).click();
const button = (name: string | RegExp) => page.getByRole('button', { name });
const undo = () => buttonOn(page, 'Undo').click();
const step = (n: number) => page.getByRole('radiogroup', { name: 'Session' }).getByRole('radio').nth(n);
const steps = () => page.getByRole('radiogroup', { name: 'Session' }).getByRole('radio').count();

/** Dots that stand after a session, as a share of those that stand after all. */
async function shareAfter(session: number, all: number): Promise<number> {
  await page.keyboard.press(String(session));
  await soon(dots).not.toBe(all);
  const share = (await dots()) / all;
  await page.keyboard.press(String((await steps()) - 1));
  await soon(dots).toBe(all);
  return share;
}

async function type(label: string, value: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(value);
  await field.press('Enter');
  await field.blur();
}

it('a preset, one session more and a typed share change what stands after each session', async () => {
  const all = await dots();
  await tab('Plan');
  await button('50 / 100 %').click();
  await soon(steps).toBe(3);
  expect(await shareAfter(1, all)).toBeCloseTo(0.5, 1);
  await button('Add a session').click();
  await soon(steps).toBe(4);
  await button(/^Session 1/).click();
  await type('Reaches, value', '20');
  expect(await shareAfter(1, all)).toBeCloseTo(0.2, 1);
  await type('Reaches, value', '99');
  await soon(() => page.getByText('Reaches goes from 1 to 74 % of all').count()).toBe(1);
  expect(await page.getByLabel('Reaches, value').inputValue()).toBe('20');
  await undo();
  expect(await page.getByLabel('Reaches, value').inputValue()).toBe('50');
});

it('dates are asked for once and refused out of order; the last good one stays', async () => {
  await type('Date', '2027-01-11');
  await button(/^Session 2/).click();
  await soon(() => page.getByLabel('Date').inputValue()).toBe('2027-01-25');
  await type('Date', '2027-01-05');
  await soon(() => page.getByText('Session 2 comes after session 1').count()).toBe(1);
  expect(await page.getByLabel('Date').inputValue()).toBe('2027-01-25');
});

it('shows what a plan with dates has come to by today', async () => {
  await page.clock.setFixedTime(new Date('2027-02-04T12:00:00'));
  await button('Today').click();
  await soon(() => step(2).isChecked()).toBe(true);
  await soon(() => page.getByText('10 days', { exact: false }).count()).toBeGreaterThan(0);
  await page.clock.setFixedTime(new Date('2027-01-02T12:00:00'));
  await button('Today').click();
  await soon(() => step(0).isChecked()).toBe(true);
  await page.keyboard.press(String((await steps()) - 1));
});

it('a touch-up is a stop of the time slider', async () => {
  await page.getByText('Touch-up', { exact: true }).click();
  const time = page.getByRole('slider', { name: 'Time since treatment' });
  await time.fill('7');
  await soon(() => page.getByText('Touch-up, the day itself').count()).toBe(1);
  await time.fill('8');
  await soon(() => time.getAttribute('aria-valuetext')).toBe('30 days after touch-up');
});

it('a dragged point of a healing curve is one undo step; typed out of range it is refused with the range', async () => {
  await button(/^Darkness/).click();
  const point = page.getByRole('slider', { name: 'Darkness, point 9' });
  await point.scrollIntoViewIfNeeded();
  const before = await point.getAttribute('aria-valuetext');
  const box = await point.boundingBox();
  if (box === null) throw new Error('no point');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 10, { steps: 5 });
  await page.mouse.move(x, y + 4, { steps: 5 });
  await page.mouse.up();
  expect(await point.getAttribute('aria-valuetext')).not.toBe(before);
  await type('Value', '500');
  await soon(() => page.getByText('Value goes from 72 to 90 %').count()).toBe(1);
  await undo();
  expect(await point.getAttribute('aria-valuetext')).toBe(before);
  await point.focus();
  await page.keyboard.press('ArrowDown');
  expect(await point.getAttribute('aria-valuetext')).toBe('day 365: 83 %');
  const points = await page.getByRole('slider', { name: /^Darkness, point/ }).count();
  await page.keyboard.press('Delete');
  expect(await page.getByRole('slider', { name: /^Darkness, point/ }).count()).toBe(points - 1);
  await button('Reset this curve').click();
  expect(await point.getAttribute('aria-valuetext')).toBe(before);
});

it('an own pigment is kept over a reload and offered in the next case; in use it is not deleted', async () => {
  await tab('Pigment');
  await page.getByRole('radiogroup', { name: 'Pigment' }).getByText('Dark brown').click();
  await button('Keep as own pigment').click();
  await type('Name', 'House brown');
  await type('Colour code', '#ffffff');
  await soon(() => page.getByText('no darker than the skin').count()).toBe(1);
  await type('Colour code', '#60402a');
  await soon(() => page.getByText('no darker than the skin').count()).toBe(0);
  await button('Delete House brown').click();
  await soon(() => page.getByText('“House brown” is in use').count()).toBe(1);
  await soon(() => page.getByRole('status', { name: 'Saving' }).textContent()).toBe('Saved');
  await page.reload();
  const own = page.getByRole('radio', { name: 'House brown' });
  await soon(() => own.isChecked()).toBe(true);
  await open('front');
  await tab('Pigment');
  expect(await own.isChecked()).toBe(false);
  await button('Delete House brown').click();
  await soon(() => own.count()).toBe(0);
});

it('reads the skin under the area and says what it read', async () => {
  await button('Read skin type from the photo').click();
  await soon(() => page.getByText(/^Read this skin under the area, .*type I/).count()).toBe(1);
  expect(await page.getByLabel('Skin type', { exact: true }).inputValue()).not.toBe('');
});

it('nothing went wrong on the way', () => {
  expect(watched.trouble).toEqual([]);
});
