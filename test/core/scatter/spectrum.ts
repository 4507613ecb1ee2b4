import type { PointSet, Square } from './measures';

/** A periodogram averaged over sets, by ring of frequency. */
export interface Spectrum {
  /** Mean power below half of √ρ; white noise has 1. */
  readonly low: number;
  /** Highest ring. */
  readonly peak: number;
  /** Variation around each ring against that of an isotropic set, dB; the largest of the rings between ½√ρ and 1½√ρ. */
  readonly anisotropyDb: number;
  /** Mean power of each ring, from frequency 0 up, RING_WIDTH · √ρ each. */
  readonly rings: readonly number[];
}

const RING_WIDTH = 1 / 12;
const HIGHEST = 2; // in units of √ρ
const TAPER_LOBE = 3; // cycles a side: nearer to zero the window itself shows

/**
 * Power of the points' own pattern at every whole frequency of the square, under a Hann window (Bartlett's periodogram
 * of a point process, normalised so that white noise has 1): half of the plane, the other half being its mirror.
 */
function periodogram(points: PointSet, square: Square, cycles: number): Float64Array {
  const width = 2 * cycles + 1;
  const power = new Float64Array(width * (cycles + 1));
  const re = new Float64Array(power.length);
  const im = new Float64Array(power.length);
  let weights = 0;
  for (let i = 0; i < points.count; i++) {
    const u = ((points.x[i] as number) - square.x0) / square.side;
    const v = ((points.y[i] as number) - square.y0) / square.side;
    if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
    const w = (1 - Math.cos(2 * Math.PI * u)) * (1 - Math.cos(2 * Math.PI * v));
    weights += w * w;
    const stepRe = Math.cos(2 * Math.PI * u);
    const stepIm = Math.sin(2 * Math.PI * u);
    for (let q = 0; q <= cycles; q++) {
      const angle = 2 * Math.PI * (q * v - cycles * u);
      let a = w * Math.cos(angle);
      let b = w * Math.sin(angle);
      for (let at = q * width, end = at + width; at < end; at++) {
        re[at] = (re[at] as number) + a;
        im[at] = (im[at] as number) + b;
        const turned = a * stepRe - b * stepIm;
        b = a * stepIm + b * stepRe;
        a = turned;
      }
    }
  }
  for (let i = 0; i < power.length; i++) power[i] = ((re[i] as number) ** 2 + (im[i] as number) ** 2) / weights;
  return power;
}

/** The spectrum of several sets of the same density, each looked at in its square; all squares of one size. */
export function spectrum(sets: readonly PointSet[], square: Square, perCm2: number): Spectrum {
  const scale = Math.sqrt(perCm2) * square.side; // cycles at √ρ
  const cycles = Math.ceil(HIGHEST * scale);
  const width = 2 * cycles + 1;
  const power = new Float64Array(width * (cycles + 1));
  for (const set of sets) periodogram(set, square, cycles).forEach((p, i) => (power[i] = (power[i] as number) + p));

  const count = Math.ceil(HIGHEST / RING_WIDTH);
  const sum = new Float64Array(count);
  const squares = new Float64Array(count);
  const entries = new Float64Array(count);
  let low = 0;
  let lowEntries = 0;
  for (let q = 0; q <= cycles; q++) {
    for (let p = q === 0 ? 1 : -cycles; p <= cycles; p++) {
      const radius = Math.hypot(p, q);
      const ring = Math.floor(radius / scale / RING_WIDTH);
      if (radius < TAPER_LOBE || ring >= count) continue;
      const value = (power[q * width + p + cycles] as number) / sets.length;
      sum[ring] = (sum[ring] as number) + value;
      squares[ring] = (squares[ring] as number) + value * value;
      entries[ring] = (entries[ring] as number) + 1;
      if (radius < scale / 2) {
        low += value;
        lowEntries++;
      }
    }
  }
  const rings = Array.from(sum, (total, i) => (entries[i] === 0 ? 0 : total / (entries[i] as number)));
  let anisotropy = 0;
  for (let i = Math.round(0.5 / RING_WIDTH); i < Math.round(1.5 / RING_WIDTH); i++) {
    const mean = rings[i] ?? 0;
    const variance = (squares[i] as number) / (entries[i] as number) - mean * mean;
    // A set without direction has a ring variance of mean²/sets (each periodogram is exponentially distributed).
    anisotropy = Math.max(anisotropy, (sets.length * variance) / (mean * mean));
  }
  return { low: low / lowEntries, peak: Math.max(...rings), anisotropyDb: 10 * Math.log10(anisotropy), rings };
}
