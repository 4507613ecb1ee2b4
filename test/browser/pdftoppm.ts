import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runs = (): boolean => spawnSync('pdftoppm', ['-v']).status === 0;

function isDebianRoot(): boolean {
  try {
    return process.getuid?.() === 0 && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Whether PDFs can be drawn here: Poppler's pdftoppm, installed first where it is missing and the system has a way. */
export function findOrInstallPdftoppm(): boolean {
  if (runs()) return true;
  if (!isDebianRoot()) {
    process.stdout.write('The pages of PDFs are not looked at: install Poppler (pdftoppm) for that.\n');
    return false;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [['update'], ['install', '-y', '--no-install-recommends', 'poppler-utils']]) {
    spawnSync('apt-get', command, { env });
  }
  return runs();
}

/** A page as it is drawn: RGB, three bytes a pixel. */
export interface PageRaster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** The pages of a PDF at a resolution; throws with what pdftoppm says where it can't read the file. */
export async function pagesOf(pdf: Uint8Array, dpi: number): Promise<readonly PageRaster[]> {
  const folder = await mkdtemp(join(tmpdir(), 'follicle-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    const drawn = spawnSync('pdftoppm', ['-r', String(dpi), file, join(folder, 'page')], { encoding: 'utf8' });
    if (drawn.status !== 0 || drawn.stderr !== '') throw new Error(`pdftoppm: ${drawn.stderr}`);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ppm')).sort();
    return await Promise.all(names.map(async (name) => rasterOf(await readFile(join(folder, name)))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A binary PPM of 8 bits: three numbers in words, then the bytes. */
function rasterOf(ppm: Buffer): PageRaster {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 64).toString('latin1'));
  if (header === null) throw new Error('This is no PPM.');
  return { width: Number(header[1]), height: Number(header[2]), rgb: ppm.subarray(header[0].length) };
}
