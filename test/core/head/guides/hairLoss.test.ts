import { describe, expect, it } from 'vitest';
import {
  bareness,
  hairFromAbove,
  lostBetween,
  stagesAfter,
  type LossStage,
} from '../../../../src/core/head/guides/hairLoss';
import { headOf, photoOf } from './heads';

const norwood = (['1', '2', '3', '3v', '4', '5', '6', '7'] as const).map((stage): LossStage => ({
  scale: 'norwood',
  stage,
}));
const ludwig = (['1', '2', '3'] as const).map((stage): LossStage => ({ scale: 'ludwig', stage }));

/** Places of the scalp in degrees: over the head from the brow, aside from the middle. */
const places = Array.from({ length: 180 / 5 }, (_, i) => i * 5).flatMap((over) =>
  Array.from({ length: 33 }, (_, i) => [over, i * 5 - 80] as const),
);
const bare = (stage: LossStage): number => places.filter(([over, aside]) => bareness(stage, over, aside) > 0).length;

describe('stages of hair loss', () => {
  it('take away more from stage to stage, and give nothing back', () => {
    for (const stages of [norwood, ludwig])
      for (const [i, stage] of stages.entries()) {
        const before = stages[i - 1];
        if (before === undefined) continue;
        expect([stage.stage, bare(stage) > bare(before)]).toEqual([stage.stage, true]);
        for (const [over, aside] of places)
          if (bareness(before, over, aside) > 0.02) expect(bareness(stage, over, aside)).toBeGreaterThan(-0.05);
      }
  });

  it('stand as they are taught: corners at 3, a crown from 3 vertex, a bridge at 5 that is gone at 6, a horseshoe at 7', () => {
    const [, , third, vertex, , fifth, sixth, seventh] = norwood;
    const at = (stage: LossStage | undefined, over: number, aside: number): boolean =>
      stage !== undefined && bareness(stage, over, aside) > 0;
    expect([at(third, 55, 30), at(third, 55, 0), at(third, 124, 0)]).toEqual([true, false, false]);
    expect(at(vertex, 124, 0)).toBe(true);
    expect([at(fifth, 88, 0), at(sixth, 88, 0)]).toEqual([false, true]);
    expect([at(sixth, 110, 52), at(seventh, 100, 55), at(seventh, 100, 70)]).toEqual([false, true, false]);
  });

  it('keep a woman’s front and thin the middle', () => {
    for (const stage of ludwig) {
      expect(bareness(stage, 40, 0)).toBeLessThan(0);
      expect(bareness(stage, 85, 0)).toBeGreaterThan(0);
    }
  });

  it('lie on the head in the photo, alike on both its sides, and only where the view shows them', () => {
    const head = headOf(photoOf(152));
    const { pieces, border } = lostBetween({ scale: 'norwood', stage: '2' }, { scale: 'norwood', stage: '5' }, head);
    expect(pieces.length).toBeGreaterThan(50);
    expect(border.length).toBeGreaterThan(10);
    const points = pieces.flat();
    for (const p of points) expect(head.toHead(p)).not.toBeNull();
    const middle = head.toPhoto([0, 0, 0]).x;
    const left = points.filter(({ x }) => x < middle - 1).length;
    expect(points.filter(({ x }) => x > middle + 1).length).toBe(left);
  });

  it('lose nothing more at their own stage', () => {
    const stage: LossStage = { scale: 'norwood', stage: '4' };
    expect(lostBetween(stage, stage, headOf(photoOf(152))).pieces).toEqual([]);
  });

  it('are drawn from above within the head, less hair from stage to stage', () => {
    const hair = norwood.map((stage) => hairFromAbove(stage).pieces);
    for (const piece of hair.flat(2)) expect(Math.hypot(piece.x / 0.8, piece.y)).toBeLessThan(1.2);
    expect(hair[6]?.length ?? 0).toBeLessThan(hair[0]?.length ?? 0);
  });

  it('name what may follow, nearest first', () => {
    expect(stagesAfter({ scale: 'norwood', stage: '5' }).map(({ stage }) => stage)).toEqual(['6', '7']);
    expect(stagesAfter({ scale: 'ludwig', stage: '3' })).toEqual([]);
  });
});
