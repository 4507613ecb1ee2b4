import { boxSums } from '../../density/localMean';
import { contourRings } from '../../geometry/contourRings';
import { outlinesArea, simplifyOutlines } from '../../geometry/outlines';
import type { Mm, PhotoPoint } from '../../geometry/units';
import { LINEAR_OF_BYTE } from '../light/light';

/** How rough a photo is, cell by cell: what sets hair and stubble apart from skin. */
export interface HairTexture {
  readonly columns: number;
  readonly rows: number;
  readonly cellPx: number;
  /** Mean change of the logarithm of luminance from a pixel to those beside and below it, by cell. */
  readonly roughness: Float32Array;
}

/** Side of a cell: some three hairs of a close shave lie in it. */
export const TEXTURE_CELL_MM: Mm = 2;
const BLACK = 0.004;
/** Pixels compared lie about half a hair's spacing apart; our choice. */
const LAG_MM = 0.22;

const logLuminance = (rgba: Uint8Array | Uint8ClampedArray, at: number): number =>
  Math.log(
    BLACK +
      0.2126 * (LINEAR_OF_BYTE[rgba[at] as number] as number) +
      0.7152 * (LINEAR_OF_BYTE[rgba[at + 1] as number] as number) +
      0.0722 * (LINEAR_OF_BYTE[rgba[at + 2] as number] as number),
  );

/** Reads a picture of sRGB bytes, whole rows of `width` px. */
export function hairTexture(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  mmPerPx: number,
): HairTexture {
  const cellPx = Math.max(4, Math.round(TEXTURE_CELL_MM / mmPerPx));
  const lag = Math.max(1, Math.round(LAG_MM / mmPerPx));
  const columns = Math.floor(width / cellPx);
  const rows = Math.floor(height / cellPx);
  const sums = new Float64Array(columns * rows);
  // Every other pixel says as much of a cell as all of them.
  for (let y = 0; y + lag < rows * cellPx; y += 2) {
    const row = Math.floor(y / cellPx) * columns;
    for (let x = 0; x + lag < columns * cellPx; x += 2) {
      const at = 4 * (y * width + x);
      const here = logLuminance(rgba, at);
      const change =
        Math.abs(logLuminance(rgba, at + 4 * lag) - here) + Math.abs(logLuminance(rgba, at + 4 * lag * width) - here);
      const cell = row + Math.floor(x / cellPx);
      sums[cell] = (sums[cell] as number) + change;
    }
  }
  const perCell = 2 / (cellPx * cellPx);
  return { columns, rows, cellPx, roughness: Float32Array.from(sums, (sum) => sum * perCell) };
}

/** Cells about each that are taken together: hair is no matter of single millimetres. */
const SMOOTH_CELLS = 1;
/** Islands and holes below this are left to the technician's own hand. */
const LEAST_CM2 = 1.5;
/** Roughness at thresholds 0 and 1; skin measures up to 0.02, a close shave from 0.08 on. Our choice between. */
const ROUGH_FROM = 0.02;
const ROUGH_TO = 0.16;

/** Outlines in photo px around what is rough within the head; `threshold` 0–1: the higher the less is taken for hair. */
export function proposeHair(
  texture: HairTexture,
  mmPerPx: number,
  threshold: number,
  isHead: (p: PhotoPoint) => boolean,
): PhotoPoint[][] {
  const { columns, rows, cellPx, roughness } = texture;
  const sums = Float64Array.from(roughness);
  boxSums(sums, columns, rows, SMOOTH_CELLS);
  const count = (2 * SMOOTH_CELLS + 1) ** 2;
  const centre = (cell: number): PhotoPoint => ({
    x: ((cell % columns) + 0.5) * cellPx,
    y: (Math.floor(cell / columns) + 0.5) * cellPx,
  });
  const level = ROUGH_FROM + threshold * (ROUGH_TO - ROUGH_FROM);
  const values = sums.map((sum, cell) => (isHead(centre(cell)) ? sum / count : 0));
  const rings = contourRings(values, columns, rows, level)
    .filter((ring) => outlinesArea([ring]) * (cellPx * mmPerPx) ** 2 >= LEAST_CM2 * 100)
    .map((ring) => ring.map(({ x, y }): PhotoPoint => ({ x: (x + 0.5) * cellPx, y: (y + 0.5) * cellPx })));
  return simplifyOutlines(rings, cellPx / 4).map((ring) => ring.map(({ x, y }) => ({ x, y })));
}

/** Bare skin is smooth this many cells all round; an ear never is. Our choice. */
const SMOOTH_AROUND = 4;

/** The nearest place within the head that is smooth all round: bare skin in about the same light. Null where none is. */
export function smoothPlaceNear(
  { columns, rows, cellPx, roughness }: HairTexture,
  to: PhotoPoint,
  isHead: (p: PhotoPoint) => boolean,
): PhotoPoint | null {
  const sums = Float64Array.from(roughness);
  boxSums(sums, columns, rows, SMOOTH_AROUND);
  const most = ROUGH_FROM * (2 * SMOOTH_AROUND + 1) ** 2;
  let best: PhotoPoint | null = null;
  let nearest = Infinity;
  for (let cell = 0; cell < roughness.length; cell++) {
    if ((sums[cell] as number) > most) continue;
    const at = { x: ((cell % columns) + 0.5) * cellPx, y: (Math.floor(cell / columns) + 0.5) * cellPx };
    const away = (at.x - to.x) ** 2 + (at.y - to.y) ** 2;
    if (away >= nearest || !isHead(at)) continue;
    best = at;
    nearest = away;
  }
  return best;
}
