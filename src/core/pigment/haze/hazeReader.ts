import type { Haze } from './hazeGrid';
import type { PictureRect } from '../marks/markIndex';

/**
 * Reads values at a haze's nodes (its share, cloud or redness) at a picture's pixels: fills `out` row by row, or returns false
 * and leaves it where there are none. A pixel's value follows from its place alone, whatever picture it is part of.
 */
export type HazeReader = (out: Float32Array, values: Float32Array) => boolean;

/** Where the middle of each column of pixels lies between the grid's nodes; columns `first` … `end` − 1 lie on the grid. */
interface Across {
  readonly first: number;
  readonly end: number;
  /** The node at or before it, and how far it is on the way to the next. */
  readonly node: Int32Array;
  readonly share: Float32Array;
}

export function hazeReader(haze: Haze, picture: PictureRect): HazeReader {
  const across = columnsOn(haze, picture);
  // Of the two rows of nodes around a row of pixels.
  const upper = new Float32Array(picture.width);
  const lower = new Float32Array(picture.width);
  return (out, values) => {
    if (!anyValue(haze, values, picture, across)) return false;
    readRows(out, values, haze, picture, across, upper, lower);
    return true;
  };
}

/** Nodes from the grid's first to the middle of a pixel. */
const nodesTo = (pixel: number, origin: number, perPixel: number, node0: number): number =>
  (pixel + 0.5 - origin) * perPixel - node0;

const perPixelOf = (haze: Haze, picture: PictureRect): number => 1 / (picture.scale * haze.stepPx);

function columnsOn(haze: Haze, picture: PictureRect): Across {
  const { width, originX } = picture;
  const perPixel = perPixelOf(haze, picture);
  const node = new Int32Array(width);
  const share = new Float32Array(width);
  let first = width;
  let end = 0;
  for (let x = 0; x < width; x++) {
    const at = nodesTo(x, originX, perPixel, haze.column0);
    if (!(at >= 0 && at < haze.columns - 1)) continue;
    if (first > x) first = x;
    end = x + 1;
    node[x] = at | 0;
    share[x] = at - (at | 0);
  }
  return { first: Math.min(first, end), end, node, share };
}

function anyValue(haze: Haze, values: Float32Array, picture: PictureRect, { first, end, node }: Across): boolean {
  if (first === end) return false;
  const { columns, rows } = haze;
  const perPixel = perPixelOf(haze, picture);
  const top = Math.max(0, Math.floor(nodesTo(0, picture.originY, perPixel, haze.row0)));
  const bottom = Math.min(rows - 1, Math.ceil(nodesTo(picture.height, picture.originY, perPixel, haze.row0)));
  const left = node[first] as number;
  const right = (node[end - 1] as number) + 1;
  for (let row = top; row <= bottom; row++) {
    for (let i = row * columns + left; i <= row * columns + right; i++) if ((values[i] as number) > 0) return true;
  }
  return false;
}

/** Across the rows of nodes first, which are fewer than those of pixels, then down between two of them. */
function readRows(
  out: Float32Array,
  values: Float32Array,
  haze: Haze,
  picture: PictureRect,
  across: Across,
  upper: Float32Array,
  lower: Float32Array,
): void {
  const { width, height, originY } = picture;
  const { columns, rows, row0 } = haze;
  const { first, end } = across;
  const perPixel = perPixelOf(haze, picture);
  let read = -1;
  for (let y = 0; y < height; y++) {
    const at = nodesTo(y, originY, perPixel, row0);
    const from = y * width;
    if (!(at >= 0 && at < rows - 1)) {
      out.fill(0, from, from + width);
      continue;
    }
    const row = at | 0;
    if (row !== read) {
      if (row === read + 1 && read >= 0) upper.set(lower);
      else readAcross(upper, values, row * columns, across);
      readAcross(lower, values, (row + 1) * columns, across);
      read = row;
    }
    if (first > 0) out.fill(0, from, from + first);
    if (end < width) out.fill(0, from + end, from + width);
    between(out, from, upper, lower, first, end, at - row);
  }
}

/** A row of nodes, which begins at `start`, at each column of pixels. */
function readAcross(
  line: Float32Array,
  values: Float32Array,
  start: number,
  { first, end, node, share }: Across,
): void {
  for (let x = first; x < end; x++) {
    const i = start + (node[x] as number);
    const left = values[i] as number;
    line[x] = left + ((values[i + 1] as number) - left) * (share[x] as number);
  }
}

/** A share of the way from one line to another. */
function between(
  out: Float32Array,
  from: number,
  upper: Float32Array,
  lower: Float32Array,
  first: number,
  end: number,
  share: number,
): void {
  for (let x = first; x < end; x++) {
    const above = upper[x] as number;
    out[from + x] = above + ((lower[x] as number) - above) * share;
  }
}
