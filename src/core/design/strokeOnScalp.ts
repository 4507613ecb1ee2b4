import type { Mm } from '../geometry/units';
import type { ScalpMap } from '../head/scalpMap';
import type { Scalp } from '../head/scalpOf';

/** Places of a stroke's way that are asked how the chart draws lengths out there; more tell the same. Our choice. */
const MOST_PIECES = 32;
/** Steps in which a width follows the chart: a stroke that grows by a piece is as wide as before. Our choice. */
const STEPS = 100;
/** No chart of a head narrows or widens lengths more. */
const MOST = 4;

/**
 * The width in the chart of a stroke that is so many millimetres wide on the scalp, its way in chart cm. Where the chart
 * draws lengths out one way it narrows them the other, so that it goes by what lies across the way, on its mean; a dab no
 * longer than wide is as large as it is on the scalp. The same on a flat photo, where the chart is the scalp.
 */
export function chartWidthMm({ geometry, map }: Scalp, pathCm: Float64Array, widthMm: Mm): Mm {
  if (geometry.kind === 'flat' || pathCm.length === 0) return widthMm;
  const { across, around, lengthCm } = meansOf(map, pathCm);
  const line = Math.min(1, (10 * lengthCm) / widthMm);
  const scalpPerChart = Math.round((line * across + (1 - line) * around) * STEPS) / STEPS;
  return widthMm / Math.min(MOST, Math.max(1 / MOST, scalpPerChart));
}

/** Scalp length per chart length across a way and all around it, on their means, and the way's length in the chart. */
function meansOf(map: ScalpMap, pathCm: Float64Array) {
  const last = pathCm.length / 2 - 1;
  const step = Math.max(1, Math.ceil(last / MOST_PIECES));
  let lengthCm = 0;
  let across = 0;
  let around = 0;
  for (let from = 0; from < last; from += step) {
    const to = Math.min(last, from + step);
    const [x0, y0] = [pathCm[2 * from] as number, pathCm[2 * from + 1] as number];
    const [x1, y1] = [pathCm[2 * to] as number, pathCm[2 * to + 1] as number];
    const piece = Math.hypot(x1 - x0, y1 - y0);
    if (piece === 0) continue;
    const stretch = map.stretch({ x: (x0 + x1) / 2, y: (y0 + y1) / 2 });
    const turn = Math.atan2(y1 - y0, x1 - x0) + Math.PI / 2 - stretch.axisRad;
    lengthCm += piece;
    across += piece / Math.hypot(Math.cos(turn) / stretch.along, Math.sin(turn) / stretch.across);
    around += piece * Math.sqrt(stretch.along * stretch.across);
  }
  if (lengthCm > 0) return { across: across / lengthCm, around: around / lengthCm, lengthCm };
  const { along, across: over } = map.stretch({ x: pathCm[0] as number, y: pathCm[1] as number });
  const all = Math.sqrt(along * over);
  return { across: all, around: all, lengthCm };
}
