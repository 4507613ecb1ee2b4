import { describe, expect, it } from 'vitest';
import type { Rgb } from '../../../../src/core/design/scene';
import { deltaE2000, labOfLinear } from '../../../../src/core/pigment/colour/lab';
import { proposeSkinType } from '../../../../src/core/pigment/skin/skinType';
import { linearOfSrgb } from '../srgb';

describe('colour as the eye takes it', () => {
  it('has white at 100, 0, 0', () => {
    const { l, a, b } = labOfLinear([1, 1, 1]);
    expect(l).toBeCloseTo(100, 3);
    expect(a).toBeCloseTo(0, 3);
    expect(b).toBeCloseTo(0, 3);
  });

  it('differs as in the published test data (Sharma, Wu and Dalal 2005, pairs 1, 7 and 25)', () => {
    const lab = (l: number, a: number, b: number) => ({ mode: 'lab65' as const, l, a, b });
    expect(deltaE2000(lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485))).toBeCloseTo(2.0425, 4);
    expect(deltaE2000(lab(50, 0, 0), lab(50, -1, 2))).toBeCloseTo(2.3669, 4);
    expect(deltaE2000(lab(60.2574, -34.0099, 36.2677), lab(60.4626, -34.1751, 39.4387))).toBeCloseTo(1.2644, 4);
  });
});

describe('the proposed skin type', () => {
  const type = (srgb: Rgb): unknown => {
    const proposal = proposeSkinType(linearOfSrgb(srgb));
    return proposal.ok ? proposal.value.type : proposal.error.reason;
  };

  it('goes from I to VI as skin darkens', () => {
    const skins: readonly Rgb[] = [
      [242, 214, 195],
      [214, 176, 150],
      [193, 148, 119],
      [180, 136, 108],
      [128, 91, 68],
      [70, 47, 36],
    ];
    expect(skins.map(type)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('states the angle whose tangent is (L* − 50) / b*', () => {
    const proposal = proposeSkinType(linearOfSrgb([214, 176, 150]));
    const { l, b } = labOfLinear(
      [214, 176, 150].map((byte) => ((byte / 255 + 0.055) / 1.055) ** 2.4) as [number, number, number],
    );
    expect(proposal.ok && Math.tan((proposal.value.itaDegrees * Math.PI) / 180)).toBeCloseTo((l - 50) / b, 4);
  });

  it('is none for what is no skin, and says why', () => {
    expect(type([0, 0, 0])).toBe('black');
    expect(type([255, 255, 255])).toBe('white');
    expect(type([128, 128, 128])).toBe('monochrome');
    expect(type([60, 120, 200])).toBe('notSkinHue');
    expect(type([60, 160, 70])).toBe('notSkinHue');
    expect(proposeSkinType([NaN, NaN, NaN])).toMatchObject({ error: { reason: 'black' } });
  });
});
