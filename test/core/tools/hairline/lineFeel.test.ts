import { describe, expect, test } from 'vitest';
import { curveCubics, flattenCurve, type CurveHandle } from '../../../../src/core/geometry/curve';
import { polylinePoints } from '../../../../src/core/geometry/polygon';
import { simplifyHandles, smoothHandles } from '../../../../src/core/geometry/smoothHandles';
import { distance } from '../../../../src/core/geometry/vec';
import { mirrorOnHead } from '../../../../src/core/head/onScalp';
import { hairlineTool } from '../../../../src/core/tools/hairline/hairlineTool';
import { selectTool } from '../../../../src/core/tools/selectTool';
import { smoothTool } from '../../../../src/core/tools/hairline/smoothTool';
import { Desk, LINE, PHOTO, pointer } from '../desk';

const at = (points: readonly CurveHandle[], i: number): CurveHandle => points[i] ?? { x: NaN, y: NaN };

function stroke<State>(desk: Desk<State>, places: readonly (readonly [number, number])[]): void {
  const [first] = places;
  if (first === undefined) return;
  desk.send({ type: 'press', ...pointer(...first) });
  for (const [x, y] of places) desk.send({ type: 'drag', ...pointer(x, y), coalesced: [{ x, y }] });
  desk.send({ type: 'release', ...pointer(...(places.at(-1) ?? first)) });
}

function pull<State>(desk: Desk<State>, from: readonly [number, number], to: readonly [number, number]): void {
  desk.send({ type: 'press', ...pointer(...from) });
  desk.send({ type: 'drag', ...pointer(...to), coalesced: [] });
  desk.send({ type: 'release', ...pointer(...to) });
}

/** Places from a to b, so many apart. */
const between = (a: readonly [number, number], b: readonly [number, number], count: number) =>
  Array.from({ length: count + 1 }, (_, i): readonly [number, number] => {
    const t = i / count;
    return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  });

describe('a tangent', () => {
  const withAlt = <State>(desk: Desk<State>, from: readonly [number, number], to: readonly [number, number]): void => {
    desk.send({ type: 'press', ...pointer(...from), alt: true });
    desk.send({ type: 'drag', ...pointer(...to), alt: true, coalesced: [] });
    desk.send({ type: 'release', ...pointer(...to), alt: true });
  };

  test('is pulled out of a handle with Alt and gives the curve its direction on both sides', () => {
    const desk = new Desk(selectTool);
    withAlt(desk, [1000, 520], [1100, 560]);
    expect(at(desk.points, 2)).toEqual({ x: 1000, y: 520, tangent: { x: 100, y: 40 } });
    const cubics = curveCubics(desk.points);
    expect(cubics[2]?.b).toEqual({ x: 1100, y: 560 });
    const before = cubics[1]?.c ?? { x: 0, y: 0 };
    expect((1000 - before.x) * 40 - (520 - before.y) * 100).toBeCloseTo(0, 6);
    expect(desk.undoSteps).toBe(1);
  });

  test('is turned by either end, kept while the handle moves, and goes with a double tap', () => {
    const desk = new Desk(selectTool);
    withAlt(desk, [1000, 520], [1100, 520]);
    desk.tap(1000, 520);
    pull(desk, [1100, 520], [1100, 600]);
    expect(at(desk.points, 2).tangent).toEqual({ x: 100, y: 80 });
    pull(desk, [1000, 520], [1010, 530]);
    expect(at(desk.points, 2)).toEqual({ x: 1010, y: 530, tangent: { x: 100, y: 80 } });
    desk.send({ type: 'doubleTap', ...pointer(1110, 610) });
    expect(at(desk.points, 2)).toEqual({ x: 1010, y: 530 });
  });
});

describe('symmetric editing', () => {
  test('moves the partner of a handle to its place mirrored on the head', () => {
    const desk = new Desk(selectTool);
    desk.symmetric = true;
    pull(desk, [620, 600], [640, 570]);
    const moved = at(desk.points, 1);
    const mirrored = mirrorOnHead(PHOTO, moved) ?? { x: 0, y: 0 };
    expect(moved).toMatchObject({ x: 640, y: 570 });
    expect(distance(at(desk.points, 3), mirrored)).toBeLessThan(1e-6);
    expect(at(desk.points, 2)).toEqual(LINE[2]);
    expect(desk.undoSteps).toBe(1);
  });

  test('keeps a handle of the middle in the middle', () => {
    const desk = new Desk(selectTool);
    desk.symmetric = true;
    pull(desk, [1000, 520], [1080, 480]);
    const middle = at(desk.points, 2);
    expect(Math.abs(middle.x - (mirrorOnHead(PHOTO, middle)?.x ?? 0))).toBeLessThan(2);
  });

  test('makes a half that is drawn whole', () => {
    const desk = new Desk(hairlineTool, null);
    desk.symmetric = true;
    stroke(desk, [...between([560, 880], [640, 620], 20), ...between([640, 620], [998, 540], 40)]);
    const points = desk.points;
    const mirrored = points.map((p) => mirrorOnHead(PHOTO, p) ?? { x: NaN, y: NaN });
    points.forEach((p, i) => {
      expect(distance(p, at(mirrored, points.length - 1 - i))).toBeLessThan(1);
    });
    expect(Math.max(...points.map(({ x }) => x))).toBeGreaterThan(1350);
  });
});

