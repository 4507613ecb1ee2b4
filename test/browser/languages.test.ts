import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { fileBrowser } from './fileBrowser';
import { newWatchedPage, siteUrl } from './site';

const browser = fileBrowser();

const still = (page: Page) => page.locator('[data-picture="still"]').first().waitFor();
const spoken = (page: Page) =>
  page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));

/** What hangs over the window's edge or is cut off within its button; what is swiped through may. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const named = (element: Element) => element.getAttribute('aria-label') ?? element.textContent.slice(0, 40);
    const found = [...document.querySelectorAll('button, [role=tab], select, h2')].filter((element) => {
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      const { left, right, width } = element.getBoundingClientRect();
      const swiped = (of: Element | null): boolean =>
        of !== null && (/auto|scroll/.test(getComputedStyle(of).overflowX) || swiped(of.parentElement));
      if (width < 2) return false;
      const cut =
        element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).textOverflow !== 'ellipsis';
      const shortens = element.querySelector('[class*=caseName]') !== null;
      return (!swiped(element) && (left < -1 || right > innerWidth + 1)) || (cut && !shortens);
    });
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    const panels = [...document.querySelectorAll('[role=tabpanel]')].filter(
      (of) => of.scrollWidth > of.clientWidth + 1,
    );
    return [...wide, ...panels.map(() => 'the panel'), ...found.map(named)];
  });

describe.each([
  ['tablet', { width: 1180, height: 820 }],
  ['phone', { width: 390, height: 844 }],
] as const)('on a %s', (_, viewport) => {
  it.each([
    ['de', 'ltr', 'Rückgängig', 'Exportieren', 'Haarlinie'],
    ['ar', 'rtl', 'تراجع', 'تصدير', 'خط الشعر'],
  ] as const)('%s is spoken throughout, with nothing cut off', async (language, dir, undo, save, hairline) => {
    const { page, context, trouble } = await newWatchedPage(browser(), {
      viewport,
      locale: language,
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    await page.goto(`${siteUrl}?sample=front`);
    await still(page);
    expect(await spoken(page)).toEqual({ lang: language, dir });
    await page.getByRole('button', { name: undo, exact: true }).waitFor();
    await page.getByRole('button', { name: save, exact: true }).waitFor();
    expect(await overflowing(page)).toEqual([]);
    const sheet = page.locator('header button[aria-pressed]').last();
    if ((await sheet.getAttribute('aria-pressed')) === 'false') await sheet.click();
    await page.getByRole('tab', { name: hairline, exact: true }).waitFor();
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      expect(await overflowing(page)).toEqual([]);
    }
    expect(await violations(page)).toEqual([]);
    expect(trouble).toEqual([]);
    await context.close();
  });
});

it('a language and inches are chosen in the settings, at once and for good, the client’s screen included', async () => {
  const { page, context, trouble } = await newWatchedPage(browser());
  await page.goto(`${siteUrl}?sample=front`);
  await still(page);
  const client = await context.newPage();
  await client.goto(`${siteUrl}?screen=client`);
  await page.bringToFront();

  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByLabel('Lengths').selectOption('inches');
  await page.getByLabel('Language').selectOption('ar');
  await page.getByRole('heading', { name: 'الإعدادات' }).waitFor();
  expect(await spoken(page)).toEqual({ lang: 'ar', dir: 'rtl' });
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  await expect.poll(() => spoken(client)).toEqual({ lang: 'ar', dir: 'rtl' });
  await page.keyboard.press('Escape');
  await page
    .getByText(/^[\d.,]+ بوصة²$/)
    .first()
    .waitFor();

  await page.reload();
  await still(page);
  expect(await spoken(page)).toEqual({ lang: 'ar', dir: 'rtl' });
  await page.getByRole('button', { name: 'معاينة', exact: true }).click();
  await page.getByRole('slider', { name: 'قبل وبعد' }).waitFor();
  await page.getByRole('button', { name: 'تم', exact: true }).click();
  expect(trouble).toEqual([]);
  await context.close();
});
