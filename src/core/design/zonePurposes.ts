import type { Mm, PerCm2 } from '../geometry/units';
import type { ZonePurpose } from './area';

/** What a zone of a purpose begins with; null: as the design's own fill. */
export interface PurposeDefaults {
  readonly edgeMm: Mm;
  readonly perCm2: PerCm2 | null;
  readonly dotSizeMm: Mm | null;
}

/**
 * A crown and a fill among hairs fade widely; where hair thins, the contrast of scalp to hair is to fall without an edge
 * that is seen; a bare patch of alopecia areata ends where the hair around it begins. The figures are our choice, within
 * the measured ones of fills: half the dots where hair stands between them, finer ones under long hair.
 */
export const PURPOSE_DEFAULTS: Readonly<Record<ZonePurpose, PurposeDefaults>> = {
  full: { edgeMm: 5, perCm2: null, dotSizeMm: null },
  crown: { edgeMm: 12, perCm2: null, dotSizeMm: null },
  density: { edgeMm: 10, perCm2: 120, dotSizeMm: null },
  thinning: { edgeMm: 15, perCm2: 100, dotSizeMm: 0.22 },
  alopecia: { edgeMm: 4, perCm2: 200, dotSizeMm: null },
};
