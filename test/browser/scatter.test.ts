import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hairlineRequest } from '../core/scatter/hairlineRequest';
import { bytesOf, dotsOf } from '../core/scatter/scattered';
import { launchChromium } from './chromium';
import type {} from './scatterPage';

/** Bundles the page and its worker as the app is bundled, and serves them from memory. */
async function serve(): Promise<Server> {
  const made = await build({
    root: fileURLToPath(new URL('../../', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('./scatterPage.ts', import.meta.url)),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((each) => ('output' in each ? each.output : []));
  const files = new Map(outputs.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    // The policy that the app has: no eval, no fetch, nothing but the origin.
    response.setHeader('Content-Security-Policy', "default-src 'self'");
    response.setHeader('Content-Type', file === undefined ? 'text/html' : 'text/javascript');
    response.end(file ?? '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await serve();
  browser = await launchChromium();
  page = await browser.newPage();
  // crypto.subtle needs a trustworthy origin, which the loopback address is.
  await page.goto(`http://127.0.0.1:${portOf(server.address())}/`);
  await page.waitForFunction(() => 'scatterPage' in window);
});

afterAll(async () => {
  await browser.close();
  server.close();
});

it('the same request gives the same bytes in Node, on a page in Chromium and in its worker', async () => {
  const here = createHash('sha256')
    .update(bytesOf(dotsOf(hairlineRequest())))
    .digest('hex');
  expect(await page.evaluate(() => window.scatterPage.onPage())).toBe(here);
  expect(await page.evaluate(() => window.scatterPage.inWorker())).toBe(here);
});
