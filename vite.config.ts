import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Safari 16.4 and the browsers of its age: the oldest with OffscreenCanvas, module workers and SIMD together. */
const BROWSERS = ['chrome111', 'edge111', 'firefox114', 'safari16.4'];

/**
 * The style sheets that libraries write into the page as text. The policy admits exactly these by their hash, so no
 * other inline style is ever applied.
 */
function stylesOfLibraries(): string[] {
  return [
    // Some attach their element before they fill it.
    '',
    // react-aria, usePress.ts and usePreventScroll.ts
    '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
    '@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}',
  ];
}

const sourceHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The Content-Security-Policy of a built page: nothing but the origin itself, and blobs for pictures and workers. */
function contentSecurityPolicy(html: string): string {
  const ownStyles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? '');
  const styleHashes = [...ownStyles, ...stylesOfLibraries()].map(sourceHash);
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styleHashes.join(' ')}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "media-src 'self' blob: mediastream:",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

const POLICY_TAG = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

/** Writes the policy into the built page and sends it, with what only a header can say, from the start server. */
function safety(): Plugin {
  let builtPage = '';
  return {
    name: 'follicle:safety',
    configResolved(config) {
      builtPage = resolve(config.root, join(config.build.outDir, 'index.html'));
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, context) {
        // The development server injects scripts of its own, which the policy would stop.
        if (context.server !== undefined) return html;
        const tag = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(html)}">`;
        return html.replace('<meta charset="UTF-8" />', (charset) => `${charset}\n    ${tag}`);
      },
    },
    configurePreviewServer(server) {
      const policy = POLICY_TAG.exec(readFileSync(builtPage, 'utf8'))?.[1];
      if (policy === undefined) throw new Error(`${builtPage} carries no Content-Security-Policy: build it first.`);
      server.middlewares.use((_request, response, next) => {
        response.setHeader('Content-Security-Policy', `${policy}; frame-ancestors 'none'`);
        response.setHeader('X-Content-Type-Options', 'nosniff');
        response.setHeader('Referrer-Policy', 'no-referrer');
        response.setHeader('Permissions-Policy', 'camera=(self), microphone=(), geolocation=()');
        next();
      });
    },
  };
}

const BROWSER_TESTS = 'test/browser/**/*.test.ts';

export default defineConfig({
  base: './',
  // No page answers for a file that is missing.
  appType: 'mpa',
  plugins: [react(), safety()],
  build: {
    target: BROWSERS,
    // Photo decoders and PDF writers are large, and loaded only when they are needed.
    chunkSizeWarningLimit: 3_200,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  preview: { port: 5173, strictPort: true },
  test: {
    reporters: process.env.CI === undefined ? ['default'] : ['dot'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [BROWSER_TESTS],
          setupFiles: ['test/setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [BROWSER_TESTS],
          globalSetup: ['test/browser/siteSetup.ts'],
          // One Chromium at a time, after the rest: two would share two cores and make each other late.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // However busy the machine is: what is waited for comes, or the test fails.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
