import { mix32 } from '../../density/hash';
import type { PhotoPx } from '../../geometry/units';
import { KIND_COUNT, kindProfile, kindSigmaMm, tiltReach } from './kernels';
import type { Marks } from './marks';
import { profileOf } from './profile';

/**
 * Marks `from` … `to` − 1 of some, which lie together in the photo: they are found as one, and one hash tells whether they
 * are what they were.
 */
export interface MarkBlock {
  readonly marks: Marks;
  readonly from: number;
  readonly to: number;
  /** Rectangle around their centres, photo px. */
  readonly left: PhotoPx;
  readonly top: PhotoPx;
  readonly right: PhotoPx;
  readonly bottom: PhotoPx;
  /** None reaches farther than this from its centre. */
  readonly reachPx: PhotoPx;
  readonly hash: number;
}

/** All marks of one colour. Two of equal hashes around a place look the same there to the bit. */
export type MarkIndex = readonly MarkBlock[];

/** Marks `from` … `to` − 1, of which there are some, as one block. */
export function markBlock(marks: Marks, from: number, to: number, mmPerPx: number): MarkBlock {
  const { x, y, kind, tilt } = marks;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let reachMm = 0;
  for (let i = from; i < to; i++) {
    const px = x[i] as number;
    const py = y[i] as number;
    if (px < left) left = px;
    if (px > right) right = px;
    if (py < top) top = py;
    if (py > bottom) bottom = py;
    const reach = (KIND_REACH_MM[kind[i] as number] as number) * tiltReach(tilt[i] as number);
    if (reach > reachMm) reachMm = reach;
  }
  return { marks, from, to, left, top, right, bottom, reachPx: reachMm / mmPerPx, hash: hashOf(marks, from, to) };
}

const KIND_REACH_MM = Float64Array.from(
  { length: KIND_COUNT },
  (_, kind) => profileOf(kindProfile(kind)).extent * kindSigmaMm(kind),
);

/** A sum, so that the order of the marks doesn't matter. */
function hashOf(marks: Marks, from: number, to: number): number {
  const x = new Uint32Array(marks.x.buffer, marks.x.byteOffset, marks.x.length);
  const y = new Uint32Array(marks.y.buffer, marks.y.byteOffset, marks.y.length);
  let sum = 0;
  for (let i = from; i < to; i++) {
    const place = mix32(Math.imul(x[i] as number, 0x9e3779b1) ^ (y[i] as number));
    const look = ((marks.load[i] as number) << 16) | (marks.kind[i] as number);
    sum = (sum + mix32(place ^ look ^ Math.imul(marks.tilt[i] as number, 0x85ebca6b))) | 0;
  }
  return sum;
}

/** A rectangle of a picture in which the photo is drawn at `scale` pixels per photo px, its origin at (originX, originY). */
export interface PictureRect {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
}

/** Kernels are whole pixels wide, so a mark may touch up to so many pixels more than it reaches. */
const WHOLE_PIXELS = 2;

/** The blocks whose marks may show in a picture. */
export function blocksIn(index: MarkIndex, { width, height, scale, originX, originY }: PictureRect): MarkIndex {
  const more = WHOLE_PIXELS / scale;
  const left = -originX / scale - more;
  const top = -originY / scale - more;
  const right = (width - originX) / scale + more;
  const bottom = (height - originY) / scale + more;
  const { blocks, mostPx } = sortedBlocks(index);
  const found: MarkBlock[] = [];
  const [firstColumn, lastColumn] = [cellAt(left - mostPx), cellAt(right + mostPx)];
  for (let row = cellAt(top - mostPx); row <= cellAt(bottom + mostPx); row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      for (const block of blocks.get(cellKey(column, row)) ?? []) {
        const { reachPx } = block;
        if (block.left - reachPx > right || block.right + reachPx < left) continue;
        if (block.top - reachPx > bottom || block.bottom + reachPx < top) continue;
        found.push(block);
      }
    }
  }
  return found;
}

/** Blocks by the square of the photo in which the middle of each lies, so that a tile looks at few. */
interface SortedBlocks {
  readonly blocks: ReadonlyMap<number, readonly MarkBlock[]>;
  /** None shows farther than this from its middle. */
  readonly mostPx: PhotoPx;
}

/** Our choice: about as large as a tile of the picture zoomed to fit. */
const CELL_PX = 256;
const CELLS_ACROSS = 1 << 16;

const cellAt = (px: PhotoPx): number =>
  Math.max(-CELLS_ACROSS / 2, Math.min(CELLS_ACROSS / 2, Math.floor(px / CELL_PX)));
const cellKey = (column: number, row: number): number => row * CELLS_ACROSS + column;

const sorted = new WeakMap<MarkIndex, SortedBlocks>();

function sortedBlocks(index: MarkIndex): SortedBlocks {
  const known = sorted.get(index);
  if (known !== undefined) return known;
  const blocks = new Map<number, MarkBlock[]>();
  let mostPx = 0;
  for (const block of index) {
    const { left, right, top, bottom, reachPx } = block;
    mostPx = Math.max(mostPx, (right - left) / 2 + reachPx, (bottom - top) / 2 + reachPx);
    const key = cellKey(cellAt((left + right) / 2), cellAt((top + bottom) / 2));
    const cell = blocks.get(key);
    if (cell === undefined) blocks.set(key, [block]);
    else cell.push(block);
  }
  const made = { blocks, mostPx };
  sorted.set(index, made);
  return made;
}

/** A picture in squares `side` px wide, row by row; those at its right and lower edge may reach beyond it. */
export interface PictureSquares {
  readonly picture: PictureRect;
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
}

export const squaresOf = (picture: PictureRect, side: number): PictureSquares => ({
  picture,
  side,
  columns: Math.ceil(picture.width / side),
  rows: Math.ceil(picture.height / side),
});

/** Adds to the hash of every square of a picture that of the marks that may show in it. */
export function addMarkHashes(
  to: Uint32Array,
  index: MarkIndex,
  { picture, side, columns, rows }: PictureSquares,
): void {
  const { scale, originX, originY } = picture;
  for (const { left, top, right, bottom, reachPx, hash } of index) {
    const reach = reachPx * scale + WHOLE_PIXELS;
    const firstColumn = Math.max(0, Math.floor((left * scale + originX - reach) / side));
    const lastColumn = Math.min(columns - 1, Math.floor((right * scale + originX + reach) / side));
    const firstRow = Math.max(0, Math.floor((top * scale + originY - reach) / side));
    const lastRow = Math.min(rows - 1, Math.floor((bottom * scale + originY + reach) / side));
    const mixed = mix32(hash);
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        to[row * columns + column] = (to[row * columns + column] as number) + mixed;
      }
    }
  }
}
