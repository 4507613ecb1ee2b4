import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileBrowser } from './fileBrowser';
import { EXIF_HEADER } from '../studio/photo/photoBytes';
import { clientPhoto } from './clientPhoto';
import { newWatchedPage, openSite, siteUrl, type WatchedPage } from './site';
import { arch, stroke } from './stroke';
import { buttonOn, planOn, savingOn } from './studioPage';

/** What goes home with a client and what is kept elsewhere, with a photo that carries a note which must not get out. */
const PLANTED = 'PLANTED-CLIENT-NOTE';
const CLIENT = 'Konstantin Quellbrunn';
const PASSPHRASE = 'seven quiet herons';

const browser = fileBrowser();
let watched: WatchedPage;
let page: Page;
let folder: string;
let original: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'follicle-'));
  watched = await openSite(browser(), { acceptDownloads: true });
  page = watched.page;
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const button = (name: string, on: Page = page) => buttonOn(on, name);
const saving = () => savingOn(page);
const plan = () => planOn(page);

async function openAsPhoto(name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button('Open photo').click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function drawHairline(): Promise<void> {
  await button('Hairline').click();
  await stroke(page, arch(260, 620, 680, 130));
}

/** The stored documents as the database holds them, by name of the client. */
const documents = (): Promise<Record<string, string>> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('follicle');
        opening.onsuccess = () => {
          const all = opening.result.transaction('cases').objectStore('cases').getAll();
          all.onsuccess = () => {
            const rows = all.result as { deletedAt: number | null; document: { client: { name: string } } }[];
            opening.result.close();
            resolve(
              Object.fromEntries(
                rows
                  .filter(({ deletedAt }) => deletedAt === null)
                  .map(({ document }) => [document.client.name, JSON.stringify(document)]),
              ),
            );
          };
        };
      }),
  );

async function openCases(): Promise<void> {
  await page.getByRole('button', { name: /^Cases:/ }).click();
  await page.getByRole('list', { name: 'Cases' }).waitFor();
}

const row = (name: string) => page.getByRole('list', { name: 'Cases' }).getByRole('listitem').filter({ hasText: name });

async function saveShare(): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save the file' }).click();
  const path = join(folder, `${String(Math.random()).slice(2)}.html`);
  await (await saved).saveAs(path);
  return path;
}

async function openShare(): Promise<void> {
  await button('Share').click();
  await expect
    .poll(() => page.getByRole('dialog').getByRole('button', { name: 'Save the file' }).isEnabled(), {
      timeout: 60_000,
    })
    .toBe(true);
}

/** A phone without a network that opens a file; notes every request and every complaint. */
async function phone(path: string): Promise<{ on: Page; context: BrowserContext; trouble: string[] }> {
  const context = await browser().newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, offline: true });
  const on = await context.newPage();
  const trouble: string[] = [];
  on.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) trouble.push(`request: ${request.url()}`);
  });
  on.on('console', (message) => trouble.push(`console: ${message.text()}`));
  on.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  await on.goto(pathToFileURL(path).href);
  return { on, context, trouble };
}

const dividerAt = async (on: Page): Promise<number> =>
  Number(await on.getByRole('slider', { name: 'Before and after' }).getAttribute('aria-valuenow'));

it('starts from a case with a client’s name on a photo that carries details', async () => {
  original = await clientPhoto(page, PLANTED, true);
  await openAsPhoto('client.jpg', original);
  await expect.poll(() => plan().textContent(), { timeout: 30_000 }).toContain('No hairline yet');
  await page.waitForFunction(() => document.querySelector('[data-picture="still"]') !== null);
  await drawHairline();
  await expect.poll(() => plan().textContent(), { timeout: 30_000 }).toMatch(/[\d,]{4,} dots/);
  await openCases();
  await row('Open now').getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('Case name').fill(CLIENT);
  await page.keyboard.press('Enter');
  await row(CLIENT).waitFor();
  await button('Close').click();
  await expect.poll(() => saving().textContent()).toBe('Saved');
});

