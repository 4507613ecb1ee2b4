import { describe, expect, it } from 'vitest';
import { DEFAULT_EDGE } from '../../../src/core/design/edgeShape';
import { DEFAULT_FILL } from '../../../src/core/design/fillRanges';
import { edgeSection, STRIP } from '../../../src/core/plan/edgeSection';

const section = (fill: Partial<typeof DEFAULT_FILL>, edge: Partial<typeof DEFAULT_EDGE>, seed = 7) => {
  const made = edgeSection({ ...DEFAULT_FILL, ...fill }, { ...DEFAULT_EDGE, ...edge }, seed);
  if (made === null) throw new Error('a section');
  return made;
};
const at = (made: ReturnType<typeof section>, behindMm: number) =>
  made.rise.find((each) => Math.abs(each.behindMm - behindMm) < 0.26) ?? { count: NaN, size: NaN, shade: NaN };

describe('the cross-section of an edge', () => {
  it('shows the dots of that seed, the same again, and others for another', () => {
    expect(section({}, {})).toEqual(section({}, {}));
    expect(section({}, {}, 8).dots).not.toEqual(section({}, {}).dots);
  });

  it('holds as many dots well inside as the density asks for', () => {
    const { dots } = section({ perCm2: 200 }, {});
    const inside = dots.filter(({ behindMm }) => behindMm > 10).length;
    // 30 mm × 5 mm at 200/cm² are 300, give or take the natural variation of so small a patch.
    expect(inside).toBeGreaterThan(240);
    expect(inside).toBeLessThan(360);
    expect(at(section({}, {}), 12).count).toBeGreaterThan(0.85);
  });

  it('rises over the width of the transition: a wide one later than a narrow one', () => {
    const narrow = section({ softEdgeMm: 2 }, {});
    const wide = section({ softEdgeMm: 12 }, {});
    expect(at(narrow, 3).count).toBeGreaterThan(0.7);
    expect(at(wide, 3).count).toBeLessThan(0.5);
  });

  it('begins at the size and the shade at the line and ends at full', () => {
    const made = section({}, { sizeAtLine: 0.6, shadeAtLine: 0.3 });
    expect(at(made, -0.75)).toMatchObject({ size: 0.6, shade: 0.3 });
    expect(at(made, 14.25).size).toBeCloseTo(1, 1);
    expect(at(made, 14.25).shade).toBeCloseTo(1, 1);
  });

  it('sets strays ahead of the line only where they are wanted, and none farther', () => {
    const ahead = (straysMm: number) =>
      section({}, { straysMm, wanderMm: 0 }).dots.filter(({ behindMm }) => behindMm < -0.6).length;
    expect(ahead(0)).toBe(0);
    expect(ahead(3)).toBeGreaterThan(0);
    expect(Math.min(...section({}, { straysMm: 3, wanderMm: 0 }).dots.map(({ behindMm }) => behindMm))).toBeGreaterThan(
      -3.6,
    );
  });

  it('shows the strip alone', () => {
    for (const { alongMm, behindMm } of section({}, {}).dots) {
      expect(alongMm).toBeGreaterThanOrEqual(0);
      expect(alongMm).toBeLessThanOrEqual(STRIP.longMm);
      expect(behindMm).toBeGreaterThanOrEqual(-STRIP.aheadMm);
      expect(behindMm).toBeLessThan(STRIP.behindMm);
    }
  });
});
