import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium } from './chromium';
import type { ChromiumMissing } from './chromium';
import type { Result } from '../../src/core/result';

/** What decides how a browser can be installed. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** The contents of /etc/os-release, empty where there is none. */
  readonly osRelease: string;
  readonly isRoot: boolean;
}

/** A way to a browser: commands that must all succeed, in order. */
export type Installation = readonly (readonly [program: string, ...args: string[]])[];

const playwrightProgram = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js');

/**
 * The ways to install a browser on a machine, best first. Debian's own package brings its libraries with it;
 * Ubuntu's is a shell around a snap, which containers cannot run, so there Playwright's installer comes first.
 */
export function installationsFor(machine: Machine): Installation[] {
  const ways: Installation[] = [];
  if (machine.platform === 'linux' && machine.isRoot && /^ID="?debian"?$/m.test(machine.osRelease)) {
    ways.push([
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ]);
  }
  const withLibraries = machine.platform === 'linux' && machine.isRoot ? ['--with-deps'] : [];
  ways.push([[process.execPath, playwrightProgram, 'install', ...withLibraries, 'chromium']]);
  return ways;
}

function thisMachine(): Machine {
  let osRelease = '';
  try {
    osRelease = readFileSync('/etc/os-release', 'utf8');
  } catch {
    // Not a Linux that says what it is.
  }
  return { platform: process.platform, osRelease, isRoot: process.getuid?.() === 0 };
}

function succeeds(way: Installation): boolean {
  return way.every(([program, ...args]) => {
    const run = spawnSync(program, args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (run.status !== 0) console.error(`${[program, ...args].join(' ')}\n${run.stdout}${run.stderr}`);
    return run.status === 0;
  });
}

/** The browser of this machine, installed first where there is none; the error is findChromium's, with what to do. */
export async function findOrInstallChromium(): Promise<Result<string, ChromiumMissing>> {
  const found = await findChromium();
  if (found.ok || (process.env.CHROME_PATH ?? '') !== '') return found;
  console.log('No browser for the browser tests on this machine: installing Chromium.');
  for (const way of installationsFor(thisMachine())) {
    if (succeeds(way)) break;
  }
  return findChromium();
}