it('gives the same case back from its backup, byte for byte in the document, on this device and on another', async () => {
  const before = (await documents())[CLIENT];
  await openCases();
  const saved = page.waitForEvent('download');
  await row(CLIENT).getByRole('button', { name: 'Back up' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^follicle-case-[\d-]+\.follicle\.zip$/);
  const backup = await readFile(await download.path());
  expect(backup.includes(original)).toBe(true);

  await openCases();
  await row(CLIENT).getByRole('button', { name: 'Delete' }).click();
  await expect.poll(async () => (await documents())[CLIENT]).toBeUndefined();
  const chooser = page.waitForEvent('filechooser');
  await button('Import').click();
  await (await chooser).setFiles({ name: 'renamed.bin', mimeType: '', buffer: backup });
  await page.getByText('had been deleted here and is back').waitFor();
  expect((await documents())[CLIENT]).toBe(before);

  const other = await newWatchedPage(browser());
  const here = page;
  page = other.page;
  try {
    await page.goto(siteUrl);
    await expect.poll(() => saving().textContent(), { timeout: 30_000 }).toBe('Saved');
    // Where a photo is opened, a backup is known by its bytes.
    await openAsPhoto('photo.jpg', backup);
    await page.getByText('was imported').waitFor();
    expect((await documents())[CLIENT]).toBe(before);
    await expect.poll(() => plan().textContent(), { timeout: 30_000 }).toMatch(/[\d,]{4,} dots/);
    expect(other.trouble).toEqual([]);

    const kept = await documents();
    await openAsPhoto('photo.jpg', backup.subarray(0, backup.length - 40));
    await page.getByText('This backup is not complete').waitFor();
    const turned = Buffer.from(backup);
    const at = turned.indexOf(original) + 5_000;
    turned[at] = (turned[at] ?? 0) ^ 255;
    await openAsPhoto('photo.jpg', turned);
    await page.getByText('A part of this backup is damaged').waitFor();
    expect(await documents()).toEqual(kept);
  } finally {
    page = here;
    await other.context.close();
  }
});

it('shares a file that a phone opens without a network, with a divider that follows the finger and sessions as steps', async () => {
  await openShare();
  const path = await saveShare();
  const { on, context, trouble } = await phone(path);
  const slider = on.getByRole('slider', { name: 'Before and after' });
  await slider.waitFor();
  const pictures = await on.evaluate(() =>
    Array.from(document.querySelectorAll('img'), (image) => [image.naturalWidth, image.naturalHeight]),
  );
  expect(pictures).toEqual([
    [1200, 1600],
    [1200, 1600],
  ]);
  expect(await dividerAt(on)).toBe(50);
  await on.touchscreen.tap(390 * 0.2, 300);
  expect(await dividerAt(on)).toBeCloseTo(20, -1);
  await on.mouse.move(100, 300);
  await on.mouse.down();
  await on.mouse.move(312, 330, { steps: 4 });
  await on.mouse.up();
  expect(await dividerAt(on)).toBeCloseTo(80, -1);
  await slider.press('Home');
  expect(await dividerAt(on)).toBe(0);

  const darkness = (): Promise<number> =>
    on.evaluate(async () => {
      const image = document.querySelector<HTMLImageElement>('img.after');
      if (image === null) return NaN;
      await image.decode();
      const canvas = new OffscreenCanvas(200, 100);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 500, 350, 200, 100, 0, 0, 200, 100);
      const { data } = context?.getImageData(0, 0, 200, 100) ?? { data: [] };
      return Array.from(data).reduce((sum, value) => sum + value, 0);
    });
  const last = await darkness();
  await button('Session 1', on).click();
  await on.getByText('After session 1 of 3, healed.').waitFor();
  expect(await darkness()).toBeGreaterThan(last * 1.01);
  expect(trouble).toEqual([]);
  await context.close();
});

it('puts no name, no detail and nothing of the photo’s file into what is shared', async () => {
  await openShare();
  const open = await readFile(await saveShare());
  const raw = [...open.toString('latin1').matchAll(/base64,([A-Za-z0-9+/=]+)/g)].map(([, text]) =>
    Buffer.from(text ?? '', 'base64'),
  );
  expect(raw.length).toBe(4);
  // From within the coded picture, behind its tables.
  const file = original.subarray(-200, -140);
  for (const bytes of [open, ...raw]) {
    for (const [what, secret] of Object.entries({ note: PLANTED, exif: EXIF_HEADER, name: 'Quellbrunn', file })) {
      expect(bytes.includes(secret), what).toBe(false);
    }
  }
  expect(open.includes(original.toString('base64').slice(-200, -140))).toBe(false);
  expect(open.length).toBeLessThan(6_000_000);
});

