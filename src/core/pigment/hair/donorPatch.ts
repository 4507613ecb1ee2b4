import type { Look, Rgb } from '../../design/scene';
import type { Mm, PerCm2, PhotoPx } from '../../geometry/units';
import { err, ok, type Result } from '../../result';
import { fillColour, type FillOf } from '../colour/fillColour';
import { LINEAR_OF_BYTE } from '../light/light';
import { lookOnSkin } from '../skin/onPhoto';
import { meanOfPatch } from '../skin/patch';
import { skinReading } from '../skin/skinReading';

/** A square of the untouched photo around a place where hair grows. */
export interface DonorPatch {
  /** Whole rows of `width` px of sRGB bytes from `firstRow` on. */
  readonly rgba: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly firstRow: number;
  readonly x: PhotoPx;
  readonly y: PhotoPx;
  readonly mmPerPx: number;
  /** Half of its side. */
  readonly halfMm: Mm;
  /** Cosine of the angle at which the scalp is seen there. */
  readonly facing: number;
}

export interface DonorReading {
  /** Hairs that show, by the dark specks they are. */
  readonly hairsPerCm2: PerCm2;
  /** Mean linear light. */
  readonly colour: Rgb;
}

export type DonorProblem =
  /** Hairs run into each other: the photo shows too few pixels a millimetre. */
  | { readonly kind: 'tooCoarse'; readonly pxPerMm: number; readonly leastPxPerMm: number }
  | { readonly kind: 'noHair' }
  | { readonly kind: 'outsidePhoto' };

/** A hair of a close shave shows as a speck of some 0.1 mm: it is sought with this blur against one this many times wider. */
const SPECK_SIGMA_MM: Mm = 0.08;
const GROUND = 2.5;
/** A speck is darker than the ground by this share of the spread at least; measured on stubble of known roots. */
const LEAST_DEPTH = 0.3;
/** Bare skin's spread of log-luminance in that band is about 0.01, stubble's 0.07–0.1 (measured). */
const LEAST_SPREAD = 0.035;
/** Below this a speck is no more than a pixel. */
const LEAST_PX_PER_MM = 6;
/** Kept free of specks at the rim, where blurs know too little. */
const RIM_MM: Mm = 0.6;
const BLACK = 0.002;

/**
 * Counts the hairs of a patch: local minima of the logarithm of luminance in a band about a hair's size. Within 10 % of
 * specks 0.75–1 mm apart on a loose grid at 8.5 px/mm, 100–180 to a cm²; where long hair lies over it the count is a floor.
 */
export function readDonor(patch: DonorPatch): Result<DonorReading, DonorProblem> {
  const { mmPerPx, facing } = patch;
  if (1 / mmPerPx < LEAST_PX_PER_MM) {
    return err({ kind: 'tooCoarse', pxPerMm: 1 / mmPerPx, leastPxPerMm: LEAST_PX_PER_MM });
  }
  const half = Math.round(patch.halfMm / mmPerPx);
  const colour = meanOfPatch(patch.rgba, patch.width, patch.firstRow, { x: patch.x, y: patch.y, radius: half });
  const side = 2 * half + 1;
  const ground = logLuminance(patch, half);
  if (colour === null || ground === null) return err({ kind: 'outsidePhoto' });
  const fine = blurred(ground, side, SPECK_SIGMA_MM / mmPerPx);
  const wide = blurred(ground, side, (GROUND * SPECK_SIGMA_MM) / mmPerPx);
  const band = fine.map((value, i) => value - (wide[i] as number));
  const rim = Math.ceil(RIM_MM / mmPerPx);
  const spread = spreadWithin(band, side, rim);
  if (!(spread >= LEAST_SPREAD)) return err({ kind: 'noHair' });
  const specks = minima(band, side, rim, -LEAST_DEPTH * spread);
  const cm2 = (((side - 2 * rim) * mmPerPx) / 10) ** 2 / facing;
  return ok({ hairsPerCm2: specks / cm2, colour });
}

/** Of that density, how much lighter or darker the healed fill would be than the hair, as a ratio of luminance. */
export function fillOverDonor(reading: DonorReading, skin: Rgb, look: Look, fill: Omit<FillOf, 'perCm2'>): number {
  const shown = lookOnSkin(look, skinReading(skin));
  return luminance(fillColour(skin, shown, { ...fill, perCm2: reading.hairsPerCm2 })) / luminance(reading.colour);
}

const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** The square's logarithm of luminance, row by row; null where it reaches beyond the rows. */
function logLuminance({ rgba, width, firstRow, x, y }: DonorPatch, half: number): Float64Array | null {
  const side = 2 * half + 1;
  const left = Math.round(x) - half;
  const top = Math.round(y) - half - firstRow;
  if (left < 0 || top < 0 || left + side > width || (top + side) * width * 4 > rgba.length) return null;
  const values = new Float64Array(side * side);
  for (let r = 0; r < side; r++) {
    for (let c = 0; c < side; c++) {
      const at = 4 * ((top + r) * width + left + c);
      const of = (channel: number): number => LINEAR_OF_BYTE[rgba[at + channel] as number] as number;
      values[r * side + c] = Math.log(BLACK + luminance([of(0), of(1), of(2)]));
    }
  }
  return values;
}

/** Gaussian blur of a square; at its rim the last value goes on. */
function blurred(values: Float64Array, side: number, sigma: number): Float64Array {
  const reach = Math.ceil(3 * sigma);
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = kernel.reduce((total, each) => total + each, 0);
  const along = (from: Float64Array, stride: number, across: number): Float64Array => {
    const to = new Float64Array(from.length);
    for (let line = 0; line < side; line++) {
      for (let i = 0; i < side; i++) {
        let total = 0;
        for (let k = -reach; k <= reach; k++) {
          const at = Math.min(side - 1, Math.max(0, i + k));
          total += (kernel[k + reach] as number) * (from[line * across + at * stride] as number);
        }
        to[line * across + i * stride] = total / sum;
      }
    }
    return to;
  };
  return along(along(values, 1, side), side, 1);
}

function spreadWithin(band: Float64Array, side: number, rim: number): number {
  let squares = 0;
  let count = 0;
  for (let r = rim; r < side - rim; r++) {
    for (let c = rim; c < side - rim; c++, count++) squares += (band[r * side + c] as number) ** 2;
  }
  return Math.sqrt(squares / count);
}

function minima(band: Float64Array, side: number, rim: number, below: number): number {
  let found = 0;
  for (let r = rim; r < side - rim; r++) {
    for (let c = rim; c < side - rim; c++) {
      const at = r * side + c;
      const value = band[at] as number;
      if (value > below) continue;
      const around = [at - side - 1, at - side, at - side + 1, at - 1, at + 1, at + side - 1, at + side, at + side + 1];
      if (around.every((other) => (band[other] as number) >= value)) found++;
    }
  }
  return found;
}
