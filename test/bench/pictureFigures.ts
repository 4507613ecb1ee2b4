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

/**
 * sd over mean of luminance in structures between two sizes in mm, by the cosine transform: what waves contribute whose
 * period is between twice the one size and twice the other. A wave within the band counts whole and one outside not at
 * all; a difference of two Gaussians would pass less than half of a wave in the middle of an octave.
 */
export function bandContrast(
  { width, height, luminance }: Planes,
  pxPerMm: number,
  fromMm: number,
  toMm: number,
): number {
  // Half-waves over the picture's side for a period of twice the size.
  const most = (sidePx: number): number => Math.min(sidePx - 1, Math.floor(sidePx / (fromMm * pxPerMm)));
  const [columns, rows] = [most(width) + 1, most(height) + 1];
  const along = cosines(luminance, { lines: height, count: width, step: 1, next: width }, columns);
  const both = cosines(along, { lines: columns, count: height, step: columns, next: 1 }, rows);
  let sum = 0;
  both.forEach((each, at) => {
    // After the second pass a line is a column of the picture: its own half-waves, then those along it.
    const size = 1 / Math.hypot(Math.floor(at / rows) / width, (at % rows) / height) / pxPerMm;
    if (size >= fromMm && size <= toMm) sum += each * each;
  });
  return Math.sqrt(sum / (width * height)) / mean(luminance);
}

/** Where the values of a line stand: its first is `next` after the one before's, its own are `step` apart. */
interface Lines {
  readonly lines: number;
  readonly count: number;
  readonly step: number;
  readonly next: number;
}

/** The first so many values of each line's orthonormal cosine transform (DCT-II), line after line. */
function cosines(values: Float64Array, { lines, count, step, next }: Lines, kept: number): Float64Array {
  const waves = Float64Array.from({ length: kept * count }, (_, i) => {
    const halfWaves = Math.floor(i / count);
    const scale = Math.sqrt((halfWaves === 0 ? 1 : 2) / count);
    return scale * Math.cos((Math.PI * halfWaves * ((i % count) + 0.5)) / count);
  });
  const out = new Float64Array(lines * kept);
  for (let line = 0; line < lines; line++)
    for (let k = 0; k < kept; k++) {
      let sum = 0;
      for (let i = 0; i < count; i++)
        sum += (values[line * next + i * step] as number) * (waves[k * count + i] as number);
      out[line * kept + k] = sum;
    }
  return out;
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
