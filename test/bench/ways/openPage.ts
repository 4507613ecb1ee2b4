import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../browser/chromium';
import { median } from '../cpuTime';
import { MEMORY_ARGS, pageMb } from '../pageMemory';
import { cpuWithin, type Task, type Trace } from '../tracedTasks';
import { VIEW } from './benchScreen';

export interface Opened {
  readonly browser: Browser;
  readonly page: Page;
}

/** Each way in a browser of its own, so that none pays for what another has left. */
export async function openPage(url: string, args: readonly string[]): Promise<Opened> {
  const browser = await launchChromium({ args: [...args, ...MEMORY_ARGS] });
  const page = await browser.newPage({ viewport: { width: VIEW.width, height: VIEW.height } });
  page.setDefaultTimeout(300_000);
  await page.goto(url);
  await page.waitForFunction('globalThis.ways !== undefined');
  return { browser, page };
}

/** The page's memory, MB. */
export const memoryOf = ({ browser, page }: Opened): Promise<number | null> => pageMb(browser, page);
/** What is left of a memory without another's. */
export const beyond = (mb: number | null, base: number | null): number | null =>
  mb === null || base === null ? null : mb - base;

/** Processor time of one thread in a marked span, the middle one; the first span is the warming up. */
export const spanCpu = ({ tasks, spans }: Trace<unknown>, thread: Task['thread']): number =>
  median(spans.slice(1).map((span) => cpuWithin(tasks, span, thread)));
