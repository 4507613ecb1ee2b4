import { describe, expect, test } from 'vitest';
import { nearestOnCurve } from '../../../src/core/geometry/curve';
import { selectTool } from '../../../src/core/tools/selectTool';
import { lengthOnScalpMm } from '../../../src/core/head/onScalp';
import { Desk, LINE, PHOTO, pointer } from './desk';

describe('select: a handle', () => {
  test('follows the pointer as a draft and is committed once on release', () => {
    const desk = new Desk(selectTool);
    desk.press(1004, 517);
    desk.drag(1030, 540);
    desk.drag(1054, 567);
    expect(desk.seen[2]).toEqual({ x: 1050, y: 570 });
    expect(desk.points).toEqual(LINE);
    desk.release(1054, 567);
    expect(desk.commits).toHaveLength(1);
    expect(desk.points[2]).toEqual({ x: 1050, y: 570 });
    expect(desk.draft).toBeNull();
    expect(desk.view.selected).toBe(2);
  });

  test('stays level or upright with Shift', () => {
    const desk = new Desk(selectTool);
    desk.press(1000, 520);
    desk.drag(1060, 545, { shift: true });
    expect(desk.seen[2]).toEqual({ x: 1060, y: 520 });
    desk.drag(1060, 620, { shift: true });
    expect(desk.seen[2]).toEqual({ x: 1000, y: 620 });
  });

  test('is only chosen by a tap, however the finger trembles', () => {
    const desk = new Desk(selectTool);
    desk.stroke(
      [
        { x: 1000, y: 520 },
        { x: 1003, y: 523 },
        { x: 1001, y: 518 },
      ],
      { pointer: 'touch' },
    );
    expect(desk.commits).toEqual([]);
    expect(desk.view.selected).toBe(2);
  });

  test('that comes back to where it was leaves no undo step', () => {
    const desk = new Desk(selectTool);
    desk.press(1000, 520);
    desk.drag(1100, 600);
    desk.drag(1000, 520);
    desk.release(1000, 520);
    expect(desk.commits).toEqual([]);
  });

  test('goes back at cancel, with its draft', () => {
    const desk = new Desk(selectTool);
    desk.press(1000, 520);
    desk.drag(1100, 700);
    desk.send({ type: 'cancel' });
    expect(desk.draft).toBeNull();
    desk.release(1100, 700);
    expect(desk.commits).toEqual([]);
    expect(desk.points).toEqual(LINE);
  });

  test('waits at the last good place where the line would cross itself', () => {
    const desk = new Desk(selectTool);
    desk.press(620, 600);
    desk.drag(640, 620);
    desk.drag(1700, 700);
    expect(desk.view.hint).toBe('hint.wouldCross');
    expect(desk.seen[1]).toEqual({ x: 640, y: 620 });
    desk.release(1700, 700);
    expect(desk.points[1]).toEqual({ x: 640, y: 620 });
  });

  test('cannot be lost outside the picture', () => {
    const desk = new Desk(selectTool);
    desk.press(1500, 900);
    desk.drag(99999, 900);
    desk.release(99999, 900);
    expect(desk.points[4]).toEqual({ x: 1.5 * PHOTO.width, y: 900 });
  });

  test('keeps its draft while something else happens', () => {
    const desk = new Desk(selectTool);
    desk.press(1000, 520);
    desk.drag(1100, 600);
    const draft = desk.draft;
    desk.hover(1100, 600);
    desk.send({ type: 'nudge', dxMm: 1, dyMm: 0 });
    desk.send({ type: 'remove' });
    desk.drag(NaN, 3);
    expect(desk.draft).toEqual(draft);
    expect(desk.commits).toEqual([]);
  });

  test('is chosen by Enter, one after the other and round again, for who has no pointer', () => {
    const desk = new Desk(selectTool);
    const chosen = [...LINE, LINE[0]].map(() => {
      desk.send({ type: 'finish' });
      return desk.view.selected;
    });
    expect(chosen).toEqual([0, 1, 2, 3, 4, 0]);
    desk.send({ type: 'nudge', dxMm: 1, dyMm: 0 });
    expect(desk.commits).toHaveLength(1);
    expect(desk.points[0]?.x).toBeGreaterThan(LINE[0]?.x ?? 0);
    const bare = new Desk(selectTool, null);
    bare.send({ type: 'finish' });
    expect(bare.view.selected).toBeNull();
  });

  test('chosen, is nudged by millimetres on the scalp', () => {
    const desk = new Desk(selectTool);
    desk.tap(1000, 520);
    desk.send({ type: 'nudge', dxMm: 0.5, dyMm: -5 });
    const moved = [LINE[2] ?? { x: 0, y: 0 }, desk.points[2] ?? { x: 0, y: 0 }];
    expect(lengthOnScalpMm(PHOTO, moved)).toBeCloseTo(Math.hypot(0.5, 5), 1);
    expect((moved[1]?.y ?? 0) - (moved[0]?.y ?? 0)).toBeLessThan(-20);
    expect(desk.commits).toHaveLength(1);
    desk.send({ type: 'nudge', dxMm: 0, dyMm: 0 });
    expect(desk.commits).toHaveLength(1);
  });

  test('chosen, is deleted; two always stay', () => {
    const desk = new Desk(selectTool);
    for (const [count, at] of [
      [4, 2],
      [3, 1],
      [2, 1],
      [2, 1],
    ] as const) {
      const { x, y } = desk.points[at] ?? { x: 0, y: 0 };
      desk.tap(x, y);
      desk.send({ type: 'remove' });
      expect(desk.points).toHaveLength(count);
    }
    expect(desk.commits).toHaveLength(3);
  });

  test('is deleted by a double tap', () => {
    const desk = new Desk(selectTool);
    desk.doubleTap(1000, 520);
    expect(desk.points).toEqual(LINE.filter((_, i) => i !== 2));
    expect(desk.commits).toHaveLength(1);
  });

  test('that an undo took away is chosen no more', () => {
    const desk = new Desk(selectTool, LINE.slice(0, 2));
    desk.tap(620, 600);
    desk.document = { ...desk.document, designs: desk.document.designs.map((each) => ({ ...each, areas: [] })) };
    desk.send({ type: 'nudge', dxMm: 1, dyMm: 1 });
    desk.send({ type: 'remove' });
    expect(desk.commits).toEqual([]);
  });
});

