import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brushField, type BrushStroke } from '../../../src/core/density/brush';
import { paintField } from '../../../src/core/density/brushLayer';
import { densityAt, type DensityField } from '../../../src/core/density/field';
import { strokeStack, type StrokeStack } from '../../../src/core/density/strokeStack';
import { fieldOf } from '../scatter/scattered';

const field = fieldOf(-6, -6, 12, 12, 0.05, (x, y) => (x > 5 ? 0 : 150 + 8 * x + 5 * y));

/** The strokes of a session at the brush: short ways all over the head. */
const strokesOf = (count: number): BrushStroke[] =>
  Array.from({ length: count }, (_, i): BrushStroke => {
    const [x, y] = [5.5 * Math.sin(i * 1.7), 5.5 * Math.cos(i * 2.3)];
    return {
      path: Float64Array.of(x, y, x + Math.cos(i), y + Math.sin(i), x + 2 * Math.cos(i), y + 1.7 * Math.sin(i)),
      radiusMm: 2 + (i % 5),
      featherMm: 2,
      kind: (['more', 'less', 'smooth', 'target', 'exclude'] as const)[i % 5] ?? 'more',
      strength: 0.1 + 0.8 * ((i * 0.37) % 1),
      perCm2: 100 + ((i * 31) % 200),
    };
  });

function painted(stack: StrokeStack, strokes: readonly BrushStroke[]): DensityField {
  const layer = stack.flatten(strokes);
  if (!layer.ok) throw new Error(layer.error.kind);
  return paintField(field, layer.value);
}

function anew(strokes: readonly BrushStroke[]): DensityField {
  const made = brushField(field, strokes);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

describe('a stack of strokes', () => {
  it('is what the strokes are one by one, however they were added, undone and replaced', () => {
    const all = strokesOf(40);
    const other = strokesOf(60).slice(45);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), fc.boolean()), { minLength: 1, maxLength: 6 }), (steps) => {
        const stack = strokeStack(0.5);
        for (const [count, branch] of steps) {
          const strokes = branch ? [...all.slice(0, count), ...other] : all.slice(0, count);
          const copies = strokes.map((stroke) => ({ ...stroke, path: stroke.path.slice() }));
          expect(painted(stack, copies).perCm2).toEqual(anew(strokes).perCm2);
        }
      }),
      { seed: 5, numRuns: 5 },
    );
  });

  it('lays one stroke more, or one less, without going over two thousand again', () => {
    const many = strokesOf(2000);
    const stack = strokeStack(0.5);
    const before = painted(stack, many);
    // Paths that must not be read again say so.
    let read = 0;
    const watched = many.map((stroke) => ({
      ...stroke,
      get featherMm() {
        read++;
        return 2;
      },
    }));
    painted(stack, watched);
    read = 0;
    const extra: BrushStroke = { ...(many[0] as BrushStroke), kind: 'target', perCm2: 300, strength: 1 };
    painted(stack, [...watched, extra]);
    expect(read).toBeLessThanOrEqual(2 * watched.length);
    expect(painted(stack, many).perCm2).toEqual(before.perCm2);
  });

  it('says which stroke is malformed, and goes on from the good ones', () => {
    const stack = strokeStack(0.5);
    const good = strokesOf(30);
    painted(stack, good);
    const bad = { ...(good[0] as BrushStroke), path: Float64Array.of(NaN, 0) };
    const made = stack.flatten([...good, bad]);
    expect(made.ok ? null : made.error).toEqual({ kind: 'strokePathMalformed', stroke: 30 });
    expect(painted(stack, good).perCm2).toEqual(anew(good).perCm2);
  });
});

describe('smoothing', () => {
  const strokeAcross = (over: Partial<BrushStroke>): BrushStroke => ({
    path: Float64Array.of(-4, 0, 4, 0),
    radiusMm: 20,
    featherMm: 0,
    kind: 'smooth',
    strength: 1,
    ...over,
  });

  it('turns the border of another stroke into a slope, and keeps the mean', () => {
    const half = strokeAcross({ kind: 'less', strength: 0.6, path: Float64Array.of(0, -4, 0, 4) });
    const rough = anew([half]);
    const smooth = anew([half, strokeAcross({})]);
    const jump = (of: DensityField): number => Math.abs(densityAt(of, 2.05, 0) - densityAt(of, 1.95, 0));
    expect(jump(rough)).toBeGreaterThan(80);
    expect(jump(smooth)).toBeLessThan(25);
    const sum = (of: DensityField): number => {
      let total = 0;
      for (let x = 1; x <= 3; x += 0.05) total += densityAt(of, x, 0);
      return total;
    };
    expect(Math.abs(sum(smooth) / sum(rough) - 1)).toBeLessThan(0.02);
  });

  it('evens out what the area itself brings', () => {
    const spots = fieldOf(-6, -6, 12, 12, 0.05, (x) => 200 + 60 * Math.sin(x * 20));
    const made = brushField(spots, [strokeAcross({})]);
    if (!made.ok) throw new Error(made.error.kind);
    const spread = (of: DensityField): number => {
      const values = Array.from({ length: 40 }, (_, i) => densityAt(of, -1 + i * 0.05, 0));
      return Math.max(...values) - Math.min(...values);
    };
    expect(spread(made.value)).toBeLessThan(spread(spots) / 4);
  });
});
