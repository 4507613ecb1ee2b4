import { describe, expect, it } from 'vitest';
import { FRESH_PHOTO } from '../../../src/core/design/case';
import { newCase } from '../../../src/core/design/newCase';
import { DEFAULT_CRAFT } from '../../../src/core/tools/craft';
import { pickTool, type PickState } from '../../../src/core/tools/pickTool';
import type { ToolEvent, ToolSetting } from '../../../src/core/tools/tool';

const outline = { cx: 500, cy: 500, rx: 300, ry: 350, angleDeg: 0, placed: false };
const setting: ToolSetting = {
  case: newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }),
  photo: {
    ...FRESH_PHOTO,
    id: 'p',
    sha256: 'a'.repeat(64),
    width: 1000,
    height: 1200,
    view: 'front',
    calibration: { kind: 'estimate' },
    outline,
    midline: { top: { x: 500, y: 100 }, bottom: { x: 500, y: 900 } },
  },
  screenPxPerPhotoPx: 1,
  newAreaId: 'a',
  outlineShown: false,
  midlineShown: false,
  areasShown: false,
  selectedAreas: [],
  craft: DEFAULT_CRAFT,
  dotNear: () => null,
};

const press = (x: number, y: number): ToolEvent => ({
  type: 'press',
  photo: { x, y },
  screen: { x, y },
  pointer: 'mouse',
  shift: false,
  alt: false,
});

const after = (...events: ToolEvent[]): PickState =>
  events.reduce((state, event) => pickTool.step(state, event, setting).state, pickTool.start);

describe('the eyedropper', () => {
  it('asks for hair, then for skin, and keeps both places', () => {
    expect(pickTool.view(after()).hint).toBe('hint.pickHair');
    const one = after(press(10, 20));
    expect(pickTool.view(one).hint).toBe('hint.pickSkin');
    expect(pickTool.view(after(press(10, 20), press(30, 40))).picked).toEqual([
      { x: 10, y: 20 },
      { x: 30, y: 40 },
    ]);
  });

  it('takes the last place back on Escape, and picks nothing beside the photo', () => {
    expect(after(press(10, 20), { type: 'cancel' }).places).toEqual([]);
    expect(after(press(-1, 20), press(10, 1200), press(Number.NaN, 5)).places).toEqual([]);
  });

  it('never edits the case', () => {
    for (const event of [press(10, 20), { type: 'cancel' } as const, { type: 'finish' } as const]) {
      expect(pickTool.step(pickTool.start, event, setting)).toMatchObject({ draft: null, commit: null });
    }
  });
});
