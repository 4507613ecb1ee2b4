import { mix32 } from '../../density/hash';
import type { PictureSquares } from '../marks/markIndex';
import type { Haze } from './hazeGrid';

/** Nodes along the side of a square that has one hash; our choice. */
const SIDE = 4;

/** A hash for each square of a haze's nodes, row by row; 0 where nothing lies. */
export interface HazeHash {
  readonly haze: Haze;
  readonly columns: number;
  readonly rows: number;
  readonly hash: Uint32Array;
}

/** Two hazes whose hashes agree around a place are the same there to the bit. */
export function hazeHash(haze: Haze): HazeHash {
  const columns = Math.ceil(haze.columns / SIDE);
  const rows = Math.ceil(haze.rows / SIDE);
  const hash = new Uint32Array(columns * rows);
  const bits = (values: Float32Array): Uint32Array => new Uint32Array(values.buffer, values.byteOffset, values.length);
  const share = bits(haze.share);
  const cloud = bits(haze.cloud);
  const redness = haze.redness === null ? null : bits(haze.redness);
  for (let row = 0, node = 0; row < haze.rows; row++) {
    const line = Math.floor(row / SIDE) * columns;
    const lattice = Math.imul(row + haze.row0, 0x9e3779b1);
    for (let column = 0; column < haze.columns; column++, node++) {
      const red = redness === null ? 0 : (redness[node] as number);
      if (((share[node] as number) | (cloud[node] as number) | red) === 0) continue;
      const value = (share[node] as number) ^ Math.imul((cloud[node] as number) ^ Math.imul(red, 31), 0x85ebca6b);
      const square = line + Math.floor(column / SIDE);
      hash[square] = (hash[square] as number) + mix32(value ^ mix32(lattice ^ (column + haze.column0)));
    }
  }
  return { haze, columns, rows, hash };
}

/** Adds to the hash of every square of a picture (`side` px wide, row by row) that of the haze that may show in it. */
export function addHazeHashes(to: Uint32Array, { haze, columns, rows, hash }: HazeHash, squares: PictureSquares): void {
  const { scale, originX, originY } = squares.picture;
  // Values run straight to the next node, and a pixel is read at its middle.
  const pxPerNode = haze.stepPx * scale;
  const first = (node: number, node0: number, origin: number): number =>
    Math.floor(((node + node0 - 1) * pxPerNode + origin) / squares.side);
  for (let row = 0; row < rows; row++) {
    const top = Math.max(0, first(row * SIDE, haze.row0, originY));
    const bottom = Math.min(squares.rows - 1, first((row + 1) * SIDE + 1, haze.row0, originY));
    for (let column = 0; column < columns; column++) {
      const here = hash[row * columns + column] as number;
      if (here === 0) continue;
      const left = Math.max(0, first(column * SIDE, haze.column0, originX));
      const right = Math.min(squares.columns - 1, first((column + 1) * SIDE + 1, haze.column0, originX));
      for (let r = top; r <= bottom; r++) {
        for (let c = left; c <= right; c++) {
          to[r * squares.columns + c] = (to[r * squares.columns + c] as number) + here;
        }
      }
    }
  }
}
