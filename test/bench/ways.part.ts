import type { Browser, Page } from 'playwright-core';
import { bundledPage } from '../browser/bundledPage';
import { launchChromium } from '../browser/chromium';
import type { BenchPart, BenchTable } from './benchPart';
import { median } from './cpuTime';
import { MEMORY_ARGS, pageMb } from './pageMemory';
import { cpuOf, tracedTasks } from './tracedTasks';
import { caseWithRest } from './ways/benchCase';
import { changedBy } from './ways/benchDots';
import type { Repeats } from './ways/samples';
import { boundTable, dragTable, mainThreadTable, ratioTable, sizeTable } from './ways/tables';
import type { DragFigures, MainThreadFigures, WayFigures } from './ways/tables';
import { VIEW } from './ways/way';

const COUNTS = [10_000, 50_000, 100_000, 250_000] as const;
const WAYS = ['moved', 'handle', 'shape', 'circles', 'cached', 'react'] as const;
/** Frames come as fast as they can be made, so that a frame's time is what it costs. */
const FAST_FRAMES = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
/** What picture.ts states for a photo of 12 megapixels. */
const BOUND_MB = 165;
const BOUND_DOTS = 100_000;
/** Between two moves of a drag, photo px. */
const DRAG_STEP_PX = 10;

const PAN: Repeats = { least: 2, most: 25, budgetMs: 500 };
/** Faster ways are moved a second time, in turn with the photo alone. */
const SLOW_PAN_MS = 150;
const EDITS: Repeats = { least: 3, most: 9, budgetMs: 2_500 };
const LATENCIES = 5;
const LATENCY_BUDGET_MS = 2_000;
const LATER: Repeats = { least: 2, most: 50, budgetMs: 4_000 };
const STEADY: Repeats = { least: 5, most: 12, budgetMs: 4_000 };
const DRAG: Repeats = { least: 5, most: 25, budgetMs: 5_000 };
const DRAWS = 20;

interface Opened {
  readonly browser: Browser;
  readonly page: Page;
}

/** Each way in a browser of its own, so that none pays for what another has left. */
async function openPage(url: string, args: readonly string[]): Promise<Opened> {
  const browser = await launchChromium({ args: [...args, ...MEMORY_ARGS] });
  const page = await browser.newPage({ viewport: { width: VIEW.width, height: VIEW.height } });
  page.setDefaultTimeout(300_000);
  await page.goto(url);
  await page.waitForFunction('globalThis.ways !== undefined');
  return { browser, page };
}

const memoryOf = ({ browser, page }: Opened): Promise<number | null> => pageMb(browser, page);
const beyond = (mb: number | null, base: number | null): number | null =>
  mb === null || base === null ? null : mb - base;

interface Pan {
  readonly frames: readonly number[];
  readonly cpuMs: number;
}

async function pan(page: Page): Promise<Pan> {
  const { tasks, value } = await tracedTasks(page, () => page.evaluate((repeats) => ways.pan(repeats), PAN));
  return { frames: value, cpuMs: cpuOf(tasks, 'main') / (value.length + 1) };
}

/** In turn, so that whatever else the machine does meets both: a way and the photo alone. */
async function pans(
  own: Page,
  photo: Page,
): Promise<Pick<WayFigures, 'panMs' | 'panCpuMs' | 'photoPanMs' | 'photoPanCpuMs'>> {
  const rounds = [{ photo: await pan(photo), own: await pan(own) }];
  if (median(rounds.flatMap((round) => round.own.frames)) < SLOW_PAN_MS) {
    rounds.push({ photo: await pan(photo), own: await pan(own) });
  }
  return {
    panMs: median(rounds.flatMap((round) => round.own.frames)),
    panCpuMs: rounds.reduce((sum, round) => sum + round.own.cpuMs, 0) / rounds.length,
    photoPanMs: median(rounds.flatMap((round) => round.photo.frames)),
    photoPanCpuMs: rounds.reduce((sum, round) => sum + round.photo.cpuMs, 0) / rounds.length,
  };
}

async function latencyMs(page: Page): Promise<number> {
  const taken: number[] = [];
  const start = performance.now();
  while (taken.length < 2 || (taken.length < LATENCIES && performance.now() - start < LATENCY_BUDGET_MS)) {
    await page.evaluate(() => {
      ways.awaitPointer();
    });
    await page.mouse.move(200 + 10 * taken.length, 200);
    taken.push(await page.evaluate(() => ways.latency()));
  }
  return median(taken);
}