describe('select: the curve', () => {
  const on = nearestOnCurve(LINE, { x: 800, y: 540 })?.point ?? { x: 0, y: 0 };

  test('bends under the pointer', () => {
    const desk = new Desk(selectTool);
    desk.press(on.x, on.y);
    desk.drag(on.x + 20, on.y + 60);
    desk.release(on.x + 20, on.y + 60);
    expect(nearestOnCurve(desk.points, { x: on.x + 20, y: on.y + 60 })?.distance).toBeLessThan(0.1);
    expect(desk.points[0]).toEqual(LINE[0]);
    expect(desk.commits).toHaveLength(1);
  });

  test('moves whole with Shift', () => {
    const desk = new Desk(selectTool);
    desk.press(on.x, on.y);
    desk.drag(on.x + 20, on.y - 30, { shift: true });
    desk.release(on.x + 20, on.y - 30, { shift: true });
    for (const [i, { x, y }] of desk.points.entries()) {
      expect(x).toBeCloseTo((LINE[i]?.x ?? 0) + 20, 9);
      expect(y).toBeCloseTo((LINE[i]?.y ?? 0) - 30, 9);
    }
  });

  test('gets a handle by Alt or by a double tap, chosen at once', () => {
    const byAlt = new Desk(selectTool);
    byAlt.tap(on.x, on.y, { alt: true });
    const byTaps = new Desk(selectTool);
    byTaps.doubleTap(on.x, on.y);
    for (const desk of [byAlt, byTaps]) {
      expect(desk.points).toHaveLength(6);
      expect(desk.points[2]?.x).toBeCloseTo(on.x, 1);
      expect(desk.commits).toHaveLength(1);
      expect(desk.view.selected).toBe(2);
    }
  });
});

