import { describe, expect, it } from 'vitest';
import type { Rgb } from '../../../../src/core/design/scene';
import { DEPTH_RANGE } from '../../../../src/core/pigment/colour/depth';
import { DILUTION_RANGE } from '../../../../src/core/pigment/colour/dilution';
import { fillColour } from '../../../../src/core/pigment/colour/fillColour';
import { HEALED_VALUES } from '../../../../src/core/pigment/time/healingCurves';
import { srgbToLinear } from '../../../../src/core/pigment/light/light';
import { lookOf, type LookChoices } from '../../../../src/core/pigment/lookOf';
import { NEUTRAL_BLACK } from '../../../../src/core/pigment/colour/pigments';
import { drawPatch, laid, lightOf, patchScene, SKIN } from '../flatSkin';

const BARE: Rgb = [srgbToLinear(SKIN[0] / 255), srgbToLinear(SKIN[1] / 255), srgbToLinear(SKIN[2] / 255)];
const CHOICES: LookChoices = {
  absorption: NEUTRAL_BLACK,
  dilution: DILUTION_RANGE.default,
  depthMm: DEPTH_RANGE.default,
  healing: HEALED_VALUES,
};
const LOOK = lookOf(CHOICES);
/** Deep inside the patch, well behind its hairline. */
const INSIDE = { x: 160, y: 340, width: 240, height: 240 };

describe('the colour of a fill', () => {
  it('is that of the drawn fill, within 2 per cent', () => {
    for (const change of [{}, { perCm2: 60 }, { perCm2: 350 }, { dotSizeMm: 0.15 }, { dotSizeMm: 0.45 }]) {
      const scene = patchScene(change);
      const drawn = lightOf(drawPatch(scene, laid(scene), 1, INSIDE)).mean;
      const perCm2 = scene.areas[0]?.perCm2 ?? 0;
      fillColour(BARE, LOOK, { perCm2, dotSizeMm: scene.dotSizeMm }).forEach((light, channel) => {
        expect(Math.abs(light / (drawn[channel] ?? 0) - 1), JSON.stringify({ change, channel })).toBeLessThan(0.02);
      });
    }
  });

  it('is that of the drawn fill for other pigments, dilutions, depths and ages', () => {
    const others: readonly Partial<LookChoices>[] = [
      { dilution: 6 },
      { dilution: 30 },
      { absorption: [13, 24, 38], dilution: 10 },
      { depthMm: 1.5 },
      { healing: { ...HEALED_VALUES, darkness: 0.42, size: 1.12, softnessMm: 0.06, hueShift: 0.18 } },
      { healing: { ...HEALED_VALUES, darkness: 1.35, size: 1.6, softnessMm: -0.03 } },
    ];
    for (const change of others) {
      const look = lookOf({ ...CHOICES, ...change });
      const scene = { ...patchScene(), sessions: [{ upTo: 1, look }] };
      const drawn = lightOf(drawPatch(scene, laid(scene), 1, INSIDE)).mean;
      fillColour(BARE, look, { perCm2: 220, dotSizeMm: 0.28 }).forEach((light, channel) => {
        expect(Math.abs(light / (drawn[channel] ?? 0) - 1), JSON.stringify({ change, channel })).toBeLessThan(0.02);
      });
    }
  });

  it('is bare skin without dots or without pigment', () => {
    const clear = { ...LOOK, markDensity: [0, 0, 0] as const, hazeDensity: [0, 0, 0] as const };
    expect(fillColour(BARE, LOOK, { perCm2: 0, dotSizeMm: 0.28 })).toEqual(BARE);
    expect(fillColour(BARE, clear, { perCm2: 220, dotSizeMm: 0.28 })).toEqual(BARE);
  });

  it('keeps its light finite on black, white and grey', () => {
    for (const light of [0, 0.2, 1]) {
      for (const channel of fillColour([light, light, light], LOOK, { perCm2: 220, dotSizeMm: 0.28 })) {
        expect(channel).toBeGreaterThanOrEqual(0);
        expect(channel).toBeLessThanOrEqual(light);
      }
    }
  });
});
