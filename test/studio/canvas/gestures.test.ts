import { describe, expect, it } from 'vitest';
import {
  Gestures,
  type GestureAction,
  type PointerKind,
  type PointerSample,
} from '../../../src/studio/canvas/gestures';

const sample = (
  kind: PointerKind,
  x: number,
  y: number,
  time: number,
  rest: Partial<PointerSample> = {},
): PointerSample => ({
  id: 1,
  kind,
  at: { x, y },
  time,
  shift: false,
  alt: false,
  wantsPan: false,
  coalesced: [{ x, y }],
  ...rest,
});

const types = (actions: readonly GestureAction[]): string[] => actions.map((action) => action.type);

const plain = (): Gestures => new Gestures(() => false);

describe('a mouse', () => {
  it('presses, drags and releases the tool', () => {
    const gestures = plain();
    expect(types(gestures.down(sample('mouse', 10, 10, 0)))).toEqual(['press']);
    expect(types(gestures.move(sample('mouse', 20, 10, 8)))).toEqual(['drag']);
    expect(types(gestures.up(sample('mouse', 20, 10, 16)))).toEqual(['release']);
  });

  it('hovers while no button is down', () => {
    expect(types(plain().move(sample('mouse', 5, 5, 0)))).toEqual(['hover']);
  });

  it('moves the photo by exactly as much as the hand moved, from the first pixel on', () => {
    const gestures = plain();
    expect(gestures.down(sample('mouse', 100, 100, 0, { wantsPan: true }))).toEqual([]);
    expect(gestures.move(sample('mouse', 103, 98, 8))).toEqual([{ type: 'pan', dx: 3, dy: -2 }]);
    expect(gestures.move(sample('mouse', 110, 98, 16))).toEqual([{ type: 'pan', dx: 7, dy: 0 }]);
    expect(gestures.up(sample('mouse', 110, 98, 24))).toEqual([]);
  });

  it('a second still press in the same place is a double tap, a third begins anew', () => {
    const gestures = plain();
    const tap = (time: number): string[] => [
      ...types(gestures.down(sample('mouse', 50, 50, time))),
      ...types(gestures.up(sample('mouse', 51, 50, time + 40))),
    ];
    expect(tap(0)).toEqual(['press', 'release']);
    expect(tap(150)).toEqual(['press', 'release', 'doubleTap']);
    expect(tap(300)).toEqual(['press', 'release']);
  });

  it('Escape takes a stroke back, and what follows of it reaches no tool', () => {
    const gestures = plain();
    gestures.down(sample('mouse', 0, 0, 0));
    gestures.move(sample('mouse', 30, 0, 8));
    expect(types(gestures.cancel())).toEqual(['cancel']);
    expect(types(gestures.up(sample('mouse', 40, 0, 20)))).toEqual([]);
  });
});

