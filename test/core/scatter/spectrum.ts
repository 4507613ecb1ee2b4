import type { PointSet, Square } from './measures';

/** A periodogram averaged over sets. */
export interface Spectrum {
  /** Mean power below half of √ρ; white noise has 1. */
  readonly low: number;
  /** Highest band. */
  readonly peak: number;
  /** Variation around rings against that of an isotropic set, dB; the largest of the bands between ½√ρ and 1½√ρ. */
  readonly anisotropyDb: number;
  /** Mean power of each band, from frequency 0 up, a twelfth of √ρ each. */
  readonly bands: readonly number[];
}

const BAND = 1 / 12; // of √ρ
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

/** Sums over the entries of a ring. */
interface Ring {
  sum: number;
  squares: number;
  entries: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The spectrum of several sets of the same density, each looked at in the same square. */
export function spectrum(sets: readonly PointSet[], square: Square, perCm2: number): Spectrum {
  const scale = Math.sqrt(perCm2) * square.side; // cycles at √ρ
  const cycles = Math.ceil(HIGHEST * scale);
  const width = 2 * cycles + 1;
  const power = new Float64Array(width * (cycles + 1));
  for (const set of sets) periodogram(set, square, cycles).forEach((p, i) => (power[i] = (power[i] as number) + p));

  // Rings one cycle wide: in wider ones the steep rise of the spectrum would look like a direction.
  const rings: Ring[] = Array.from({ length: cycles }, () => ({ sum: 0, squares: 0, entries: 0 }));
  for (let q = 0; q <= cycles; q++) {
    for (let p = q === 0 ? 1 : -cycles; p <= cycles; p++) {
      const radius = Math.hypot(p, q);
      const ring = rings[Math.floor(radius)];
      if (radius < TAPER_LOBE || ring === undefined) continue;
      const value = (power[q * width + p + cycles] as number) / sets.length;
      ring.sum += value;
      ring.squares += value * value;
      ring.entries++;
    }
  }
  const bands = Array.from({ length: Math.floor(HIGHEST / BAND) }, (_, i) =>
    rings.slice(Math.max(Math.round(i * BAND * scale), TAPER_LOBE), Math.round((i + 1) * BAND * scale)),
  );
  const powerOf = (band: readonly Ring[]): number =>
    band.reduce((sum, ring) => sum + ring.sum, 0) / band.reduce((sum, ring) => sum + ring.entries, 0);
  // A set without direction has a ring variance of mean²/sets (each periodogram is exponentially distributed).
  const direction = (band: readonly Ring[]): number =>
    mean(band.map((ring) => (sets.length * ring.squares * ring.entries) / ring.sum ** 2 - sets.length));
  const known = bands.map(powerOf);
  return {
    low: powerOf(rings.slice(TAPER_LOBE, Math.round(scale / 2))),
    peak: Math.max(...known.filter(Number.isFinite)),
    anisotropyDb:
      10 * Math.log10(Math.max(...bands.slice(Math.round(0.5 / BAND), Math.round(1.5 / BAND)).map(direction))),
    bands: known,
  };
}
