import { describe, expect, it } from 'vitest';
import { bandContrast, type Planes } from './pictureFigures';

const PX_PER_MM = 10;
const SIDE = 300;

/** Light of mean .5 with a wave across it, aslant, of an sd of a tenth of the mean. */
function wave(periodMm: number): Planes {
  const luminance = Float64Array.from({ length: SIDE * SIDE }, (_, at) => {
    const along = (at % SIDE) * 0.8 + Math.floor(at / SIDE) * 0.6;
    return 0.5 + 0.05 * Math.SQRT2 * Math.sin((2 * Math.PI * along) / (periodMm * PX_PER_MM));
  });
  return { width: SIDE, height: SIDE, rgb: [luminance, luminance, luminance], luminance };
}

describe('contrast of structures between two sizes', () => {
  it.each([0.7, 1.5, 3])('counts a wave of %s mm whole at 0.25–2 mm, and not at 2–4 mm', (periodMm) => {
    expect(Math.abs(bandContrast(wave(periodMm), PX_PER_MM, 0.25, 2) - 0.1)).toBeLessThan(0.01);
    expect(bandContrast(wave(periodMm), PX_PER_MM, 2, 4)).toBeLessThan(0.02);
  });

  it.each([5, 5.6, 6.5])('counts a wave of %s mm whole at 2–4 mm, and not at 0.25–2 mm', (periodMm) => {
    expect(Math.abs(bandContrast(wave(periodMm), PX_PER_MM, 2, 4) - 0.1)).toBeLessThan(0.01);
    expect(bandContrast(wave(periodMm), PX_PER_MM, 0.25, 2)).toBeLessThan(0.02);
  });

  it('leaves out the fall of light over the whole picture', () => {
    const { luminance, ...rest } = wave(1);
    const shaded = luminance.map((_, at) => 0.3 + (0.4 * (at % SIDE)) / SIDE);
    expect(bandContrast({ ...rest, luminance: shaded }, PX_PER_MM, 2, 4)).toBeLessThan(0.01);
  });
});
