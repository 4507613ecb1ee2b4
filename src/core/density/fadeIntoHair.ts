import { openSegments } from '../geometry/openOutline';
import type { Ring } from '../geometry/rings';
import { nodesInside, ringCoordinates } from '../geometry/rings';
import type { ScalpTable } from '../head/scalpTable';
import type { DensityField } from './field';
import { distancesOnScalp } from './onScalp';
import { smoothRise } from './smoothRise';

/**
 * The field blending into hair that stands inside the rings (even-odd, chart cm): as it was up to their outline, fading to
 * nothing over `blendMm` inside, on the scalp where a `table` says what the chart makes of lengths; nothing deeper within.
 */
export function fadeIntoHair(
  field: DensityField,
  rings: readonly Ring[],
  blendMm: number,
  table: ScalpTable | null = null,
): DensityField {
  const flats = rings.map(ringCoordinates);
  const inside = nodesInside(field, flats);
  const blend = Math.max(blendMm / 10, field.step);
  const depth = distancesOnScalp(field, openSegments(flats, []), blend, table);
  const perCm2 = field.perCm2.map((value, node) =>
    inside[node] === 0 ? value : value * (1 - smoothRise((depth[node] as number) / blend)),
  );
  return { ...field, perCm2 };
}
