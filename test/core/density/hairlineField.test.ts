import { describe, expect, it } from 'vitest';
import type { DensityField } from '../../../src/core/density/field';
import { densityAt } from '../../../src/core/density/field';
import type { HairlineField, HairlineFieldInput } from '../../../src/core/density/hairlineField';
import { DEPTH_BAND_MM, hairlineField } from '../../../src/core/density/hairlineField';
import { cutField } from '../../../src/core/density/cutField';
import { joinFields } from '../../../src/core/density/joinFields';
import { NATURAL_VARIATION } from '../../../src/core/density/variation';
import { insideRings, ringsAreaCm2 } from '../../../src/core/geometry/rings';
import { scatter } from '../../../src/core/scatter/scatter';
import { byId, dotsOf } from '../scatter/scattered';

/** A hairline across the front at y = 0, 14 cm wide, a little bent; the area lies behind it, at greater y. */
const bend = (x: number): number => 0.02 * x * x;
const hairline = Array.from({ length: 141 }, (_, i): [number, number] => [i / 10 - 7, bend(i / 10 - 7)]);
const region = [[...hairline, [7, 9], [-7, 9]] as [number, number][]];
const calm: HairlineFieldInput = {
  hairline,
  region,
  perCm2: 200,
  seed: 5,
  edge: { softMm: 6, wanderMm: 0, gapsMm: 0, straysMm: 0 },
};
const natural: HairlineFieldInput = { ...calm, edge: { softMm: 6 }, variation: NATURAL_VARIATION };

function fieldFor(input: HairlineFieldInput): HairlineField {
  const made = hairlineField(input);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

/** Mean density along a level band `mm` behind (ahead: negative) the hairline, away from its ends. */
function meanAt({ field }: HairlineField, mm: number): number {
  let sum = 0;
  for (let i = 0; i < 1000; i++) {
    const x = i / 100 - 5;
    sum += densityAt(field, x, bend(x) + mm / 10);
  }
  return sum / 1000;
}

describe('a hard edge', () => {
  it('is even right up to the outline, which the clip cuts: the mean inside is exactly the density', () => {
    const hard = fieldFor({ ...calm, edge: { softMm: 0 } });
    expect(hard.clip).toBe(region);
    for (const [x, y] of [
      [0, 0.001],
      [-6.99, 8.99],
      [3, 5],
    ] as const) {
      expect(densityAt(hard.field, x, y)).toBe(200);
    }
    const dots = dotsOf({ seed: 1, field: hard.field, clip: hard.clip ?? undefined });
    expect(Math.abs(dots.count / ringsAreaCm2(region) / 200 - 1)).toBeLessThan(0.005);
    for (let i = 0; i < dots.count; i++) {
      if (!insideRings(region, dots.x[i] as number, dots.y[i] as number)) throw new Error(`dot ${i} is outside`);
    }
  });
});

describe('a soft edge', () => {
  it('rises from nothing at the line to the full count at its depth, and does not fall again', () => {
    const soft = fieldFor(calm);
    expect(soft.clip).toBeNull();
    expect(meanAt(soft, -1)).toBe(0);
    const rise = [0, 1, 2, 3, 4, 5, 6, 8].map((mm) => meanAt(soft, mm));
    for (let i = 1; i < rise.length; i++) expect(rise[i]).toBeGreaterThanOrEqual((rise[i - 1] ?? 0) - 1e-3);
    expect(rise[0]).toBeLessThan(10);
    expect(rise[3]).toBeGreaterThan(80);
    expect(rise[3]).toBeLessThan(120);
    expect(rise[7]).toBeCloseTo(200, 3);
  });

  it('sets a few strays one to three millimetres ahead, and nothing farther', () => {
    const strays = fieldFor({ ...calm, edge: { softMm: 6, wanderMm: 0, straysMm: 3 } });
    expect(meanAt(strays, -1)).toBeGreaterThan(1);
    expect(meanAt(strays, -1)).toBeLessThan(20);
    expect(meanAt(strays, -4)).toBe(0);
    let ahead = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { x, y } = dotsOf({ seed, field: strays.field });
      const aheadMm = x.map((at, i) => 10 * (bend(at) - (y[i] as number)));
      // The field is linear between nodes, so that a dot may stand up to a node's diagonal farther.
      expect(Math.max(...aheadMm)).toBeLessThan(3 + 0.71);
      ahead += aheadMm.filter((mm) => mm > 1).length / 20;
    }
    expect(ahead).toBeGreaterThan(3);
    expect(ahead).toBeLessThan(40);
  });

  it('wanders as far as asked: the line of half density strays by its standard deviation', () => {
    const wandering = fieldFor({ ...calm, edge: { softMm: 4, wanderMm: 1.2, gapsMm: 0, straysMm: 0 } });
    const crossings: number[] = [];
    for (let x = -5.5; x <= 5.5; x += 0.05) {
      for (let mm = -4; mm < 8; mm += 0.05) {
        if (densityAt(wandering.field, x, bend(x) + mm / 10) < 100) continue;
        crossings.push(mm);
        break;
      }
    }
    const mean = crossings.reduce((sum, mm) => sum + mm, 0) / crossings.length;
    const sd = Math.sqrt(crossings.reduce((sum, mm) => sum + (mm - mean) ** 2, 0) / crossings.length);
    expect(sd).toBeGreaterThan(0.6);
    expect(sd).toBeLessThan(2);
  });

  it('along the rest of the outline the count rises within the way asked for, and none stands outside', () => {
    const soft = fieldFor({ ...natural, edge: { softMm: 6, outlineMm: 2 } });
    expect(densityAt(soft.field, 0, 8.99)).toBeLessThan(20);
    expect(densityAt(fieldFor({ ...calm, edge: { softMm: 6, outlineMm: 2 } }).field, 0, 8.7)).toBeCloseTo(200, 3);
    const dots = dotsOf({ seed: 1, field: soft.field });
    expect(dots.y.every((y) => y < 9.06)).toBe(true);
    expect(dots.x.every((x) => Math.abs(x) < 7.06)).toBe(true);
  });
});

