import { describe, expect, it } from 'vitest';
import type { Healing, SkinCondition } from '../../../../src/core/design/treatment';
import { healingAt, type HealingFactors } from '../../../../src/core/pigment/time/healing';
import {
  checkHealingCurves,
  HEALED_VALUES,
  LASTING_UNTIL_DAY,
  PERMANENT_CURVES,
  TEMPORARY_CURVES,
} from '../../../../src/core/pigment/time/healingCurves';

const USUAL: SkinCondition = { type: null, sun: 'some', oiliness: 'normal', scar: false };
const PERMANENT: Healing = { kind: 'permanent', skin: USUAL, curves: null };
const TEMPORARY: Healing = { ...PERMANENT, kind: 'temporary' };

const inSkin = (skin: Partial<SkinCondition>): Healing => ({ ...PERMANENT, skin: { ...USUAL, ...skin } });
const darkness = (healing: Healing, days: number): number => healingAt(healing, days).darkness;
const DAYS = [
  0, 0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 21, 25, 30, 60, 90, 120, 182, 270, 365, 545, 730, 1095, 1825,
];

const SKINS: readonly Healing[] = [
  PERMANENT,
  TEMPORARY,
  inSkin({ scar: true }),
  inSkin({ sun: 'much', oiliness: 'oily', type: 1 }),
  inSkin({ sun: 'little', oiliness: 'dry', type: 6 }),
];

describe('healing', () => {
  it('shows from day 30 on the mark of the design, exactly, as long as sessions are weeks apart', () => {
    for (const days of [30, 44, 58, 72, LASTING_UNTIL_DAY]) {
      expect(healingAt(PERMANENT, days)).toEqual(HEALED_VALUES);
      expect(healingAt(TEMPORARY, days)).toEqual(HEALED_VALUES);
    }
  });

  it('is monotone in any skin: pigment and redness only fade, swelling only falls, growth and softness only rise', () => {
    for (const healing of SKINS) {
      DAYS.slice(1).forEach((days, i) => {
        const before = healingAt(healing, DAYS[i] ?? 0);
        const now = healingAt(healing, days);
        expect(now.darkness).toBeLessThanOrEqual(before.darkness);
        expect(now.redness).toBeLessThanOrEqual(before.redness);
        expect(now.softnessMm).toBeGreaterThanOrEqual(before.softnessMm);
        expect(now.hueShift).toBeGreaterThanOrEqual(before.hueShift);
        if (days <= 30) expect(now.size).toBeLessThanOrEqual(before.size);
        else expect(now.size).toBeGreaterThanOrEqual(before.size);
      });
    }
  });

  it('has fresh marks dark and 1.7 to 2 times as wide, and loses most between days 3 and 10', () => {
    expect(healingAt(PERMANENT, 0).size).toBeGreaterThanOrEqual(1.7);
    expect(healingAt(PERMANENT, 0).size).toBeLessThanOrEqual(2);
    const lost = (from: number, to: number): number => darkness(PERMANENT, from) - darkness(PERMANENT, to);
    expect(lost(3, 10) / lost(0, 30)).toBeGreaterThan(0.6);
    expect(lost(0, 3)).toBeLessThan(0.1 * lost(0, 30));
    expect(lost(10, 28)).toBeGreaterThan(lost(28, 60));
  });

  it('reddens the skin to about day 5, less where it is dark', () => {
    expect(healingAt(PERMANENT, 0).redness).toBe(1);
    expect(healingAt(PERMANENT, 5).redness).toBeLessThan(0.2);
    expect(healingAt(PERMANENT, 7).redness).toBe(0);
    const shown = ([1, 3, 4, 5, 6] as const).map((type) => healingAt(inSkin({ type }), 1).redness);
    expect(shown).toEqual([...shown].sort((a, b) => b - a));
    expect(shown[4]).toBeLessThan(0.5 * (shown[0] ?? 0));
  });

  it('swells more under a thicker needle, and heals to the same size', () => {
    const fine = { kind: '1RL', diameterMm: 0.18 } as const;
    const thick = { kind: '3RL', diameterMm: 0.3 } as const;
    const size = (days: number, needle: typeof fine | typeof thick): number => healingAt(PERMANENT, days, needle).size;
    expect(size(0, fine)).toBeCloseTo(1.7, 10);
    expect(size(0, thick)).toBeCloseTo(2, 10);
    expect(size(30, fine)).toBe(size(30, thick));
    expect(size(1825, fine)).toBe(size(1825, thick));
  });
});

