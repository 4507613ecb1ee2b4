import { describe, expect, it } from 'vitest';
import type { Area, ZoneArea } from '../../../../src/core/design/area';
import { activeDesign } from '../../../../src/core/design/edits';
import type { PhotoPoint } from '../../../../src/core/geometry/units';
import { scalpOf } from '../../../../src/core/head/scalpOf';
import { ringsCm2 } from '../../../../src/core/head/zoneOutlines';
import {
  combineAreas,
  duplicateAreas,
  growAreas,
  mirrorAreas,
  moveInOrder,
} from '../../../../src/core/tools/area/areaActions';
import { excludeTool, hairTool, zoneTool } from '../../../../src/core/tools/area/areaTools';
import { brushTool } from '../../../../src/core/tools/area/brushTool';
import { dotsTool } from '../../../../src/core/tools/area/dotsTool';
import { scarTool } from '../../../../src/core/tools/area/scarTool';
import { selectTool } from '../../../../src/core/tools/selectTool';
import { Desk, PHOTO } from '../desk';

const loop = (x: number, y: number, radius: number): PhotoPoint[] =>
  Array.from({ length: 24 }, (_, i) => ({
    x: x + radius * Math.cos((i * Math.PI) / 12),
    y: y + radius * Math.sin((i * Math.PI) / 12),
  }));
const areas = (desk: { readonly document: Desk<unknown>['document'] }): readonly Area[] =>
  activeDesign(desk.document)?.areas ?? [];
const cm2 = (area: Area | undefined): number =>
  area !== undefined && 'rings' in area ? ringsCm2(area.rings, scalpOf(PHOTO)) : NaN;

describe('drawing an outline', () => {
  it('makes one area, one undo step, shown while it is drawn and chosen when it is done', () => {
    const desk = new Desk(zoneTool, null);
    const [first, ...rest] = loop(1000, 500, 150);
    desk.press(first?.x ?? 0, first?.y ?? 0);
    for (const { x, y } of rest) desk.drag(x, y);
    expect(desk.draft?.type).toBe('putArea');
    expect(areas(desk)).toHaveLength(0);
    desk.release(1150, 500);
    expect(areas(desk).map(({ kind }) => kind)).toEqual(['zone']);
    expect(desk.selectedAreas).toEqual([areas(desk)[0]?.id]);
    expect(desk.undoSteps).toBe(1);
    desk.undo();
    expect(areas(desk)).toHaveLength(0);
  });

  it('with Shift adds to the chosen one, with Alt cuts from it', () => {
    const desk = new Desk(excludeTool, null);
    desk.stroke(loop(1000, 500, 120));
    const alone = cm2(areas(desk)[0]);
    desk.stroke(loop(1150, 500, 120), { shift: true });
    expect(areas(desk)).toHaveLength(1);
    const both = cm2(areas(desk)[0]);
    expect(both).toBeGreaterThan(1.4 * alone);
    desk.stroke(loop(1000, 500, 60), { alt: true });
    expect(cm2(areas(desk)[0])).toBeLessThan(both - 0.2 * alone);
  });

  it('point by point closes on the first point, by Enter or by a double tap', () => {
    for (const close of ['first', 'finish'] as const) {
      const desk = new Desk(hairTool, null);
      for (const [x, y] of [
        [900, 400],
        [1100, 400],
        [1100, 600],
        [900, 600],
      ] as const)
        desk.tap(x, y);
      expect(areas(desk)).toHaveLength(0);
      if (close === 'first') desk.tap(902, 401);
      else desk.send({ type: 'finish' });
      expect(areas(desk).map(({ kind }) => kind)).toEqual(['hair']);
    }
  });

  it('too small, or one that crosses itself: refused with a hint, or made valid', () => {
    const desk = new Desk(zoneTool, null);
    desk.stroke(loop(1000, 500, 8));
    expect(areas(desk)).toHaveLength(0);
    expect(desk.view.hint).toBe('hint.areaTooSmall');
    desk.stroke([
      { x: 800, y: 400 },
      { x: 1200, y: 700 },
      { x: 1200, y: 400 },
      { x: 800, y: 700 },
    ]);
    const [area] = areas(desk);
    expect(area?.kind === 'zone' && area.rings.length).toBe(2);
  });

  it('Escape leaves no trace, at any moment', () => {
    const desk = new Desk(zoneTool, null);
    desk.press(900, 500);
    for (const { x, y } of loop(1000, 500, 100)) desk.drag(x, y);
    desk.send({ type: 'cancel' });
    expect(desk.draft).toBeNull();
    desk.tap(900, 500);
    desk.tap(1000, 600);
    desk.send({ type: 'cancel' });
    expect(desk.view.loop).toBeNull();
    expect(desk.commits).toEqual([]);
  });
});

