import type { Page } from 'playwright-core';
import { median } from '../cpuTime';
import { cpuOf, tracedTasks } from '../tracedTasks';
import { beyond, memoryOf, openPage, spanCpu, type Opened } from './openPage';
import type { Repeats } from './samples';
import type { WayFigures } from './tables';

const WAYS = ['brushed', 'handle', 'shape', 'circles', 'cached', 'react'] as const;
/** Frames come as fast as they can be made, so that a frame's time is what it costs. */
const FAST_FRAMES = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const PAN: Repeats = { least: 2, most: 25, budgetMs: 500 };
/** Faster ways are moved a second time, in turn with the photo alone. */
const SLOW_PAN_MS = 150;
const EDITS: Repeats = { least: 3, most: 41, budgetMs: 2_000 };
const LATENCIES = 4;
const LATENCY_BUDGET_MS = 1_500;
const LATER: Repeats = { least: 2, most: 50, budgetMs: 3_000 };

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
    const latency = await latencyMs(page);
    const edits = await page.evaluate((repeats) => ways.edits(repeats), LATER);
    const laterMb = beyond(await memoryOf(own), photoMb);
    return {
      key,
      name,
      firstMs,
      ...panned,
      localMs: median(local.value),
      mainCpuMs: spanCpu(local, 'main'),
      workerCpuMs: spanCpu(local, 'worker'),
      latencyMs: latency,
      firstMb,
      laterMb,
      edits,
    };
  } finally {
    await browser.close();
  }
}

/** All ways at one number of dots. */
export async function measureSize(
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