describe('select: what is hit', () => {
  test('is wider for a finger than for a pen or a mouse, on the screen, at every zoom', () => {
    for (const scale of [0.25, 1, 4])
      for (const [kind, reach] of [
        ['mouse', 10],
        ['pen', 14],
        ['touch', 22],
      ] as const) {
        const desk = new Desk(selectTool);
        desk.scale = scale;
        desk.hover(500, 900 + (reach - 0.5) / scale, { pointer: kind });
        expect(desk.view.hover).toMatchObject({ kind: 'handle', index: 0 });
        desk.hover(500, 900 + (reach + 0.5) / scale, { pointer: kind });
        expect(desk.view.hover).toBeNull();
      }
  });

  test('is the nearest of handles and grips, and these before any line', () => {
    const desk = new Desk(selectTool);
    desk.shown = { outlineShown: true, midlineShown: true };
    desk.hover(996, 519);
    expect(desk.view.hover).toMatchObject({ kind: 'handle', index: 2 });
    desk.hover(1001, 282);
    expect(desk.view.hover).toEqual({ kind: 'midline', end: 'top' });
    desk.hover(1000, 1000);
    expect(desk.view.hover).toEqual({ kind: 'midline', end: 'whole' });
    desk.hover(440, 900);
    expect(desk.view.hover).toEqual({ kind: 'outline', grip: 'left' });
  });

  test('is never what is not shown', () => {
    const desk = new Desk(selectTool);
    desk.hover(1000, 900);
    expect(desk.view.hover).toBeNull();
    desk.press(440, 900);
    desk.drag(300, 900);
    desk.release(300, 900);
    expect(desk.commits).toEqual([]);
  });
});

describe('select: the guides', () => {
  const guided = () => {
    const desk = new Desk(selectTool);
    desk.shown = { outlineShown: true, midlineShown: true };
    return desk;
  };

  test('an outline grip stretches its axis, keeps the far side, and counts as placed by hand', () => {
    const desk = guided();
    desk.stroke([
      { x: 1560, y: 900 },
      { x: 1600, y: 900 },
      { x: 1660, y: 930 },
    ]);
    const { cx, rx, ry, placed } = desk.photo.outline;
    expect(cx + rx).toBeCloseTo(1660, 9);
    expect(cx - rx).toBeCloseTo(440, 9);
    expect(ry).toBe(620);
    expect(placed).toBe(true);
    expect(desk.commits).toHaveLength(1);
  });

  test('the outline stays large enough to be taken again', () => {
    const desk = guided();
    desk.stroke([
      { x: 1560, y: 900 },
      { x: 1300, y: 900 },
      { x: 200, y: 900 },
    ]);
    expect(desk.photo.outline.rx).toBe(20);
  });

  test('the outline turns by its grip and moves by its centre', () => {
    const desk = guided();
    desk.shown = { outlineShown: true, midlineShown: false };
    const at = { x: 1000 + 560 * Math.SQRT1_2, y: 900 - 620 * Math.SQRT1_2 };
    desk.stroke([at, { x: at.x + 40, y: at.y + 40 }, { x: at.x + 60, y: at.y + 70 }]);
    expect(desk.photo.outline.angleDeg).toBeGreaterThan(3);
    desk.stroke([
      { x: 1000, y: 900 },
      { x: 1020, y: 930 },
      { x: 1010, y: 915 },
    ]);
    expect(desk.photo.outline).toMatchObject({ cx: 1010, cy: 915, rx: 560, ry: 620 });
  });

  test('the midline moves by an end or whole, and never shrinks to a point', () => {
    const desk = guided();
    desk.stroke([
      { x: 1000, y: 1960 },
      { x: 1010, y: 1960 },
      { x: 1030, y: 1970 },
    ]);
    expect(desk.photo.midline).toEqual({ top: { x: 1000, y: 280 }, bottom: { x: 1030, y: 1970 } });
    desk.shown = { outlineShown: false, midlineShown: true };
    desk.stroke([
      { x: 1015, y: 1125 },
      { x: 1000, y: 1125 },
      { x: 995, y: 1135 },
    ]);
    expect(desk.photo.midline.top).toEqual({ x: 980, y: 290 });
    desk.stroke([
      { x: 1010, y: 1980 },
      { x: 1000, y: 1000 },
      { x: 982, y: 292 },
    ]);
    const { top, bottom } = desk.photo.midline;
    expect(Math.hypot(top.x - bottom.x, top.y - bottom.y)).toBeGreaterThanOrEqual(10);
  });
});

test('select deselects with a press beside everything, and passes over what it has no use for', () => {
  const desk = new Desk(selectTool);
  desk.tap(1000, 520);
  desk.tap(200, 200);
  expect(desk.view.selected).toBeNull();
  desk.send({ type: 'finish' });
  desk.send({ type: 'doubleTap', ...pointer(200, 200) });
  expect(desk.commits).toEqual([]);
});
