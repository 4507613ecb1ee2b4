import { mix32 } from '../../density/hash';
import type { Haze } from '../haze/hazeGrid';
import { kindProfile, kindSigmaMm, KIND_COUNT, tiltReach } from './kernels';
import { marksFor, type Marks } from './marks';
import { profileOf } from './profile';

/**
 * Marks sorted by square cells of the photo (row by row, in compressed rows), and per cell a hash of all that is drawn
 * in it, haze included. Two scenes whose hashes agree around a place look the same there to the bit.
 */
export interface MarkIndex {
  readonly columns: number;
  readonly rows: number;
  /** Marks of cell c are start[c] … start[c + 1] − 1. */
  readonly start: Int32Array;
  readonly marks: Marks;
  readonly hash: Uint32Array;
  /** No mark reaches farther than this from its centre, in photo px. */
  readonly reachPx: number;
}

/** Small enough that a tile reads little more than its own marks, large enough that cells are few. Our choice. */
export const CELL_PX = 32;

export function indexMarks(
  marks: Marks,
  haze: Haze | null,
  photo: { width: number; height: number; mmPerPx: number },
): MarkIndex {
  const columns = Math.max(1, Math.ceil(photo.width / CELL_PX));
  const rows = Math.max(1, Math.ceil(photo.height / CELL_PX));
  const cells = new Int32Array(marks.count);
  const start = new Int32Array(columns * rows + 1);
  const kinds = new Float32Array(KIND_COUNT);
  for (let i = 0; i < marks.count; i++) {
    const column = clamp(Math.floor((marks.x[i] as number) / CELL_PX), columns);
    const row = clamp(Math.floor((marks.y[i] as number) / CELL_PX), rows);
    const cell = row * columns + column;
    cells[i] = cell;
    start[cell + 1] = (start[cell + 1] as number) + 1;
    const reach = tiltReach(marks.tilt[i] as number);
    if (reach > (kinds[marks.kind[i] as number] as number)) kinds[marks.kind[i] as number] = reach;
  }
  for (let cell = 0; cell < columns * rows; cell++)
    start[cell + 1] = (start[cell + 1] as number) + (start[cell] as number);
  const sorted = sortByCell(marks, cells, start.slice());
  const hash = new Uint32Array(columns * rows);
  hashMarks(hash, sorted, start);
  if (haze !== null) hashHaze(hash, haze, columns, rows);
  return { columns, rows, start, marks: sorted, hash, reachPx: reachOf(kinds) / photo.mmPerPx };
}

const clamp = (cell: number, count: number): number => Math.min(count - 1, Math.max(0, cell));

function sortByCell(marks: Marks, cells: Int32Array, next: Int32Array): Marks {
  const { count } = marks;
  const sorted = marksFor(count);
  for (let i = 0; i < count; i++) {
    const cell = cells[i] as number;
    const to = next[cell] as number;
    next[cell] = to + 1;
    sorted.x[to] = marks.x[i] as number;
    sorted.y[to] = marks.y[i] as number;
    sorted.kind[to] = marks.kind[i] as number;
    sorted.tilt[to] = marks.tilt[i] as number;
    sorted.load[to] = marks.load[i] as number;
  }
  return sorted;
}

/** Farthest reach in mm of the kinds in use, each with the most by which its shapes and tilts stretch it; 0 where unused. */
function reachOf(kinds: Float32Array): number {
  let reach = 0;
  kinds.forEach((stretch, kind) => {
    if (stretch > 0) reach = Math.max(reach, profileOf(kindProfile(kind)).extent * kindSigmaMm(kind) * stretch);
  });
  return reach;
}

/** A sum, so that the order of the marks within a cell doesn't matter. */
function hashMarks(hash: Uint32Array, marks: Marks, start: Int32Array): void {
  const x = new Uint32Array(marks.x.buffer);
  const y = new Uint32Array(marks.y.buffer);
  for (let cell = 0; cell < hash.length; cell++) {
    let sum = 0;
    for (let i = start[cell] as number; i < (start[cell + 1] as number); i++) {
      const place = mix32(Math.imul(x[i] as number, 0x9e3779b1) ^ (y[i] as number));
      const look = ((marks.load[i] as number) << 16) | (marks.kind[i] as number);
      sum = (sum + mix32(place ^ look ^ Math.imul(marks.tilt[i] as number, 0x85ebca6b))) | 0;
    }
    hash[cell] = sum;
  }
}

/** Each node of the haze counts in all cells whose pixels it reaches. */
function hashHaze(hash: Uint32Array, haze: Haze, columns: number, rows: number): void {
  const share = new Uint32Array(haze.share.buffer);
  const redness = haze.redness === null ? null : new Uint32Array(haze.redness.buffer);
  for (let row = 0; row < haze.rows; row++) {
    const y = (row + haze.row0) * haze.stepPx;
    const firstRow = Math.max(0, Math.floor((y - haze.stepPx) / CELL_PX));
    const lastRow = Math.min(rows - 1, Math.floor((y + haze.stepPx) / CELL_PX));
    for (let column = 0; column < haze.columns; column++) {
      const node = row * haze.columns + column;
      const red = redness === null ? 0 : (redness[node] as number);
      const value = red === 0 ? (share[node] as number) : mix32(red) ^ (share[node] as number);
      if (value === 0) continue;
      const x = (column + haze.column0) * haze.stepPx;
      const mixed = mix32(value ^ mix32(Math.imul(row + haze.row0, 0x9e3779b1) ^ (column + haze.column0)));
      const first = Math.max(0, Math.floor((x - haze.stepPx) / CELL_PX));
      const last = Math.min(columns - 1, Math.floor((x + haze.stepPx) / CELL_PX));
      for (let r = firstRow; r <= lastRow; r++) {
        for (let c = first; c <= last; c++) hash[r * columns + c] = (hash[r * columns + c] as number) + mixed;
      }
    }
  }
}

/** A rectangle of a picture in which the photo is drawn at `scale` pixels per photo px, its origin at (originX, originY). */
export interface PictureRect {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
}

/** The cells whose marks or haze may show in a picture. */
export interface CellRange {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

export function cellsIn(index: MarkIndex, picture: PictureRect): CellRange {
  // Kernels are whole pixels wide, so a mark may touch up to two pixels more than it reaches.
  const reach = index.reachPx + 2 / picture.scale;
  const left = -picture.originX / picture.scale;
  const top = -picture.originY / picture.scale;
  return {
    firstColumn: clamp(Math.floor((left - reach) / CELL_PX), index.columns),
    lastColumn: clamp(Math.floor((left + picture.width / picture.scale + reach) / CELL_PX), index.columns),
    firstRow: clamp(Math.floor((top - reach) / CELL_PX), index.rows),
    lastRow: clamp(Math.floor((top + picture.height / picture.scale + reach) / CELL_PX), index.rows),
  };
}

/** One hash of everything that may show in a picture. */
export function hashIn(index: MarkIndex, picture: PictureRect): number {
  const { firstColumn, lastColumn, firstRow, lastRow } = cellsIn(index, picture);
  let hash = 0;
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      hash = (Math.imul(hash, 31) + (index.hash[row * index.columns + column] as number)) | 0;
    }
  }
  return hash;
}
