import type { PhotoPx } from '../../geometry/units';
import { LINEAR_OF_BYTE } from './light';
import type { Raster } from './mips';

/** How blurred a photo's sharpest edges are. */
export interface PhotoSharpness {
  /** Standard deviation of the blur, photo px. */
  readonly sigmaPx: PhotoPx;
  /** Edges that it was read from; 0: too few, and `sigmaPx` is a usual camera's. */
  readonly edges: number;
}

/** An edge is clean when light rises or falls by so much (of white), steadily, from one level stretch to another. */
const LEAST_RISE = 0.06;
/** Each stretch is so long and varies by at most this share of the rise: a line, a hair, is no edge. Our choice. */
const LEVEL_PX = 3;
const LEVEL_WITHIN = 0.12;
/** Edges wider than this are shadows and folds, not focus. */
const WIDEST_PX = 24;
/** Lines of pixels looked through, across and down; more change the quartile by less than 2 %. */
const LINES = 500;
const EDGES_ENOUGH = 12;
/** What a camera's demosaicing and a good lens leave. Our choice. */
const USUAL_SIGMA_PX = 0.8;
const RANGE_PX = { min: 0.4, max: 6 } as const;

/**
 * The photo's blur from its steepest clean edges: an edge of height Δ under a Gaussian of σ has at its steepest the slope
 * Δ / (√(2π) σ). The lower quartile over all of them, since the rest are soft or out of focus themselves. Edges that cross
 * a line of pixels aslant look wider there by the slant, which the gradient's direction tells. In linear light; `mip` gives
 * the photo at 1/2^level of its size.
 */
export function photoSharpness(mip: (level: number) => Raster): PhotoSharpness {
  let seen: PhotoSharpness = { sigmaPx: USUAL_SIGMA_PX, edges: 0 };
  for (let level = 0; level <= COARSEST; level++) {
    const sigmas = edgeSigmas(mip(level));
    if (sigmas.length < EDGES_ENOUGH) return seen;
    const quartile = sigmas[Math.floor(sigmas.length / 4)] as number;
    // Halving has averaged over 2^level px, which is a box of its own.
    const shrink = 2 ** level;
    const sigmaPx = Math.sqrt(Math.max(0, (quartile * shrink) ** 2 - (shrink ** 2 - 1) / 12));
    seen = { sigmaPx: Math.min(RANGE_PX.max, Math.max(RANGE_PX.min, sigmaPx)), edges: sigmas.length };
    if (quartile < COARSE_FROM_PX) return seen;
  }
  return seen;
}

/** From here on grain steepens the flat slope of an edge: a smaller picture has less of both. Our choice. */
const COARSE_FROM_PX = 1.2;
const COARSEST = 3;

/** The blur at each clean edge, rising. */
function edgeSigmas(photo: Raster): readonly number[] {
  const { width, height } = photo;
  const sigmas: number[] = [];
  const across = Math.max(1, Math.floor(height / LINES));
  for (let y = 1 + (across >> 1); y < height - 1; y += across) edgesAlong(sigmas, photo, y * width, 1, width, width);
  const down = Math.max(1, Math.floor(width / LINES));
  for (let x = 1 + (down >> 1); x < width - 1; x += down) edgesAlong(sigmas, photo, x, width, height, 1);
  return sigmas.sort((a, b) => a - b);
}

/** Adds the blur of each clean edge on one line of pixels: `count` of them from `start`, `step` apart. */
function edgesAlong(
  sigmas: number[],
  { rgba }: Raster,
  start: number,
  step: number,
  count: number,
  beside: number,
): void {
  const light = (i: number): number => lightOf(rgba[start + i * step] as number);
  let i = 1;
  while (i < count - 1) {
    const rising = light(i) > light(i - 1);
    const from = i - 1;
    while (i < count && light(i) !== light(i - 1) && light(i) > light(i - 1) === rising) i++;
    const to = i - 1;
    if (to - from >= 1 && to - from <= WIDEST_PX) {
      const sigma = edgeSigma(light, from, to, count, (at) => slopeBeside(rgba, start + at * step, beside));
      if (sigma !== null) sigmas.push(sigma);
    }
    if (to === from) i++;
  }
}

function edgeSigma(
  light: (i: number) => number,
  from: number,
  to: number,
  count: number,
  slopeAcross: (at: number) => number,
): number | null {
  const rise = Math.abs(light(to) - light(from));
  if (rise < LEAST_RISE || from < LEVEL_PX || to > count - 1 - LEVEL_PX) return null;
  for (let k = 1; k <= LEVEL_PX; k++) {
    if (Math.abs(light(from - k) - light(from)) > LEVEL_WITHIN * rise) return null;
    if (Math.abs(light(to + k) - light(to)) > LEVEL_WITHIN * rise) return null;
  }
  let steepest = 0;
  let at = from;
  for (let i = from; i < to; i++) {
    const slope = Math.abs(light(i + 1) - light(i));
    if (slope > steepest) {
      steepest = slope;
      at = i;
    }
  }
  const cosine = steepest / Math.hypot(steepest, Math.max(slopeAcross(at), slopeAcross(at + 1)));
  const sigma = (rise / (Math.sqrt(2 * Math.PI) * steepest)) * cosine;
  // A difference of neighbours averages the slope over a pixel: a box, whose variance is a twelfth.
  return Math.sqrt(Math.max(0, sigma * sigma - 1 / 12));
}

const slopeBeside = (rgba: Uint32Array, at: number, beside: number): number =>
  Math.abs(lightOf(rgba[at + beside] as number) - lightOf(rgba[at - beside] as number)) / 2;

const lightOf = (pixel: number): number =>
  0.2126 * (LINEAR_OF_BYTE[pixel & 255] as number) +
  0.7152 * (LINEAR_OF_BYTE[(pixel >>> 8) & 255] as number) +
  0.0722 * (LINEAR_OF_BYTE[(pixel >>> 16) & 255] as number);
