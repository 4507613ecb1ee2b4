/** A worker of the studio: takes its share of each job that photo.ts posts. */
import { parentPort, workerData } from 'node:worker_threads';
import { fillGrid, GRID_SLABS } from './distanceGrid';
import { exposeRow } from './expose';
import { loadFilm } from './film';
import { growRoots } from './follicles';
import { placePanels } from './light';
import { shadeRow } from './shade';
import type { StudioJob, StudioSetup } from './studioJob';
import { PANEL_SAMPLES } from './studioJob';

// checked boundary: only photo.ts starts this file
const setup = workerData as StudioSetup;
const { camera, part, parts } = setup;
const film = loadFilm(camera, setup.planes, setup.grid);
const rows = new Int32Array(setup.rows);

function eachRow(counter: 0 | 1, work: (row: number) => void): void {
  for (let row = Atomics.add(rows, counter, 1); row < camera.height; row = Atomics.add(rows, counter, 1)) work(row);
}

function run(job: StudioJob): unknown {
  switch (job) {
    case 'grid':
      fillGrid(film.grid, Math.floor((GRID_SLABS * part) / parts), Math.floor((GRID_SLABS * (part + 1)) / parts));
      return job;
    case 'roots':
      return growRoots(film.grid, part, parts);
    case 'expose': {
      const panels = placePanels(camera, 1);
      eachRow(0, (row) => exposeRow(film, panels, row));
      return job;
    }
    case 'shade': {
      const panels = placePanels(camera, PANEL_SAMPLES);
      eachRow(1, (row) => shadeRow(film, panels, row));
      return job;
    }
  }
}

parentPort?.on('message', (job: StudioJob) => parentPort?.postMessage(run(job)));