describe('fading', () => {
  it('takes a visual density of 8.7 to 7.8 in six months, in scarring skin to 7.1', () => {
    expect(8.7 * darkness(PERMANENT, 182)).toBeCloseTo(7.8, 6);
    const scar = inSkin({ scar: true });
    expect((8.7 * darkness(scar, 182)) / darkness(scar, 60)).toBeCloseTo(7.1, 6);
  });

  it('goes on over the years without ending', () => {
    expect(darkness(PERMANENT, 730)).toBeLessThan(0.8);
    expect(darkness(PERMANENT, 1825)).toBeLessThan(0.5);
    expect(darkness(PERMANENT, 1825)).toBeGreaterThan(0.2);
  });

  it('is faster in sun and oily skin and slower in dry and shaded skin', () => {
    for (const days of [182, 730, 1825]) {
      expect(darkness(inSkin({ sun: 'much' }), days)).toBeLessThan(darkness(PERMANENT, days));
      expect(darkness(inSkin({ oiliness: 'oily' }), days)).toBeLessThan(darkness(PERMANENT, days));
      expect(darkness(inSkin({ sun: 'little', oiliness: 'dry' }), days)).toBeGreaterThan(darkness(PERMANENT, days));
    }
  });

  it('of scars starts paler', () => {
    expect(darkness(inSkin({ scar: true }), 30)).toBeCloseTo(0.85, 10);
    expect(darkness(inSkin({ scar: true }), 1)).toBe(darkness(PERMANENT, 1));
  });

  it('of tricopigmentation shows from months 6 to 8 and ends by two years in any skin', () => {
    expect(darkness(TEMPORARY, 182)).toBeGreaterThan(0.85);
    expect(darkness(TEMPORARY, 300)).toBeLessThan(0.65);
    for (const skin of [USUAL, { ...USUAL, sun: 'little', oiliness: 'dry' }] as const) {
      expect(darkness({ ...TEMPORARY, skin }, 730)).toBe(0);
      expect(darkness({ ...TEMPORARY, skin }, 1825)).toBe(0);
    }
  });
});

describe('edited curves', () => {
  const edited = (change: Partial<typeof PERMANENT_CURVES>): ReturnType<typeof checkHealingCurves> =>
    checkHealingCurves({ ...PERMANENT_CURVES, ...change });

  it('hold when they are the defaults, and are followed', () => {
    expect(checkHealingCurves(PERMANENT_CURVES).ok).toBe(true);
    expect(checkHealingCurves(TEMPORARY_CURVES).ok).toBe(true);
    const curves = { ...PERMANENT_CURVES, darkness: [[0, 2] as const, [30, 1] as const, [365, 0.5] as const] };
    expect(checkHealingCurves(curves).ok).toBe(true);
    const factors: HealingFactors = healingAt({ ...PERMANENT, curves }, 365);
    expect(factors.darkness).toBe(0.5);
  });

  it('are refused by name where they are out of range, rise, or miss the healed mark', () => {
    expect(
      edited({
        redness: [
          [0, 1.5],
          [30, 0],
        ],
      }),
    ).toMatchObject({
      error: { curve: 'redness', kind: 'outOfRange', field: 'value', value: 1.5, min: 0, max: 1 },
    });
    expect(
      edited({
        darkness: [
          [0, 1.5],
          [30, 1],
          [365, 1.1],
        ],
      }),
    ).toMatchObject({
      error: { curve: 'darkness', kind: 'rises', index: 2 },
    });
    expect(
      edited({
        size: [
          [0, 1.8],
          [60, 1],
        ],
      }),
    ).toMatchObject({
      error: { curve: 'size', kind: 'notHealed', day: 30, value: 1 },
    });
    expect(edited({ hueShift: [[0, 0]] })).toMatchObject({ error: { curve: 'hueShift', kind: 'tooFew' } });
  });
});
