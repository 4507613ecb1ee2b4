import { hairlineField } from '../../../src/core/density/hairlineField';
import { NATURAL_VARIATION } from '../../../src/core/density/variation';
import type { ScatterRequest } from '../../../src/core/scatter/dots';

/** A whole natural design: soft wandering hairline, variation, some 20,000 dots, clipped by a second ring. */
export function hairlineRequest(): ScatterRequest {
  const hairline = Array.from({ length: 121 }, (_, i): [number, number] => {
    const x = i / 8 - 7.5;
    return [x, 0.04 * x * x];
  });
  const made = hairlineField({
    hairline,
    region: [[...hairline, [7.5, 9], [-7.5, 9]]],
    perCm2: 220,
    seed: 77,
    edge: { softMm: 5 },
    variation: NATURAL_VARIATION,
  });
  if (!made.ok) throw new Error(made.error.kind);
  const clip = [
    [
      [-20, -3],
      [20, -3],
      [5, 8.5],
      [-6, 8],
    ] as [number, number][],
  ];
  return { seed: 4_000_000_000, field: made.value.field, clip, sizeVariation: 0.25 };
}
