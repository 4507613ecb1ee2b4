import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './axe';
import { fileBrowser } from './fileBrowser';
import { newWatchedPage, siteUrl } from './site';

const browser = fileBrowser();

/** The targets that a pointer would miss: narrower or lower than so many px, their labels counted with them. */
const tooSmall = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(
    (px) =>
      [...document.querySelectorAll('button, [role=tab], select, input:not([type=range])')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => ({
          name: element.getAttribute('aria-label') ?? element.textContent,
          box: (element.closest('label') ?? element).getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 1 && (box.width < px - 1 || box.height < px - 1))
        .map(({ name, box }) => `${name}: ${String(box.width)} × ${String(box.height)}`),
    least,
  );

describe.each([
  ['laptop', { width: 1400, height: 900 }, false],
  ['tablet', { width: 1180, height: 820 }, true],
  ['phone', { width: 390, height: 844 }, true],
] as const)('on a %s', (_, viewport, hasTouch) => {
  it('everything is named, reachable and of enough contrast, in every panel and both themes', async () => {
    const { page, context } = await newWatchedPage(browser(), { viewport, hasTouch, reducedMotion: 'reduce' });
    await page.goto(`${siteUrl}?sample=front`);
    await page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);
    const adjust = page.getByRole('button', { name: 'Adjust' });
    if ((await adjust.getAttribute('aria-pressed')) === 'false') await adjust.click();
    const found: string[] = [];
    for (const section of ['Head', 'Hairline', 'Areas', 'Dots', 'Pigment', 'Plan']) {
      await page.getByRole('tab', { name: section }).click();
      found.push(...(await violations(page)), ...(await tooSmall(page, hasTouch ? 44 : 24)));
    }
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
    found.push(...(await violations(page)));
    await page.getByRole('button', { name: /^Cases/ }).click();
    await page.getByRole('button', { name: 'New case' }).waitFor();
    found.push(...(await violations(page, '[role=dialog]')));
    await page.keyboard.press('Escape');
    for (const name of ['Share', 'Report', 'Stencil', 'Other pictures']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      found.push(...(await violations(page, '[role=dialog]')));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await page.getByRole('slider', { name: 'Before and after' }).waitFor();
    found.push(...(await violations(page)));
    expect(found).toEqual([]);
    await context.close();
  });

  it('nothing hangs over the edge and every target is large enough for its pointer', async () => {
    const { page, context } = await newWatchedPage(browser(), { viewport, hasTouch, isMobile: hasTouch });
    await page.goto(`${siteUrl}?sample=front`);
    await page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('button, [role=tab], select, input:not([type=range])')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        // What a strip scrolls to is there.
        .filter((element) => (element.closest('nav')?.scrollWidth ?? 0) <= innerWidth)
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.left < -1 || box.right > innerWidth + 1))
        .map(({ element }) => element.getAttribute('aria-label') ?? element.textContent),
    );
    const small = await tooSmall(page, hasTouch ? 44 : 24);
    expect(outside).toEqual([]);
    expect(small).toEqual([]);
    await context.close();
  });
});

it('a case renamed by key leaves the hand in the dialog, so that Escape closes it', async () => {
  const { page, context } = await newWatchedPage(browser());
  await page.goto(`${siteUrl}?sample=front`);
  await page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);
  // The list shows what is stored.
  await expect.poll(() => page.getByRole('status', { name: 'Saving' }).textContent()).toBe('Saved');
  await page.waitForFunction(() => /\d dots/.test(document.querySelector('[aria-label=Plan]')?.textContent ?? ''));
  await page.getByRole('button', { name: /^Cases/ }).click();
  for (const key of ['Enter', 'Escape']) {
    await page.getByRole('button', { name: 'Rename' }).first().click();
    await page.keyboard.type('A. Client');
    await page.keyboard.press(key);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Open now');
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await context.close();
});
