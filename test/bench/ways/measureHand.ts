import { median } from '../cpuTime';
import { cpuOf, tracedTasks } from '../tracedTasks';
import { caseWithRest } from './benchCase';
import { changedBy } from './benchDots';
import { beyond, memoryOf, openPage, spanCpu } from './openPage';
import type { Repeats } from './samples';
import type { BoundFigures, DragFigures, MainThreadFigures } from './tables';

/** What picture.ts states for a photo of 12 megapixels. */
const BOUND_MB = 250;
const BOUND_DOTS = 100_000;
/** Between two moves of a drag, photo px. */
const DRAG_STEP_PX = 10;

const STEADY: Repeats = { least: 4, most: 10, budgetMs: 2_500 };
const DRAG: Repeats = { least: 5, most: 25, budgetMs: 4_000 };
const DRAWS = 20;
/** Memory that edits leave behind would show after so many. */
const LATER: Repeats = { least: 49, most: 49, budgetMs: 0 };

/** Main thread of both of Follicle's edits at the screen's own frame rate. */
export async function measureMainThread(url: string, dots: number): Promise<MainThreadFigures[]> {
  const main: MainThreadFigures[] = [];
  for (const key of ['brushed', 'handle'] as const) {
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
      const mainCpuMs = spanCpu(steady, 'main');
      const toRestCpuMs = cpuOf(steady.tasks, 'main') / steady.value;
      main.push({ dots, name, mainCpuMs, toRestCpuMs, photoDrawMs: cpuOf(drawn.tasks, 'main') / DRAWS });
    } finally {
      await browser.close();
    }
  }
  return main;
}

/** A handle dragged on with so many dots at rest elsewhere. */
export async function measureDrag(url: string, atRest: number): Promise<DragFigures> {
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

/** Follicle's whole memory at its fullest. */
export async function measureBound(url: string): Promise<BoundFigures> {
  const own = await openPage(url, []);
  try {
    await own.page.evaluate((dots) => {
      ways.warm(dots);
    }, BOUND_DOTS);
    const empty = await memoryOf(own);
    await own.page.evaluate((dots) => ways.open('handle', dots), BOUND_DOTS);
    await own.page.evaluate(() => ways.fillMemory());
    const edits = await own.page.evaluate((repeats) => ways.edits(repeats), LATER);
    return { totalMb: beyond(await memoryOf(own), empty), boundMb: BOUND_MB, dots: BOUND_DOTS, edits };
  } finally {
    await own.browser.close();
  }
}
