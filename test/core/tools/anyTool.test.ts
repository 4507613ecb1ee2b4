import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HINT_KEYS } from '../../../src/core/tools/hints';
import { hairTool, zoneTool } from '../../../src/core/tools/areaTools';
import { brushTool } from '../../../src/core/tools/brushTool';
import { dotsTool } from '../../../src/core/tools/dotsTool';
import { hairlineTool } from '../../../src/core/tools/hairlineTool';
import { scaleTool } from '../../../src/core/tools/scaleTool';
import { scarTool } from '../../../src/core/tools/scarTool';
import { selectTool } from '../../../src/core/tools/selectTool';
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

function expectValid<State>(desk: Desk<State>): void {
  const within = ({ x, y }: { x: number; y: number }): boolean =>
    Math.abs(x - PHOTO.width / 2) <= PHOTO.width && Math.abs(y - PHOTO.height / 2) <= PHOTO.height;
  for (const area of desk.document.designs[0]?.areas ?? []) {
    if (area.kind !== 'hairline') continue;
    expect(area.points.length).toBeGreaterThanOrEqual(2);
    expect(area.points.every(within)).toBe(true);
  }
  const { outline, midline } = desk.photo;
  expect(Math.min(outline.rx, outline.ry)).toBeGreaterThanOrEqual(20);
  expect([outline.rx, outline.ry, outline.cx, outline.cy, outline.angleDeg].every(Number.isFinite)).toBe(true);
  expect(within(midline.top) && within(midline.bottom)).toBe(true);
  expect(HINT_KEYS).toContain(desk.view.hint);
}

const holdsUnder = <State>(tool: Tool<State>, seed: number): void => {
  fc.assert(
    fc.property(
      fc.array(command, { maxLength: 40 }),
      fc.boolean(),
      fc.constantFrom(0.3, 1, 3),
      (commands, drawn, scale) => {
        const desk = new Desk(tool, drawn ? LINE : null);
        desk.shown = { outlineShown: true, midlineShown: true };
        desk.scale = scale;
        const start = desk.document;
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
        const end = desk.document;
        const steps = desk.undoSteps;
        for (let i = 0; i < steps; i++) desk.undo();
        expect(desk.document).toEqual(start);
        for (let i = 0; i < steps; i++) desk.redo();
        expect(desk.document).toEqual(end);
      },
    ),
    { seed, numRuns: 60 },
  );
};

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
