import { deltaE2000, labOfLinear } from '../../src/core/pigment/colour/lab';
import { LINEAR_OF_BYTE } from '../../src/core/pigment/light/light';
import type { Raster } from '../../src/core/pigment/light/mips';

/** Linear light of a picture, a plane for each of red, green and blue and one for luminance. */
export interface Planes {
  readonly width: number;
  readonly height: number;
  readonly rgb: readonly [Float64Array, Float64Array, Float64Array];
  readonly luminance: Float64Array;
}

export function planesOf({ width, height, rgba }: Raster): Planes {
  const plane = (shift: number): Float64Array =>
    Float64Array.from(rgba, (pixel) => LINEAR_OF_BYTE[(pixel >>> shift) & 255] ?? 0);
  const rgb = [plane(0), plane(8), plane(16)] as const;
  const luminance = rgb[0].map(
    (red, i) => 0.2126 * red + 0.7152 * (rgb[1][i] as number) + 0.0722 * (rgb[2][i] as number),
  );
  return { width, height, rgb, luminance };
}

export const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / values.length;

/** The values softened by a Gaussian, the border repeated. */
export function softened(values: Float64Array, width: number, height: number, sigmaPx: number): Float64Array {
  const reach = Math.ceil(3 * sigmaPx);
  if (reach === 0) return values;
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-0.5 * ((i - reach) / sigmaPx) ** 2));
  const whole = weights.reduce((sum, each) => sum + each, 0);
  const along = (from: Float64Array, count: number, lines: number, step: number, next: number): Float64Array => {
    const to = new Float64Array(from.length);
    for (let line = 0; line < lines; line++) {
      for (let i = 0; i < count; i++) {
        let sum = 0;
        for (let k = -reach; k <= reach; k++) {
          const at = Math.min(count - 1, Math.max(0, i + k));
          sum += (weights[k + reach] as number) * (from[line * next + at * step] as number);
        }
        to[line * next + i * step] = sum / whole;
      }
    }
    return to;
  };
  return along(along(values, width, height, 1, width), height, width, width, 1);
}

/** A Gaussian of this many times a size halves structures of that size (of a period twice as long). */
const SIGMA_OF_SIZE = 0.375;

/** sd over mean of luminance between two sizes of structure. */
export function bandContrast(planes: Planes, pxPerMm: number, fromMm: number, toMm: number): number {
  const { width, height, luminance } = planes;
  const fine = softened(luminance, width, height, SIGMA_OF_SIZE * fromMm * pxPerMm);
  const coarse = softened(luminance, width, height, SIGMA_OF_SIZE * toMm * pxPerMm);
  const band = fine.map((each, i) => each - (coarse[i] as number));
  return Math.sqrt(mean(band.map((each) => each * each))) / mean(luminance);
}

/** The mean colours of two pictures compared: light by channel and luminance, chroma, hue turn in degrees, ΔE2000. */
export function compared(before: Planes, after: Planes): Record<string, number> {
  const of = (planes: Planes): readonly [number, number, number] => [
    mean(planes.rgb[0]),
    mean(planes.rgb[1]),
    mean(planes.rgb[2]),
  ];
  const bare = of(before);
  const filled = of(after);
  const a = labOfLinear(bare);
  const b = labOfLinear(filled);
  const hue = (lab: { a: number; b: number }): number => (Math.atan2(lab.b, lab.a) * 180) / Math.PI;
  return {
    red: filled[0] / bare[0],
    green: filled[1] / bare[1],
    blue: filled[2] / bare[2],
    luminance: mean(after.luminance) / mean(before.luminance),
    chroma: Math.hypot(b.a, b.b) / Math.hypot(a.a, a.b),
    hue: hue(b) - hue(a),
    deltaE: deltaE2000(a, b),
  };
}
