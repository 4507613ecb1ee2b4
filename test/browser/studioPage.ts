import type { Locator, Page } from 'playwright-core';

/** What is found on a page of the studio by the names that a technician reads. */

export const buttonOn = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** The plan's figures at the foot. */
export const planOn = (page: Page): Locator => page.getByRole('status', { name: 'Plan' });

export const savingOn = (page: Page): Locator => page.getByRole('status', { name: 'Saving' });

export const planTextOn = async (page: Page): Promise<string> => (await planOn(page).textContent()) ?? '';

/** How many dots the plan counts; 0 where it counts none. */
export const dotsOn = async (page: Page): Promise<number> =>
  Number(/([\d,]+) dot/.exec(await planTextOn(page))?.[1]?.replaceAll(',', '') ?? 0);

/** Waits until the picture stands. */
export async function stillOn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);
}

/** Waits until the picture stands with its dots, thousands of them. */
export async function dottedOn(page: Page): Promise<void> {
  const dotted = (): boolean => /\d,\d+ dots/.test(document.querySelector('[aria-label=Plan]')?.textContent ?? '');
  await page.waitForFunction(dotted, null, { timeout: 30_000 });
  await stillOn(page);
}
