import { describe, expect, test } from 'vitest';
import { activePhoto } from '../../../../src/core/design/edits';
import { POSE_RANGES } from '../../../../src/core/head/poseRanges';
import { headTool, type HeadState } from '../../../../src/core/tools/head/headTool';
import { outlineGrips } from '../../../../src/core/tools/outlineGrips';
import { Desk, PHOTO } from '../desk';

const poseOf = (desk: Desk<HeadState>) => (activePhoto(desk.document) ?? PHOTO).pose;
const outlineOf = (desk: Desk<HeadState>) => (activePhoto(desk.document) ?? PHOTO).outline;
const top = outlineGrips(PHOTO.outline).find(({ grip }) => grip === 'top')?.at ?? { x: 0, y: 0 };
/** On the face, clear of every grip. */
const face = { x: 900, y: 1100 };

describe('the head tool', () => {
  test('turns what faces the camera with the hand, gently, as one step of undo', () => {
    const desk = new Desk(headTool);
    desk.press(face.x, face.y);
    desk.drag(face.x + 150, face.y + 60);
    desk.drag(face.x + 300, face.y + 100);
    expect(desk.draft?.type).toBe('setPose');
    desk.release(face.x + 300, face.y + 100);
    const pose = poseOf(desk);
    // 300 px of a radius of 589 px are 29°, half of it taken.
    expect(pose.yawDeg).toBeCloseTo(14.6, 0);
    expect(pose.pitchDeg).toBeCloseTo(-4.9, 0);
    expect(pose).toMatchObject({ rollDeg: 0, placed: true });
    expect(desk.commits).toHaveLength(1);
  });

  test('with Shift turns it in the picture, as far as the pointer goes about the outline', () => {
    const desk = new Desk(headTool);
    const { cx, cy } = PHOTO.outline;
    desk.press(cx + 300, cy + 20);
    desk.drag(cx + 300 * Math.cos(0.2), cy + 20 + 300 * Math.sin(0.2), { shift: true });
    desk.release(0, 0);
    expect(poseOf(desk).rollDeg).toBeGreaterThan(10);
    expect(poseOf(desk).rollDeg).toBeLessThan(13);
    expect(poseOf(desk).yawDeg).toBe(0);
  });

  test('moves the outline by its grips, shown or not', () => {
    const desk = new Desk(headTool);
    desk.press(top.x, top.y);
    desk.drag(top.x, top.y - 40);
    desk.release(top.x, top.y - 40);
    expect(outlineOf(desk)).toMatchObject({ cy: 880, ry: 640, placed: true });
    expect(poseOf(desk).yawDeg).toBe(0);
  });

  test('leaves the outline at its last good place where it would be no head', () => {
    const desk = new Desk(headTool);
    desk.press(top.x, top.y);
    desk.drag(top.x, top.y + 100);
    desk.drag(top.x, top.y + 1_150);
    expect(desk.view.hint).toBe('hint.headRefused');
    desk.release(top.x, top.y + 1_150);
    expect(outlineOf(desk).ry).toBe(570);
  });

  test('stays within the ranges, however far the hand goes', () => {
    const desk = new Desk(headTool);
    for (let i = 0; i < 4; i++) {
      desk.press(300, 300);
      desk.drag(1_990, 2_390);
      desk.release(1_990, 2_390);
    }
    expect(poseOf(desk).yawDeg).toBe(POSE_RANGES.yawDeg.max);
    expect(poseOf(desk).pitchDeg).toBe(POSE_RANGES.pitchDeg.min);
  });

  test('leaves no trace of a gesture that is taken back, and turns by the arrow keys', () => {
    const desk = new Desk(headTool);
    desk.press(face.x, face.y);
    desk.drag(1_500, 1_200);
    desk.send({ type: 'cancel' });
    expect(desk.draft).toBeNull();
    expect(desk.commits).toHaveLength(0);
    desk.send({ type: 'nudge', dxMm: 0.5, dyMm: 0 });
    expect(poseOf(desk).yawDeg).toBe(1);
  });
});
