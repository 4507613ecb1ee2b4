import { openSegments } from '../geometry/openOutline';
import type { Ring } from '../geometry/rings';
import { nodesInside } from '../geometry/rings';
import type { ScalpTable } from '../head/scalpTable';
import type { DensityField } from './field';
import { distancesOnScalp } from './onScalp';
import { smoothRise } from './smoothRise';

/**
 * The field with every node outside the rings (even-odd, chart cm) at zero: a hard edge for joining, true to half a
 * step. With a feather the density rises from zero at the outline to what it was `featherMm` inside, on the scalp where a
 * `table` says what the chart makes of lengths.
 */
export const cutField = (
  field: DensityField,
  rings: readonly Ring[],
  featherMm = 0,
  table: ScalpTable | null = null,
): DensityField => keepSide(field, rings, featherMm, table, 1);

/**
 * The field with every node inside the rings (even-odd, chart cm) at zero: an exclusion. With a feather the density
 * rises from zero at the outline to what it was `featherMm` outside, on the scalp as above.
 */
export const excludeFromField = (
  field: DensityField,
  rings: readonly Ring[],
  featherMm = 0,
  table: ScalpTable | null = null,
): DensityField => keepSide(field, rings, featherMm, table, 0);

/** Keeps the nodes whose entry of `nodesInside` is `side`. */
function keepSide(
  field: DensityField,
  rings: readonly Ring[],
  featherMm: number,
  table: ScalpTable | null,
  side: 0 | 1,
): DensityField {
  const inside = nodesInside(field, rings);
  const perCm2 = field.perCm2.map((value, node) => (inside[node] === side ? value : 0));
  if (featherMm > 0) {
    const feather = featherMm / 10;
    const distances = distancesOnScalp(field, openSegments(rings, []), feather, table);
    for (let node = 0; node < perCm2.length; node++) {
      const distance = distances[node] as number;
      if (distance < feather) perCm2[node] = (perCm2[node] as number) * smoothRise(distance / feather);
    }
  }
  return { ...field, perCm2 };
}
