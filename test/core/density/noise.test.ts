import { expect, it } from 'vitest';
import { createSlowNoise, seededRandom } from '../../../src/core/density/noise';

const grid = { originX: -5, originY: -5, step: 0.05, columns: 200, rows: 200 };
const everywhere = (nodes: number): Uint8Array => new Uint8Array(nodes).fill(1);

function valuesOf(seed: number, of = grid): Float32Array {
  const values = new Float32Array(of.columns * of.rows);
  createSlowNoise(seed, 5.5).fill(of, everywhere(values.length), values);
  return values;
}

it('has mean 0 and standard deviation 1', () => {
  let sum = 0;
  let squares = 0;
  for (let seed = 1; seed <= 10; seed++) {
    for (const value of valuesOf(seed)) {
      sum += value;
      squares += value * value;
    }
  }
  const count = 10 * grid.columns * grid.rows;
  expect(Math.abs(sum / count)).toBeLessThan(0.05);
  expect(Math.abs(Math.sqrt(squares / count) - 1)).toBeLessThan(0.05);
});

it('belongs to places: another grid over the same place reads the same', () => {
  const whole = valuesOf(3);
  const part = { originX: -5 + 37 * 0.05, originY: -5 + 91 * 0.05, step: 0.05, columns: 20, rows: 10 };
  const read = valuesOf(3, part);
  for (let r = 0; r < part.rows; r++) {
    for (let c = 0; c < part.columns; c++) {
      expect(read[r * part.columns + c]).toBe(whole[(r + 91) * grid.columns + c + 37]);
    }
  }
});

it('turns within its wavelength: neighbours agree, places half a wavelength apart do not', () => {
  const values = valuesOf(4);
  const correlation = (nodes: number): number => {
    let sum = 0;
    let count = 0;
    for (let i = 0; i + nodes < values.length; i++) {
      if ((i % grid.columns) + nodes >= grid.columns) continue;
      sum += (values[i] as number) * (values[i + nodes] as number);
      count++;
    }
    return sum / count;
  };
  expect(correlation(1)).toBeGreaterThan(0.8);
  expect(correlation(6)).toBeLessThan(0.1);
});

it('random numbers: the same seed the same, even over [0, 1)', () => {
  const [a, b] = [seededRandom(9), seededRandom(9)];
  const values = Array.from({ length: 5000 }, a);
  expect(Array.from({ length: 5000 }, b)).toEqual(values);
  expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
  expect(values.reduce((sum, value) => sum + value, 0) / 5000).toBeCloseTo(0.5, 1);
});
