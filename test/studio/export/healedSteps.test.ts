import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/design/case';
import { applyEdit } from '../../../src/core/design/edits';
import { healedSteps } from '../../../src/studio/export/healedSteps';
import { caseOf } from '../storage/sampleCases';

const HAIRLINE = [700, 950, 1200, 1450, 1700].map((x) => ({ x, y: 900 + Math.abs(x - 1200) / 5 }));

const drawn = (): Case =>
  applyEdit(caseOf('one', 'Ann', ['a']), { type: 'setHairline', areaId: 'line', photoId: 'photo-a', points: HAIRLINE });

describe('the outcomes that are shown to a client', () => {
  it('are one for every session, each with the dots of those before it', () => {
    const steps = healedSteps(drawn());
    expect(steps.map(({ session, of }) => `${session}/${of}`)).toEqual(['1/3', '2/3', '3/3']);
    expect(steps.map(({ scene }) => scene.sessions?.map(({ upTo }) => upTo))).toEqual([
      [0.3],
      [0.3, 0.7],
      [0.3, 0.7, 1],
    ]);
    // Each healed: no session's dots are redder or larger than the last's.
    const looks = steps.flatMap(({ scene }) => scene.sessions?.map(({ look }) => look.redness) ?? []);
    expect(new Set(looks)).toEqual(new Set([0]));
  });

  it('carry the days of the plan once it has begun', () => {
    const of = drawn();
    expect(healedSteps(of).map(({ date }) => date)).toEqual([null, null, null]);
    const plan = of.designs[0]?.treatment.plan;
    if (plan === undefined) throw new Error('no plan');
    const dated = applyEdit(of, { type: 'setTreatment', treatment: { plan: { ...plan, firstDate: '2026-02-20' } } });
    expect(healedSteps(dated).map(({ date }) => date)).toEqual(['2026-02-20', '2026-03-06', '2026-03-20']);
  });

  it('are none where nothing is drawn', () => {
    expect(healedSteps(caseOf('one', 'Ann', ['a']))).toEqual([]);
    expect(healedSteps(caseOf('one'))).toEqual([]);
  });
});
