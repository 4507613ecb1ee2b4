import { mix32 } from '../../density/hash';
import type { Mm, PhotoPx } from '../../geometry/units';
import type { PictureRect } from '../marks/markIndex';

/**
 * Pigment doesn't lie in skin as an even disc: pores and creases take more or less of it, so that a mark seen far larger than
 * the photo has an outline of its own and a mottled middle. Where the photo is drawn larger than it is, marks are denser
 * here and thinner there by a noise that stays with the skin. At the photo's own size and smaller none of it would show.
 * All figures are our choice.
 */

/** Standard deviation of the factor on a mark's density, at GRAIN_FULL_SCALE and beyond. */
const GRAIN_SD = 0.22;
/** Picture px per photo px between which the grain comes in. */
const GRAIN_FROM_SCALE = 1.25;
const GRAIN_FULL_SCALE = 4;
/** Spacing of the noise's nodes, for a mark of 0.28 mm; never finer than what the photo itself can show. */
const NODE_MM: Mm = 0.1;
const LEAST_NODE_PX: PhotoPx = 1.1;
/** Density that stands for all of a fill: fitted so that it is as dark with grain as without, healed and fresh. */
const USUAL_DENSITY = 0.4;
/** The second, coarser noise. */
const COARSER = 1.9;
/** Nodes of a side, after which it repeats. */
const SIDE = 256;
const MASK = SIDE - 1;

/** Share of a node's variance that is left on average between nodes: ∫(1 − 2a(1 − a)) for either axis. */
const LEFT_BETWEEN = (26 / 35) ** 2;

/** Values of mean 0; those of two octaves between their nodes have a standard deviation of 1. */
const NODES = evenNodes();

/** Lays the grain over a sum of marks (row by row), where `photoPxPerMm` is the photo's scale. */
export function layGrain(sum: Int32Array, picture: PictureRect, photoPxPerMm: number): void {
  const { width, height, scale, originX, originY } = picture;
  const amount = grainAt(scale);
  if (amount === 0) return;
  const nodePx = Math.max(LEAST_NODE_PX, NODE_MM * photoPxPerMm);
  const perPixel = 1 / (scale * nodePx);
  const coarse = perPixel / COARSER;
  // Light falls by e^−D, so density that varies takes less of it than its mean, by a² D²/2 for a factor 1 + a n. Made up for
  // at the usual density alone: were it so at each, dilutions would no longer keep to Beer and Lambert's law.
  const middle = 1 + (amount * amount * USUAL_DENSITY) / 2;
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5 - originY) * perPixel;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const mark = sum[row + x] as number;
      if (mark === 0) continue;
      const u = (x + 0.5 - originX) * perPixel;
      const noise = noiseAt(u, v) + noiseAt((x + 0.5 - originX) * coarse + 31.7, v / COARSER + 77.3);
      const factor = middle + amount * noise;
      sum[row + x] = factor > 0 ? (mark * factor + 0.5) | 0 : 0;
    }
  }
}

/** How strong the grain is in a picture of this scale, as a standard deviation. */
export function grainAt(scale: number): number {
  const share = (scale - GRAIN_FROM_SCALE) / (GRAIN_FULL_SCALE - GRAIN_FROM_SCALE);
  return GRAIN_SD * Math.min(1, Math.max(0, share));
}

/** Between four nodes, level at each. */
function noiseAt(u: number, v: number): number {
  const column = Math.floor(u);
  const row = Math.floor(v);
  const s = u - column;
  const t = v - row;
  const a = s * s * (3 - 2 * s);
  const b = t * t * (3 - 2 * t);
  const left = column & MASK;
  const right = (column + 1) & MASK;
  const upper = (row & MASK) * SIDE;
  const lower = ((row + 1) & MASK) * SIDE;
  const top = (NODES[upper + left] as number) * (1 - a) + (NODES[upper + right] as number) * a;
  const bottom = (NODES[lower + left] as number) * (1 - a) + (NODES[lower + right] as number) * a;
  return top + (bottom - top) * b;
}

function evenNodes(): Float32Array {
  // Even over ±w has a variance of w²/3; two octaves together are to have 1.
  const most = Math.sqrt(3 / (2 * LEFT_BETWEEN));
  return Float32Array.from({ length: SIDE * SIDE }, (_, i) => most * (mix32(i + 1) / 0x80000000 - 1));
}