describe('a finger', () => {
  it('begins its stroke only after 6 px, at the place where it came down', () => {
    const gestures = plain();
    expect(gestures.down(sample('touch', 10, 10, 0))).toEqual([]);
    expect(gestures.move(sample('touch', 13, 10, 16))).toEqual([]);
    const begun = gestures.move(sample('touch', 18, 10, 32));
    expect(types(begun)).toEqual(['press', 'drag']);
    expect(begun[0]).toMatchObject({ sample: { at: { x: 10, y: 10 } } });
  });

  it('begins its stroke after 100 ms, however little it moved', () => {
    const gestures = plain();
    gestures.down(sample('touch', 10, 10, 0));
    expect(types(gestures.move(sample('touch', 11, 10, 120)))).toEqual(['press', 'drag']);
  });

  it('a short tap reaches the tool as press and release', () => {
    const gestures = plain();
    gestures.down(sample('touch', 10, 10, 0));
    expect(types(gestures.up(sample('touch', 10, 10, 60)))).toEqual(['press', 'release']);
  });

  it('two fingers zoom and leave no mark', () => {
    const gestures = plain();
    const all = [
      ...gestures.down(sample('touch', 100, 100, 0, { id: 1 })),
      ...gestures.down(sample('touch', 200, 100, 20, { id: 2 })),
      ...gestures.move(sample('touch', 250, 100, 40, { id: 2 })),
      ...gestures.up(sample('touch', 250, 100, 60, { id: 2 })),
      ...gestures.up(sample('touch', 100, 100, 70, { id: 1 })),
    ];
    expect(types(all)).toEqual(['pinch']);
    expect(all[0]).toMatchObject({ factor: 1.5, about: { x: 150, y: 100 }, dx: 25, dy: 0 });
  });

  it('a second finger takes a begun stroke back', () => {
    const gestures = plain();
    gestures.down(sample('touch', 100, 100, 0, { id: 1 }));
    gestures.move(sample('touch', 130, 100, 30, { id: 1 }));
    expect(types(gestures.down(sample('touch', 200, 100, 60, { id: 2 })))).toEqual(['cancel']);
  });

  it('two still fingers undo, three redo, moved ones do neither', () => {
    const tap = (fingers: number, moved: number): string[] => {
      const gestures = plain();
      const actions: GestureAction[] = [];
      for (let id = 1; id <= fingers; id++)
        actions.push(...gestures.down(sample('touch', id * 60, 50, id * 10, { id })));
      if (moved > 0) actions.push(...gestures.move(sample('touch', 60 + moved, 50, 60, { id: 1 })));
      for (let id = 1; id <= fingers; id++) actions.push(...gestures.up(sample('touch', id * 60, 50, 120, { id })));
      return types(actions).filter((type) => type !== 'pinch');
    };
    expect(tap(2, 0)).toEqual(['undo']);
    expect(tap(3, 0)).toEqual(['redo']);
    expect(tap(2, 40)).toEqual([]);
  });

  it('two fingers that the browser lets go of one by one still undo, one that it takes away does not', () => {
    const lifted = (leave: (gestures: Gestures, id: number) => GestureAction[]): string[] => {
      const gestures = plain();
      for (const id of [1, 2]) gestures.down(sample('touch', id * 60, 50, id * 10, { id }));
      return types([1, 2].flatMap((id) => leave(gestures, id)));
    };
    const up = (gestures: Gestures, id: number): GestureAction[] =>
      gestures.up(sample('touch', id * 60, 50, 120, { id }));
    expect(lifted((gestures, id) => [...up(gestures, id), ...gestures.cancel(id)])).toEqual(['undo']);
    expect(lifted((gestures, id) => (id === 1 ? gestures.cancel(id) : up(gestures, id)))).toEqual([]);
  });

  it('only moves the photo once a pen is in use', () => {
    const gestures = new Gestures(() => true);
    gestures.down(sample('touch', 10, 10, 0));
    expect(gestures.move(sample('touch', 30, 25, 16))).toEqual([{ type: 'pan', dx: 20, dy: 15 }]);
    expect(gestures.up(sample('touch', 30, 25, 200))).toEqual([]);
  });
});

describe('a pen', () => {
  it('draws at once and says that a pen is in use', () => {
    expect(types(plain().down(sample('pen', 10, 10, 0)))).toEqual(['penSeen', 'press']);
  });

  it('drops the palm that lay down before it', () => {
    const gestures = plain();
    gestures.down(sample('touch', 300, 300, 0, { id: 7 }));
    gestures.move(sample('touch', 320, 300, 30, { id: 7 }));
    expect(types(gestures.down(sample('pen', 100, 100, 50, { id: 9 })))).toEqual(['penSeen', 'cancel', 'press']);
    expect(types(gestures.move(sample('pen', 110, 100, 60, { id: 9 })))).toEqual(['drag']);
  });

  it('is not disturbed by a palm that comes after it', () => {
    const gestures = plain();
    gestures.down(sample('pen', 100, 100, 0, { id: 9 }));
    expect(gestures.down(sample('touch', 300, 300, 20, { id: 7 }))).toEqual([]);
    expect(gestures.move(sample('touch', 310, 300, 30, { id: 7 }))).toEqual([]);
    expect(types(gestures.up(sample('pen', 150, 100, 90, { id: 9 })))).toEqual(['release']);
  });

  it('goes on when the browser takes away the palm that lies beside it', () => {
    const gestures = plain();
    gestures.down(sample('touch', 300, 300, 0, { id: 7 }));
    gestures.down(sample('pen', 100, 100, 20, { id: 9 }));
    expect(gestures.cancel(7)).toEqual([]);
    expect(types(gestures.move(sample('pen', 150, 100, 60, { id: 9 })))).toEqual(['drag']);
    expect(types(gestures.up(sample('pen', 150, 100, 90, { id: 9 })))).toEqual(['release']);
  });

  it('takes its stroke back when the browser takes the pen itself away', () => {
    const gestures = plain();
    gestures.down(sample('pen', 100, 100, 0, { id: 9 }));
    expect(types(gestures.cancel(9))).toEqual(['cancel']);
    expect(gestures.up(sample('pen', 150, 100, 90, { id: 9 }))).toEqual([]);
  });
});
