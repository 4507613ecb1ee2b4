import type { Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium';
import { publishSite } from '../browser/publishedSite';
import type { BenchPart, BenchTable } from './benchPart';

const COUNTS = [10, 2000];
const EDITS = 5;

const still = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      /[1-9]/.test(document.querySelector('[aria-label="Plan"]')?.textContent ?? '') &&
      document.querySelector('[data-picture="still"]') !== null,
    null,
    { timeout: 60_000 },
  );

/** Puts so many short strokes of the brush, all over the top of the head, into the one case that is stored. */
async function putStrokes(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    // No function in here has a name: the tool that runs the bench would wrap it in one that the page does not know.
    const [found] = await indexedDB.databases();
    const opening = indexedDB.open(found?.name ?? '');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const db = opening.result;
    const writing = db.transaction('cases', 'readwrite');
    const cases = writing.objectStore('cases');
    const reading = cases.getAll();
    await new Promise((resolve) => (reading.onsuccess = resolve));
    const rows: unknown[] = reading.result;
    for (const row of rows as { document: { activePhotoId: string; designs: { strokes: unknown[] }[] } }[]) {
      for (const design of row.document.designs) {
        design.strokes = Array.from({ length: wanted }, (_, i) => {
          const x = 800 + ((i * 211) % 700);
          const y = 500 + ((i * 97) % 500);
          const path = [x, y, x + 30, y + 12, x + 60, y - 8, x + 90, y + 10];
          const kind = i % 3 === 0 ? 'less' : 'more';
          const photoId = row.document.activePhotoId;
          return { id: `s${String(i)}`, photoId, kind, path, sizeMm: 8, feather: 0.5, strength: 0.2, perCm2: null };
        });
      }
      cases.put(row);
    }
    await new Promise((resolve) => (writing.oncomplete = resolve));
    db.close();
  }, count);
}

/** So that nothing is measured but a case that was opened with its strokes. */
async function strokesStored(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const [found] = await indexedDB.databases();
    const opening = indexedDB.open(found?.name ?? '');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const reading = opening.result.transaction('cases').objectStore('cases').getAll();
    await new Promise((resolve) => (reading.onsuccess = resolve));
    opening.result.close();
    const rows = reading.result as { document: { designs: { strokes: unknown[] }[] } }[];
    return rows[0]?.document.designs[0]?.strokes.length ?? 0;
  });
}

/** From a stroke's end to the picture standing still again, ms, the middle one of a few. */
async function editMs(page: Page): Promise<number> {
  await page.keyboard.press('b');
  const box = (await page.locator('[role=application]').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const times: number[] = [];
  for (let i = 0; i < EDITS; i++) {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2 + 12 * i];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 4 });
    const from = performance.now();
    await page.mouse.up();
    await still(page);
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b)[Math.floor(EDITS / 2)] ?? NaN;
}

async function measure(url: string, count: number): Promise<readonly [number, number, number]> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${url}?sample=top`);
    await still(page);
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.goto(`${url}samples/samples.json`);
    await putStrokes(page, count);
    const from = performance.now();
    await page.goto(url);
    await page.waitForFunction(() => document.querySelector('[data-camera]') !== null);
    const shown = performance.now() - from;
    await still(page);
    const complete = performance.now() - from;
    const edit = await editMs(page);
    await page.getByText('Saved', { exact: true }).waitFor();
    const standing = await strokesStored(page);
    if (standing !== count + EDITS) throw new Error(`The case has ${String(standing)} strokes.`);
    return [shown, complete, edit];
  } finally {
    await browser.close();
  }
}

export const part: BenchPart = {
  name: 'strokes',
  run: async (progress): Promise<BenchTable[]> => {
    const site = await publishSite();
    try {
      const rows: (string | number)[][] = [];
      for (const count of COUNTS) {
        rows.push([count, ...(await measure(site.url, count))]);
        progress(`${String(count)} strokes`);
      }
      return [
        {
          title: 'A case with many strokes of the brush, in the built studio, top of the practice head (ms)',
          columns: ['strokes', 'canvas there', 'picture complete', 'stroke to picture'],
          rows,
        },
      ];
    } finally {
      await site.close();
    }
  },
};
