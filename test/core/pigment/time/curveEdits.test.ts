import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Healing, Keyframe } from '../../../../src/core/design/treatment';
import { DEFAULT_TREATMENT } from '../../../../src/core/design/treatment';
import {
  isEdited,
  keyframeRoom,
  roomBeside,
  standsFast,
  withCurve,
  withKeyframe,
  withKeyframeOn,
  withKind,
  withoutKeyframe,
} from '../../../../src/core/pigment/time/curveEdits';
import {
  CURVE_NAMES,
  CURVE_RANGES,
  PERMANENT_CURVES,
  TEMPORARY_CURVES,
} from '../../../../src/core/pigment/time/healingCurves';
import { valueAt } from '../../../../src/core/pigment/time/keyframes';

const HEALING: Healing = DEFAULT_TREATMENT.healing;
const DARKNESS = PERMANENT_CURVES.darkness;

describe('edits of a healing curve', () => {
  it('never leave a curve that would be refused, wherever keyframes are dragged, added or removed', () => {
    const move = fc.record({
      how: fc.constantFrom('drag', 'add', 'remove'),
      at: fc.nat(14),
      days: fc.double({ min: -100, max: 5000, noNaN: true }),
      value: fc.double({ min: -3, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...CURVE_NAMES), fc.array(move, { maxLength: 12 }), (curve, moves) => {
        let frames: readonly Keyframe[] = PERMANENT_CURVES[curve];
        for (const { how, at, days, value } of moves) {
          if (how === 'drag') frames = withKeyframe(curve, frames, at, [days, value]);
          else if (how === 'add') frames = withKeyframeOn(curve, frames, days);
          else frames = withoutKeyframe(frames, at);
          expect(withCurve(HEALING, curve, frames)).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stop a keyframe at its neighbours', () => {
    const index = DARKNESS.findIndex(([days]) => days === 182);
    const moved = withKeyframe('darkness', DARKNESS, index, [9999, 9]);
    expect(moved[index]).toEqual([364, 1]);
    expect(keyframeRoom('darkness', DARKNESS, index).days).toEqual({ min: 91, max: 364 });
    expect(keyframeRoom('size', PERMANENT_CURVES.size, 0).value).toEqual(CURVE_RANGES.size);
  });

  it('leave the healed day where it is', () => {
    const index = DARKNESS.findIndex(standsFast);
    expect(withKeyframe('darkness', DARKNESS, index, [40, 0.9])).toBe(DARKNESS);
    expect(withoutKeyframe(DARKNESS, index)).toBe(DARKNESS);
  });

  it('add a keyframe on the curve, which leaves the keyframes’ own values and the new one’s as they were', () => {
    const added = withKeyframeOn('darkness', DARKNESS, 500);
    expect(added).toHaveLength(DARKNESS.length + 1);
    expect(valueAt(added, 500)).toBe(valueAt(DARKNESS, 500));
    expect(withKeyframeOn('darkness', DARKNESS, 7)).toBe(DARKNESS);
    const day = roomBeside(DARKNESS, 4);
    expect(day).not.toBeNull();
    expect(DARKNESS.some(([each]) => each === day)).toBe(false);
  });

  it('count as none once every curve is the default again', () => {
    const edited = withCurve(HEALING, 'redness', withoutKeyframe(PERMANENT_CURVES.redness, 1));
    if (!edited.ok) throw new Error('refused');
    expect(isEdited(edited.value, 'redness')).toBe(true);
    expect(isEdited(edited.value, 'darkness')).toBe(false);
    expect(withCurve(edited.value, 'redness', PERMANENT_CURVES.redness)).toEqual({ ok: true, value: HEALING });
  });

  it('keep to their curve when the kind of treatment changes, and the others take the new kind’s', () => {
    const edited = withCurve(HEALING, 'redness', withoutKeyframe(PERMANENT_CURVES.redness, 1));
    if (!edited.ok) throw new Error('refused');
    const temporary = withKind(edited.value, 'temporary');
    expect(temporary.curves?.redness).toHaveLength(PERMANENT_CURVES.redness.length - 1);
    expect(temporary.curves?.darkness).toEqual(TEMPORARY_CURVES.darkness);
    expect(withKind(HEALING, 'temporary').curves).toBeNull();
    expect(withKind(temporary, 'permanent')).toEqual(edited.value);
  });

  it('refuse a curve out of range with the range', () => {
    const wrong = withCurve(HEALING, 'size', [
      [0, 9],
      [30, 1],
    ]);
    expect(wrong).toEqual({
      ok: false,
      error: { curve: 'size', kind: 'outOfRange', field: 'value', index: 0, value: 9, ...CURVE_RANGES.size },
    });
  });
});
