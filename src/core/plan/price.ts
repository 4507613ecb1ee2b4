import type { HairLoss } from '../design/case';
import { err, ok, type Result } from '../result';

/** What a clinic reckons its price by: each square centimetre, each session, or the stage of the hair loss as a whole. */
export const PRICE_BASES = ['area', 'session', 'stage'] as const;
export type PriceBasis = (typeof PRICE_BASES)[number];

/** The stages that have a price of their own: Norwood's for men, Ludwig's for women, as "norwood 3v" or "ludwig 2". */
export const PRICE_STAGES = [
  'norwood 1',
  'norwood 2',
  'norwood 3',
  'norwood 3v',
  'norwood 4',
  'norwood 5',
  'norwood 6',
  'norwood 7',
  'ludwig 1',
  'ludwig 2',
  'ludwig 3',
] as const;
export type PriceStage = (typeof PRICE_STAGES)[number];

/** A clinic's own figures, in whole units of its currency; null: not entered. */
export interface ClinicPrices {
  readonly basis: PriceBasis;
  readonly perCm2: number | null;
  readonly perSession: number | null;
  readonly perStage: Readonly<Partial<Record<PriceStage, number>>>;
  /** Percent of the net price. */
  readonly taxPercent: number;
  /** The figures hold the tax already. */
  readonly taxIncluded: boolean;
}

/** Our choice: wide enough for every currency, narrow enough to catch a slip of the finger. */
export const MONEY_RANGE = { min: 0, max: 100_000_000 } as const;
/** No country's tax on services reaches this (our choice). */
export const TAX_RANGE = { min: 0, max: 50 } as const;

/** What a price is reckoned from. */
export interface Priced {
  readonly cm2: number;
  readonly sessions: number;
  readonly hairLoss: HairLoss | null;
}

/** An estimate in the clinic's currency, each sum rounded to its smallest coin; `net` and `tax` add up to `total`. */
export interface PriceEstimate {
  readonly basis: PriceBasis;
  /** Square centimetres or sessions; 1 for a stage. */
  readonly quantity: number;
  readonly each: number;
  readonly net: number;
  readonly tax: number;
  readonly total: number;
}

export type PriceProblem =
  /** The clinic has entered no figure for this. */
  | { readonly kind: 'noFigure'; readonly basis: PriceBasis; readonly stage: PriceStage | null }
  /** The client's stage of hair loss is not known. */
  | { readonly kind: 'noStage' };

/** The price of a plan; `decimals` is how many the currency writes (2 for euros, 0 for yen). */
export function priceEstimate(of: Priced, prices: ClinicPrices, decimals: number): Result<PriceEstimate, PriceProblem> {
  const each = figureFor(of, prices);
  if (!each.ok) return each;
  const coin = 10 ** decimals;
  const round = (amount: number): number => Math.round(amount * coin) / coin;
  const quantity = quantityOf(of, prices.basis);
  const stated = round(quantity * each.value);
  const share = prices.taxPercent / 100;
  const net = prices.taxIncluded ? round(stated / (1 + share)) : stated;
  const tax = prices.taxIncluded ? round(stated - net) : round(stated * share);
  return ok({ basis: prices.basis, quantity, each: each.value, net, tax, total: round(net + tax) });
}

function figureFor({ hairLoss }: Priced, prices: ClinicPrices): Result<number, PriceProblem> {
  const { basis } = prices;
  switch (basis) {
    case 'area':
      return prices.perCm2 === null ? err({ kind: 'noFigure', basis, stage: null }) : ok(prices.perCm2);
    case 'session':
      return prices.perSession === null ? err({ kind: 'noFigure', basis, stage: null }) : ok(prices.perSession);
    case 'stage': {
      if (hairLoss === null) return err({ kind: 'noStage' });
      const stage = priceStage(hairLoss);
      const figure = prices.perStage[stage];
      return figure === undefined ? err({ kind: 'noFigure', basis, stage }) : ok(figure);
    }
    default:
      return basis satisfies never;
  }
}

function quantityOf(of: Priced, basis: PriceBasis): number {
  switch (basis) {
    case 'area':
      // What the sheet shows is what is reckoned with: a tenth of a square centimetre.
      return Math.round(of.cm2 * 10) / 10;
    case 'session':
      return of.sessions;
    case 'stage':
      return 1;
    default:
      return basis satisfies never;
  }
}

export const priceStage = (hairLoss: HairLoss): PriceStage =>
  hairLoss.scale === 'norwood' ? `norwood ${hairLoss.stage}` : `ludwig ${hairLoss.stage}`;
