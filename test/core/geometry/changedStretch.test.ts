import { describe, expect, it } from 'vitest';
import { changedRing, changedStretch, ringBetween } from '../../../src/core/geometry/changedStretch';
import { ringsAreaCm2 } from '../../../src/core/geometry/rings';

const line = Float64Array.of(0, 0, 1, 0, 2, 0, 3, 0, 4, 0);

describe('the stretch in which two lines differ', () => {
  it('runs from the last place they share before it to the first after it', () => {
    const moved = Float64Array.of(0, 0, 1, 0, 1.5, 1, 2.5, 1, 3, 0, 4, 0);
    expect(changedStretch(line, moved)).toEqual({
      before: Float64Array.of(1, 0, 2, 0, 3, 0),
      now: Float64Array.of(1, 0, 1.5, 1, 2.5, 1, 3, 0),
    });
    expect(changedStretch(line, line.slice())).toBe(null);
  });

  it('reaches to an end that has moved', () => {
    const longer = Float64Array.of(...line, 5, 0);
    expect(changedStretch(line, longer)).toEqual({ before: Float64Array.of(4, 0), now: Float64Array.of(4, 0, 5, 0) });
  });

  it('of a ring may run across its first place', () => {
    const square = Float64Array.of(0, 0, 2, 0, 4, 0, 4, 4, 2, 4, 0, 4);
    const dented = Float64Array.of(1, 1, 2, 0, 4, 0, 4, 4, 2, 4, 0, 4);
    const found = changedRing(square, dented);
    expect(found?.before).toEqual(Float64Array.of(0, 4, 0, 0, 2, 0));
    expect(found?.now).toEqual(Float64Array.of(0, 4, 1, 1, 2, 0));
    expect(changedRing(square, Float64Array.of(4, 4, 2, 4, 0, 4, 0, 0, 2, 0, 4, 0))).toBe(null);
  });

  it('encloses what lies between the two', () => {
    const found = changedStretch(line, Float64Array.of(0, 0, 1, 0, 1, 2, 3, 2, 3, 0, 4, 0));
    expect(found === null ? 0 : ringsAreaCm2([ringBetween(found.before, found.now)])).toBeCloseTo(4, 9);
  });
});
