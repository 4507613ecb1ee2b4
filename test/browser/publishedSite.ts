import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

export interface PublishedSite {
  /** With a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Builds the app as it is published, into a folder of its own, and serves it with its policy on a free port. */
export async function publishSite(): Promise<PublishedSite> {
  const outDir = await mkdtemp(join(tmpdir(), 'follicle-site-'));
  // Tests run as "test"; the app they see is the one that is published.
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
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
