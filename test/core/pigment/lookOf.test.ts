import { describe, expect, it } from 'vitest';
import type { Look } from '../../../src/core/design/scene';
import { DEFAULT_TREATMENT, type Healing } from '../../../src/core/design/treatment';
import { DEPTH_RANGE } from '../../../src/core/pigment/colour/depth';
import { DILUTION_RANGE } from '../../../src/core/pigment/colour/dilution';
import { fillColour } from '../../../src/core/pigment/colour/fillColour';
import { healingAt } from '../../../src/core/pigment/time/healing';
import { HEALED_VALUES } from '../../../src/core/pigment/time/healingCurves';
import { LIGHT_CHOICES } from '../../../src/core/pigment/light/lightChoice';
import { lookOf, looksOf, type LookChoices, type Moment } from '../../../src/core/pigment/lookOf';
import {
  HAZE_DENSITY,
  HAZE_ON_SHINE,
  MARK_DENSITY_RED,
  MARK_EDGE_SIGMA_MM,
  MARK_RATIO,
  SKIN_REDNESS,
} from '../../../src/core/pigment/marks/markFigures';
import { NEUTRAL_BLACK, SWATCH_SKIN } from '../../../src/core/pigment/colour/pigments';
import { defaultPlan } from '../../../src/core/pigment/time/sessions';

const DEFAULTS: LookChoices = {
  absorption: NEUTRAL_BLACK,
  dilution: DILUTION_RANGE.default,
  depthMm: DEPTH_RANGE.default,
  healing: HEALED_VALUES,
};
const MEASURED: Look = {
  markDensity: [MARK_DENSITY_RED * MARK_RATIO[0], MARK_DENSITY_RED * MARK_RATIO[1], MARK_DENSITY_RED * MARK_RATIO[2]],
  sizeFactor: 1,
  sigmaMm: MARK_EDGE_SIGMA_MM,
  hazeDensity: HAZE_DENSITY,
  hazeOnShine: HAZE_ON_SHINE,
  skinRedness: SKIN_REDNESS,
  redness: 0,
  shine: 1,
};
const HEALING: Healing = {
  kind: 'permanent',
  skin: { type: null, sun: 'some', oiliness: 'normal', scar: false },
  curves: null,
};
const FILL = { perCm2: 220, dotSizeMm: 0.28 };

