import type { HairlineField } from './hairlineField';

/** One area's density and depth, and where it is scar tissue (0–1 by node; absent where nothing is). */
export interface AreaField extends HairlineField {
  readonly tissue?: Float32Array;
}