describe('redrawing', () => {
  test('replaces the stretch between the two ends of a stroke along the line, whichever way it is drawn', () => {
    for (const turned of [false, true]) {
      const desk = new Desk(hairlineTool);
      // Begins and ends just beside the line, and runs above it between.
      const over = [...between([760, 528], [1000, 430], 25), ...between([1000, 430], [1250, 528], 25)];
      stroke(desk, turned ? over.toReversed() : over);
      expect(desk.points[0]).toEqual(LINE[0]);
      expect(desk.points.at(-1)).toEqual(LINE.at(-1));
      const top = Math.min(...polylinePoints(flattenCurve(desk.points, 0.5)).map(({ y }) => y));
      expect(Math.abs(top - 430)).toBeLessThan(15);
      expect(desk.undoSteps).toBe(1);
    }
  });

  test('is not what a stroke from temple to temple does', () => {
    const desk = new Desk(hairlineTool);
    stroke(desk, [...between([430, 1000], [1000, 700], 30), ...between([1000, 700], [1560, 1000], 30)]);
    expect(at(desk.points, 0).x).toBeLessThan(440);
    expect(Math.min(...desk.points.map(({ y }) => y))).toBeGreaterThan(650);
  });
});

describe('guides', () => {
  test('hold a handle that is dragged near them, and none farther off', () => {
    const guide = [
      { x: 0, y: 500 },
      { x: 2000, y: 500 },
    ];
    const dragged = (toY: number): number => {
      const desk = new Desk(selectTool);
      desk.snapLines = [guide];
      pull(desk, [1000, 520], [1000, toY]);
      return at(desk.points, 2).y;
    };
    expect(dragged(494)).toBeCloseTo(500, 9);
    expect(dragged(480)).toBeCloseTo(480, 9);
  });
});

describe('smoothing', () => {
  const ragged: readonly CurveHandle[] = Array.from({ length: 21 }, (_, i) => ({
    x: 500 + 50 * i,
    y: 700 + (i % 2 === 0 ? 18 : -18),
  }));

  /** Sum of the turns from handle to handle, radians. */
  const turns = (points: readonly CurveHandle[]): number =>
    points.slice(1, -1).reduce((sum, p, i) => {
      const [a, b] = [at(points, i), at(points, i + 2)];
      const turn = Math.atan2(b.y - p.y, b.x - p.x) - Math.atan2(p.y - a.y, p.x - a.x);
      return sum + Math.abs(turn);
    }, 0);

  test('calms the line under the brush, leaves the rest and both ends', () => {
    let points = ragged;
    for (let pass = 0; pass < 6; pass++) points = smoothHandles(points, { x: 1000, y: 700 }, 260);
    expect(turns(points.slice(8, 14))).toBeLessThan(0.5 * turns(ragged.slice(8, 14)));
    expect(points.slice(0, 4)).toEqual(ragged.slice(0, 4));
    expect(smoothHandles(ragged, { x: 500, y: 700 }, 40)).toEqual(ragged);
  });

  test('takes away handles that the curve does not need, and keeps within the tolerance', () => {
    const straight = Array.from({ length: 15 }, (_, i) => ({ x: 100 * i, y: 2 * Math.sin(i) }));
    const kept = simplifyHandles(straight, 4);
    expect(kept.length).toBeLessThan(6);
    expect([kept[0], kept.at(-1)]).toEqual([straight[0], straight.at(-1)]);
    expect(simplifyHandles(LINE, 0.5)).toEqual(LINE);
  });

  test('with the tool is one undo step, and Escape takes it back', () => {
    const desk = new Desk(smoothTool, ragged);
    stroke(desk, between([600, 700], [1400, 700], 30));
    expect(desk.undoSteps).toBe(1);
    expect(turns(desk.points)).toBeLessThan(0.7 * turns(ragged));
    const held = new Desk(smoothTool, ragged);
    held.send({ type: 'press', ...pointer(900, 700) });
    expect(held.draft).not.toBeNull();
    held.send({ type: 'cancel' });
    expect(held.draft).toBeNull();
    expect(held.points).toEqual(ragged);
  });
});