it('locks the file, name and all, and opens it for its passphrase only', async () => {
  await openShare();
  await page.getByRole('checkbox', { name: new RegExp(CLIENT) }).check();
  await page.getByRole('checkbox', { name: 'Lock it with a passphrase' }).check();
  const save = page.getByRole('dialog').getByRole('button', { name: 'Save the file' });
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('short');
  expect(await save.isEnabled()).toBe(false);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  const path = await saveShare();
  const bytes = await readFile(path);
  for (const secret of ['Quellbrunn', PASSPHRASE, 'Session 1', PLANTED]) expect(bytes.includes(secret)).toBe(false);

  const { on, context, trouble } = await phone(path);
  const field = on.getByLabel('Passphrase');
  await field.fill('seven quiet heron');
  await button('Unlock', on).click();
  await on.getByText("This passphrase doesn't open the file.").waitFor();
  expect(await on.getByRole('slider').count()).toBe(0);
  await field.fill(`${PASSPHRASE} `);
  await button('Unlock', on).click();
  await on.getByRole('slider', { name: 'Before and after' }).waitFor();
  expect(await on.getByRole('heading').textContent()).toContain(CLIENT);
  expect(trouble).toEqual([]);
  await context.close();
});

it('still shows its pictures where no script runs', async () => {
  await openShare();
  const path = join(folder, 'plain.html');
  await writeFile(path, await readFile(await saveShare()));
  const context = await browser().newContext({ javaScriptEnabled: false, offline: true });
  const on = await context.newPage();
  await on.goto(pathToFileURL(path).href);
  expect(await on.getByRole('img').count()).toBe(4);
  await on.getByText('After session 2 of 3, healed.').waitFor();
  await context.close();
});

it('hands the file to the device’s own sheet where it has one', async () => {
  await page.evaluate(() => {
    const given: string[] = [];
    Object.assign(window, { given });
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => {
        for (const file of files) given.push(`${file.name} ${file.type} ${(await file.text()).slice(0, 15)}`);
      },
    });
  });
  await openShare();
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await page.getByText('Handed over as').waitFor();
  expect(await page.evaluate(() => Reflect.get(window, 'given') as unknown)).toEqual([
    'follicle-preview.html text/html <!doctype html>',
  ]);
});

/** Width and height of a PNG, from its header. */
const pngSize = (bytes: Buffer): [number, number] => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

it('exports the sessions as one strip with words and the clinic’s line below', async () => {
  await button('Other pictures').click();
  await page.getByRole('radio', { name: 'Sessions as a strip' }).check({ force: true });
  await page.getByRole('checkbox', { name: "With the clinic's mark" }).check();
  await page.getByRole('textbox', { name: "Clinic's line" }).fill('Studio Nord');
  const saved = page.waitForEvent('download');
  await button('Save PNG').click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('follicle-sessions.png');
  const [width, height] = pngSize(await readFile(await download.path()));
  expect(width).toBeGreaterThan(4 * 1200);
  expect(height).toBeGreaterThan(1600 + 100);
  expect(height).toBeLessThan(2000);
});

it('says when there is no memory for a picture, and makes a smaller one', async () => {
  await page.evaluate(() => {
    Object.assign(window, {
      CompressionStreamKept: CompressionStream,
      CompressionStream: function () {
        throw new RangeError('Array buffer allocation failed');
      },
    });
  });
  await button('Export').click();
  await page.getByText('There is not enough memory for this picture').waitFor();
  await page.evaluate(() => {
    window.CompressionStream = Reflect.get(window, 'CompressionStreamKept') as typeof CompressionStream;
  });
  const saved = page.waitForEvent('download');
  await button('Make it half as large').click();
  expect(pngSize(await readFile(await (await saved).path()))).toEqual([600, 800]);
});

it('spoke to nobody but its own origin, and nothing went wrong on the way', () => {
  expect(watched.trouble).toEqual([]);
});