describe('the density brush', () => {
  it('lays one stroke a gesture, live, and each is undone by itself', () => {
    const desk = new Desk(brushTool, null);
    const strokes = () => activeDesign(desk.document)?.strokes ?? [];
    desk.press(900, 500);
    desk.drag(950, 500);
    expect(desk.draft).toMatchObject({ type: 'addStroke', stroke: { kind: 'more', path: [900, 500, 950, 500] } });
    desk.release(950, 500);
    desk.stroke(
      [
        { x: 900, y: 600 },
        { x: 1000, y: 620 },
      ],
      { alt: true },
    );
    expect(strokes().map(({ kind }) => kind)).toEqual(['more', 'less']);
    desk.undo();
    expect(strokes()).toHaveLength(1);
    desk.undo();
    expect(strokes()).toHaveLength(0);
  });

  it('leads to the target that is set, straight with Shift', () => {
    const desk = new Desk(brushTool, null);
    desk.craft = { ...desk.craft, brush: { ...desk.craft.brush, kind: 'target', perCm2: 150 } };
    desk.stroke(
      [
        { x: 900, y: 500 },
        { x: 950, y: 700 },
        { x: 1200, y: 500 },
      ],
      { shift: true },
    );
    expect(activeDesign(desk.document)?.strokes[0]).toMatchObject({ perCm2: 150, path: [900, 500, 1200, 500] });
  });
});

describe('scars', () => {
  it('a strip runs along its stroke; a short slip makes none', () => {
    const desk = new Desk(scarTool, null);
    desk.stroke([
      { x: 800, y: 500 },
      { x: 1000, y: 540 },
      { x: 1200, y: 500 },
    ]);
    expect(areas(desk)[0]).toMatchObject({ kind: 'scar', form: 'strip', widthMm: 3 });
    desk.stroke([
      { x: 800, y: 700 },
      { x: 810, y: 700 },
    ]);
    expect(areas(desk)).toHaveLength(1);
    expect(desk.view.hint).toBe('hint.scarTooShort');
  });

  it('marks go on tap by tap, and a loop is filled with them', () => {
    const desk = new Desk(scarTool, null);
    desk.craft = { ...desk.craft, scar: { form: 'marks', widthMm: 1, blendMm: 1 } };
    desk.tap(900, 500);
    desk.tap(950, 520);
    expect(areas(desk)).toHaveLength(1);
    const [two] = areas(desk);
    expect(two?.kind === 'scar' && two.points.length).toBe(2);
    desk.stroke(loop(1000, 700, 150));
    const [field] = areas(desk);
    const marks = field?.kind === 'scar' ? field.points.length - 2 : 0;
    const size = ringsCm2([loop(1000, 700, 150)], scalpOf(PHOTO));
    expect(Math.abs(marks / size / 15 - 1)).toBeLessThan(0.3);
  });
});

describe('dots by hand', () => {
  const hand = (desk: { document: Desk<unknown>['document'] }) => activeDesign(desk.document)?.handDots;

  it('are set, moved by identity and taken away, each one undo step', () => {
    const desk = new Desk(dotsTool, null);
    desk.dots = [{ id: 77, at: { x: 900, y: 500 } }];
    desk.tap(1000, 500);
    expect(hand(desk)?.added).toHaveLength(1);
    expect((hand(desk)?.added[0]?.id ?? 0) >>> 31).toBe(1);
    desk.press(901, 500);
    desk.drag(911, 505);
    desk.release(911, 505);
    expect(hand(desk)?.moved).toEqual([{ id: 77, photoId: 'front', at: { x: 910, y: 505 } }]);
    desk.tap(900, 500, { alt: true });
    expect(hand(desk)).toMatchObject({ removed: [77], moved: [] });
    expect(desk.undoSteps).toBe(3);
    desk.tap(1100, 500, { shift: true });
    expect(hand(desk)?.added).toHaveLength(6);
    expect(new Set(hand(desk)?.added.map(({ id }) => id)).size).toBe(6);
  });
});

