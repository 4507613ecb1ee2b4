import { describe, expect, it } from 'vitest';
import { scalpOf } from '../../../src/core/head/scalpOf';
import { combineRings, growRings, lassoRings, ringsCm2, type PhotoRings } from '../../../src/core/head/zoneOutlines';
import { PHOTO } from '../tools/desk';

const scalp = scalpOf(PHOTO);
const flat = scalpOf({ ...PHOTO, view: 'other', outline: { ...PHOTO.outline } });
const disc = (x: number, y: number, radius: number): PhotoRings => [
  Array.from({ length: 60 }, (_, i) => ({ x: x + radius * Math.cos(i / 9.549), y: y + radius * Math.sin(i / 9.549) })),
];
const kind = (made: ReturnType<typeof lassoRings>): string => (made.ok ? 'ok' : made.error.kind);

describe('areas on the scalp', () => {
  it('grow by millimetres of scalp: a disc of 20 mm by 5 is one of 25', () => {
    const grown = growRings(disc(1000, 900, 200), 5, flat);
    if (!grown.ok) throw new Error(grown.error.kind);
    expect(ringsCm2(grown.value, flat)).toBeCloseTo(Math.PI * 2.5 ** 2, 0);
    const radii = grown.value[0]?.map(({ x, y }) => Math.hypot(x - 1000, y - 900)) ?? [];
    expect(Math.min(...radii)).toBeGreaterThan(246);
    expect(Math.max(...radii)).toBeLessThan(254);
  });

  it('grow by as much on the curved head, up to where it turns away', () => {
    for (const [x, y] of [
      [1000, 500],
      [1250, 600],
    ] as const) {
      const [small, grown] = [disc(x, y, 120), growRings(disc(x, y, 120), 4, scalp)];
      if (!grown.ok) throw new Error(grown.error.kind);
      const [before, after] = [ringsCm2(small, scalp), ringsCm2(grown.value, scalp)];
      // A disc of this area, its radius 4 mm longer.
      const radius = Math.sqrt(before / Math.PI);
      expect(Math.abs(after / (Math.PI * (radius + 0.4) ** 2) - 1)).toBeLessThan(0.06);
    }
    expect(kind(growRings(disc(1000, 330, 60), 30, scalp))).toBe('ok');
  });

  it('shrunk away, apart, or too small are refused with what is left', () => {
    expect(kind(growRings(disc(1000, 500, 60), -20, scalp))).toBe('nothingLeft');
    expect(kind(combineRings('intersect', disc(700, 600, 60), disc(1000, 500, 60), scalp))).toBe('nothingLeft');
    expect(kind(combineRings('subtract', disc(700, 600, 60), disc(700, 600, 80), scalp))).toBe('nothingLeft');
    expect(lassoRings(disc(1000, 500, 8)[0] ?? [], scalp)).toMatchObject({
      ok: false,
      error: { kind: 'tooSmall', leastCm2: 0.05 },
    });
    expect(
      kind(
        lassoRings(
          [
            { x: 900, y: 500 },
            { x: 1000, y: 500 },
          ],
          scalp,
        ),
      ),
    ).toBe('nothingLeft');
  });
});
