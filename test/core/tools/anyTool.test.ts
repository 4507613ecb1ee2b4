import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Photo } from '../../../src/core/design/case';
import { DEFAULT_CRAFT, scarOfForm, type Craft } from '../../../src/core/tools/craft';
import { HINT_KEYS } from '../../../src/core/tools/hints';
import { excludeTool, hairTool, zoneTool } from '../../../src/core/tools/area/areaTools';
import { brushTool } from '../../../src/core/tools/area/brushTool';
import { donorTool } from '../../../src/core/tools/area/donorTool';
import { dotsTool } from '../../../src/core/tools/area/dotsTool';
import { hairlineTool } from '../../../src/core/tools/hairline/hairlineTool';
import { headTool } from '../../../src/core/tools/head/headTool';
import { pickTool } from '../../../src/core/tools/pickTool';
import { scaleTool } from '../../../src/core/tools/head/scaleTool';
import { scarTool } from '../../../src/core/tools/area/scarTool';
import { selectTool } from '../../../src/core/tools/selectTool';
import { smoothTool } from '../../../src/core/tools/hairline/smoothTool';
import type { Tool, ToolEvent } from '../../../src/core/tools/tool';
import { Desk, LINE, PHOTO, pointer } from './desk';

type Command = ToolEvent | { readonly type: 'undo' } | { readonly type: 'redo' };

/** Mostly near things that can be hit, now and then far away or nowhere at all. */
const coordinate = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(440, 500, 620, 1000, 1380, 1500, 280, 520, 600, 900, 1960) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2000 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1e9, 1e9, NaN, Infinity) },
);
const at = fc
  .record({
    x: coordinate,
    y: coordinate,
    kind: fc.constantFrom('mouse' as const, 'pen' as const, 'touch' as const),
    shift: fc.boolean(),
    alt: fc.boolean(),
  })
  .map(({ x, y, kind, shift, alt }) => pointer(x, y, { pointer: kind, shift, alt }));

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: at.map((where): Command => ({ type: 'press', ...where })) },
  {
    weight: 6,
    arbitrary: fc.tuple(at, fc.array(at, { maxLength: 6 })).map(([where, more]): Command => ({
      type: 'drag',
      ...where,
      coalesced: [...more, where].map((each) => each.photo),
    })),
  },
  { weight: 4, arbitrary: at.map((where): Command => ({ type: 'release', ...where })) },
  { weight: 2, arbitrary: at.map((where): Command => ({ type: 'hover', ...where })) },
  { weight: 1, arbitrary: at.map((where): Command => ({ type: 'doubleTap', ...where })) },
  { weight: 1, arbitrary: fc.constantFrom<Command>({ type: 'cancel' }, { type: 'finish' }, { type: 'remove' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }))
      .map(([dxMm, dyMm]): Command => ({ type: 'nudge', dxMm, dyMm })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Command>({ type: 'undo' }, { type: 'redo' }) },
);

/** Where in a plain object stands a number that is none. */
function unreal(value: unknown, at = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => unreal(each, `${at}/${key}`));
}

const MARKS: Craft = {
  ...DEFAULT_CRAFT,
  purpose: 'thinning',
  scar: scarOfForm('marks'),
  brush: { ...DEFAULT_CRAFT.brush, kind: 'target', sizeMm: 60 },
};

/** Everything there is to change: guides and whorls to take hold of, the other side to change along. */
const RICH: Photo = {
  ...PHOTO,
  landmarks: [
    { name: 'glabella', at: { x: 1000, y: 1100 }, confirmed: true },
    { name: 'pupilLeft', at: { x: 1380, y: 1200 }, confirmed: false },
  ],
  whorls: [{ at: { x: 900, y: 600 }, clockwise: true }],
};

function expectValid<State>(desk: Desk<State>): void {
  const within = ({ x, y }: { x: number; y: number }): boolean =>
    Math.abs(x - PHOTO.width / 2) <= PHOTO.width && Math.abs(y - PHOTO.height / 2) <= PHOTO.height;
  for (const area of desk.document.designs[0]?.areas ?? []) {
    if (area.kind !== 'hairline') continue;
    expect(area.points.length).toBeGreaterThanOrEqual(2);
    expect(area.points.every(within)).toBe(true);
  }
  expect(unreal(desk.document)).toEqual([]);
  expect(unreal(desk.draft)).toEqual([]);
  const { outline, midline } = desk.photo;
  expect(Math.min(outline.rx, outline.ry)).toBeGreaterThanOrEqual(20);
  expect([outline.rx, outline.ry, outline.cx, outline.cy, outline.angleDeg].every(Number.isFinite)).toBe(true);
  expect(within(midline.top) && within(midline.bottom)).toBe(true);
  expect(HINT_KEYS).toContain(desk.view.hint);
}