describe('choosing and moving areas', () => {
  const drawn = (): Desk<typeof selectTool.start> => {
    const made = new Desk(zoneTool, null);
    made.stroke(loop(900, 500, 120));
    made.stroke(loop(1300, 500, 120));
    const desk = new Desk(selectTool, null);
    desk.document = made.document;
    return desk;
  };

  it('a tap chooses, Shift chooses several, a tap on nothing none', () => {
    const desk = drawn();
    const [one, two] = areas(desk);
    desk.tap(900, 500);
    expect(desk.selectedAreas).toEqual([one?.id]);
    desk.tap(1300, 500, { shift: true });
    expect(desk.selectedAreas).toEqual([one?.id, two?.id]);
    desk.tap(1000, 1500);
    expect(desk.selectedAreas).toEqual([]);
    expect(desk.commits).toEqual([]);
  });

  it('only a chosen area moves, a locked one never, and its points can be dragged, added and deleted', () => {
    const desk = drawn();
    const ring = (): readonly PhotoPoint[] => {
      const [area] = areas(desk);
      return area?.kind === 'zone' ? (area.rings[0] ?? []) : [];
    };
    desk.stroke([
      { x: 900, y: 500 },
      { x: 950, y: 500 },
    ]);
    expect(desk.commits).toEqual([]);
    desk.tap(900, 500);
    const [before] = ring();
    desk.stroke([
      { x: 900, y: 500 },
      { x: 950, y: 510 },
    ]);
    expect((ring()[0]?.x ?? 0) - (before?.x ?? 0)).toBeCloseTo(50);
    const at = ring()[0] ?? { x: 0, y: 0 };
    desk.stroke([at, { x: at.x + 40, y: at.y }]);
    expect(ring()[0]?.x).toBeCloseTo(at.x + 40);
    const count = ring().length;
    desk.send({ type: 'remove' });
    expect(ring()).toHaveLength(count - 1);
    const [area] = areas(desk);
    if (area !== undefined) desk.send({ type: 'cancel' });
    desk.document = {
      ...desk.document,
      designs: desk.document.designs.map((design) => ({
        ...design,
        areas: design.areas.map((each) => ({ ...each, locked: true })),
      })),
    };
    desk.stroke([
      { x: 950, y: 500 },
      { x: 990, y: 510 },
    ]);
    expect(desk.selectedAreas).toEqual([]);
  });

  it('Delete removes the chosen areas', () => {
    const desk = drawn();
    desk.tap(900, 500);
    desk.send({ type: 'remove' });
    expect(areas(desk)).toHaveLength(1);
    expect(desk.selectedAreas).toEqual([]);
  });
});

describe('the panel', () => {
  const desk = new Desk(zoneTool, null);
  desk.stroke(loop(900, 500, 120));
  desk.stroke(loop(1040, 500, 120));
  const on = { case: desk.document, photo: PHOTO };
  const ids = areas(desk).map(({ id }) => id);
  let made = 0;
  const newId = (): string => `new${String(made++)}`;

  it('unites, subtracts and intersects two zones into the lower one; sizes add up', () => {
    const size = (operation: 'union' | 'subtract' | 'intersect'): number => {
      const done = combineAreas(on, ids, operation);
      const first = done.ok && done.value.edit.type === 'together' ? done.value.edit.edits[0] : undefined;
      return first?.type === 'putArea' ? cm2(first.area) : NaN;
    };
    const [a, b] = areas(desk).map(cm2);
    expect(size('union') + size('intersect')).toBeCloseTo((a ?? 0) + (b ?? 0), 1);
    expect(size('subtract') + size('intersect')).toBeCloseTo(a ?? 0, 1);
    const one = combineAreas(on, ids.slice(0, 1), 'union');
    expect(one.ok ? 'ok' : one.error.kind).toBe('chooseTwo');
  });

  it('grows, copies, mirrors and orders', () => {
    const grown = growAreas(on, ids.slice(0, 1), 2);
    expect(grown.ok && grown.value.edit.type === 'putArea' && cm2(grown.value.edit.area)).toBeGreaterThan(
      1.2 * cm2(areas(desk)[0]),
    );
    expect(growAreas(on, ids, -40).ok).toBe(false);
    expect(duplicateAreas(on, ids, newId)?.select).toEqual(['new0', 'new1']);
    const mirrored = mirrorAreas(on, ids.slice(0, 1), newId);
    const copy = mirrored.ok && mirrored.value.edit.type === 'putArea' ? mirrored.value.edit.area : undefined;
    const xs = copy !== undefined && 'rings' in copy ? (copy as ZoneArea).rings.flat().map(({ x }) => x) : [];
    expect(Math.min(...xs)).toBeGreaterThan(960);
    expect(moveInOrder(desk.document, ids[0] ?? '', 1)).toEqual({ type: 'orderAreas', areaIds: [ids[1], ids[0]] });
    expect(moveInOrder(desk.document, ids[0] ?? '', -1)).toBeNull();
  });
});
