import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceEstimate, type ClinicPrices, type Priced } from '../../../src/core/plan/price';

const PRICES: ClinicPrices = {
  basis: 'area',
  perCm2: 12.5,
  perSession: 450,
  perStage: { 'norwood 3v': 2100, 'ludwig 2': 1500 },
  taxPercent: 20,
  taxIncluded: false,
};
const OF: Priced = { cm2: 85.24, sessions: 3, hairLoss: { scale: 'norwood', stage: '3v' } };

const estimate = (of: Partial<Priced>, prices: Partial<ClinicPrices>, decimals = 2) =>
  priceEstimate({ ...OF, ...of }, { ...PRICES, ...prices }, decimals);

describe('the price estimate', () => {
  it('by area reckons with the tenths of a square centimetre that the sheet shows', () => {
    expect(estimate({}, {})).toEqual({
      ok: true,
      value: { basis: 'area', quantity: 85.2, each: 12.5, net: 1065, tax: 213, total: 1278 },
    });
  });

  it('by session counts sessions, by stage takes the one figure of the stage', () => {
    expect(estimate({}, { basis: 'session' })).toMatchObject({ value: { quantity: 3, net: 1350, total: 1620 } });
    expect(estimate({}, { basis: 'stage' })).toMatchObject({ value: { quantity: 1, net: 2100, total: 2520 } });
    const ludwig = estimate({ hairLoss: { scale: 'ludwig', stage: '2' } }, { basis: 'stage' });
    expect(ludwig).toMatchObject({ value: { net: 1500 } });
  });

  it('takes tax out of figures that hold it', () => {
    expect(estimate({}, { basis: 'session', taxIncluded: true })).toMatchObject({
      value: { net: 1125, tax: 225, total: 1350 },
    });
  });

  it('says which figure is missing', () => {
    expect(estimate({}, { perCm2: null })).toMatchObject({ error: { kind: 'noFigure', basis: 'area' } });
    expect(estimate({ hairLoss: null }, { basis: 'stage' })).toMatchObject({ error: { kind: 'noStage' } });
    expect(estimate({ hairLoss: { scale: 'norwood', stage: '7' } }, { basis: 'stage' })).toMatchObject({
      error: { kind: 'noFigure', stage: 'norwood 7' },
    });
  });

  it('always adds up, to the smallest coin of the currency', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 900, noNaN: true }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.boolean(),
        fc.constantFrom(0, 2, 3),
        (cm2, perCm2, taxPercent, taxIncluded, decimals) => {
          const made = estimate({ cm2 }, { perCm2, taxPercent, taxIncluded }, decimals);
          if (!made.ok) throw new Error(made.error.kind);
          const { net, tax, total } = made.value;
          const coins = (amount: number): number => Math.round(amount * 10 ** decimals);
          expect(coins(net) + coins(tax)).toBe(coins(total));
          expect(net).toBe(coins(net) / 10 ** decimals);
        },
      ),
    );
  });
});