async function measureWay(
  url: string,
  key: string,
  dots: number,
  photo: Opened,
  photoMb: number | null,
): Promise<WayFigures> {
  const own = await openPage(url, FAST_FRAMES);
  const { page, browser } = own;
  try {
    const firstMs = await page.evaluate(([way, count]) => ways.open(way, count), [key, dots] as const);
    const name = await page.evaluate(() => ways.name());
    const firstMb = beyond(await memoryOf(own), photoMb);
    const panned = await pans(page, photo.page);
    await page.evaluate(() => ways.rest());
    await page.evaluate((count) => {
      ways.prepare(count);
    }, EDITS.most + 1);
    const local = await tracedTasks(page, () => page.evaluate((repeats) => ways.localEdits(repeats), EDITS));
    const traced = local.value.length + 1;
    const latency = await latencyMs(page);
    const edits = await page.evaluate((repeats) => ways.edits(repeats), LATER);
    const laterMb = beyond(await memoryOf(own), photoMb);
    return {
      key,
      name,
      firstMs,
      ...panned,
      localMs: median(local.value),
      mainCpuMs: cpuOf(local.tasks, 'main') / traced,
      workerCpuMs: cpuOf(local.tasks, 'worker') / traced,
      latencyMs: latency,
      firstMb,
      laterMb,
      edits,
    };
  } finally {
    await browser.close();
  }
}

async function measureSize(
  url: string,
  dots: number,
  progress: (line: string) => void,
): Promise<{ readonly dots: number; readonly ways: WayFigures[]; readonly photoMb: number | null }> {
  const photo = await openPage(url, FAST_FRAMES);
  try {
    await photo.page.evaluate((count) => ways.open('photo', count), dots);
    const photoMb = await memoryOf(photo);
    const measured: WayFigures[] = [];
    for (const key of WAYS) {
      progress(`${String(dots)} dots, ${key}`);
      measured.push(await measureWay(url, key, dots, photo, photoMb));
    }
    return { dots, ways: measured, photoMb };
  } finally {
    await photo.browser.close();
  }
}

/** Main thread of both edits, and of a drag with dots at rest, at the screen's own frame rate. */
async function measureHand(url: string, dots: number): Promise<{ main: MainThreadFigures[]; drag: DragFigures }> {
  const main: MainThreadFigures[] = [];
  for (const key of ['moved', 'handle'] as const) {
    const { browser, page } = await openPage(url, []);
    try {
      await page.evaluate(([way, count]) => ways.open(way, count), [key, dots] as const);
      await page.evaluate((count) => {
        ways.preparePhoto();
        ways.prepare(count);
        ways.photoDraws(2);
      }, STEADY.most + 1);
      await page.evaluate(() => ways.rest());
      const name = await page.evaluate(() => ways.name());
      const drawn = await tracedTasks(page, () =>
        page.evaluate((count) => {
          ways.photoDraws(count);
        }, DRAWS),
      );
      const steady = await tracedTasks(page, () => page.evaluate((repeats) => ways.edits(repeats), STEADY));
      const mainCpuMs = cpuOf(steady.tasks, 'main') / steady.value;
      main.push({ dots, name, mainCpuMs, photoDrawMs: cpuOf(drawn.tasks, 'main') / DRAWS });
    } finally {
      await browser.close();
    }
  }
  return { main, drag: await measureDrag(url, dots) };
}

async function measureDrag(url: string, atRest: number): Promise<DragFigures> {
  const { browser, page } = await openPage(url, []);
  try {
    await page.evaluate((count) => ways.openAtRest(count), atRest);
    await page.evaluate(() => ways.rest());
    const { tasks, value } = await tracedTasks(page, () => page.evaluate((repeats) => ways.dragOn(repeats), DRAG));
    const moves = value.length + 1;
    return {
      atRest,
      touched: changedBy(caseWithRest(atRest), 0, DRAG_STEP_PX),
      moveMs: median(value),
      mainCpuMs: cpuOf(tasks, 'main') / moves,
      workerCpuMs: cpuOf(tasks, 'worker') / moves,
    };
  } finally {
    await browser.close();
  }
}

async function measureBound(url: string): Promise<BenchTable> {
  const own = await openPage(url, []);
  try {
    await own.page.evaluate((dots) => {
      ways.warm(dots);
    }, BOUND_DOTS);
    const empty = await memoryOf(own);
    await own.page.evaluate((dots) => ways.open('handle', dots), BOUND_DOTS);
    await own.page.evaluate(() => ways.fillMemory());
    const edits = await own.page.evaluate((repeats) => ways.edits(repeats), LATER);
    return boundTable(beyond(await memoryOf(own), empty), BOUND_MB, BOUND_DOTS, edits);
  } finally {
    await own.browser.close();
  }
}

/** The studio's picture against other ways to draw dots, in Chromium with software drawing, all in one run. */
export const part: BenchPart = {
  name: 'ways',
  async run(progress): Promise<BenchTable[]> {
    const { server, url } = await bundledPage(new URL('./ways/page.ts', import.meta.url));
    try {
      const sizes: Awaited<ReturnType<typeof measureSize>>[] = [];
      const hands: Awaited<ReturnType<typeof measureHand>>[] = [];
      for (const dots of COUNTS) {
        sizes.push(await measureSize(url, dots, progress));
        progress(`${String(dots)} dots, main thread and drag`);
        hands.push(await measureHand(url, dots));
      }
      progress('memory');
      return [
        ...sizes.map((size) => sizeTable(size.dots, size.ways, size.photoMb)),
        ratioTable(sizes),
        mainThreadTable(hands.flatMap(({ main }) => main)),
        dragTable(hands.map(({ drag }) => drag)),
        await measureBound(url),
      ];
    } finally {
      server.close();
    }
  },
};
