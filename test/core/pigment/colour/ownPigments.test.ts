import { describe, expect, it } from 'vitest';
import { DEFAULT_TREATMENT, type OwnPigment, type PigmentChoice } from '../../../../src/core/design/treatment';
import {
  offeredPigments,
  withChoice,
  withoutPigment,
  withPigment,
} from '../../../../src/core/pigment/colour/ownPigments';
import { absorptionOf } from '../../../../src/core/pigment/colour/pigments';
import { proposeSkinType } from '../../../../src/core/pigment/skin/skinType';
import { linearOfSrgb } from '../srgb';
import { SKIN_OF_TYPE } from '../../../../src/core/pigment/skin/swatchSkin';

const ink = (id: string, name = id): OwnPigment => ({ id, name, absorption: [10, 12, 14] });
const of = (pigment: PigmentChoice, ownPigments: readonly OwnPigment[]) => ({
  treatment: { ...DEFAULT_TREATMENT, pigment, ownPigments },
  areas: [],
});

describe('own pigments', () => {
  it('are offered once each, as the case holds them', () => {
    const offered = offeredPigments([ink('a', 'mine')], [ink('a', 'newer'), ink('b')]);
    expect(offered.map(({ name }) => name)).toEqual(['mine', 'b']);
  });

  it('go into the case with the choice that names them', () => {
    const choice: PigmentChoice = { kind: 'mix', firstId: 'neutralBlack', secondId: 'b', share: 0.5 };
    const made = withChoice(choice, [ink('a')], [ink('a'), ink('b'), ink('c')]);
    expect(made.ownPigments.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(absorptionOf(made.pigment, made.ownPigments).ok).toBe(true);
  });

  it('keep their place when they are edited', () => {
    expect(withPigment([ink('a'), ink('b')], ink('a', 'new')).map(({ name }) => name)).toEqual(['new', 'b']);
    expect(withPigment([ink('a')], ink('b'))).toHaveLength(2);
  });

  it('stay while the design is made with them, alone or in a mixture, and say so', () => {
    const alone = of({ kind: 'single', pigmentId: 'a' }, [ink('a', 'Mine')]);
    expect(withoutPigment(alone, ink('a', 'Mine'))).toEqual({ ok: false, error: { kind: 'inUse', name: 'Mine' } });
    const mixed = of({ kind: 'mix', firstId: 'grey', secondId: 'a', share: 0.1 }, [ink('a')]);
    expect(withoutPigment(mixed, ink('a')).ok).toBe(false);
    const other = of({ kind: 'single', pigmentId: 'grey' }, [ink('a'), ink('b')]);
    expect(withoutPigment(other, ink('a'))).toEqual({ ok: true, value: [ink('b')] });
  });
});

describe('the skin of swatches', () => {
  it('is of the type that it stands for', () => {
    for (const type of [1, 2, 3, 4, 5, 6] as const) {
      expect(proposeSkinType(linearOfSrgb(SKIN_OF_TYPE[type]))).toMatchObject({ ok: true, value: { type } });
    }
  });
});
