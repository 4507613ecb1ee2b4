import { mix32 } from '../../density/hash';
import type { PictureSquares } from '../marks/markIndex';
import type { Haze } from './hazeGrid';
import type { PhotoNodes } from './photoNodes';

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
  const bits = bitsOf(haze);
  const hash = new Uint32Array(columns * rows);
  for (let square = 0; square < hash.length; square++) hash[square] = squareHash(haze, bits, columns, square);
  return { haze, columns, rows, hash };
}

/** The same, made anew only where the haze differs from another on the same grid: at some of the `renewed` nodes. */
export function hazeHashAfter(before: HazeHash, haze: Haze, renewed: PhotoNodes | 'all'): HazeHash {
  const was = before.haze;
  if (was === haze) return before;
  if (renewed === 'all') return hazeHash(haze);
  const { columns, rows } = before;
  const [old, bits] = [bitsOf(was), bitsOf(haze)];
  const hash = before.hash.slice();
  const isMade = new Uint8Array(hash.length);
  for (let n = 0; n < renewed.length; n++) {
    const node = renewed[n] as number;
    const row = Math.floor(node / haze.columns);
    const square = Math.floor(row / SIDE) * columns + Math.floor((node - row * haze.columns) / SIDE);
    if (isMade[square] === 1 || sameAt(old, bits, node)) continue;
    hash[square] = squareHash(haze, bits, columns, square);
    isMade[square] = 1;
  }
  return { haze, columns, rows, hash };
}

const sameAt = (a: HazeBits, b: HazeBits, node: number): boolean =>
  a.share[node] === b.share[node] && a.cloud[node] === b.cloud[node] && a.redness?.[node] === b.redness?.[node];

/** A haze's values by their bits. */
interface HazeBits {
  readonly share: Uint32Array;
  readonly cloud: Uint32Array;
  readonly redness: Uint32Array | null;
}

function bitsOf({ share, cloud, redness }: Haze): HazeBits {
  const bits = (values: Float32Array): Uint32Array => new Uint32Array(values.buffer, values.byteOffset, values.length);
  return { share: bits(share), cloud: bits(cloud), redness: redness === null ? null : bits(redness) };
}

function squareHash(haze: Haze, { share, cloud, redness }: HazeBits, columns: number, square: number): number {
  const top = Math.floor(square / columns) * SIDE;
  const left = (square % columns) * SIDE;
  const bottom = Math.min(top + SIDE, haze.rows);
  const right = Math.min(left + SIDE, haze.columns);
  let hash = 0;
  for (let row = top; row < bottom; row++) {
    const lattice = Math.imul(row + haze.row0, 0x9e3779b1);
    for (let column = left; column < right; column++) {
      const node = row * haze.columns + column;
      const red = redness === null ? 0 : (redness[node] as number);
      if (((share[node] as number) | (cloud[node] as number) | red) === 0) continue;
      const value = (share[node] as number) ^ Math.imul((cloud[node] as number) ^ Math.imul(red, 31), 0x85ebca6b);
      hash = (hash + mix32(value ^ mix32(lattice ^ (column + haze.column0)))) | 0;
    }
  }
  return hash;
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
