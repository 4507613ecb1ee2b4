import { describe, expect, it } from 'vitest';
import { densityAt, type DensityField } from '../../../src/core/density/field';
import { fadeIntoHair } from '../../../src/core/density/fadeIntoHair';
import type { HairlineField } from '../../../src/core/density/hairlineField';
import { joinFields } from '../../../src/core/density/joinFields';
import { NATURAL_VARIATION } from '../../../src/core/density/variation';
import { zoneField, type ZoneFieldInput } from '../../../src/core/density/zoneField';
import type { Ring } from '../../../src/core/geometry/rings';
import { dotsOf, evenField } from '../scatter/scattered';
import { spacing } from '../scatter/measures';

const box = (x0: number, y0: number, x1: number, y1: number): Ring => [
  { x: x0, y: y0 },
  { x: x1, y: y0 },
  { x: x1, y: y1 },
  { x: x0, y: y1 },
];

function zone(over: Partial<ZoneFieldInput>): HairlineField {
  const made = zoneField({ rings: [box(0, 0, 8, 8)], perCm2: 200, edgeMm: 5, seed: 3, ...over });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

const joined = (...zones: HairlineField[]): DensityField => {
  const all = joinFields(zones.map(({ field }) => field));
  if (all === null) throw new Error('nothing');
  return all;
};

describe('a zone', () => {
  it('is full well inside, rises over its edge and ends at its outline', () => {
    const { field } = zone({});
    expect(densityAt(field, 4, 4)).toBeCloseTo(200, 3);
    expect(densityAt(field, 4, 0.9)).toBeCloseTo(200, 3);
    expect(densityAt(field, 4, 0.25)).toBeLessThan(180);
    expect(densityAt(field, 4, -0.4)).toBe(0);
    // With nodes on the outline.
    expect(densityAt(zone({ edgeMm: 0, stepMm: 0.5 }).field, 4, 0.1)).toBeCloseTo(200, 3);
    expect(densityAt(zone({ edgeMm: 0 }).field, 4, -0.1)).toBe(0);
  });

  it('leaves a hole where a ring lies within another', () => {
    const { field } = zone({ rings: [box(0, 0, 8, 8), box(3, 3, 5, 5)] });
    expect(densityAt(field, 4, 4)).toBe(0);
    expect(densityAt(field, 1.5, 4)).toBeCloseTo(200, 3);
  });

  it.each([
    [
      'an outline of two points',
      {
        rings: [
          [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
        ],
      },
    ],
    ['no outline', { rings: [] }],
    [
      'a place that is none',
      {
        rings: [
          [
            { x: 0, y: NaN },
            { x: 1, y: 1 },
            { x: 2, y: 0 },
          ],
        ],
      },
    ],
    ['an edge that is no number', { edgeMm: NaN }],
  ])('refuses %s', (_, over) => {
    expect(zoneField({ rings: [box(0, 0, 1, 1)], perCm2: 200, edgeMm: 5, seed: 3, ...over }).ok).toBe(false);
  });
});

describe.each([0, 3, 10])('zones of equal density that overlap by 4 mm, edges of %i mm', (edgeMm) => {
  const left: Ring[] = [box(-10, -5, 0.2, 25)];
  const right: Ring[] = [box(-0.2, -5, 10, 25)];
  const both = (variation?: typeof NATURAL_VARIATION): DensityField =>
    joined(
      zone({ rings: left, within: [right], edgeMm, perCm2: 220, variation }),
      zone({ rings: right, within: [left], edgeMm, perCm2: 220, variation }),
    );

  it('show no seam: a 2 mm band along it holds as many dots as the inside', () => {
    let [band, inside] = [0, 0];
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { x, y } = dotsOf({ seed, field: both() });
      x.forEach((at, i) => {
        const deep = (y[i] as number) > 0 && (y[i] as number) < 20;
        if (deep && Math.abs(at) < 0.1) band++;
        if (deep && Math.abs(at) > 3 && Math.abs(at) < 7) inside++;
      });
    }
    expect(Math.abs(band / 0.2 / (inside / 8) - 1)).toBeLessThan(0.03);
  });

  it('with natural variation are to the bit what one zone over both would be', () => {
    const one = zone({ rings: [box(-10, -5, 10, 25)], edgeMm, perCm2: 220, variation: NATURAL_VARIATION }).field;
    const two = both(NATURAL_VARIATION);
    for (let x = -5; x <= 5; x += 0.05) expect(densityAt(two, x, 10)).toBe(densityAt(one, x, 10));
  });

  it('keep the distances of the engine across it', () => {
    const dots = dotsOf({ seed: 9, field: both() });
    const square = { x0: -3, y0: 6, side: 6 };
    const even = dotsOf({ seed: 9, field: evenField(-4, 5, 8, 8, 220) });
    expect(spacing(dots, square, 220)).toEqual(spacing(even, square, 220));
  });
});

it('where a denser zone lies in a thinner one its edge leads from the one to the other', () => {
  const [outer, inner] = [[box(0, 0, 10, 10)], [box(3, 3, 7, 7)]];
  const both = joined(
    zone({ rings: outer, perCm2: 100, within: [inner] }),
    zone({ rings: inner, perCm2: 200, within: [] }),
  );
  expect(densityAt(both, 2, 5)).toBeCloseTo(100, 3);
  expect(densityAt(both, 5, 5)).toBeCloseTo(200, 3);
  expect(densityAt(both, 3, 5)).toBeGreaterThanOrEqual(100);
});

it('dots fade into standing hair over the blend and are gone behind it', () => {
  const { field } = zone({});
  const faded = fadeIntoHair(field, [box(4, -1, 9, 9)], 10);
  expect(densityAt(faded, 3.9, 4)).toBe(densityAt(field, 3.9, 4));
  expect(densityAt(faded, 4.5, 4)).toBeCloseTo(100, 0);
  expect(densityAt(faded, 5.2, 4)).toBe(0);
});

it('a zone narrower than its edge is full along its middle', () => {
  const { field } = zone({ rings: [box(0, 0, 8, 1)], edgeMm: 15 });
  expect(densityAt(field, 4, 0.5)).toBeCloseTo(200, 0);
  expect(densityAt(field, 4, 0.02)).toBeLessThan(60);
});
