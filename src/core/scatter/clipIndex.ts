import type { ChartBounds, Ring } from '../geometry/rings';
import { ringCoordinates } from '../geometry/rings';

const CELL_CM = 0.2;
const BANDS_PER_CELL = 4; // thin bands keep few edges each, even where the hairline runs level
const MAX_CELLS_ACROSS = 512;
const EDGE_NUMBERS = 5; // least y, greatest y, x and y of one end, slope dx/dy

const OUTSIDE = 0;
const INSIDE = 1;
const CROSSED = 2;

/** Rings prepared for many questions: cells wholly inside or outside, and edges by horizontal band for the rest. */
export interface ClipIndex {
  readonly window: ChartBounds;
  readonly cellsPerCm: number;
  readonly columns: number;
  readonly rows: number;
  /** OUTSIDE, INSIDE or CROSSED for each cell, row by row. */
  readonly cells: Uint8Array;
  readonly bandsPerCm: number;
  readonly bands: number;
  /** Edges of band b are bandEdges[bandStart[b]] … [bandStart[b + 1] − 1]. */
  readonly bandStart: Int32Array;
  readonly bandEdges: Int32Array;
  readonly edges: Float64Array;
}

/** Edges that can matter to a place in the window: those not level and not above or below it. */
function edgesWithin(rings: readonly Ring[], window: ChartBounds): Float64Array {
  const flats = rings.map(ringCoordinates);
  let total = 0;
  for (const flat of flats) total += flat.length >> 1;
  const edges = new Float64Array(total * EDGE_NUMBERS);
  let at = 0;
  for (const flat of flats) {
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const ay = flat[i + 1] as number;
      const by = flat[j + 1] as number;
      if (ay === by || Math.max(ay, by) < window.y0 || Math.min(ay, by) > window.y1) continue;
      edges[at++] = Math.min(ay, by);
      edges[at++] = Math.max(ay, by);
      edges[at++] = flat[i] as number;
      edges[at++] = ay;
      edges[at++] = ((flat[j] as number) - (flat[i] as number)) / (by - ay);
    }
  }
  return edges.subarray(0, at);
}

/** Prepares the rings for places within `window` (chart cm); elsewhere the index answers "outside". */
export function clipIndex(rings: readonly Ring[], window: ChartBounds): ClipIndex {
  const across = Math.max(window.x1 - window.x0, window.y1 - window.y0);
  const cellCm = Math.max(CELL_CM, across / MAX_CELLS_ACROSS);
  const columns = Math.floor((window.x1 - window.x0) / cellCm) + 1;
  const rows = Math.floor((window.y1 - window.y0) / cellCm) + 1;
  const bands = rows * BANDS_PER_CELL;
  const edges = edgesWithin(rings, window);
  const bandsPerCm = BANDS_PER_CELL / cellCm;

  const bandOf = (y: number): number => Math.min(Math.max(Math.floor((y - window.y0) * bandsPerCm), 0), bands - 1);
  const bandStart = new Int32Array(bands + 1);
  for (let e = 0; e < edges.length; e += EDGE_NUMBERS) {
    const last = bandOf(edges[e + 1] as number);
    for (let b = bandOf(edges[e] as number); b <= last; b++) bandStart[b + 1] = (bandStart[b + 1] as number) + 1;
  }
  for (let b = 0; b < bands; b++) bandStart[b + 1] = (bandStart[b + 1] as number) + (bandStart[b] as number);
  const bandEdges = new Int32Array(bandStart[bands] as number);
  const next = bandStart.slice();
  for (let e = 0; e < edges.length; e += EDGE_NUMBERS) {
    const last = bandOf(edges[e + 1] as number);
    for (let b = bandOf(edges[e] as number); b <= last; b++) {
      const at = next[b] as number;
      bandEdges[at] = e;
      next[b] = at + 1;
    }
  }

  const cells = new Uint8Array(columns * rows);
  const cellsPerCm = 1 / cellCm;
  const index = { window, cellsPerCm, columns, rows, cells, bandsPerCm, bands, bandStart, bandEdges, edges };
  markCrossed(index, rings);
  markInside(index);
  return index;
}

