import type { Fill } from './case';

/** What a field of the fill may be: the range that is offered and its default. */
export interface FillRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
}

/**
 * Density: 220/cm² is where measured fills look full, 310 is where clinics stop (domain figures: 194 quoted, up to 310;
 * best fits to photos 220–350). Dot size: 0.28 mm is the mark as photos show it, 0.10–0.15 mm the needle's. Size
 * variation: ln sd 0.25 measured. Soft edge: count from sparse to full in 4–6 mm. Irregularity: our choice of scale, its
 * default meets the measured nearest-neighbour spread of 0.23–0.33.
 */
export const FILL_RANGES: { readonly [Field in keyof Fill]: FillRange } = {
  perCm2: { min: 20, max: 350, step: 1, default: 220 },
  dotSizeMm: { min: 0.1, max: 0.5, step: 0.01, default: 0.28 },
  sizeVariation: { min: 0, max: 0.5, step: 0.01, default: 0.25 },
  irregularity: { min: 0, max: 1, step: 0.01, default: 0.5 },
  softEdgeMm: { min: 0, max: 15, step: 0.1, default: 5 },
};

/** Above this density neighbouring marks merge when touched up (clinics' upper figure, 2,000 per square inch). */
export const DENSITY_WARNING_PER_CM2 = 310;

export const DEFAULT_FILL: Fill = {
  perCm2: FILL_RANGES.perCm2.default,
  dotSizeMm: FILL_RANGES.dotSizeMm.default,
  sizeVariation: FILL_RANGES.sizeVariation.default,
  irregularity: FILL_RANGES.irregularity.default,
  softEdgeMm: FILL_RANGES.softEdgeMm.default,
};
