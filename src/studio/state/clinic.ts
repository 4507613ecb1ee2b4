import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import * as z from 'zod/mini';
import { MONEY_RANGE, PRICE_BASES, PRICE_STAGES, TAX_RANGE, type ClinicPrices } from '../../core/plan/price';

// Without this zod compiles its checks with `new Function`, which the page's Content-Security-Policy reports.
z.config({ jitless: true });

export const PAPERS = ['A4', 'Letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** What is the clinic's own rather than a client's: kept on this device, printed on what goes home with a client. */
export interface Clinic {
  /** As it stands on papers and pictures; empty: none. */
  readonly name: string;
  /** Address, telephone: one line under the name. */
  readonly contact: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly prices: ClinicPrices;
  /** Null: the default in the studio's language. */
  readonly aftercare: string | null;
  readonly consent: string | null;
  readonly paper: Paper;
}

/** Offered at hand; any code that the browser knows is taken. */
export const CURRENCIES = ['EUR', 'USD', 'GBP', 'TRY', 'BRL', 'AED', 'SAR', 'CHF', 'CAD', 'AUD', 'MXN', 'PLN'] as const;

export const CLINIC_TEXT_LENGTH = { name: 80, contact: 160, aftercare: 4_000, consent: 4_000 } as const;

const DEFAULT_CLINIC: Clinic = {
  name: '',
  contact: '',
  currency: 'EUR',
  prices: { basis: 'area', perCm2: null, perSession: null, perStage: {}, taxPercent: 0, taxIncluded: true },
  aftercare: null,
  consent: null,
  paper: 'A4',
};

const amount = z.number().check(z.gte(MONEY_RANGE.min), z.lte(MONEY_RANGE.max));
const words = (longest: number) => z.string().check(z.maxLength(longest));

const stored = z.object({
  name: words(CLINIC_TEXT_LENGTH.name),
  contact: words(CLINIC_TEXT_LENGTH.contact),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  prices: z.object({
    basis: z.enum(PRICE_BASES),
    perCm2: z.nullable(amount),
    perSession: z.nullable(amount),
    perStage: z.partialRecord(z.enum(PRICE_STAGES), amount),
    taxPercent: z.number().check(z.gte(TAX_RANGE.min), z.lte(TAX_RANGE.max)),
    taxIncluded: z.boolean(),
  }),
  aftercare: z.nullable(words(CLINIC_TEXT_LENGTH.aftercare)),
  consent: z.nullable(words(CLINIC_TEXT_LENGTH.consent)),
  paper: z.enum(PAPERS),
});

/** Each figure that is as it should be is taken; one that is not leaves the default in its place. */
export function clinicFrom(kept: unknown): Clinic {
  if (typeof kept !== 'object' || kept === null) return DEFAULT_CLINIC;
  const whole = stored.safeParse({ ...DEFAULT_CLINIC, ...kept });
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map(({ path }) => path[0]));
  const rest = Object.fromEntries(Object.entries(kept).filter(([field]) => !wrong.has(field)));
  const again = stored.safeParse({ ...DEFAULT_CLINIC, ...rest });
  return again.success ? again.data : DEFAULT_CLINIC;
}

export const clinicStore = createStore<Clinic>()(
  persist((): Clinic => DEFAULT_CLINIC, { name: 'follicle.clinic', merge: (kept) => clinicFrom(kept) }),
);

export const setPrices = (prices: Partial<ClinicPrices>): void => {
  clinicStore.setState((clinic) => ({ prices: { ...clinic.prices, ...prices } }));
};