describe('natural variation', () => {
  it('keeps the mean at the density asked for and has the spread asked for', () => {
    let mean = 0;
    let spread = 0;
    for (const seed of [1, 2, 3, 4]) {
      const { field } = fieldFor({ ...natural, edge: { softMm: 0 }, seed });
      const logs = Array.from(field.perCm2, Math.log);
      const logMean = logs.reduce((sum, v) => sum + v, 0) / logs.length;
      spread += Math.sqrt(logs.reduce((sum, v) => sum + (v - logMean) ** 2, 0) / logs.length) / 4;
      mean += field.perCm2.reduce((sum, v) => sum + v, 0) / field.perCm2.length / 4;
    }
    expect(Math.abs(mean / 200 - 1)).toBeLessThan(0.015);
    expect(Math.abs(spread - 0.3)).toBeLessThan(0.02);
  });
});

describe('stability', () => {
  it('moving one end of the hairline leaves every dot at the other end where it was', () => {
    const before = fieldFor(natural);
    const moved = hairline.map(([x, y]): [number, number] => (x > 3 ? [x, y + 0.2 * (x - 3)] : [x, y]));
    const after = fieldFor({ ...natural, hairline: moved, region: [[...moved, [7, 9], [-7, 9]]] });
    const left = (made: HairlineField): string[] =>
      [...byId(dotsOf({ seed: 3, field: made.field })).values()].filter((dot) => Number(dot.split(' ')[0]) < 0.5);
    // The grids begin elsewhere; dots are compared whatever their order.
    expect(left(after).sort()).toEqual(left(before).sort());
  });
});

describe('depth', () => {
  it('is the signed distance to the drawn line in mm, whatever its dots wander', () => {
    const { field, depthMm } = fieldFor(natural);
    const at = (x: number, y: number): number => {
      const c = Math.round((x - field.originX) / field.step);
      const r = Math.round((y - field.originY) / field.step);
      return depthMm[r * field.columns + c] as number;
    };
    expect(at(0, 0.5)).toBeCloseTo(5, 0);
    expect(at(0, 1)).toBeCloseTo(10, 0);
    expect(at(0, -0.2)).toBeCloseTo(-2, 0);
    expect(at(0, 5)).toBe(16);
    // Along the rest of the outline it rises far faster, but from zero.
    expect(at(0, 8.95)).toBeGreaterThan(1);
    expect(at(0, 8.95)).toBeLessThan(10);
    expect(at(0, 8.5)).toBe(16);
    expect(at(0, 9.05)).toBeLessThanOrEqual(0);
  });

  it('is zero at nodes exactly on the hairline, whichever side they count to, and has the sign of the side beside it', () => {
    for (const behind of [1, -1]) {
      // A level line on a row of nodes, its area below it and above it.
      const line = Array.from({ length: 21 }, (_, i): [number, number] => [i / 2 - 5, 0]);
      const area = [[...line, [5, 6 * behind], [-5, 6 * behind]] as [number, number][]];
      const { field, depthMm } = fieldFor({ ...calm, hairline: line, region: area });
      const column = Math.round(-field.originX / field.step);
      const row = Math.round(-field.originY / field.step);
      const at = (rows: number): number => depthMm[(row + rows) * field.columns + column] as number;
      expect(Math.abs(field.originY + row * field.step)).toBeLessThan(1e-12);
      expect(Math.abs(at(0))).toBeLessThan(1e-6);
      expect(at(behind)).toBeCloseTo(10 * field.step, 4);
      expect(at(-behind)).toBeCloseTo(-10 * field.step, 4);
    }
  });

  it('stays within its band everywhere', () => {
    const { depthMm } = fieldFor(natural);
    expect(depthMm.every((mm) => Math.abs(mm) <= DEPTH_BAND_MM)).toBe(true);
  });
});

