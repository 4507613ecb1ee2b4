import { describe, expect, it } from 'vitest';
import { sessionOfDots } from '../../../src/core/scatter/sessions';
import { spacing } from './measures';
import { byId, dotsOf, evenField, fieldOf } from './scattered';

const SHARES = [0.3, 0.7, 1];

describe('sessions', () => {
  const field = fieldOf(-5, -5, 10, 10, 0.1, (x, y) => 220 + 100 * Math.sin(x) * Math.cos(y));
  const dots = dotsOf({ seed: 6, field });
  const sessions = sessionOfDots(dots, field, SHARES);
  if (!sessions.ok) throw new Error(sessions.error.kind);

  it('each cumulative set is what its share of the density alone would give: later sessions never move earlier dots', () => {
    SHARES.forEach((share, session) => {
      const alone = byId(dotsOf({ seed: 6, field: { ...field, perCm2: field.perCm2.map((d) => share * d) } }));
      const soFar = [...byId(dots)].filter((_, i) => (sessions.value[i] as number) <= session);
      expect(Math.abs(soFar.length - alone.size)).toBeLessThanOrEqual(2); // ties of rounding at the threshold
      const missing = soFar.filter(([id, dot]) => alone.get(id) !== dot);
      expect(missing.length).toBeLessThanOrEqual(2);
    });
  });

  it('the sessions hold their shares of the dots', () => {
    const first = sessions.value.filter((session) => session === 0).length / dots.count;
    const last = sessions.value.filter((session) => session === 2).length / dots.count;
    expect(first).toBeCloseTo(0.3, 2);
    expect(last).toBeCloseTo(0.3, 2);
  });

  it('each cumulative set is evenly spread', () => {
    const even = evenField(-6, -6, 12, 12, 220);
    const all = dotsOf({ seed: 8, field: even, irregularity: 0 });
    const of = sessionOfDots(all, even, SHARES);
    if (!of.ok) throw new Error(of.error.kind);
    SHARES.forEach((share, session) => {
      const kept = Array.from(all.x.keys()).filter((i) => (of.value[i] as number) <= session);
      const set = {
        count: kept.length,
        x: kept.map((i) => all.x[i] as number),
        y: kept.map((i) => all.y[i] as number),
      };
      expect(spacing(set, { x0: -5, y0: -5, side: 10 }, 220 * share).first).toBeGreaterThan(0.6);
    });
  });

  it.each([[[0.7, 0.3, 1]], [[0.3, 0.7]], [[]], [[0, 1]], [[0.5, NaN, 1]]])('shares %j are refused', (shares) => {
    expect(sessionOfDots(dots, field, shares)).toEqual({ ok: false, error: { kind: 'sharesNotRising' } });
  });
});
