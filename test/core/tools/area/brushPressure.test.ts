import { expect, test } from 'vitest';
import { activeDesign } from '../../../../src/core/design/edits';
import { brushTool } from '../../../../src/core/tools/area/brushTool';
import { DEFAULT_CRAFT } from '../../../../src/core/tools/craft';
import { Desk, pointer } from '../desk';

function strengthOf(pressures: readonly number[], counts: boolean): number {
  const desk = new Desk(brushTool);
  desk.craft = { ...DEFAULT_CRAFT, brush: { ...DEFAULT_CRAFT.brush, strength: 0.6, pressure: counts } };
  const [first = 0, ...more] = pressures;
  desk.send({ type: 'press', ...pointer(900, 600), pressure: first });
  for (const [i, pressure] of more.entries()) {
    const at = { x: 910 + 10 * i, y: 600 };
    desk.send({ type: 'drag', ...pointer(at.x, at.y), pressure, coalesced: [at] });
  }
  desk.send({ type: 'release', ...pointer(1000, 600) });
  return activeDesign(desk.document)?.strokes[0]?.strength ?? NaN;
}

test('a stroke works as hard as the pen presses on the whole, where that is wanted', () => {
  expect(strengthOf([0.2, 0.4, 0.6], true)).toBeCloseTo(0.24, 9);
  expect(strengthOf([1, 1], true)).toBeCloseTo(0.6, 9);
});

test('else, and where no pressure can be told, it works fully', () => {
  expect(strengthOf([0.2, 0.4, 0.6], false)).toBe(0.6);
  expect(strengthOf([NaN, NaN], true)).toBe(0.6);
});
