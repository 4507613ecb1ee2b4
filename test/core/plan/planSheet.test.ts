import { describe, expect, it } from 'vitest';
import { DEFAULT_TREATMENT } from '../../../src/core/design/treatment';
import { areaFigures } from '../../../src/core/plan/areaFigures';
import { workingHours } from '../../../src/core/plan/hours';
import { planSheet } from '../../../src/core/plan/planSheet';
import { dotsOfScene } from '../../../src/core/pigment/dots/sceneDots';
import { patchScene } from '../pigment/flatSkin';

const AREAS = [
  { id: 'front', cm2: 30, dotsBySession: [2000, 2600, 2000] },
  { id: 'crown', cm2: 60, dotsBySession: [3960, 5280, 3960] },
];

describe('the plan sheet', () => {
  it('adds areas and sessions up to the same dots', () => {
    const sheet = planSheet(AREAS, DEFAULT_TREATMENT);
    expect(sheet.areas.map(({ dots }) => dots)).toEqual([6600, 13_200]);
    expect(sheet.sessions.map(({ dots }) => dots)).toEqual([5960, 7880, 5960]);
    expect([sheet.dots, sheet.cm2]).toEqual([19_800, 90]);
    expect(sheet.hours).toBeCloseTo(workingHours(19_800), 10);
  });

  it('reckons hours at the clinic’s own pace', () => {
    expect(planSheet(AREAS, DEFAULT_TREATMENT, 6000).hours).toBeCloseTo(9.9, 10);
  });

  it('dates the sessions once the first has a date', () => {
    const undated = planSheet(AREAS, DEFAULT_TREATMENT).sessions;
    expect(undated.map(({ date, dayOffset }) => [date, dayOffset])).toEqual([
      [null, 0],
      [null, 14],
      [null, 28],
    ]);
    const plan = { ...DEFAULT_TREATMENT.plan, firstDate: '2026-02-20' };
    const dated = planSheet(AREAS, { ...DEFAULT_TREATMENT, plan }).sessions;
    expect(dated.map(({ date }) => date)).toEqual(['2026-02-20', '2026-03-06', '2026-03-20']);
  });
});

describe('the figures of the areas', () => {
  const { plan } = DEFAULT_TREATMENT;

  it('count every dot that the picture lays, once', () => {
    const scene = patchScene();
    const laid = dotsOfScene(scene);
    const made = areaFigures(scene, plan);
    if (!made.ok || !laid.ok || laid.value === null) throw new Error('The patch has dots.');
    const [area] = made.value;
    const [first = 0, second = 0, third = 0] = area?.dotsBySession ?? [];
    const all = laid.value.dots.count;
    expect(first + second + third).toBe(all);
    expect(first / all).toBeCloseTo(0.3, 1);
    expect((first + second) / all).toBeCloseTo(0.7, 1);
    expect(area?.cm2).toBe(scene.areas[0]?.areaCm2);
  });

  it('give a dot in two areas to the topmost', () => {
    const scene = patchScene();
    const [area] = scene.areas;
    if (area === undefined) throw new Error('The patch has an area.');
    const made = areaFigures({ ...scene, areas: [area, { ...area, id: 'above' }] }, plan);
    if (!made.ok) throw new Error(made.error.kind);
    const [below, above] = made.value.map(({ dotsBySession }) => dotsBySession.reduce((sum, dots) => sum + dots, 0));
    expect(above).toBeGreaterThan(100);
    expect(below ?? 0).toBeLessThan((above ?? 0) / 100);
  });

  it('of a scene without areas are none', () => {
    expect(areaFigures({ ...patchScene(), areas: [] }, plan)).toEqual({ ok: true, value: [] });
  });
});
