import type { Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import { publishSite } from '../browser/publishedSite';
import type { BenchPart, BenchTable } from './benchPart';
import { tracedTasks } from './tracedTasks';

/** Density on the practice head's top view that gives about 35,000 dots. */
const PER_CM2 = 153;
const STEPS = 60;
const LONG_MS = 50;

/** Lengths in ms of the main thread's tasks while something is done. */
async function tasksDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  const { tasks } = await tracedTasks(page, work);
  return tasks
    .filter(({ thread }) => thread === 'main')
    .map(({ wallMs }) => wallMs)
    .sort((a, b) => a - b);
}

const still = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);

/** Middle of the first hairline handle that lies well inside the canvas. */
async function handleAt(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(async () => {
    const samples = (await (await fetch('samples/samples.json')).json()) as {
      view: string;
      hairline: { x: number; y: number }[];
    }[];
    const line = samples.find((each) => each.view === 'top')?.hairline ?? [];
    const handle = line[Math.floor(line.length / 2)] ?? { x: 0, y: 0 };
    const element = document.querySelector<HTMLElement>('[role=application]');
    const box = element?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const camera = JSON.parse(element?.dataset['camera'] ?? '{}') as { scale: number; x: number; y: number };
    return { x: box.left + camera.x + handle.x * camera.scale, y: box.top + camera.y + handle.y * camera.scale };
  });
}

async function dragTo(page: Page, at: { x: number; y: number }): Promise<void> {
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (let i = 1; i <= STEPS; i++) {
    await page.mouse.move(at.x + 30 * Math.sin(i / 6), at.y + 40 * Math.sin(i / 9));
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.mouse.up();
}

function row(name: string, dots: number, tasks: readonly number[], drawMs: number): (string | number)[] {
  const at = (share: number): number => tasks[Math.min(tasks.length - 1, Math.floor(share * tasks.length))] ?? 0;
  const beyond = tasks.filter((ms) => ms - drawMs > LONG_MS).length;
  return [name, dots, tasks.length, at(0.95), at(0.99), tasks.at(-1) ?? 0, beyond];
}

async function measure(page: Page): Promise<BenchTable> {
  await page.getByLabel('Density, value').fill(String(PER_CM2));
  await page.keyboard.press('Enter');
  await still(page);
  const plan = (await page.getByRole('status', { name: 'Plan' }).textContent()) ?? '';
  const dots = Number(/([\d,]+) dot/.exec(plan)?.[1]?.replaceAll(',', ''));
  const at = await handleAt(page);
  const move = async (): Promise<void> => {
    await page.keyboard.down(' ');
    await dragTo(page, { x: 400, y: 400 });
    await page.keyboard.up(' ');
  };
  // Once unmeasured, so that code is warm and tables are made.
  await dragTo(page, at);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await move();
  await still(page);
  await page.getByRole('button', { name: 'Before', exact: true }).click();
  const bare = await tasksDuring(page, move);
  await page.getByRole('button', { name: 'Before', exact: true }).click();
  await still(page);
  const pan = await tasksDuring(page, move);
  await still(page);
  const drag = await tasksDuring(page, () => dragTo(page, at));
  await still(page);
  const drawMs = bare[Math.floor(bare.length * 0.99)] ?? 0;
  return {
    title: `The studio: the main thread's tasks in a trace of the published site, ${String(STEPS)} moves each (ms)`,
    columns: ['hand', 'dots', 'tasks', '95 %', '99 %', 'longest', `over ${String(LONG_MS)} ms beyond the photo's draw`],
    rows: [
      row('photo alone moved', 0, bare, drawMs),
      row('photo with dots moved', dots, pan, drawMs),
      row('hairline handle dragged', dots, drag, drawMs),
    ],
    notes: ["The photo's own draw is the 99 % of the first row."],
  };
}

/** The studio in Chromium: whether it answers while a hairline handle is dragged over 35,000 dots. */
export const part: BenchPart = {
  name: 'studio',
  async run(progress): Promise<BenchTable[]> {
    progress('building the site');
    const site = await publishSite();
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      await page.goto(`${site.url}?sample=top`);
      await page.waitForFunction(() => /\d dots/.test(document.querySelector('[aria-label=Plan]')?.textContent ?? ''));
      await still(page);
      progress('tracing');
      return [await measure(page)];
    } finally {
      await browser.close();
      await site.close();
    }
  },
};
