import { describe, expect, it } from 'vitest';
import { densityAt } from '../../../src/core/density/field';
import { scarField, type ScarField, type ScarFieldInput } from '../../../src/core/density/scarField';

function scar(over: Partial<ScarFieldInput>): ScarField {
  const points = Float64Array.of(0, 0, 4, 1, 8, 0);
  const made = scarField({ form: 'strip', points, widthMm: 4, blendMm: 5, perCm2: 180, seed: 2, ...over });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

describe('a strip', () => {
  it('is full across its width and blends out past its border', () => {
    const { field } = scar({ points: Float64Array.of(0, 0, 8, 0) });
    for (const y of [-0.19, 0, 0.19]) expect(densityAt(field, 4, y)).toBeCloseTo(180, 1);
    expect(densityAt(field, 4, 0.45)).toBeCloseTo(90, 0);
    expect(densityAt(field, 4, 0.8)).toBe(0);
    expect(densityAt(field, -0.45, 0)).toBeCloseTo(90, 0);
  });

  it('knows what of it is scar tissue', () => {
    // With nodes on the very border.
    const { field, tissue } = scar({ points: Float64Array.of(0, 0, 8, 0), stepMm: 0.5 });
    const at = (y: number): number => densityAt({ ...field, perCm2: tissue }, 4, y);
    expect(at(0)).toBe(1);
    expect(at(0.2)).toBeCloseTo(0.5, 5);
    expect(at(0.3)).toBe(0);
  });

  it('as thin as a hair still has dots on it', () => {
    const { field } = scar({ widthMm: 0.2, blendMm: 0 });
    expect(densityAt(field, 2, 0.5)).toBeGreaterThan(90);
  });
});

it('marks are full on each point and empty between', () => {
  const { field } = scar({ form: 'marks', points: Float64Array.of(0, 0, 1, 0, 1, 1), widthMm: 1, blendMm: 1 });
  expect(densityAt(field, 0, 0)).toBeCloseTo(180, 3);
  expect(densityAt(field, 1, 1)).toBeCloseTo(180, 3);
  expect(densityAt(field, 0.5, 0)).toBe(0);
  expect(densityAt(field, 0.5, 0.5)).toBe(0);
});

it.each<[string, Partial<ScarFieldInput>]>([
  ['no point', { points: new Float64Array(0) }],
  ['a place that is none', { points: Float64Array.of(0, NaN) }],
  ['a width below nothing', { widthMm: -1 }],
  ['a density that is none', { perCm2: NaN }],
])('refuses %s', (_, over) => {
  const points = Float64Array.of(0, 0, 1, 0);
  const input = { form: 'strip' as const, points, widthMm: 4, blendMm: 5, perCm2: 180, seed: 2 };
  expect(scarField({ ...input, ...over }).ok).toBe(false);
});

it('punch marks are hardly hazy, a wide strip is more so; and the haze lies within its dots', () => {
  const marks = scar({ form: 'marks', points: Float64Array.of(0, 0), widthMm: 1, blendMm: 1 });
  const { field, depthMm } = scar({ points: Float64Array.of(0, 0, 8, 0) });
  const deepest = Math.max(...depthMm);
  expect(Math.max(...marks.depthMm)).toBeLessThan(5);
  expect(deepest).toBeGreaterThan(6);
  expect(densityAt({ ...field, perCm2: depthMm }, 4, 0.45)).toBeCloseTo(deepest / 4, 0);
});
