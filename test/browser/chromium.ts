import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';

/** Why no browser can be used, in one sentence with what to do about it. */
export interface ChromiumMissing {
  readonly message: string;
}

const NAMES_ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

const LINUX_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/usr/bin/microsoft-edge',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
];

const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome for Testing'];

const WINDOWS_PLACES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

async function runs(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function placesOfThePlatform(): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPLICATIONS.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (process.platform === 'win32') {
    return ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((variable) => {
      const root = process.env[variable];
      return root === undefined ? [] : WINDOWS_PLACES.map((place) => join(root, place));
    });
  }
  return LINUX_PLACES;
}

function placesOnPath(): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES_ON_PATH.map((name) => join(folder, name + suffix)));
}

/**
 * The path of a Chromium, Chrome or Edge that can be started: CHROME_PATH first, then the usual places of this
 * platform and the PATH, then the browser that Playwright's installer keeps for the pinned version.
 * A CHROME_PATH that cannot be started is an error, not a hint: whoever set it wants that browser.
 */
export async function findChromium(): Promise<Result<string, ChromiumMissing>> {
  const wanted = process.env.CHROME_PATH ?? '';
  if (wanted !== '') {
    if (await runs(wanted)) return ok(wanted);
    return err({ message: `CHROME_PATH names ${wanted}, which is not a program that can be started.` });
  }
  for (const place of [...placesOfThePlatform(), ...placesOnPath(), chromium.executablePath()]) {
    if (await runs(place)) return ok(place);
  }
  return err({
    message:
      'The browser tests need Chromium, Chrome or Edge: install one, or run "npx playwright-core install chromium", or set CHROME_PATH to its program.',
  });
}

// Software drawing and no traffic of the browser's own, so that every machine draws alike and a request that a
// test sees is the app's.
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium with a user data folder of its own, removed when it closes. Throws when there is none. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findChromium();
  if (!found.ok) throw new Error(found.error.message);
  return chromium.launch({
    executablePath: found.value,
    headless: true,
    chromiumSandbox: false,
    ...options,
    args: [...FLAGS, ...(options.args ?? [])],
  });
}
