import { describe, expect, it } from 'vitest';
import { flattenCurve } from '../../../src/core/geometry/curve';
import { polylinePoints } from '../../../src/core/geometry/polygon';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { headInPhoto } from '../../../src/core/head/guides/headInPhoto';
import { onSkull, pieces } from '../../../src/core/head/guides/onSkull';
import type { Vec3 } from '../../../src/core/head/skull/vec3';
import { stencilOf, type Stencil } from '../../../src/core/plan/stencil';
import { photoOf } from '../head/guides/heads';

const PHOTO = photoOf(152);

/** A hairline over the forehead that reaches so far to both sides, photo px. */
const line = (reach: number): readonly PhotoPoint[] =>
  [-1, -0.5, 0, 0.5, 1].map((t) => ({ x: 1200 + reach * t, y: 560 + 130 * t * t }));

/** Its length as a tape measures it on the skull, piece by piece. */
function tapeMm(handles: readonly PhotoPoint[]): number {
  const head = headInPhoto(PHOTO);
  if (head === null) throw new Error('A front view has a head.');
  const skull = onSkull(head.shape);
  const places: Vec3[] = polylinePoints(flattenCurve(handles, 0.01))
    .filter((_, i, all) => i % 12 === 0 || i === all.length - 1)
    .map(head.toHead)
    .filter((at) => at !== null);
  return pieces(places).reduce((sum, [a, b]) => sum + skull.skinMm(a, b), 0);
}

function made(handles: readonly PhotoPoint[], photo = PHOTO): Stencil {
  const stencil = stencilOf(photo, handles);
  if (!stencil.ok) throw new Error(stencil.error.kind);
  return stencil.value;
}

const drawnMm = ({ lines }: Stencil): number => {
  const points = lines.find(({ kind }) => kind === 'hairline')?.points ?? [];
  return points.reduce((sum, p, i) => {
    const before = points[i - 1];
    return before === undefined ? 0 : sum + Math.hypot(p.x - before.x, p.y - before.y);
  }, 0);
};

describe('a stencil', () => {
  it('of a hairline of 100 mm on the scalp is 100 ± 1 mm long on the paper', () => {
    let [short, long] = [100, 720];
    for (let i = 0; i < 20; i++) {
      const reach = (short + long) / 2;
      if (tapeMm(line(reach)) < 100) short = reach;
      else long = reach;
    }
    const stencil = made(line(short));
    expect(tapeMm(line(short))).toBeCloseTo(100, 2);
    expect(Math.abs(drawnMm(stencil) - 100)).toBeLessThan(0.2);
    expect(stencil.lengthMm).toBeCloseTo(drawnMm(stencil), 6);
  });

  it('is longer than the photo shows the line, the more so where the head turns away', () => {
    const chord = 120;
    expect(drawnMm(made(line(600)))).toBeGreaterThan(1.08 * chord);
  });

  it('counts from the middle of the face to both sides, and has its parts within its size', () => {
    const { marks, lines, widthMm, heightMm } = made(line(600));
    const figures = marks.flatMap((mark) => (mark.kind === 'figure' ? [mark.mm] : []));
    expect(figures).toEqual([50, 0, 50]);
    expect(marks.filter(({ kind }) => kind === 'middle')).toHaveLength(1);
    for (const { x, y } of [...marks, ...lines.flatMap(({ points }) => points)]) {
      expect(x >= 0 && x <= widthMm && y >= 0 && y <= heightMm).toBe(true);
    }
  });

  it('of a line that is the same on both sides is the same on both sides', () => {
    const { lines } = made(line(600));
    const points = lines.find(({ kind }) => kind === 'hairline')?.points ?? [];
    const width = (points.at(-1)?.x ?? 0) + (points[0]?.x ?? 0);
    const off = points.map((p, i) => {
      const other = points.at(-1 - i) ?? p;
      return Math.max(Math.abs(width - other.x - p.x), Math.abs(other.y - p.y));
    });
    expect(Math.max(...off)).toBeLessThan(0.3);
  });

  it('is the photo’s own line at its scale on a close-up, whichever way it was drawn', () => {
    const photo = photoOf(152, 'other');
    const drawn = made(line(600), photo);
    const { length } = { length: 600 * 2 };
    const ends = drawn.lines[0]?.points ?? [];
    expect((ends.at(-1)?.x ?? 0) - (ends[0]?.x ?? 0)).toBeCloseTo(length / 10, 1);
    expect(made(line(600).toReversed(), photo).lengthMm).toBeCloseTo(drawn.lengthMm, 6);
  });

  it('of a line beside the head is refused', () => {
    expect(
      stencilOf(PHOTO, [
        { x: 10, y: 10 },
        { x: 100, y: 10 },
      ]),
    ).toEqual({ ok: false, error: { kind: 'offHead' } });
  });
});
