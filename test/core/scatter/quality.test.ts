import { describe, expect, it } from 'vitest';
import type { Square } from './measures';
import { countVariance, largestVoid, partnersOverChance, spacing } from './measures';
import { atOrigin, dotsAround } from './scattered';
import { spectrum } from './spectrum';

const SEEDS = [3, 1984, 4_000_000_007];

/** A square holding about `count` dots, elsewhere on the chart for every seed. */
function squareFor(count: number, perCm2: number, seed: number): Square {
  const side = Math.sqrt(count / perCm2);
  return { x0: (seed % 7) - 3 - side / 2, y0: (seed % 5) - 2 - side / 2, side };
}

function spacings(perCm2: number, irregularity?: number): ReturnType<typeof spacing>[] {
  return SEEDS.map((seed) => {
    const square = squareFor(4000, perCm2, seed);
    return spacing(dotsAround(square, perCm2, seed, irregularity), square, perCm2);
  });
}

function spectrumOf(perCm2: number, irregularity?: number): ReturnType<typeof spectrum> {
  const sets = SEEDS.map((seed) => {
    const square = squareFor(1000, perCm2, seed);
    return atOrigin(dotsAround(square, perCm2, seed, irregularity), square);
  });
  return spectrum(sets, { x0: 0, y0: 0, side: Math.sqrt(1000 / perCm2) }, perCm2);
}

function voids(perCm2: number, irregularity?: number): number[] {
  return SEEDS.map((seed) => {
    const square = squareFor(2500, perCm2, seed);
    return largestVoid(dotsAround(square, perCm2, seed, irregularity), square, perCm2);
  });
}

describe.each([33, 100, 200, 333, 833])('even dots at %i/cm²', (perCm2) => {
  it('keep their distance, with some spread', () => {
    for (const found of spacings(perCm2, 0)) {
      expect(found.first).toBeGreaterThanOrEqual(0.6);
      expect(found.least).toBeGreaterThanOrEqual(0.45);
      expect(found.spread).toBeGreaterThanOrEqual(0.08);
      expect(found.spread).toBeLessThanOrEqual(0.15);
    }
  });

  it('leave no hole', () => {
    for (const radius of voids(perCm2, 0)) expect(radius).toBeLessThanOrEqual(0.9);
  });

  it('have no clouds, no order, no direction', () => {
    const found = spectrumOf(perCm2, 0);
    expect(found.low).toBeLessThanOrEqual(0.08);
    expect(found.peak).toBeLessThanOrEqual(2);
    expect(found.anisotropyDb).toBeLessThanOrEqual(2);
  });
});

describe.each([60, 130, 220, 350])('natural dots at %i/cm²', (perCm2) => {
  it('are as irregular as real fills, and do not touch', () => {
    for (const found of spacings(perCm2)) {
      expect(found.spread).toBeGreaterThanOrEqual(0.2);
      expect(found.spread).toBeLessThanOrEqual(0.3);
      expect(found.first / found.mean).toBeGreaterThan(0.4);
      expect(found.least / found.mean).toBeGreaterThan(0.38);
    }
  });

  it('show neither clumps nor voids', () => {
    expect(spectrumOf(perCm2).low).toBeLessThanOrEqual(0.15);
    for (const radius of voids(perCm2)) expect(radius).toBeLessThanOrEqual(1.2);
  });
});

it.each([60, 130, 220, 350])('at %i/cm² no two dots meet on their way from even to natural', (perCm2) => {
  const least = [0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5].map((irregularity) =>
    Math.min(...spacings(perCm2, irregularity).map((found) => found.least)),
  );
  least.forEach((share, i) => {
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan((least[i - 1] ?? 1) + 0.03);
  });
});

it('more irregularity is more spread, from even to wild', () => {
  const spreads = [0, 0.25, 0.5, 0.75, 1].map((irregularity) => spacings(200, irregularity)[0]?.spread ?? NaN);
  for (let i = 1; i < spreads.length; i++) expect(spreads[i]).toBeGreaterThan((spreads[i - 1] ?? NaN) + 0.02);
});

describe.each([33, 100, 350])('at %i/cm²', (perCm2) => {
  it.each([0, 0.25, 0.5])('every square centimetre holds nearly the same count (irregularity %f)', (irregularity) => {
    const square = { x0: -10, y0: -10, side: 20 };
    for (const seed of [...SEEDS, 1, 2, 5]) {
      expect(countVariance(dotsAround(square, perCm2, seed, irregularity), square, 1)).toBeLessThanOrEqual(0.12);
    }
  });

  it.each([0, 0.5])('nothing repeats with the tile (irregularity %f)', (irregularity) => {
    const square = { x0: -12, y0: -12, side: 24 };
    for (const seed of SEEDS) {
      const dots = dotsAround(square, perCm2, seed, irregularity);
      for (const offset of [
        [8, 0],
        [0, 8],
        [8, 8],
      ] as const) {
        expect(partnersOverChance(dots, square, perCm2, offset, 0.1)).toBeLessThanOrEqual(2);
      }
    }
  });
});