/** Marks every cell that an edge touches, level edges included; a little wide, so that rounding cannot miss one. */
function markCrossed(index: ClipIndex, rings: readonly Ring[]): void {
  const { window, cellsPerCm, columns, rows, cells } = index;
  const slack = 1e-6;
  for (const ring of rings) {
    const flat = ringCoordinates(ring);
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const ax = ((flat[i] as number) - window.x0) * cellsPerCm;
      const ay = ((flat[i + 1] as number) - window.y0) * cellsPerCm;
      const bx = ((flat[j] as number) - window.x0) * cellsPerCm;
      const by = ((flat[j + 1] as number) - window.y0) * cellsPerCm;
      const firstRow = Math.max(Math.floor(Math.min(ay, by) - slack), 0);
      const lastRow = Math.min(Math.floor(Math.max(ay, by) + slack), rows - 1);
      for (let row = firstRow; row <= lastRow; row++) {
        let from = Math.min(ax, bx);
        let to = Math.max(ax, bx);
        if (ay !== by) {
          const atTop = ax + ((row - ay) * (bx - ax)) / (by - ay);
          const atBottom = ax + ((row + 1 - ay) * (bx - ax)) / (by - ay);
          from = Math.max(from, Math.min(atTop, atBottom));
          to = Math.min(to, Math.max(atTop, atBottom));
        }
        const last = Math.min(Math.floor(to + slack), columns - 1);
        for (let c = Math.max(Math.floor(from - slack), 0); c <= last; c++) cells[row * columns + c] = CROSSED;
      }
    }
  }
}

/** Between crossed cells a row's cells are all alike: one question settles each run. */
function markInside(index: ClipIndex): void {
  const { window, cellsPerCm, columns, rows, cells } = index;
  for (let row = 0; row < rows; row++) {
    let known = false;
    let verdict = OUTSIDE;
    for (let c = 0; c < columns; c++) {
      const cell = row * columns + c;
      if (cells[cell] === CROSSED) {
        known = false;
        continue;
      }
      if (!known) {
        const inside = crossesOddly(index, window.x0 + (c + 0.5) / cellsPerCm, window.y0 + (row + 0.5) / cellsPerCm);
        verdict = inside ? INSIDE : OUTSIDE;
        known = true;
      }
      cells[cell] = verdict;
    }
  }
}

/** The even-odd rule by a ray towards greater x, against the edges of one band. */
function crossesOddly(index: ClipIndex, x: number, y: number): boolean {
  const { bandStart, bandEdges, edges } = index;
  const band = Math.floor((y - index.window.y0) * index.bandsPerCm);
  if (band < 0 || band >= index.bands) return false;
  let inside = false;
  for (let i = bandStart[band] as number, end = bandStart[band + 1] as number; i < end; i++) {
    const e = bandEdges[i] as number;
    if (y < (edges[e] as number) || y >= (edges[e + 1] as number)) continue;
    if (x < (edges[e + 2] as number) + (y - (edges[e + 3] as number)) * (edges[e + 4] as number)) inside = !inside;
  }
  return inside;
}

/** Whether a place lies inside the rings. */
export function insideClip(index: ClipIndex, x: number, y: number): boolean {
  const c = Math.floor((x - index.window.x0) * index.cellsPerCm);
  const r = Math.floor((y - index.window.y0) * index.cellsPerCm);
  if (c < 0 || r < 0 || c >= index.columns || r >= index.rows) return false;
  const cell = index.cells[r * index.columns + c] as number;
  return cell === CROSSED ? crossesOddly(index, x, y) : cell === INSIDE;
}

/** Whether a box (cm) lies wholly inside (1), wholly outside (0), or neither as far as the cells can tell (2). */
export function clipVerdict(index: ClipIndex, x0: number, y0: number, x1: number, y1: number): 0 | 1 | 2 {
  const { columns, rows, cells, cellsPerCm, window } = index;
  const c0 = Math.floor((x0 - window.x0) * cellsPerCm);
  const r0 = Math.floor((y0 - window.y0) * cellsPerCm);
  const c1 = Math.floor((x1 - window.x0) * cellsPerCm);
  const r1 = Math.floor((y1 - window.y0) * cellsPerCm);
  const leaves = c0 < 0 || r0 < 0 || c1 >= columns || r1 >= rows;
  let some = false;
  let all = !leaves;
  for (let r = Math.max(r0, 0); r <= Math.min(r1, rows - 1); r++) {
    for (let c = Math.max(c0, 0); c <= Math.min(c1, columns - 1); c++) {
      const cell = cells[r * columns + c] as number;
      if (cell !== OUTSIDE) some = true;
      if (cell !== INSIDE) all = false;
    }
  }
  return all ? 1 : some ? 2 : 0;
}
