import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

const KB_PER_MB = 1024;
/** What the page has let go of is collected before memory is read; workers and page alike know `gc` then. */
export const MEMORY_ARGS = ['--js-flags=--expose-gc'];

/**
 * MB of a process's own memory and of its share of what it has in common with others, without the program's files; null
 * where the text does not tell.
 */
export function ownMb(smapsRollup: string): number | null {
  const kb = ['Pss_Anon', 'Pss_Shmem'].map(
    (field) => new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(smapsRollup)?.[1],
  );
  return kb.includes(undefined) ? null : kb.reduce((sum, each) => sum + Number(each), 0) / KB_PER_MB;
}

function processMb(pid: number): number | null {
  try {
    return ownMb(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'));
  } catch {
    return null;
  }
}

/** MB of the page's renderer process, the largest of its browser; null where the system does not tell, as Linux does. */
export async function pageMb(browser: Browser, page: Page): Promise<number | null> {
  await page.evaluate('gc()');
  for (const worker of page.workers()) await worker.evaluate('gc()');
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  const all = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => processMb(id));
  return all.reduce((most, mb) => (mb === null ? most : Math.max(most ?? 0, mb)), null);
}
