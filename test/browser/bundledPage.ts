import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const HTML =
  '<!doctype html><meta charset="utf-8"><style>body{margin:0}canvas{display:block}</style><script type="module" src="/page.js"></script>';

export interface BundledPage {
  readonly url: string;
  readonly server: Server;
}

/** Bundles a page of the tests' own as the app is bundled, worker and all, and serves it from memory. */
export async function bundledPage(entry: URL): Promise<BundledPage> {
  const made = await build({
    root: fileURLToPath(new URL('../../', import.meta.url)),
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    worker: { format: 'es' },
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(entry),
        output: { entryFileNames: 'page.js', assetFileNames: 'assets/[name]-[hash][extname]' },
      },
    },
  });
  const outputs = (Array.isArray(made) ? made : [made]).flatMap((each) => ('output' in each ? each.output : []));
  const files = new Map<string, string | Uint8Array>(
    outputs.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.setHeader('Content-Type', file === undefined ? 'text/html' : 'text/javascript');
    response.end(file ?? HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page has no port to be reached at.');
  return { server, url: `http://127.0.0.1:${String(address.port)}/` };
}
