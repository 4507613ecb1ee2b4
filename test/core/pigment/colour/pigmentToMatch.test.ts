import { describe, expect, it } from 'vitest';
import type { Rgb } from '../../../../src/core/design/scene';
import { matchColour } from '../../../../src/core/pigment/colour/colourMatch';
import { fillColour } from '../../../../src/core/pigment/colour/fillColour';
import { HEALED_VALUES } from '../../../../src/core/pigment/time/healingCurves';
import { lookOf } from '../../../../src/core/pigment/lookOf';
import { lookOnSkin } from '../../../../src/core/pigment/skin/onPhoto';
import { pigmentToMatch } from '../../../../src/core/pigment/colour/pigmentToMatch';
import { checkOwnPigment, SWATCH_SKIN } from '../../../../src/core/pigment/colour/pigments';
import { skinReading } from '../../../../src/core/pigment/skin/skinReading';

const FILL = { perCm2: 220, dotSizeMm: 0.28 };
const SKIN: Rgb = [0.434, 0.223, 0.127];
const request = (stubble: Rgb, skin: Rgb = SKIN) => ({ stubble, skin, fill: FILL, ownPigments: [] });

describe('a pigment made to match', () => {
  it('is the one that a fill was made with', () => {
    const absorption = [20, 12, 40] as const;
    const look = lookOf({ absorption, dilution: 12, depthMm: 0.75, healing: HEALED_VALUES });
    const made = pigmentToMatch(request(fillColour(SKIN, lookOnSkin(look, skinReading(SKIN)), FILL)), 12);
    if (!made.ok) throw new Error(made.error.kind);
    made.value.absorption.forEach((value, channel) => {
      expect(value).toBeCloseTo(absorption[channel] ?? 0, 1);
    });
    expect(made.value.deltaE).toBeLessThan(0.05);
  });

  it('comes nearer than every bottle to a colour that none has, and can be kept', () => {
    const reddish: Rgb = [SWATCH_SKIN[0] * 0.9, SWATCH_SKIN[1] * 0.55, SWATCH_SKIN[2] * 0.45];
    const nearest = matchColour(request(reddish, SWATCH_SKIN));
    if (!nearest.ok) throw new Error(nearest.error.kind);
    const made = pigmentToMatch(request(reddish, SWATCH_SKIN), nearest.value.dilution);
    if (!made.ok) throw new Error(made.error.kind);
    expect(made.value.deltaE).toBeLessThan(nearest.value.deltaE);
    expect(checkOwnPigment({ id: 'x', name: 'x', absorption: made.value.absorption }).ok).toBe(true);
  });

  it('is none for what is lighter than the skin', () => {
    expect(pigmentToMatch(request([0.9, 0.9, 0.9]), 15)).toEqual({ ok: false, error: { kind: 'notDarker' } });
  });
});
