import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

/** The address of the built app, served with its production policy; it ends with a slash. */
export const siteUrl = inject('siteUrl');

/** A page of the app with all that went wrong on it so far; empty while all is well. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests beyond the origin, refusals by the policy, errors and console warnings, in order, a sentence each. */
  readonly trouble: readonly string[];
}

const ownRequest = (url: string): boolean => /^(?:blob|data):/.test(url) || url.startsWith(siteUrl);

/** A page in a context of its own (its own storage), not yet opened, that notes all trouble from its first request on. */
export async function newWatchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', ...options });
  const trouble: string[] = [];
  context.on('request', (request) => {
    if (!ownRequest(request.url())) trouble.push(`request beyond the origin: ${request.url()}`);
  });
  context.on('weberror', (error) => {
    trouble.push(`error: ${String(error.error())}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(`console ${message.type()}: ${message.text()}`);
  });
  return { page: await context.newPage(), context, trouble };
}

/** Opens the app's start page on a page of its own and returns once it has loaded. */
export async function openSite(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await newWatchedPage(browser, options);
  await watched.page.goto(siteUrl);
  return watched;
}
