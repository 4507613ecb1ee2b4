import type { PhotoPoint } from '../../geometry/units';
import type { HeadOutline, View } from '../headPhoto';
import { defaultOutline, toUnitCircle } from '../outline';
import { leastSquares } from '../skull/leastSquares';
import { notGround, type SmallPicture } from './background';
import { largestRegion, type RowSpans } from './largestRegion';
import { thinned } from './thinned';

/**
 * The cap reaches down from the top of the silhouette by about this share of its width there; lower are ears, brow and
 * face. A mean head: vertex to the ears' tops 100 mm of 152 across, from the side to the brow 100 of 197.
 */
const CAP_SHARE = 0.48;
/** The cap's width, as a share of the picture's. */
const WIDTHS = [0.2, 0.97] as const;
/** An outline that leaves more of the cap's edge than this off by over 3 % of its radius was none. Our choice. */
const OFF_SHARE = 0.2;
const OFF_RADIUS = 0.03;
/** How loosely the ellipse's proportion and angle are held to those of its view, as the edge below is not seen. */
const PROPORTION_SD = 0.06;
const ANGLE_SD_DEG = 10;
/** The edge is true to about a pixel. */
const EDGE_SD_PX = 1;

/** A head as a picture shows it, in its pixels. */
export interface FoundHead {
  readonly outline: HeadOutline;
  /** Its edge above the ears, a place in each of the directions in which it is seen. */
  readonly edge: readonly PhotoPoint[];
}

/**
 * The head as the picture itself shows it: the largest thing before a plain-ish ground, its edge above the ears, an ellipse on
 * it. In pixels of this picture, which should be small: about 200 px across takes some 10 ms. Null where it is not
 * sure: a busy ground, a head cut off by the picture's edge, a silhouette that is no head's.
 */
export function findHead(picture: SmallPicture, view: View): FoundHead | null {
  const { width, height } = picture;
  if (view === 'other' || width < 40 || height < 40) return null;
  const marked = notGround(picture);
  if (marked === null) return null;
  const edge = capEdge(largestRegion(marked, width, height), picture);
  const outline = edge === null ? null : ellipseOn(edge, view, picture);
  return edge === null || outline === null ? null : { outline, edge: thinned(edge, outline) };
}

/** The edge of the cap, both sides of every row and the top of every column; null where there is none, or it is cut off. */
function capEdge({ first, last }: RowSpans, { width, height }: SmallPicture): PhotoPoint[] | null {
  const top = first.findIndex((column) => column >= 0);
  if (top < 2) return null;
  const across = (row: number): number => (last[row] ?? 0) - (first[row] ?? 0) + 1;
  let bottom = top;
  while (bottom < height - 1 && bottom - top < CAP_SHARE * across(bottom)) bottom += 1;
  const cap = across(bottom);
  if (bottom >= height - 1 || cap < WIDTHS[0] * width || cap > WIDTHS[1] * width) return null;
  const edge: PhotoPoint[] = [];
  const highest = new Map<number, number>();
  for (let row = top; row <= bottom; row++) {
    const [left, right] = [first[row] ?? -1, last[row] ?? -1];
    // A head that leaves the picture shows no edge.
    if (left <= 0 || right >= width - 1) return null;
    edge.push({ x: left, y: row + 0.5 }, { x: right + 1, y: row + 0.5 });
    for (let column = left; column <= right; column++) if (!highest.has(column)) highest.set(column, row);
  }
  // Flat on top a row's two ends say little: there the columns do.
  for (const [column, row] of highest) if (row < top + 0.2 * cap) edge.push({ x: column + 0.5, y: row });
  return edge;
}

function ellipseOn(edge: readonly PhotoPoint[], view: View, { width, height }: SmallPicture): HeadOutline | null {
  const usual = defaultOutline(view, width, height);
  const proportion = Math.log(usual.ry / usual.rx);
  const xs = edge.map(({ x }) => x);
  const left = xs.reduce((a, b) => Math.min(a, b));
  const right = xs.reduce((a, b) => Math.max(a, b));
  const top = edge.reduce((least, { y }) => Math.min(least, y), height);
  const radius = (right - left) / 2;
  const outlineAt = (at: ArrayLike<number>): HeadOutline => ({
    cx: at[0] as number,
    cy: at[1] as number,
    rx: Math.exp(at[2] as number),
    ry: Math.exp(at[3] as number),
    angleDeg: at[4] as number,
    placed: false,
  });
  const residuals = (at: Float64Array, out: Float64Array): void => {
    const outline = outlineAt(at);
    for (const [i, p] of edge.entries()) out[i] = softened(awayFrom(outline, p) / EDGE_SD_PX);
    out[edge.length] = (Math.log(outline.ry / outline.rx) - proportion) / (PROPORTION_SD / Math.sqrt(edge.length));
    out[edge.length + 1] = outline.angleDeg / (ANGLE_SD_DEG / Math.sqrt(edge.length));
  };
  const ry = radius * Math.exp(proportion);
  const start = [(left + right) / 2, top + ry, Math.log(radius), Math.log(ry), 0];
  const found = outlineAt(leastSquares(start, [0.01, 0.01, 1e-4, 1e-4, 0.01], edge.length + 2, residuals, 30));
  const size = Math.sqrt(found.rx * found.ry);
  const off = edge.filter((p) => Math.abs(awayFrom(found, p)) > OFF_RADIUS * size).length;
  return off <= OFF_SHARE * edge.length && Number.isFinite(size) ? found : null;
}

/** About how far a point lies outside an outline, px. */
function awayFrom(outline: HeadOutline, p: PhotoPoint): number {
  const { x, y } = toUnitCircle(outline, p);
  const share = Math.sqrt(x * x + y * y);
  return share === 0 ? -outline.rx : (Math.hypot(p.x - outline.cx, p.y - outline.cy) * (share - 1)) / share;
}

/** What is far off, as an ear or a lock of hair, counts by its distance only (the root of Huber's loss, 1964). */
const softened = (off: number): number => {
  const size = Math.abs(off);
  return size <= 2 ? off : Math.sign(off) * Math.sqrt(4 * size - 4);
};
