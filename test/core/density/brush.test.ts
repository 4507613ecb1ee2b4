import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BrushError, BrushStroke } from '../../../src/core/density/brush';
import { brushField } from '../../../src/core/density/brush';
import type { DensityField } from '../../../src/core/density/field';
import { CEILING_PER_CM2, densityAt } from '../../../src/core/density/field';
import { distanceToSegments, segmentsOfLine } from '../../../src/core/geometry/distance';
import { DENSITY_CEILING } from '../../../src/core/scatter/tile/tileShape';
import { dotsOf, fieldOf } from '../scatter/scattered';

/** 15 × 10 cm in steps of half a millimetre, rising from 100 to 250 dots/cm², none in the last 2 cm. */
const field = fieldOf(-5, -4, 15, 10, 0.05, (x) => (x > 8 ? 0 : 100 + 10 * (x + 5)));
const stroke = (over: Partial<BrushStroke>): BrushStroke => ({
  path: Float64Array.of(-2, 0, 0, 1, 3, 0.5),
  radiusMm: 4,
  featherMm: 3,
  kind: 'more',
  strength: 0.5,
  ...over,
});

function brushed(strokes: readonly BrushStroke[], on: DensityField = field): DensityField {
  const made = brushField(on, strokes);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

/** Distance in cm of every node from a stroke's way. */
const distances = ({ path }: BrushStroke): Float32Array =>
  distanceToSegments(field, path.length > 2 ? segmentsOfLine(path) : Float64Array.of(...path, ...path), 30);

/** Strokes are followed to a twentieth of a step, cm. */
const FOLLOWED = field.step / 20 + 1e-5;

const coordinate = fc.double({ min: -7, max: 12, noNaN: true });
const anyStroke: fc.Arbitrary<BrushStroke> = fc.record({
  path: fc
    .array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 6 })
    .map((places) => Float64Array.from(places.flat())),
  radiusMm: fc.double({ min: 0, max: 15, noNaN: true }),
  featherMm: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 15, noNaN: true })),
  kind: fc.constantFrom('more', 'less', 'target', 'smooth', 'exclude'),
  strength: fc.double({ min: 0, max: 1, noNaN: true }),
  perCm2: fc.double({ min: 0, max: CEILING_PER_CM2, noNaN: true }),
});

describe('a stroke', () => {
  it.each<[string, Partial<BrushStroke>, (density: number) => number]>([
    ['more', { kind: 'more', strength: 0.3 }, (density) => density * 1.3],
    ['less', { kind: 'less', strength: 0.3 }, (density) => density * 0.7],
    ['less, all of it', { kind: 'less', strength: 1 }, () => 0],
    ['target', { kind: 'target', strength: 1, perCm2: 310 }, () => 310],
    ['half way to a target', { kind: 'target', strength: 0.5, perCm2: 300 }, (density) => density / 2 + 150],
    ['a brush thinner than the grid', { kind: 'more', strength: 1, radiusMm: 0.1, featherMm: 0 }, (d) => 2 * d],
  ])('%s: on its way the density is what was asked for, within 2 %%', (_, over, asked) => {
    const after = brushed([stroke(over)]);
    for (let t = 0; t <= 1; t += 0.03) {
      const x = -2 + 2 * t;
      const wanted = asked(densityAt(field, x, t));
      expect(Math.abs(densityAt(after, x, t) - wanted)).toBeLessThanOrEqual(0.02 * wanted);
    }
  });

  it('and so do the dots: counted along a broad stroke', () => {
    const path = Float64Array.of(-4, 1, 6, 1);
    const after = brushed([stroke({ path, radiusMm: 10, kind: 'target', strength: 1, perCm2: 260 })]);
    const { x, y } = dotsOf({ seed: 4, field: after });
    const inside = x.filter((at, i) => at > -4 && at < 6 && Math.abs((y[i] as number) - 1) < 0.9);
    expect(Math.abs(inside.length / (10 * 1.8) / 260 - 1)).toBeLessThan(0.02);
  });

  it('fades over its feather, and neither crossing itself nor resting makes it stronger', () => {
    const straight = stroke({ path: Float64Array.of(-3, 0, 3, 0), strength: 1 });
    const after = brushed([straight]);
    const factor = (y: number): number => densityAt(after, 0, y) / densityAt(field, 0, y);
    const rise = [0.35, 0.45, 0.55, 0.65].map(factor);
    expect(rise[0]).toBeCloseTo(2, 3);
    for (let i = 1; i < rise.length; i++) expect(rise[i]).toBeLessThan(rise[i - 1] ?? 0);
    expect(factor(0.55)).toBeCloseTo(1.5, 2);
    expect(factor(0.75)).toBe(1);
    const twice = stroke({ path: Float64Array.of(-3, 0, 3, 0, 3, 0, -3, 0), strength: 1 });
    expect(brushed([twice]).perCm2).toEqual(after.perCm2);
  });

  it('never widens an area, but a target brings back what was taken away', () => {
    const path = Float64Array.of(-4, 0, 9.9, 0);
    const gone = stroke({ path, kind: 'less', strength: 1, featherMm: 0 });
    const back = stroke({ path, kind: 'target', strength: 1, perCm2: 200, featherMm: 0 });
    const after = brushed([gone, back]);
    expect(densityAt(brushed([gone]), 0, 0)).toBe(0);
    expect(densityAt(after, 0, 0)).toBe(200);
    expect(densityAt(after, 9, 0)).toBe(0);
  });

  it("stays below the engine's ceiling", () => {
    expect(CEILING_PER_CM2).toBe(DENSITY_CEILING);
    const after = brushed(Array.from({ length: 5 }, () => stroke({ strength: 1 })));
    expect(Math.max(...after.perCm2)).toBe(CEILING_PER_CM2);
    expect(dotsOf({ seed: 1, field: after }).clampedAbove).toBeNull();
  });
});

