import { describe, expect, test } from 'vitest';
import type { PhotoPoint } from '../../../../src/core/geometry/units';
import { nearestOnCurve } from '../../../../src/core/geometry/curve';
import { hairlineTool } from '../../../../src/core/tools/hairline/hairlineTool';
import { Desk, LINE } from '../desk';

const ARC = (samples = 120): PhotoPoint[] =>
  Array.from({ length: samples }, (_, i) => {
    const angle = Math.PI * (1 - i / (samples - 1));
    return { x: 1000 + 500 * Math.cos(angle), y: 950 - 420 * Math.sin(angle) };
  });

describe('hairline: one stroke', () => {
  test('becomes a smooth line of few handles, committed once', () => {
    const desk = new Desk(hairlineTool, null);
    desk.stroke(ARC());
    expect(desk.commits).toHaveLength(1);
    expect(desk.points.length).toBeLessThanOrEqual(9);
    for (const at of ARC(40)) expect(nearestOnCurve(desk.points, at)?.distance).toBeLessThan(4.5);
    expect(desk.draft).toBeNull();
  });

  test('shows its trace from the first move and its line soon after', () => {
    const desk = new Desk(hairlineTool, null);
    const arc = ARC();
    desk.press(arc[0]?.x ?? 0, arc[0]?.y ?? 0);
    for (const [i, { x, y }] of arc.slice(1, 40).entries()) {
      desk.drag(x, y);
      if (i === 3) expect(desk.draft).toBeNull();
      expect(desk.view.trace?.length ?? 0).toBeGreaterThan(i > 0 ? 1 : -1);
    }
    expect(desk.draft?.type).toBe('setHairline');
    expect(desk.seen.length).toBeGreaterThanOrEqual(2);
    expect(desk.points).toEqual([]);
  });

  test('keeps every sample between two events', () => {
    const desk = new Desk(hairlineTool, null);
    const arc = ARC(60);
    desk.press(500, 950);
    for (let i = 1; i < 60; i += 10) {
      const coalesced = arc.slice(i, i + 10);
      const { x, y } = coalesced.at(-1) ?? { x: 0, y: 0 };
      desk.send({
        type: 'drag',
        coalesced,
        photo: { x, y },
        screen: { x, y },
        pointer: 'pen',
        shift: false,
        alt: false,
      });
    }
    expect(desk.view.trace).toHaveLength(60);
  });

  test('takes the place of the line that stood, by one undo step', () => {
    const desk = new Desk(hairlineTool);
    desk.stroke(ARC().map(({ x, y }) => ({ x, y: y + 60 })));
    expect(desk.commits).toMatchObject([{ type: 'setHairline', areaId: 'line' }]);
    desk.undo();
    expect(desk.points).toEqual(LINE);
  });

  test('has one id from its first preview to its commit', () => {
    const desk = new Desk(hairlineTool, null);
    const seen = new Set<string>();
    const arc = ARC();
    desk.press(500, 950);
    for (const { x, y } of arc.slice(1)) {
      desk.drag(x, y);
      if (desk.draft?.type === 'setHairline') seen.add(desk.draft.areaId);
    }
    desk.release(1500, 950);
    expect([...seen]).toEqual(desk.commits.map((edit) => (edit.type === 'setHairline' ? edit.areaId : '')));
  });

  test('leaves nothing at cancel', () => {
    const desk = new Desk(hairlineTool, null);
    desk.press(500, 950);
    for (const { x, y } of ARC()) desk.drag(x, y);
    desk.send({ type: 'cancel' });
    expect(desk.draft).toBeNull();
    expect(desk.view.trace).toBeNull();
    desk.release(1500, 950);
    expect(desk.commits).toEqual([]);
  });

  test('is refused with the reason when too short, beside the photo, or crossing itself; the reason stays', () => {
    const refused = (points: readonly PhotoPoint[]): string => {
      const desk = new Desk(hairlineTool, null);
      desk.stroke(points);
      expect(desk.commits).toEqual([]);
      expect(desk.draft).toBeNull();
      desk.hover(300, 300);
      return desk.view.hint;
    };
    expect(
      refused(
        ARC(30)
          .slice(0, 2)
          .map(({ x, y }, i) => ({ x: x + i, y: y / 20 })),
      ),
    ).not.toBe('hint.hairline');
    expect(
      refused([
        { x: 300, y: 300 },
        { x: 308, y: 300 },
        { x: 312, y: 300 },
      ]),
    ).toBe('hint.strokeTooShort');
    expect(refused(ARC().map(({ x, y }) => ({ x: x - 3000, y })))).toBe('hint.strokeOutside');
    const loop = Array.from({ length: 150 }, (_, i) => {
      const t = (i / 149) * 2 - 1;
      return { x: 1000 + 700 * (t ** 3 - 0.4 * t), y: 900 - 500 * (1 - t * t) };
    });
    expect(refused(loop)).toBe('hint.strokeCrosses');
  });

  test('is followed no closer than a hand can mean, however far the picture is magnified', () => {
    const desk = new Desk(hairlineTool, null);
    desk.scale = 8;
    const trembling = ARC(400).map(({ x, y }, i) => ({ x: x + ((i * 7) % 5) - 2, y: y + ((i * 11) % 5) - 2 }));
    desk.stroke(trembling);
    expect(desk.points.length).toBeLessThanOrEqual(10);
  });
});

