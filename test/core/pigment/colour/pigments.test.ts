import { describe, expect, it } from 'vitest';
import { DEFAULT_TREATMENT, type Absorption, type OwnPigment } from '../../../../src/core/design/treatment';
import { concentrationOf, DILUTION_RANGE } from '../../../../src/core/pigment/colour/dilution';
import { MARK_DENSITY_RED, MARK_RATIO } from '../../../../src/core/pigment/marks/markFigures';
import {
  absorptionOf,
  absorptionOfSwatch,
  checkOwnPigment,
  mix,
  PALETTE,
  swatchOf,
  SWATCH_SKIN,
} from '../../../../src/core/pigment/colour/pigments';

const OWN: OwnPigment = { id: 'own-1', name: 'House black', absorption: [30, 31, 32] };

function absorption(id: string): Absorption {
  const found = absorptionOf({ kind: 'single', pigmentId: id }, [OWN]);
  if (!found.ok) throw new Error(found.error.kind);
  return found.value;
}

describe('the palette', () => {
  it('has the measured density in its default pigment at the default dilution, exactly', () => {
    const found = absorptionOf(DEFAULT_TREATMENT.pigment, []);
    const concentration = concentrationOf(DILUTION_RANGE.default);
    expect(found.ok && found.value.map((each) => each * concentration)).toEqual(
      MARK_RATIO.map((ratio) => MARK_DENSITY_RED * ratio),
    );
  });

  it('keeps its ids, which documents hold', () => {
    expect(PALETTE.map(({ id }) => id)).toEqual([
      'neutralBlack',
      'warmBlack',
      'coolBlack',
      'softBlack',
      'darkBrown',
      'brown',
      'ashBrown',
      'darkGrey',
      'grey',
      'lightGrey',
    ]);
  });

  it('is warm and cool as its names say', () => {
    const blueOverRed = (id: string): number => absorption(id)[2] / absorption(id)[0];
    expect(blueOverRed('warmBlack')).toBeGreaterThan(blueOverRed('neutralBlack'));
    expect(blueOverRed('coolBlack')).toBeLessThan(blueOverRed('neutralBlack'));
    expect(blueOverRed('brown')).toBeGreaterThan(blueOverRed('darkBrown'));
    expect(blueOverRed('darkBrown')).toBeGreaterThan(blueOverRed('ashBrown'));
  });

  it('grows paler from black over dark grey to light grey, and in thinner dilutions', () => {
    const light = (id: string, dilution: number): number => swatchOf(absorption(id), dilution)[1];
    const greys = ['neutralBlack', 'softBlack', 'darkGrey', 'grey', 'lightGrey'].map((id) => light(id, 15));
    expect(greys).toEqual([...greys].sort((a, b) => a - b));
    expect(light('grey', 30)).toBeGreaterThan(light('grey', 6));
  });
});

describe('a mixture', () => {
  const black = absorption('neutralBlack');
  const brown = absorption('brown');

  it('is its parts at both ends and adds densities in between', () => {
    expect(mix(black, brown, 0)).toEqual(black);
    expect(mix(black, brown, 1)).toEqual(brown);
    expect(mix(black, brown, 0.25)[0]).toBeCloseTo(0.75 * black[0] + 0.25 * brown[0], 10);
  });

  it('is darker than halfway between the two lights', () => {
    const half = Math.exp(-mix(black, brown, 0.5)[0] / 16);
    expect(half).toBeLessThan((Math.exp(-black[0] / 16) + Math.exp(-brown[0] / 16)) / 2);
  });

  it('finds own pigments and names those it does not know', () => {
    const choice = { kind: 'mix', firstId: 'own-1', secondId: 'grey', share: 0.5 } as const;
    expect(absorptionOf(choice, [OWN])).toEqual({ ok: true, value: mix(OWN.absorption, absorption('grey'), 0.5) });
    expect(absorptionOf(choice, [])).toEqual({ ok: false, error: { kind: 'unknownPigment', pigmentId: 'own-1' } });
    expect(absorptionOf({ ...choice, share: 1.2 }, [OWN])).toMatchObject({ error: { field: 'share', min: 0, max: 1 } });
  });
});

describe('an own pigment', () => {
  it('is taken with its name trimmed', () => {
    expect(checkOwnPigment({ ...OWN, name: ' House black ' })).toEqual({ ok: true, value: OWN });
  });

  it('is refused with the range that it missed', () => {
    expect(checkOwnPigment({ ...OWN, absorption: [1, -1, 1] })).toMatchObject({
      error: { kind: 'outOfRange', field: 'absorption', value: -1, min: 0, max: 100 },
    });
    expect(checkOwnPigment({ ...OWN, absorption: [1, NaN, 1] })).toMatchObject({ error: { field: 'absorption' } });
    expect(checkOwnPigment({ ...OWN, name: '  ' })).toMatchObject({ error: { field: 'nameLength', value: 0 } });
    expect(checkOwnPigment({ ...OWN, absorption: [0, 0, 0] })).toMatchObject({ error: { kind: 'clear' } });
    expect(checkOwnPigment({ ...OWN, id: 'grey' })).toMatchObject({ error: { kind: 'idTaken' } });
  });

  it('can be entered by its swatch', () => {
    const swatch = swatchOf(OWN.absorption, 20);
    absorptionOfSwatch(swatch, 20).forEach((each, channel) =>
      expect(Math.abs(each / (OWN.absorption[channel] ?? 0) - 1)).toBeLessThan(0.02),
    );
    expect(absorptionOfSwatch([255, 255, 255], 20)).toEqual([0, 0, 0]);
    expect(absorptionOfSwatch([0, 0, 0], 20)).toEqual([100, 100, 100]);
    expect(swatchOf([0, 0, 0], 20, SWATCH_SKIN)).toEqual([214, 176, 150]);
  });
});