describe('many strokes', () => {
  it('what no stroke reaches is identical to the bit, whatever the strokes', () => {
    fc.assert(
      fc.property(fc.array(anyStroke, { maxLength: 5 }), (strokes) => {
        const after = brushed(strokes);
        const reached = new Uint8Array(field.perCm2.length);
        for (const each of strokes) {
          const reach = Math.max(each.radiusMm / 10, Math.SQRT2 * field.step) + each.featherMm / 10 + FOLLOWED;
          distances(each).forEach((distance, node) => {
            if (distance <= reach) reached[node] = 1;
          });
        }
        const before = new Uint32Array(field.perCm2.buffer);
        const changed = new Uint32Array(after.perCm2.buffer).findIndex((b, i) => reached[i] === 0 && b !== before[i]);
        expect(changed).toBe(-1);
        expect(after.perCm2.every((value) => value >= 0 && value <= CEILING_PER_CM2)).toBe(true);
      }),
      { seed: 31, numRuns: 40 },
    );
  });

  it('their order matters only where they overlap', () => {
    fc.assert(
      fc.property(anyStroke, anyStroke, (a, b) => {
        const [one, other] = [brushed([a, b]), brushed([b, a])];
        const reach = (s: BrushStroke): number => Math.max(s.radiusMm / 10, Math.SQRT2 * field.step) + s.featherMm / 10;
        const [nearA, nearB] = [distances(a), distances(b)];
        one.perCm2.forEach((value, node) => {
          const overlap = (nearA[node] ?? 0) <= reach(a) + FOLLOWED && (nearB[node] ?? 0) <= reach(b) + FOLLOWED;
          if (!overlap && value !== other.perCm2[node]) throw new Error(`node ${node} depends on the order`);
        });
      }),
      { seed: 32, numRuns: 40 },
    );
    const less = stroke({ kind: 'less' });
    const target = stroke({ kind: 'target', perCm2: 300 });
    expect(brushed([less, target]).perCm2).not.toEqual(brushed([target, less]).perCm2);
  });

  it('leave the field that they were given as it was', () => {
    const before = field.perCm2.slice();
    brushed([stroke({})]);
    expect(field.perCm2).toEqual(before);
    expect(brushed([]).perCm2).toEqual(before);
  });
});

describe('a malformed stroke is answered with which and what', () => {
  it.each<[BrushError['kind'], Partial<BrushStroke>]>([
    ['strokePathMalformed', { path: new Float64Array(0) }],
    ['strokePathMalformed', { path: Float64Array.of(1, 2, 3) }],
    ['strokePathMalformed', { path: Float64Array.of(1, NaN) }],
    ['strokeWidthOutOfRange', { radiusMm: -1 }],
    ['strokeWidthOutOfRange', { featherMm: NaN }],
    ['strokeWidthOutOfRange', { radiusMm: 150, featherMm: 100 }],
    ['strokeStrengthOutOfRange', { strength: 1.2 }],
    ['strokeStrengthOutOfRange', { strength: NaN }],
    ['strokeTargetOutOfRange', { kind: 'target' }],
    ['strokeTargetOutOfRange', { kind: 'target', perCm2: 2000 }],
  ])('%s', (kind, over) => {
    const made = brushField(field, [stroke({}), stroke(over)]);
    expect(made.ok ? null : made.error).toMatchObject({ kind, stroke: 1 });
  });
});