const holdsUnder = <State>(tool: Tool<State> | (() => Tool<State>), seed: number, numRuns = 60): void => {
  fc.assert(
    fc.property(
      fc.array(command, { maxLength: 40 }),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom(0.3, 1, 3),
      fc.constantFrom(DEFAULT_CRAFT, MARKS),
      (commands, drawn, symmetric, scale, craft) => {
        const desk = new Desk(typeof tool === 'function' ? tool() : tool, drawn ? LINE : null, RICH);
        desk.shown = { outlineShown: true, midlineShown: true, whorlsShown: true };
        desk.snapLines = symmetric
          ? [
              [
                { x: 0, y: 600 },
                { x: 2000, y: 600 },
              ],
            ]
          : [];
        desk.symmetric = symmetric;
        desk.scale = scale;
        desk.craft = craft;
        const start = JSON.stringify(desk.document);
        for (const each of commands) {
          const before = desk.document;
          if (each.type === 'undo') desk.undo();
          else if (each.type === 'redo') desk.redo();
          else desk.send(each);
          expectValid(desk);
          if (each.type === 'cancel') {
            expect(desk.document).toBe(before);
            expect(desk.draft).toBeNull();
          }
          // Only the end of something is kept; what runs is a draft.
          if (each.type === 'drag' || each.type === 'hover') expect(desk.document).toBe(before);
        }
        const end = JSON.stringify(desk.document);
        const steps = desk.undoSteps;
        for (let i = 0; i < steps; i++) desk.undo();
        expect(JSON.stringify(desk.document)).toBe(start);
        for (let i = 0; i < steps; i++) desk.redo();
        expect(JSON.stringify(desk.document)).toBe(end);
      },
    ),
    { seed, numRuns },
  );
};

const EVERY_TOOL = [
  'select',
  'hairline',
  'smooth',
  'zone',
  'exclude',
  'brush',
  'hair',
  'scar',
  'dots',
  'donor',
  'head',
  'scale',
  'pick',
] as const;

/** One tool kept with its state, whatever that is. */
function held<State>(tool: Tool<State>) {
  let { start: state } = tool;
  return {
    step: (...[event, setting]: Tail<Parameters<Tool<State>['step']>>) => {
      const step = tool.step(state, event, setting);
      state = step.state;
      return step;
    },
    view: () => tool.view(state),
    reset: () => {
      state = tool.start;
    },
  };
}
type Tail<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest] ? Rest : never;

/** Every double tap lays the tool down for the next one, as the studio does: what it had begun is taken back. */
function byTurns(): Tool<number> {
  const hands = {
    select: held(selectTool),
    hairline: held(hairlineTool),
    smooth: held(smoothTool),
    zone: held(zoneTool),
    exclude: held(excludeTool),
    brush: held(brushTool),
    hair: held(hairTool),
    scar: held(scarTool),
    dots: held(dotsTool),
    donor: held(donorTool),
    head: held(headTool),
    scale: held(scaleTool),
    pick: held(pickTool),
  };
  const hand = (turn: number) => hands[EVERY_TOOL[turn % EVERY_TOOL.length] ?? 'select'];
  return {
    start: 0,
    step: (turn, event, setting) => {
      if (event.type !== 'doubleTap') {
        const { draft, commit, select } = hand(turn).step(event, setting);
        return { state: turn, draft, commit, select };
      }
      const { commit } = hand(turn).step({ type: 'cancel' }, setting);
      hand(turn).reset();
      return { state: turn + 1 + Math.abs(Math.round(event.photo.x) % 7 || 0), draft: null, commit };
    },
    view: (turn) => hand(turn).view(),
  };
}

describe('whatever the hand does, the document stays valid, cancel leaves no trace and undo leads back', () => {
  test('select', () => {
    holdsUnder(selectTool, 1);
  });
  test('hairline', () => {
    holdsUnder(hairlineTool, 2);
  });
  test('scale', () => {
    holdsUnder(scaleTool, 3);
  });
  test.each([
    ['zone', zoneTool, 5],
    ['hair', hairTool, 6],
    ['exclude', excludeTool, 10],
  ] as const)('%s', (_, tool, seed) => {
    holdsUnder(tool, seed);
  });
  test('brush', () => {
    holdsUnder(brushTool, 7);
  });
  test('scar', () => {
    holdsUnder(scarTool, 8);
  });
  test('dots', () => {
    holdsUnder(dotsTool, 9);
  });
  test('head', () => {
    holdsUnder(headTool, 11);
  });
  test('smooth', () => {
    holdsUnder(smoothTool, 12);
  });
  test('pick and donor, which edit nothing', () => {
    holdsUnder(pickTool, 13, 10);
    holdsUnder(donorTool, 14, 10);
  });
  test('all of them by turns, taken up and laid down in the middle of a stroke', () => {
    holdsUnder(byTurns, 15, 120);
  });
});

test('every commit of a tool is a change', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const desk = new Desk(selectTool);
      desk.shown = { outlineShown: true, midlineShown: true };
      for (const each of commands) {
        const [before, count] = [desk.document, desk.commits.length];
        if (each.type === 'undo' || each.type === 'redo') continue;
        desk.send(each);
        if (desk.commits.length > count) expect(desk.document).not.toEqual(before);
      }
    }),
    { seed: 4, numRuns: 40 },
  );
});
