import { describe, expect, it } from 'vitest';
import type { Look, Rgb } from '../../../../src/core/design/scene';
import { fillColour } from '../../../../src/core/pigment/colour/fillColour';
import { srgbToLinear } from '../../../../src/core/pigment/light/light';
import { DEFAULT_LOOK } from '../../../../src/core/pigment/marks/markFigures';
import { lookOnSkin, sceneOnPhoto } from '../../../../src/core/pigment/skin/onPhoto';
import { skinReading } from '../../../../src/core/pigment/skin/skinReading';
import { lookWith, patchScene } from '../flatSkin';

/** Plausible skins of types I–II, IV and VI, sRGB. */
const LIGHT = linear(224, 188, 166);
const MEDIUM = linear(176, 140, 118);
const DARK = linear(104, 84, 72);
const FILL = { perCm2: 220, dotSizeMm: 0.28 };

function linear(red: number, green: number, blue: number): Rgb {
  return [srgbToLinear(red / 255), srgbToLinear(green / 255), srgbToLinear(blue / 255)];
}

const left = (skin: Rgb, look: Look = DEFAULT_LOOK): readonly number[] =>
  fillColour(skin, lookOnSkin(look, skinReading(skin)), FILL).map((light, c) => light / (skin[c] ?? 1));

describe('a look on the skin of a photo', () => {
  it('leaves of light, medium and dark skin what was measured there', () => {
    const within = (of: readonly number[], ranges: readonly (readonly [number, number])[]): void => {
      ranges.forEach(([low, high], c) => {
        expect(of[c]).toBeGreaterThan(low);
        expect(of[c]).toBeLessThan(high);
      });
    };
    within(left(LIGHT), [
      [0.46, 0.64],
      [0.64, 0.76],
      [0.77, 0.94],
    ]);
    within(left(MEDIUM), [
      [0.37, 0.51],
      [0.45, 0.65],
      [0.43, 0.67],
    ]);
    within(left(DARK), [
      [0.35, 0.51],
      [0.35, 0.65],
      [0.35, 0.67],
    ]);
  });

  it('changes smoothly from one tone to the next', () => {
    let before = left(LIGHT)[1] ?? 0;
    for (let share = 0.02; share <= 1; share += 0.02) {
      const skin = LIGHT.map((each, c) => each + ((DARK[c] ?? 0) - each) * share);
      const now = left([skin[0] ?? 0, skin[1] ?? 0, skin[2] ?? 0])[1] ?? 0;
      expect(Math.abs(now - before)).toBeLessThan(0.05);
      before = now;
    }
  });

  it('keeps to Beer and Lambert’s law on any skin', () => {
    for (const skin of [LIGHT, MEDIUM, DARK]) {
      const on = (darkness: number): Look => lookOnSkin(lookWith(darkness), skinReading(skin));
      for (const c of [0, 1, 2] as const) expect(3 * on(1 / 3).markDensity[c]).toBeCloseTo(on(1).markDensity[c], 9);
    }
  });

  it('reddens dark skin hardly, unless a type chosen by hand has said how much', () => {
    const fresh = lookWith(1.6, { redness: 1 });
    expect(lookOnSkin(fresh, skinReading(LIGHT)).redness).toBe(1);
    expect(lookOnSkin(fresh, skinReading(DARK)).redness).toBeLessThan(0.5);
    expect(lookOnSkin({ ...fresh, skinTypeChosen: true }, skinReading(DARK)).redness).toBe(1);
  });

  it('brings no colour into a photo without any, and says why its skin could not be read', () => {
    const cases = [
      ['black', [0.003, 0.003, 0.003]],
      ['white', [1, 1, 1]],
      ['monochrome', [0.3, 0.3, 0.3]],
      ['notSkinHue', linear(90, 120, 190)],
    ] as const;
    for (const [reason, skin] of cases) {
      const reading = skinReading(skin);
      expect(reading.unread).toBe(reason);
      const look = lookOnSkin(lookWith(1, { redness: 1 }), reading);
      expect(new Set(look.markDensity).size).toBe(1);
      expect(new Set([...look.hazeDensity, look.hazeOnShine]).size).toBe(1);
      expect(look.redness).toBe(0);
      const [red, green, blue] = fillColour(skin, look, FILL).map((light, c) => light / (skin[c] ?? 1));
      expect(red).toBeGreaterThan(0.3);
      expect(red).toBeLessThan(0.85);
      expect(green).toBeCloseTo(red ?? 0, 2);
      expect(blue).toBeCloseTo(red ?? 0, 2);
    }
  });
});

describe('a scene on a photo', () => {
  it('has marks blurred by the photo’s own blur, and no sharper than it', () => {
    const scene = patchScene({ sessions: [{ upTo: 1, look: lookWith(1) }] });
    const sigma = (sigmaPx: number): number =>
      sceneOnPhoto(scene, { sigmaPx, skin: null }).sessions?.[0]?.look.sigmaMm ?? 0;
    expect(sigma(0)).toBe(DEFAULT_LOOK.sigmaMm);
    expect(sigma(2)).toBeCloseTo(Math.hypot(DEFAULT_LOOK.sigmaMm, 2 * scene.mmPerPx), 9);
  });

  it('keeps a scene that names no sessions in the default look, and one without any empty', () => {
    expect(sceneOnPhoto(patchScene(), { sigmaPx: 0, skin: null }).sessions).toEqual([
      { upTo: 1, look: { ...DEFAULT_LOOK, photoSigmaMm: 0 } },
    ]);
    expect(sceneOnPhoto(patchScene({ sessions: [] }), { sigmaPx: 1, skin: null }).sessions).toEqual([]);
  });
});
