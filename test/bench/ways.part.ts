import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { bundledPage } from '../browser/bundledPage';
import { launchChromium } from '../browser/chromium';
import type { BenchPart, BenchTable } from './benchPart';
import type { WayFigures } from './ways/page';

const COUNTS = [10_000, 50_000, 100_000, 250_000] as const;
const WAYS = ['photo', 'follicle', 'shape', 'circles', 'cached', 'react'] as const;
/** Frames come as fast as they can be made, so that a frame's time is what it costs. */
const ARGS = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const PAGE_KB = 4;
const MB = 1024;

/** Resident memory of the pages' processes in MB, where the system tells it as Linux does; null elsewhere. */
async function rendererMb(browser: Browser): Promise<number | null> {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  try {
    const pages = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => Number(readFileSync(`/proc/${String(id)}/statm`, 'utf8').split(' ')[1]));
    return (Math.max(...pages) * PAGE_KB) / MB;
  } catch {
    return null;
  }
}

interface Measured extends WayFigures {
  readonly mb: number | null;
}

/** Each in a browser of its own, so that none pays for what another has left. */
async function measureWay(url: string, way: string, dots: number): Promise<Measured> {
  const browser = await launchChromium({ args: ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.setDefaultTimeout(300_000);
    await page.goto(url);
    await page.waitForFunction('globalThis.ways !== undefined');
    const figures = await page.evaluate(([key, count]) => ways.measure(key, count), [way, dots] as const);
    return { ...figures, mb: await rendererMb(browser) };
  } finally {
    await browser.close();
  }
}

const times = (ms: number, of: number): string => `${String(Number((ms / of).toPrecision(2)))} ×`;

function tableOf(dots: number, all: readonly Measured[]): BenchTable {
  const [alone, own] = all;
  const rows = all.map(({ name, firstMs, panMs, editMs, editWorstMs, mb }) => [
    name,
    firstMs,
    panMs,
    times(panMs, alone?.panMs ?? panMs),
    editMs,
    editWorstMs,
    times(editMs, own?.editMs ?? editMs),
    mb === null ? '–' : Math.round(mb),
  ]);
  return {
    title: `Ways to show ${dots.toLocaleString('en')} dots over a photo of ${String((3000 * 2000) / 1e6)} megapixels (ms)`,
    columns: [
      'way',
      'first picture',
      'pan frame',
      'of the photo alone',
      'edit of 7 % to pixels',
      'worst of 7',
      'of Follicle',
      'memory MB',
    ],
    rows,
  };
}

/** The studio's picture against other ways to draw dots, in Chromium with software drawing, all in one run. */
export const part: BenchPart = {
  name: 'ways',
  async run(progress): Promise<BenchTable[]> {
    const { server, url } = await bundledPage(new URL('./ways/page.ts', import.meta.url));
    try {
      const tables: BenchTable[] = [];
      for (const dots of COUNTS) {
        const all: Measured[] = [];
        for (const way of WAYS) {
          progress(`${String(dots)} dots, ${way}`);
          all.push(await measureWay(url, way, dots));
        }
        tables.push(tableOf(dots, all));
      }
      return tables;
    } finally {
      server.close();
    }
  },
};
