/** Photographs of the practice head: in this thread, or with several. */
import { Worker } from 'node:worker_threads';
import { drawBrowsAndLashes } from './browsAndLashes';
import type { Camera, HeadView } from './camera';
import { cameraFor } from './camera';
import { compose, print, soften } from './develop';
import { fillGrid, GRID_SLABS } from './distanceGrid';
import { resolveEdges } from './edges';
import { exposeRow } from './expose';
import type { Film } from './film';
import { filmBytes, GRID_BYTES, loadFilm } from './film';
import { growRoots, spaceRoots } from './follicles';
import { placePanels } from './light';
import { shadeRow } from './shade';
import { drawStubble } from './stubble';
import type { StudioJob, StudioSetup } from './studioJob';
import { PANEL_SAMPLES } from './studioJob';
import { scatterLight, smoothVisibility } from './subsurface';

export interface Photo {
  readonly width: number;
  readonly height: number;
  /** sRGB, three bytes a pixel, rows from the top. */
  readonly rgb: Uint8ClampedArray;
}

let sharedGrid: ArrayBuffer | undefined;
let sharedRoots: Float32Array | undefined;

/** The distance grid of the model, filled on first use (about 1.5 s) and kept for the process. */
function gridBuffer(): ArrayBuffer {
  if (!sharedGrid) {
    sharedGrid = new ArrayBuffer(GRID_BYTES);
    fillGrid(new Float32Array(sharedGrid), 0, GRID_SLABS);
  }
  return sharedGrid;
}

export interface PhotoWishes {
  /** Without the shaved hair and the beard, for a look at the skin alone. */
  readonly withoutStubble?: boolean;
}

/** One photograph made in this thread: about 5 s the first time at 240 × 300, then about 3 s. */
export function renderPhoto(view: HeadView, width: number, height: number, wishes: PhotoWishes = {}): Photo {
  return photograph(cameraFor(view, width, height), wishes);
}

/** The same from a camera of one's own. */
export function photograph(camera: Camera, wishes: PhotoWishes = {}): Photo {
  const { height } = camera;
  const film = loadFilm(camera, new ArrayBuffer(filmBytes(camera)), gridBuffer());
  sharedRoots ??= spaceRoots([growRoots(film.grid, 0, 1)]);
  const placed = placePanels(camera, 1);
  for (let row = 0; row < height; row++) exposeRow(film, placed, row);
  smoothVisibility(film);
  const panels = placePanels(camera, PANEL_SAMPLES);
  for (let row = 0; row < height; row++) shadeRow(film, panels, row);
  return finish(film, wishes.withoutStubble ? new Float32Array(0) : sharedRoots);
}

function finish(film: Film, roots: Float32Array): Photo {
  const { width, height } = film.camera;
  const light = scatterLight(film);
  const ink = { hair: new Float32Array(width * height), halo: new Float32Array(width * height) };
  drawStubble(film, roots, ink);
  drawBrowsAndLashes(film, ink);
  const picture = compose(film, light, ink);
  resolveEdges(film, picture);
  const large = width > 1500;
  return { width, height, rgb: print(large ? soften(picture, width, height, 0.55) : picture, width, height, 2) };
}

/** Node 20 does not hand tsx's loader down to workers: each registers it for itself. */
const TSX_WORKER = `
const { workerData } = require('node:worker_threads');
import(workerData.tsx).then((tsx) => { tsx.register(); return import(workerData.source); });
`;

/** One photograph made by `threads` workers and this thread. */
export async function photographThreaded(camera: Camera, threads: number): Promise<Photo> {
  const planes = new SharedArrayBuffer(filmBytes(camera));
  const grid = new SharedArrayBuffer(GRID_BYTES);
  const rows = new SharedArrayBuffer(8);
  const workers = Array.from({ length: threads }, (_, part) => {
    const setup: StudioSetup = { camera, planes, grid, rows, part, parts: threads };
    const source = new URL('./studioWorker.ts', import.meta.url);
    return new Worker(TSX_WORKER, {
      eval: true,
      workerData: { source: source.href, tsx: import.meta.resolve('tsx/esm/api'), ...setup },
    });
  });
  const all = (job: StudioJob): Promise<unknown[]> =>
    Promise.all(
      workers.map(
        (worker) =>
          new Promise<unknown>((resolve, reject) => {
            worker.once('message', resolve);
            worker.once('error', reject);
            worker.postMessage(job);
          }),
      ),
    );
  try {
    await all('grid');
    const grown = await all('roots');
    await all('expose');
    const film = loadFilm(camera, planes, grid);
    smoothVisibility(film);
    await all('shade');
    return finish(film, spaceRoots(grown.filter((part) => part instanceof Float32Array)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
