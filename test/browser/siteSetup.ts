import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { findOrInstallChromium } from './installChromium';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, with a slash at its end. */
    siteUrl: string;
  }
}

/** Sees to a browser, builds the app as it is published, and serves it with its policy while the browser tests run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findOrInstallChromium();
  if (!chromium.ok) throw new Error(chromium.error.message);

  const outDir = await mkdtemp(join(tmpdir(), 'follicle-site-'));
  // The tests run as "test"; the app they see is the one that is published.
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({ mode: 'production', logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  process.env.NODE_ENV = environment;
  const server = await preview({
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port to be reached at.');
  project.provide('siteUrl', `http://127.0.0.1:${String(address.port)}/`);

  return async () => {
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
}