const luminance = (look: Look): number => {
  const [red, green, blue] = fillColour(SWATCH_SKIN, look, FILL);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

describe('a look', () => {
  it('is that of the measured marks and haze where every choice is the default and the skin has healed, exactly', () => {
    expect(lookOf(DEFAULTS)).toEqual(MEASURED);
    expect(lookOf({ ...DEFAULTS, healing: healingAt(HEALING, 30), light: 'asInPhoto' })).toEqual(MEASURED);
  });

  it('lets through at 20:1 the cube root of what it does at 6:1, marks and haze, at any age and depth', () => {
    for (const days of [0, 30, 1825]) {
      for (const depthMm of [0.5, 0.75, 1.5]) {
        const at = (dilution: number): Look =>
          lookOf({ ...DEFAULTS, depthMm, dilution, healing: healingAt(HEALING, days) });
        for (const channel of [0, 1, 2] as const) {
          expect(3 * at(20).markDensity[channel]).toBeCloseTo(at(6).markDensity[channel], 12);
          expect(3 * at(20).hazeDensity[channel]).toBeCloseTo(at(6).hazeDensity[channel], 12);
        }
      }
    }
  });

  it('is wider, softer, paler and cooler when set deeper', () => {
    const depths = [0.75, 1, 1.25, 1.5, 2].map((depthMm) => lookOf({ ...DEFAULTS, depthMm }));
    depths.slice(1).forEach((deeper, i) => {
      const look = depths[i] ?? MEASURED;
      expect(deeper.sizeFactor).toBeGreaterThan(look.sizeFactor);
      expect(deeper.sigmaMm).toBeGreaterThan(look.sigmaMm);
      expect(luminance(deeper)).toBeGreaterThan(luminance(look));
      expect(deeper.markDensity[2] / deeper.markDensity[0]).toBeLessThan(look.markDensity[2] / look.markDensity[0]);
    });
  });

  it('leaves a bluer fill on light skin the deeper it is set, and never less so than the default beyond', () => {
    const bluerThanRed = (depthMm: number): number => {
      const [red, , blue] = fillColour(SWATCH_SKIN, lookOf({ ...DEFAULTS, depthMm }), FILL);
      return blue / red;
    };
    const turns = [0.75, 1, 1.25, 1.5].map(bluerThanRed);
    turns.slice(1).forEach((turn, i) => expect(turn).toBeGreaterThan(turns[i] ?? Infinity));
    expect(bluerThanRed(2)).toBeGreaterThan(1.05 * (turns[0] ?? Infinity));
  });

  it('leaves a fill that only lightens with time', () => {
    const days = [0, 1, 3, 5, 7, 10, 14, 21, 30, 90, 120, 182, 270, 365, 545, 730, 1095, 1460, 1825];
    const lights = days.map((day) => luminance(lookOf({ ...DEFAULTS, healing: healingAt(HEALING, day) })));
    lights.slice(1).forEach((light, i) => expect(light).toBeGreaterThanOrEqual(lights[i] ?? 0));
    expect(lights[0]).toBeLessThan(0.85 * (lights[8] ?? 0));
  });

  it('turns cooler with a shift of hue above zero and warmer below, red left alone', () => {
    const turned = (hueShift: number): Look => lookOf({ ...DEFAULTS, healing: { ...HEALED_VALUES, hueShift } });
    expect(turned(0.2).markDensity[0]).toBe(MARK_DENSITY_RED);
    expect(turned(0.2).markDensity[2]).toBeLessThan(turned(0).markDensity[2]);
    expect(turned(-0.2).markDensity[2]).toBeGreaterThan(turned(0).markDensity[2]);
  });

  it('changes with the light, so that it shows, yet the fill by less than 9 per cent', () => {
    for (const light of LIGHT_CHOICES) {
      const look = lookOf({ ...DEFAULTS, light });
      expect(Math.abs(luminance(look) / luminance(MEASURED) - 1)).toBeLessThan(0.09);
      if (light !== 'asInPhoto') expect(look).not.toEqual(MEASURED);
    }
  });

  it('has less haze while fresh than its pigment will have, and all of it once the scab is gone', () => {
    const haze = (day: number): number => {
      const healing = healingAt(HEALING, day);
      return lookOf({ ...DEFAULTS, healing }).hazeDensity[0] / healing.darkness;
    };
    expect(haze(0)).toBeLessThan(0.6 * haze(30));
    expect(haze(10)).toBeGreaterThan(haze(7));
    expect(haze(1825)).toBeCloseTo(haze(30), 9);
  });
});

describe('the looks of a plan', () => {
  const moment: Moment = {
    pigment: DEFAULT_TREATMENT.pigment,
    ownPigments: [],
    plan: defaultPlan(3),
    healing: HEALING,
    step: 3,
    days: 30,
    light: 'asInPhoto',
  };
  const looks = (change: Partial<Moment>): readonly (Look | null)[] => {
    const made = looksOf({ ...moment, ...change });
    if (!made.ok) throw new Error(made.error.kind);
    return made.value;
  };

  it('are all the measured one a month after the last of the default sessions', () => {
    for (const count of [1, 2, 3, 4]) {
      expect(looks({ plan: defaultPlan(count), step: count })).toEqual(Array.from({ length: count }, () => MEASURED));
    }
  });

  it('of a new document are the measured one as well', () => {
    expect(DEFAULT_TREATMENT.plan).toEqual(defaultPlan(3));
    expect(looks({ ...DEFAULT_TREATMENT })).toEqual([MEASURED, MEASURED, MEASURED]);
  });

  it('are none before, and only those of the sessions that were', () => {
    expect(looks({ step: 0 })).toEqual([null, null, null]);
    expect(looks({ step: 2 }).map((look) => look !== null)).toEqual([true, true, false]);
  });

  it('give each session its own age', () => {
    const [first, , third] = looks({ days: 1 });
    expect(third?.redness).toBeGreaterThan(0.8);
    expect(first?.redness).toBe(0);
    expect(third?.sizeFactor).toBeGreaterThan(first?.sizeFactor ?? Infinity);
  });

  it('are fresh again after a touch-up', () => {
    const plan = { ...defaultPlan(1), touchUpDay: 1000 };
    const [old] = looks({ plan, step: 1, days: 999 });
    const [fresh] = looks({ plan, step: 1, days: 1000 });
    expect(fresh?.markDensity[0]).toBeGreaterThan(2 * (old?.markDensity[0] ?? 0));
  });

  it('say which pigment is not known', () => {
    expect(looksOf({ ...moment, pigment: { kind: 'single', pigmentId: 'lost' } })).toEqual({
      ok: false,
      error: { kind: 'unknownPigment', pigmentId: 'lost' },
    });
  });
});