describe('joining', () => {
  it('two areas of one density: as many dots in a band of 2 mm along the overlap as inside, within 3 %', () => {
    const box = (x0: number, x1: number): [number, number][] => [
      [x0, 0],
      [x1, 0],
      [x1, 12],
      [x0, 12],
    ];
    const part = (x0: number, x1: number): DensityField => {
      const region = [box(x0, x1)];
      const made = fieldFor({ ...calm, hairline: [], region, edge: { softMm: 0 }, perCm2: 300 });
      return cutField(made.field, region);
    };
    const joined = joinFields([part(-6, 0.6), part(-0.6, 6)]);
    if (joined === null) throw new Error('nothing joined');
    const counts = { band: 0, inside: 0 };
    for (let seed = 0; seed < 40; seed++) {
      const { x, y, count } = dotsOf({ seed, field: joined });
      for (let i = 0; i < count; i++) {
        const across = x[i] as number;
        if ((y[i] as number) < 1 || (y[i] as number) > 11) continue;
        if (Math.abs(Math.abs(across) - 0.6) < 0.1) counts.band++;
        if (Math.abs(across) > 2 && Math.abs(across) < 4) counts.inside++;
      }
    }
    // Two bands of 0.2 cm against two of 2 cm.
    expect(Math.abs((10 * counts.band) / counts.inside - 1)).toBeLessThan(0.03);
  });

  it('overlapping areas join by maximum, without a seam', () => {
    const left = fieldFor({
      ...calm,
      hairline: [],
      region: [
        [
          [0, 0],
          [5, 0],
          [5, 5],
          [0, 5],
        ],
      ],
    });
    const right = fieldFor({
      ...calm,
      hairline: [],
      region: [
        [
          [3, 1],
          [9, 1],
          [9, 6],
          [3, 6],
        ],
      ],
      perCm2: 120,
    });
    const joined = joinFields([left.field, right.field]);
    if (joined === null) throw new Error('nothing joined');
    for (const [x, y] of [
      [1.23, 2.17],
      [4, 3],
      [7.5, 5.1],
      [8.99, 1.02],
    ] as const) {
      const expected = Math.max(densityAt(left.field, x, y), densityAt(right.field, x, y));
      expect(densityAt(joined, x, y)).toBeCloseTo(expected, 0);
    }
    expect(densityAt(joined, 4, 3)).toBeCloseTo(200, 3);
    expect(scatter({ seed: 1, field: joined }).kind).toBe('dots');
    expect(joinFields([])).toBeNull();
    expect(joinFields([left.field])).toBe(left.field);
  });

  it('fields of other steps join too, and a hard area is cut before', () => {
    const coarse = fieldFor({ ...calm, stepMm: 1 });
    const hard = fieldFor({ ...calm, edge: { softMm: 0 } });
    const joined = joinFields([coarse.field, cutField(hard.field, region)]);
    if (joined === null) throw new Error('nothing joined');
    expect(densityAt(joined, 0, 0.4)).toBeCloseTo(200, 3);
    expect(densityAt(joined, 0, -0.1)).toBe(0);
  });
});

describe('bad input', () => {
  it.each<[string, HairlineFieldInput]>([
    ['regionMalformed', { ...calm, region: [] }],
    ['regionMalformed', { ...calm, region: [hairline.slice(0, 2)] }],
    ['regionMalformed', { ...calm, hairline: [[0, NaN]] }],
    ['densityOutOfRange', { ...calm, perCm2: -1 }],
    ['densityOutOfRange', { ...calm, perCm2: NaN }],
    [
      'extentTooLarge',
      {
        ...calm,
        region: [
          [
            [0, 0],
            [900, 0],
            [900, 5],
          ],
        ],
      },
    ],
  ])('%s', (kind, input) => {
    const made = hairlineField(input);
    expect(!made.ok && made.error.kind).toBe(kind);
  });
});
