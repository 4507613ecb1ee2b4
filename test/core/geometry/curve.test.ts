import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curveCubics, curveLength, flattenCurve, nearestOnCurve, pointOnCurve } from '../../../src/core/geometry/curve';
import { cubicPoint } from '../../../src/core/geometry/bezier';
import { bendCurve, insertOnCurve } from '../../../src/core/geometry/curveEdits';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { distance } from '../../../src/core/geometry/vec';

const p = (x: number, y: number): PhotoPoint => ({ x, y });
const HAIRLINE = [p(300, 900), p(360, 620), p(600, 520), p(900, 560), p(1180, 530), p(1400, 640), p(1450, 900)];
const somewhere = fc.record({ x: fc.integer({ min: 0, max: 4096 }), y: fc.integer({ min: 0, max: 4096 }) });
const someHandles = fc.array(somewhere, { minLength: 2, maxLength: 9 });

describe('the curve', () => {
  test('passes through its handles', () => {
    const cubics = curveCubics(HAIRLINE);
    expect(cubics).toHaveLength(HAIRLINE.length - 1);
    expect(cubics.map((cubic) => cubic.a)).toEqual(HAIRLINE.slice(0, -1));
    expect(cubics.at(-1)?.d).toEqual(HAIRLINE.at(-1));
  });

  test('turns without a corner at a handle', () => {
    const cubics = curveCubics(HAIRLINE);
    for (const [i, next] of cubics.entries()) {
      const before = cubics[i - 1];
      if (before === undefined) continue;
      const into = Math.atan2(before.d.y - before.c.y, before.d.x - before.c.x);
      const out = Math.atan2(next.b.y - next.a.y, next.b.x - next.a.x);
      expect(out).toBeCloseTo(into, 9);
    }
  });

  test('is a straight line through two handles', () => {
    const [cubic] = curveCubics([p(10, 20), p(310, 140)]);
    for (const t of [0.1, 0.5, 0.8]) {
      const at = cubic && cubicPoint(cubic, t);
      expect(at?.x).toBeCloseTo(10 + 300 * t, 9);
      expect(at?.y).toBeCloseTo(20 + 120 * t, 9);
    }
  });

  test('changes in four segments at most when one handle moves', () => {
    for (let moved = 0; moved < HAIRLINE.length; moved++) {
      const after = curveCubics(HAIRLINE.map((point, i) => (i === moved ? p(point.x + 40, point.y - 25) : point)));
      const changed = curveCubics(HAIRLINE).flatMap((cubic, i) =>
        JSON.stringify(cubic) === JSON.stringify(after[i]) ? [] : [i],
      );
      expect(changed.length).toBeLessThanOrEqual(4);
      for (const segment of changed) expect(Math.abs(segment + 0.5 - moved)).toBeLessThan(2);
    }
  });

  test('stays finite with handles in one place, and makes a corner there', () => {
    const corner = [p(0, 0), p(0, 300), p(0, 300), p(400, 300)];
    const flat = flattenCurve(corner, 0.1);
    expect(flat.every(Number.isFinite)).toBe(true);
    expect(curveLength(corner)).toBeCloseTo(700, 3);
    expect(flattenCurve([p(5, 5), p(5, 5), p(5, 5)], 0.1).every(Number.isFinite)).toBe(true);
    for (const { b, c } of curveCubics([p(0, 0), p(90, 40), p(90, 40), p(200, 0), p(300, 90)]))
      expect([b.x, b.y, c.x, c.y].every(Number.isFinite)).toBe(true);
    fc.assert(
      fc.property(someHandles, fc.nat(8), (handles, twice) => {
        const doubled = handles.flatMap((handle, i) => (i === twice ? [handle, handle] : [handle]));
        expect(flattenCurve(doubled, 1).every(Number.isFinite)).toBe(true);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('is followed by its polyline within the tolerance', () => {
    for (const tolerance of [0.05, 0.5, 4]) {
      const flat = flattenCurve(HAIRLINE, tolerance);
      let worst = 0;
      for (const cubic of curveCubics(HAIRLINE))
        for (let i = 0; i <= 60; i++) worst = Math.max(worst, distanceToPolyline(cubicPoint(cubic, i / 60), flat));
      expect(worst).toBeLessThanOrEqual(tolerance);
      expect(flat.length / 2).toBeLessThan(40 / Math.sqrt(tolerance) + HAIRLINE.length);
    }
  });

  test('gives nothing for no handle and a point for one', () => {
    expect(flattenCurve([], 1)).toHaveLength(0);
    expect([...flattenCurve([p(3, 4)], 1)]).toEqual([3, 4]);
    expect(curveLength([p(3, 4)])).toBe(0);
    expect(nearestOnCurve([p(3, 4)], p(0, 0))).toBeNull();
  });

  test('has the length of a known arc', () => {
    const arc = Array.from({ length: 33 }, (_, i) =>
      p(500 * Math.cos((Math.PI * i) / 32), 500 * Math.sin((Math.PI * i) / 32)),
    );
    expect(curveLength(arc) / (500 * Math.PI)).toBeCloseTo(1, 3);
  });
});

describe('the nearest place on the curve', () => {
  test('is no further than any sampled place', () => {
    fc.assert(
      fc.property(someHandles, somewhere, (handles, at) => {
        const nearest = nearestOnCurve(handles, at);
        expect(nearest).not.toBeNull();
        if (nearest === null) return;
        expect(pointOnCurve(handles, nearest)).toEqual(nearest.point);
        expect(nearest.distance).toBeCloseTo(distance(nearest.point, at), 9);
        for (const cubic of curveCubics(handles))
          for (let i = 0; i <= 50; i++)
            expect(nearest.distance).toBeLessThanOrEqual(distance(cubicPoint(cubic, i / 50), at) + 0.3);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  test('finds a place that lies on the curve', () => {
    const on = pointOnCurve(HAIRLINE, { segment: 3, t: 0.37 });
    const nearest = nearestOnCurve(HAIRLINE, on);
    expect(nearest?.segment).toBe(3);
    expect(nearest?.t).toBeCloseTo(0.37, 4);
    expect(nearest?.distance).toBeLessThan(1e-3);
  });
});

describe('adding a handle', () => {
  test('puts it on the curve and leaves the line nearly as it was', () => {
    for (let segment = 0; segment + 1 < HAIRLINE.length; segment++) {
      const added = insertOnCurve(HAIRLINE, { segment, t: 0.5 });
      expect(added).toHaveLength(HAIRLINE.length + 1);
      expect(added[segment + 1]).toEqual(pointOnCurve(HAIRLINE, { segment, t: 0.5 }));
      const before = flattenCurve(HAIRLINE, 0.1);
      const after = flattenCurve(added, 0.1);
      for (let i = 0; i < after.length; i += 2)
        expect(distanceToPolyline(p(after[i] as number, after[i + 1] as number), before)).toBeLessThan(0.035 * 280);
    }
  });

  test('never puts it onto a neighbour', () => {
    const added = insertOnCurve(HAIRLINE, { segment: 2, t: 0 });
    expect(distance(added[2] ?? p(0, 0), added[3] ?? p(0, 0))).toBeGreaterThan(5);
  });
});

describe('bending the curve', () => {
  test('takes the grabbed place under the pointer', () => {
    for (const place of [
      { segment: 2, t: 0.5 },
      { segment: 0, t: 0.1 },
      { segment: 5, t: 0.9 },
      { segment: 3, t: 0 },
    ]) {
      const delta = p(-35, 60);
      const from = pointOnCurve(HAIRLINE, place);
      const goal = p(from.x + delta.x, from.y + delta.y);
      expect(nearestOnCurve(bendCurve(HAIRLINE, place, delta), goal)?.distance).toBeLessThan(0.1);
    }
  });

  test('moves only the handles beside the place', () => {
    const bent = bendCurve(HAIRLINE, { segment: 2, t: 0.5 }, p(0, 50));
    expect(bent.map((point, i) => distance(point, HAIRLINE[i] ?? point) > 0)).toEqual(
      [false, false, true, true, false, false, false], //
    );
  });
});

function distanceToPolyline(point: PhotoPoint, flat: Float64Array): number {
  let best = Infinity;
  for (let i = 2; i < flat.length; i += 2) {
    const [ax, ay, bx, by] = [flat[i - 2], flat[i - 1], flat[i], flat[i + 1]] as [number, number, number, number];
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const t =
      square > 0 ? Math.min(Math.max(((point.x - ax) * (bx - ax) + (point.y - ay) * (by - ay)) / square, 0), 1) : 0;
    best = Math.min(best, Math.hypot(ax + t * (bx - ax) - point.x, ay + t * (by - ay) - point.y));
  }
  return best;
}
