import { describe, expect, it } from 'vitest';
import type { Scene, SceneScar } from '../../../src/core/design/scene';
import { DEFAULT_TREATMENT } from '../../../src/core/design/treatment';
import { DEFAULT_LOOK } from '../../../src/core/pigment/marks/markFigures';
import { dotsOfScene } from '../../../src/core/pigment/dots/sceneDots';
import { areaFigures } from '../../../src/core/plan/areaFigures';
import { planSheet } from '../../../src/core/plan/planSheet';
import { flatScene } from '../design/flatScene';

const { plan } = DEFAULT_TREATMENT;

const scarred = (extraSessions: number): Scene => ({
  ...flatScene(0.1),
  photoWidth: 1000,
  photoHeight: 1000,
  seed: 3,
  dotSizeMm: 0.28,
  sizeVariation: 0.2,
  irregularity: 0.2,
  areas: [
    {
      kind: 'scar',
      id: 'scar',
      areaCm2: 4,
      perCm2: 150,
      dotScale: 1,
      pigment: 0,
      retention: 0.7,
      form: 'strip',
      pointsCm: Float64Array.of(1, 5, 9, 5),
      widthMm: 5,
      blendMm: 4,
      extraSessions,
    } satisfies SceneScar,
  ],
});

const keepsOf = (scene: Scene): readonly number[] => {
  const made = dotsOfScene(scene);
  if (!made.ok || made.value?.keeps == null) throw new Error('The scar keeps a share.');
  return [...made.value.keeps];
};

describe('sessions that go over a scar again', () => {
  it('leave it more of the pigment, once the plan is through', () => {
    const least = (scene: Scene): number => Math.min(...keepsOf(scene));
    expect(least(scarred(0))).toBeCloseTo(0.7, 3);
    expect(least(scarred(1))).toBeCloseTo(0.91, 3);
    expect(least(scarred(2))).toBeCloseTo(0.973, 3);
    const shown = (upTo: number): Scene => ({ ...scarred(2), sessions: [{ upTo, look: DEFAULT_LOOK }] });
    expect(least(shown(0.5))).toBeCloseTo(0.7, 3);
    expect(least(shown(1))).toBeCloseTo(0.973, 3);
  });

  it('move no dot, and set those on the scar once more: in the plan they are sessions of their own', () => {
    const figures = (scene: Scene) => {
      const made = areaFigures(scene, plan);
      if (!made.ok) throw new Error(made.error.kind);
      return made.value;
    };
    const [none] = figures(scarred(0));
    const [two] = figures(scarred(2));
    expect(two?.dotsBySession.slice(0, 3)).toEqual(none?.dotsBySession);
    const [again = 0, onceMore] = two?.dotsBySession.slice(3) ?? [];
    // 8 cm of a strip of 5 mm, at 150 dots to the cm².
    expect(Math.abs(again / (150 * 4.2) - 1)).toBeLessThan(0.1);
    expect(onceMore).toBe(again);
    const sheet = planSheet(figures(scarred(2)), DEFAULT_TREATMENT);
    expect(sheet.sessions.map(({ dots, dayOffset }) => [dots, dayOffset]).slice(3)).toEqual([
      [again, 42],
      [again, 56],
    ]);
    expect(planSheet(figures(scarred(0)), DEFAULT_TREATMENT).sessions).toHaveLength(3);
  });
});
