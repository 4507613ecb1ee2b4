import { describe, expect, it } from 'vitest';
import { mix32 } from '../../../../src/core/density/hash';
import { fillOverDonor, readDonor } from '../../../../src/core/pigment/hair/donorPatch';
import { fillColour } from '../../../../src/core/pigment/colour/fillColour';
import { DEFAULT_LOOK } from '../../../../src/core/pigment/marks/markFigures';
import { lookOnSkin } from '../../../../src/core/pigment/skin/onPhoto';
import { skinReading } from '../../../../src/core/pigment/skin/skinReading';

const SIDE = 110;
const MM_PER_PX = 0.117;

/** Skin with a speck of hair on each place of a loose grid `spacing` mm apart. */
function stubble(spacing: number): Uint8Array {
  const rgba = new Uint8Array(4 * SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const [u, v] = [(x * MM_PER_PX) / spacing, (y * MM_PER_PX) / spacing];
      const [i, j] = [Math.floor(u), Math.floor(v)];
      const shake = (salt: number): number => ((mix32(i * 977 + j * 331 + salt) % 100) / 100 - 0.5) * 0.4;
      const away = Math.hypot(u - i - 0.5 - shake(1), v - j - 0.5 - shake(2)) * spacing;
      const shade = 1 - 0.5 * Math.exp(-(away ** 2) / (2 * 0.12 ** 2));
      rgba.set([180 * shade, 140 * shade, 118 * shade, 255], 4 * (y * SIDE + x));
    }
  }
  return rgba;
}

const patchOf = (rgba: Uint8Array) => ({
  rgba,
  width: SIDE,
  firstRow: 0,
  x: SIDE / 2,
  y: SIDE / 2,
  mmPerPx: MM_PER_PX,
  halfMm: 5,
  facing: 1,
});

describe('a donor patch', () => {
  it.each([0.75, 0.85, 1])('with a hair every %f mm holds as many as are counted, within 10 %%', (spacing) => {
    const read = readDonor(patchOf(stubble(spacing)));
    expect(Math.abs((read.ok ? read.value.hairsPerCm2 : 0) * (spacing / 10) ** 2 - 1)).toBeLessThan(0.1);
  });

  it('seen aslant shows the hairs of more scalp', () => {
    const [level, slanting] = [1, 0.8].map((facing) => readDonor({ ...patchOf(stubble(1)), facing }));
    expect(level?.ok && slanting?.ok && level.value.hairsPerCm2 / slanting.value.hairsPerCm2).toBeCloseTo(1.25, 5);
  });

  it.each([
    ['bare skin', {}, 'noHair'],
    ['a photo too coarse for hairs', { mmPerPx: 0.2 }, 'tooCoarse'],
    ['a place at the edge of the photo', { x: 3 }, 'outsidePhoto'],
  ])('is none on %s, and says so', (_, over, kind) => {
    const read = readDonor({ ...patchOf(new Uint8Array(4 * SIDE * SIDE).fill(150)), ...over });
    expect(read.ok ? 'ok' : read.error.kind).toBe(kind);
  });
});

it('the healed fill is told lighter or darker than the hair', () => {
  const skin = [0.3, 0.18, 0.12] as const;
  const fill = { dotSizeMm: 0.28 };
  const look = lookOnSkin(DEFAULT_LOOK, skinReading(skin));
  const at = (perCm2: number) => fillColour(skin, look, { ...fill, perCm2 });
  expect(fillOverDonor({ hairsPerCm2: 170, colour: at(170) }, skin, DEFAULT_LOOK, fill)).toBeCloseTo(1, 6);
  expect(fillOverDonor({ hairsPerCm2: 170, colour: at(300) }, skin, DEFAULT_LOOK, fill)).toBeGreaterThan(1.05);
});
