import { describe, expect, test } from 'vitest';
import { scaleTool } from '../../../../src/core/tools/head/scaleTool';
import { Desk } from '../desk';

const measured = () => {
  const desk = new Desk(scaleTool);
  desk.stroke([
    { x: 200, y: 300 },
    { x: 400, y: 320 },
    { x: 600, y: 350 },
  ]);
  return desk;
};

describe('scale', () => {
  test('keeps the line after release, so that its length can be asked for, and edits nothing itself', () => {
    const desk = measured();
    expect(desk.view.measured).toEqual({ a: { x: 200, y: 300 }, b: { x: 600, y: 350 } });
    expect(desk.view.hint).toBe('hint.measured');
    expect(desk.commits).toEqual([]);
  });

  test('keeps level or upright with Shift', () => {
    const desk = new Desk(scaleTool);
    desk.press(200, 300);
    desk.drag(600, 350, { shift: true });
    expect(desk.view.measured?.b).toEqual({ x: 600, y: 300 });
    desk.drag(250, 800, { shift: true });
    expect(desk.view.measured?.b).toEqual({ x: 200, y: 800 });
  });

  test('takes an end up again where it is, without a jump', () => {
    const desk = measured();
    desk.press(605, 346);
    expect(desk.view.measured?.b).toEqual({ x: 600, y: 350 });
    desk.drag(705, 446);
    desk.release(705, 446);
    expect(desk.view.measured).toEqual({ a: { x: 200, y: 300 }, b: { x: 700, y: 450 } });
    desk.stroke([
      { x: 200, y: 300 },
      { x: 210, y: 310 },
      { x: 220, y: 330 },
    ]);
    const ends = [desk.view.measured?.a, desk.view.measured?.b];
    expect(ends).toContainEqual({ x: 220, y: 330 });
    expect(ends).toContainEqual({ x: 700, y: 450 });
  });

  test('ignores what is too short to be a measure', () => {
    const desk = measured();
    desk.stroke([
      { x: 900, y: 900 },
      { x: 904, y: 903 },
    ]);
    expect(desk.view.measured).toEqual({ a: { x: 200, y: 300 }, b: { x: 600, y: 350 } });
    const empty = new Desk(scaleTool);
    empty.tap(900, 900);
    expect(empty.view.measured).toBeNull();
  });

  test('goes back at Escape: first the gesture, then the line', () => {
    const desk = measured();
    desk.press(900, 900);
    desk.drag(1200, 900);
    desk.send({ type: 'cancel' });
    expect(desk.view.measured?.b).toEqual({ x: 600, y: 350 });
    desk.send({ type: 'cancel' });
    expect(desk.view.measured).toBeNull();
  });

  test('forgets the line at Delete, and passes over places that are none', () => {
    const desk = measured();
    desk.drag(NaN, 0);
    desk.send({ type: 'remove' });
    expect(desk.view.measured).toBeNull();
  });
});
