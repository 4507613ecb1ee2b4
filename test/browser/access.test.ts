import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe';
import { launchChromium } from './chromium';
import { newWatchedPage, siteUrl } from './site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

describe.each([
  ['laptop', { width: 1400, height: 900 }, false],
  ['tablet', { width: 1180, height: 820 }, true],
  ['phone', { width: 390, height: 844 }, true],
] as const)('on a %s', (_, viewport, hasTouch) => {
  it('everything is named, reachable and of enough contrast, in every panel and both themes', async () => {
    const { page, context } = await newWatchedPage(browser, { viewport, hasTouch, reducedMotion: 'reduce' });
    await page.goto(`${siteUrl}?sample=front`);
    await page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);
    const adjust = page.getByRole('button', { name: 'Adjust' });
    if ((await adjust.getAttribute('aria-pressed')) === 'false') await adjust.click();
    const found: string[] = [];
    for (const section of ['Head', 'Hairline', 'Dots', 'Pigment']) {
      await page.getByRole('tab', { name: section }).click();
      found.push(...(await violations(page)));
    }
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
    found.push(...(await violations(page)));
    await page.getByRole('button', { name: /^Cases/ }).click();
    await page.getByRole('button', { name: 'New case' }).waitFor();
    found.push(...(await violations(page, '[role=dialog]')));
    expect(found).toEqual([]);
    await context.close();
  });

  it('nothing hangs over the edge and every target is large enough for its pointer', async () => {
    const { page, context } = await newWatchedPage(browser, { viewport, hasTouch, isMobile: hasTouch });
    await page.goto(`${siteUrl}?sample=front`);
    await page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);
    const { outside, small } = await page.evaluate(
      (least) => {
        const seen = [...document.querySelectorAll('button, [role=tab], select, input:not([type=range])')].filter(
          (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('label') === null,
        );
        const boxes = seen.map((element) => ({
          name: element.getAttribute('aria-label') ?? element.textContent,
          box: element.getBoundingClientRect(),
        }));
        const scrolled = (name: string | null) => name ?? '';
        return {
          outside: boxes
            .filter(({ box }) => box.width > 0 && (box.left < -1 || box.right > innerWidth + 1))
            .map(({ name }) => scrolled(name)),
          small: boxes
            .filter(({ box }) => box.width > 1 && (box.width < least - 1 || box.height < least - 1))
            .map(({ name, box }) => `${scrolled(name)} ${String(box.width)}×${String(box.height)}`),
        };
      },
      hasTouch ? 44 : 24,
    );
    expect(outside).toEqual([]);
    expect(small).toEqual([]);
    await context.close();
  });
});