describe('hairline: point by point', () => {
  test('commits the line so far from the second point on, each an undo step', () => {
    const desk = new Desk(hairlineTool, null);
    desk.tap(500, 900);
    expect(desk.view.placed).toEqual({ x: 500, y: 900 });
    expect(desk.commits).toEqual([]);
    desk.tap(800, 600);
    desk.tap(1200, 600);
    desk.tap(1500, 900);
    expect(desk.points).toHaveLength(4);
    expect(desk.undoSteps).toBe(3);
    desk.undo();
    expect(desk.points).toHaveLength(3);
  });

  test('ends with a double tap, Enter or Escape, and loses nothing', () => {
    for (const end of ['doubleTap', 'finish', 'cancel'] as const) {
      const desk = new Desk(hairlineTool, null);
      desk.tap(500, 900);
      desk.tap(800, 600);
      if (end === 'doubleTap') desk.doubleTap(1500, 900);
      else {
        desk.tap(1500, 900);
        desk.send({ type: end });
      }
      expect(desk.points).toEqual([
        { x: 500, y: 900 },
        { x: 800, y: 600 },
        { x: 1500, y: 900 },
      ]);
      desk.tap(300, 2000);
      expect(desk.points).toHaveLength(3);
    }
  });

  test('takes the last point back with Delete', () => {
    const desk = new Desk(hairlineTool, null);
    desk.tap(500, 900);
    desk.tap(800, 600);
    desk.tap(1500, 900);
    desk.send({ type: 'remove' });
    expect(desk.points).toHaveLength(2);
    desk.send({ type: 'remove' });
    expect(desk.points).toEqual([]);
  });

  test('goes on after an undo, and begins anew where the line is another', () => {
    const desk = new Desk(hairlineTool);
    desk.tap(300, 1500);
    desk.tap(700, 1500);
    desk.tap(1100, 1450);
    expect(desk.points).toHaveLength(3);
    desk.undo();
    desk.undo();
    expect(desk.points).toEqual(LINE);
    desk.tap(400, 1600);
    desk.tap(900, 1600);
    expect(desk.points).toEqual([
      { x: 400, y: 1600 },
      { x: 900, y: 1600 },
    ]);
  });

  test('does not set a point that would make the line cross itself', () => {
    const desk = new Desk(hairlineTool, null);
    for (const [x, y] of [
      [500, 900],
      [1500, 900],
      [1400, 500],
      [900, 1300],
    ] as const)
      desk.tap(x, y);
    expect(desk.points).toHaveLength(3);
    expect(desk.view.hint).toBe('hint.wouldCross');
  });
});

test('hairline: a press on the line that stands works on it as Select does', () => {
  const desk = new Desk(hairlineTool);
  desk.press(1000, 520);
  desk.drag(1040, 560);
  expect(desk.seen[2]).toEqual({ x: 1040, y: 560 });
  desk.release(1040, 560);
  expect(desk.points[2]).toEqual({ x: 1040, y: 560 });
  expect(desk.view.selected).toBe(2);
  desk.send({ type: 'remove' });
  expect(desk.points).toHaveLength(4);
});
