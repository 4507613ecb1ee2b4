import type { TestProject } from 'vitest/node';
import { findOrInstallChromium } from './installChromium';
import { publishSite } from './publishedSite';

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

  const site = await publishSite();
  project.provide('siteUrl', site.url);
  return site.close;
}
