import { describe, expect, it } from 'vitest';
import { hexagonalGrid, jitteredGrid, whiteNoise } from './knownSets';
import { countVariance, largestVoid, partnersOverChance, spacing } from './measures';
import { spectrum } from './spectrum';

const unit = { x0: 0, y0: 0, side: 1 };

describe('the measures on sets whose answer is known', () => {
  it('spacing: a hexagonal grid has 1 everywhere, white noise the Rayleigh law', () => {
    const { set, perCm2 } = hexagonalGrid(40);
    const grid = spacing(set, unit, perCm2);
    expect(grid.least).toBeCloseTo(1, 6);
    expect(grid.spread).toBeLessThan(1e-6);
    const noise = spacing(whiteNoise(4000, 1), unit, 4000);
    // Mean ½/√ρ, sd/mean √(4/π − 1) = .523.
    expect(noise.mean).toBeCloseTo(0.5 / Math.sqrt(2 / Math.sqrt(3)), 1);
    expect(noise.spread).toBeGreaterThan(0.48);
    expect(noise.spread).toBeLessThan(0.56);
    expect(noise.first).toBeLessThan(0.1);
  });

  it('largest void: the circumcircle of a hexagonal cell and of a square one, far more in white noise', () => {
    const { set, perCm2 } = hexagonalGrid(30);
    expect(largestVoid(set, unit, perCm2)).toBeCloseTo(1 / Math.sqrt(3), 3);
    const square = Math.SQRT1_2 / Math.sqrt(2 / Math.sqrt(3));
    expect(largestVoid(jitteredGrid(30, 0, 1), unit, 900)).toBeCloseTo(square, 3);
    expect(largestVoid(whiteNoise(900, 2), unit, 900)).toBeGreaterThan(1.4);
  });

  it('spectrum: 1 for white noise, a third of it low for a jittered grid, peaks and direction for a lattice', () => {
    const white = spectrum(
      [1, 2, 3, 4].map((seed) => whiteNoise(900, seed)),
      unit,
      900,
    );
    expect(white.low).toBeGreaterThan(0.9);
    expect(white.low).toBeLessThan(1.1);
    expect(white.peak).toBeLessThan(1.2);
    expect(white.anisotropyDb).toBeLessThan(1.5);
    const jittered = spectrum(
      [1, 2, 3, 4].map((seed) => jitteredGrid(30, 1, seed)),
      unit,
      900,
    );
    expect(jittered.low).toBeGreaterThan(0.2);
    expect(jittered.low).toBeLessThan(0.5);
    const lattice = spectrum(
      [1, 2, 3, 4].map((seed) => jitteredGrid(30, 0.1, seed)),
      unit,
      900,
    );
    expect(lattice.peak).toBeGreaterThan(4);
    expect(lattice.anisotropyDb).toBeGreaterThan(10);
    expect(lattice.low).toBeLessThan(0.05);
  });

  it('count variance: 1 for white noise, none for a grid that fits the windows', () => {
    expect(countVariance(whiteNoise(20000, 3), unit, 0.05)).toBeGreaterThan(0.8);
    expect(countVariance(whiteNoise(20000, 3), unit, 0.05)).toBeLessThan(1.2);
    expect(countVariance(jitteredGrid(100, 0.5, 1), unit, 0.1)).toBeLessThan(0.01);
  });

  it('partners: as chance has it in white noise, all of them where a set repeats', () => {
    expect(partnersOverChance(whiteNoise(20000, 4), unit, 20000, [0.3, 0], 0.2)).toBeCloseTo(1, 0);
    const half = whiteNoise(10000, 5);
    const twice = {
      count: 20000,
      x: [...Array.from(half.x, (x) => x / 2), ...Array.from(half.x, (x) => x / 2 + 0.5)],
      y: [...Array.from(half.y), ...Array.from(half.y)],
    };
    expect(partnersOverChance(twice, unit, 20000, [0.5, 0], 0.1)).toBeGreaterThan(10);
  });
});
