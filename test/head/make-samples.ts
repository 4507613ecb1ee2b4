/**
 * Makes the sample photos and what is known of them: `npm run samples [-- VIEW …] [-- --guides]`.
 * Without views, all of them; `--guides` writes samples.json alone.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Browser } from 'playwright-core';
import { format } from 'prettier';
import { launchChromium } from '../browser/chromium';
import type { HeadView } from './camera';
import { cameraFor, HEAD_VIEWS } from './camera';
import { encode, shrink } from './encode';
import { photographThreaded } from './photo';
import { sampleGuide } from './sampleGuide';

const FOLDER = new URL('../../public/samples/', import.meta.url);
const SIZE = { width: 2400, height: 3000 } as const;
const SMALL_FACTOR = 5;
const LARGE_LIMIT_BYTES = 600_000;
const SMALL_LIMIT_BYTES = 40_000;

async function makeView(browser: Browser, view: HeadView): Promise<void> {
  const photo = await photographThreaded(cameraFor(view, SIZE.width, SIZE.height), Math.min(8, availableParallelism()));
  const large = await encode(browser, photo, 'image/jpeg', LARGE_LIMIT_BYTES, 0.9);
  const small = await encode(browser, shrink(photo, SMALL_FACTOR), 'image/webp', SMALL_LIMIT_BYTES, 0.9);
  await writeFile(new URL(`${view}.jpg`, FOLDER), large.bytes);
  await writeFile(new URL(`${view}.small.webp`, FOLDER), small.bytes);
  process.stdout.write(
    `${view}: ${large.bytes.length} bytes at ${large.quality.toFixed(2)}, small ${small.bytes.length} bytes\n`,
  );
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const views = HEAD_VIEWS.filter((view) => asked.includes(view));
  await mkdir(FOLDER, { recursive: true });
  const guides = HEAD_VIEWS.map((view) => sampleGuide(view, SIZE.width, SIZE.height));
  await writeFile(
    new URL('samples.json', FOLDER),
    await format(JSON.stringify(guides), { parser: 'json', printWidth: 120 }),
  );
  if (asked.includes('--guides')) return;
  const browser = await launchChromium();
  try {
    for (const view of views.length > 0 ? views : HEAD_VIEWS) await makeView(browser, view);
  } finally {
    await browser.close();
  }
}

await main();
