import { gridWithin, valuesOn } from '../geometry/gridWindow';
import type { ChartBounds } from '../geometry/rings';
import type { DensityField } from './field';
import type { KnownField } from './fieldMemory';
import { densityOn, gridFor } from './fieldParts';
import { mostBehind } from './hairlineField';

/** So much above the density itself, lest a rounding between two grids leave out a dot. */
const ABOVE = 1 + 2 ** -20;

/**
 * A density within a rectangle that is nowhere below the scene's: behind a hairline it is what that may have wherever it runs. Dots laid
 * for it hold all that stand there however such a line is drawn next, as more density only adds dots.
 */
export function densityWithRoom({ scene, table, areas, layer, field }: KnownField, rect: ChartBounds): DensityField {
  const window = gridWithin(rect, field.step);
  const grid = gridFor(window, layer);
  const most = areas.map(({ of, made }) =>
    of.kind === 'hairline' ? { ...made, field: { ...grid, perCm2: mostBehind(of.input, grid) } } : made,
  );
  const perCm2 = densityOn(window, { scene, table, areas: most, layer });
  const now = valuesOn(field, field.perCm2, window, 0);
  for (let node = 0; node < perCm2.length; node++) {
    perCm2[node] = ABOVE * Math.max(perCm2[node] as number, now[node] as number);
  }
  return { ...window, perCm2 };
}
