import { describe, expect, it } from 'vitest';
import { FRESH_PHOTO, NO_HAND_DOTS, type Case, type HandDots, type Photo } from '../../../../src/core/design/case';
import { applyEdit, type CaseEdit } from '../../../../src/core/design/edits';
import { newCase } from '../../../../src/core/design/newCase';
import type { View } from '../../../../src/core/head/headPhoto';
import { casePlan } from '../../../../src/studio/flows/report/planOf';

const PACE_DOTS = 2_500;
const photo = (id: string, view: View): Photo => ({
  ...FRESH_PHOTO,
  id,
  sha256: id,
  width: 1000,
  height: 1250,
  view,
  calibration: { kind: 'estimate' },
  outline: { cx: 500, cy: 500, rx: 300, ry: 330, angleDeg: 0, placed: true },
  midline: { top: { x: 500, y: 200 }, bottom: { x: 500, y: 900 } },
});
type AddedDot = HandDots['added'][number];
const dotsOn = (photoId: string, count: number, firstId: number): AddedDot[] =>
  Array.from({ length: count }, (_, i) => ({
    id: 0x80000000 + firstId + i,
    photoId,
    at: { x: 450 + 8 * i, y: 300 },
    size: 1,
  }));
const setByHand = (...added: readonly AddedDot[]): CaseEdit => ({
  type: 'setHandDots',
  handDots: { ...NO_HAND_DOTS, added },
});
const hairlineOn = (photoId: string): CaseEdit => ({
  type: 'setHairline',
  areaId: 'line',
  photoId,
  points: [
    { x: 300, y: 400 },
    { x: 500, y: 350 },
    { x: 700, y: 400 },
  ],
});

function plan(photos: readonly Photo[], ...edits: readonly CaseEdit[]) {
  const empty = newCase({ caseId: 'c', designId: 'd', seed: 7, engine: '1' });
  const opened = photos.reduce<Case>((of, each) => applyEdit(of, { type: 'addPhoto', photo: each }), empty);
  return casePlan(edits.reduce(applyEdit, opened), PACE_DOTS);
}

describe('the plan of a case', () => {
  it('counts dots that a hand has set on a photo without areas, in the first session', () => {
    const made = plan([photo('close', 'other')], setByHand(...dotsOn('close', 12, 0)));
    expect(made?.sheet).toMatchObject({ dots: 12, cm2: 0, areas: [{ dots: 12, cm2: 0 }] });
    expect(made?.sheet.sessions.map(({ dots }) => dots)).toEqual([12, 0, 0]);
    expect(made?.photos).toHaveLength(1);
  });

  it('counts those of a second photo of the head with the areas of the first, and those of a close-up by themselves', () => {
    const [front, top, close] = [photo('front', 'front'), photo('top', 'top'), photo('close', 'other')];
    const alone = plan([front, top, close], hairlineOn('front'));
    const withDots = plan(
      [top, front, close],
      hairlineOn('front'),
      setByHand(...dotsOn('top', 5, 0), ...dotsOn('close', 7, 100)),
    );
    expect(withDots?.photos).toHaveLength(3);
    expect(withDots?.sheet.cm2).toBe(alone?.sheet.cm2);
    expect(withDots?.sheet.dots).toBe((alone?.sheet.dots ?? 0) + 12);
    expect(withDots?.sheet.areas.map(({ dots }) => dots)).toEqual([(alone?.sheet.dots ?? 0) + 5, 7]);
  });

  it('is none where nothing is to be dotted', () => {
    expect(plan([photo('front', 'front')])).toBeNull();
  });
});
