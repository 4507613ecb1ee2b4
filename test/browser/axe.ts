import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds within a part of the page against WCAG 2.2 AA, a line each. */
export async function violations(page: Page, within = 'body'): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(async (part) => {
    const { axe: checker } = window as unknown as {
      axe: { run: (of: string, options: object) => Promise<AxeResults> };
    };
    return checker.run(part, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  }, within);
  return results.violations.map(
    (each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}
