import { describe, expect, it } from 'vitest';
import type { Rgb } from '../../../../src/core/design/scene';
import type { Absorption } from '../../../../src/core/design/treatment';
import { matchColour, type ColourMatch, type MatchRequest } from '../../../../src/core/pigment/colour/colourMatch';
import { DEPTH_RANGE } from '../../../../src/core/pigment/colour/depth';
import { fillColour } from '../../../../src/core/pigment/colour/fillColour';
import { HEALED_VALUES } from '../../../../src/core/pigment/time/healingCurves';
import { lookOf } from '../../../../src/core/pigment/lookOf';
import { lookOnSkin } from '../../../../src/core/pigment/skin/onPhoto';
import { skinReading } from '../../../../src/core/pigment/skin/skinReading';
import { mix, PALETTE, SWATCH_SKIN } from '../../../../src/core/pigment/colour/pigments';

const FILL = { perCm2: 220, dotSizeMm: 0.28 };
const MEDIUM: Rgb = [0.434, 0.223, 0.127];
const DARK: Rgb = [0.156, 0.071, 0.038];

function matched(request: Partial<MatchRequest> & Pick<MatchRequest, 'stubble' | 'skin'>): ColourMatch {
  const match = matchColour({ fill: FILL, ownPigments: [], ...request });
  if (!match.ok) throw new Error(match.error.kind);
  return match.value;
}

const absorption = (id: string): Absorption => PALETTE.find((each) => each.id === id)?.absorption ?? [0, 0, 0];

const filled = (skin: Rgb, of: Absorption, dilution: number): Rgb =>
  fillColour(
    skin,
    lookOnSkin(
      lookOf({ absorption: of, dilution, depthMm: DEPTH_RANGE.default, healing: HEALED_VALUES }),
      skinReading(skin),
    ),
    FILL,
  );

const share = (of: Rgb, ratio: Rgb): Rgb => [of[0] * ratio[0], of[1] * ratio[1], of[2] * ratio[2]];

describe('matching the client’s stubble', () => {
  it('finds the bottle and the dilution that a fill was made with', () => {
    for (const skin of [SWATCH_SKIN, MEDIUM, DARK]) {
      for (const [id, dilution] of [
        ['neutralBlack', 15],
        ['coolBlack', 9],
        ['brown', 12],
      ] as const) {
        const match = matched({ skin, stubble: filled(skin, absorption(id), dilution) });
        expect(match.pigment).toEqual({ kind: 'single', pigmentId: id });
        expect(match.dilution).toBe(dilution);
        expect(match.deltaE).toBeLessThan(1e-6);
        expect(match.matches).toBe(true);
      }
    }
  });

  it('finds a mixture where no bottle comes near', () => {
    const own = { id: 'own-red', name: 'Red', absorption: [2, 30, 30] as const };
    const made = mix(absorption('coolBlack'), own.absorption, 0.5);
    const match = matched({ skin: SWATCH_SKIN, stubble: filled(SWATCH_SKIN, made, 10), ownPigments: [own] });
    expect(match.deltaE).toBeLessThan(1);
    expect(match.pigment.kind).toBe('mix');
  });

  it('matches close-shaved stubble as measured on skin of any tone, within a ΔE2000 of 3', () => {
    for (const skin of [SWATCH_SKIN, MEDIUM, DARK]) {
      for (const ratio of [
        [0.44, 0.64, 0.82],
        [0.49, 0.675, 0.835],
        [0.54, 0.71, 0.85],
      ] as const) {
        expect(matched({ skin, stubble: share(skin, ratio) }).deltaE).toBeLessThan(3);
      }
    }
  });

  it('matches the practice head’s stubble, within a ΔE2000 of 3', () => {
    // Mean light of patches of the sample from the left, side by side: bare temple and stubble, bare top and stubble.
    const patches: readonly { skin: Rgb; stubble: Rgb }[] = [
      { skin: [0.707, 0.471, 0.353], stubble: [0.381, 0.323, 0.29] },
      { skin: [0.753, 0.486, 0.357], stubble: [0.459, 0.36, 0.307] },
    ];
    for (const patch of patches) {
      for (const perCm2 of [160, 220, 300]) {
        expect(matched({ ...patch, fill: { ...FILL, perCm2 } }).deltaE).toBeLessThan(3);
      }
    }
  });

  it('takes a thinner pigment for a denser fill', () => {
    const patch = { skin: SWATCH_SKIN, stubble: share(SWATCH_SKIN, [0.54, 0.71, 0.85]) };
    const sparse = matched({ ...patch, fill: { ...FILL, perCm2: 160 } });
    const dense = matched({ ...patch, fill: { ...FILL, perCm2: 300 } });
    expect(dense.dilution).toBeGreaterThan(sparse.dilution);
  });

  it('says so where no pigment comes near', () => {
    const match = matched({ skin: SWATCH_SKIN, stubble: [0.02, 0.02, 0.02] });
    expect(match.deltaE).toBeGreaterThan(3);
    expect(match.matches).toBe(false);
  });

  it('refuses hair that is no darker than the skin, and patches that cannot be read', () => {
    const request = { fill: FILL, ownPigments: [] };
    expect(matchColour({ ...request, skin: MEDIUM, stubble: SWATCH_SKIN })).toMatchObject({
      error: { kind: 'notDarker' },
    });
    expect(matchColour({ ...request, skin: [0, 0, 0], stubble: [0, 0, 0] })).toMatchObject({
      error: { kind: 'unreadable' },
    });
    expect(matchColour({ ...request, skin: [NaN, 0, 0], stubble: [0, 0, 0] })).toMatchObject({
      error: { kind: 'unreadable' },
    });
  });
});
