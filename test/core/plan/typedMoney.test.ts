import { describe, expect, it } from 'vitest';
import { MONEY_RANGE } from '../../../src/core/plan/price';
import { typedNumber } from '../../../src/core/plan/typedMoney';

describe('a typed figure', () => {
  it.each([
    ['1250', '.', 1250],
    ['1,250.50', '.', 1250.5],
    ['1.250,50', '.', 1250.5],
    ['1.250,50', ',', 1250.5],
    ['1 250,5', ',', 1250.5],
    ['1.250', ',', 1250],
    ['1,250', '.', 1250],
    ['12,50', '.', 12.5],
    ['1.250.000', ',', 1_250_000],
    ["1'250.50", '.', 1250.5],
    ['١٢٥٠٫٥', '.', 1250.5],
    ['0', '.', 0],
  ] as const)('reads %s with the decimal sign %s as %d', (typed, decimal, value) => {
    expect(typedNumber(typed, decimal, MONEY_RANGE)).toEqual({ ok: true, value });
  });

  it.each(['', '-5', 'twelve', '1.2.3', '€ 5', '1e9', '5-6'])('refuses “%s” as no number', (typed) => {
    expect(typedNumber(typed, '.', MONEY_RANGE)).toEqual({ ok: false, error: { kind: 'notNumber' } });
  });

  it('refuses what lies outside the range, and names the range', () => {
    expect(typedNumber('51', '.', { min: 0, max: 50 })).toEqual({
      ok: false,
      error: { kind: 'outOfRange', min: 0, max: 50 },
    });
  });
});
