import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rgb } from '../../../../src/core/design/scene';
import { DEFAULT_LOOK } from '../../../../src/core/pigment/marks/markFigures';
import { matchScar, type ScarBeside } from '../../../../src/core/pigment/hair/scarMatch';

const SKIN: Rgb = [0.45, 0.27, 0.19];
const FILL = { dotSizeMm: 0.28 };
const times = ([r, g, b]: Rgb, factor: number): Rgb => [r * factor, g * factor, b * factor];
const match = (beside: Partial<ScarBeside>) =>
  matchScar({ tissue: SKIN, around: SKIN, aroundPerCm2: 150, kept: 1, ...beside }, DEFAULT_LOOK, FILL);

describe('a scar matched to what is about it', () => {
  it('needs what its surroundings have where it is no paler and keeps all', () => {
    const { perCm2, lighterBy } = match({});
    expect(Math.abs(perCm2 - 150)).toBeLessThanOrEqual(1);
    expect(lighterBy).toBe(0);
  });

  it('needs more the paler it is, and the less it keeps', () => {
    const ratio = fc.double({ min: 1, max: 1.12, noNaN: true });
    const share = fc.double({ min: 0.6, max: 1, noNaN: true });
    fc.assert(
      fc.property(ratio, ratio, share, share, (a, b, c, d) => {
        const [pale, paler] = [Math.min(a, b), Math.max(a, b)];
        const [less, more] = [Math.min(c, d), Math.max(c, d)];
        const at = (by: number, kept: number): number => match({ tissue: times(SKIN, by), kept }).perCm2;
        expect(at(paler, more)).toBeGreaterThanOrEqual(at(pale, more));
        expect(at(pale, less)).toBeGreaterThanOrEqual(at(pale, more));
      }),
      { numRuns: 50 },
    );
    expect(match({ tissue: times(SKIN, 1.1), kept: 0.7 }).perCm2).toBeGreaterThan(220);
  });

  it('takes hair about it for what it is to look like', () => {
    const stubble = match({ around: times(SKIN, 0.75), aroundPerCm2: 0 });
    expect(stubble.perCm2).toBeGreaterThan(100);
    expect(stubble.lighterBy).toBeCloseTo(1 / 0.75 - 1, 6);
    expect(match({ around: SKIN, aroundPerCm2: 0 }).perCm2).toBe(20);
  });
});
