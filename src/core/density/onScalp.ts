import { distanceToSegments, type ChartGrid, type Segments } from '../geometry/distance';
import { distanceOnScalp, scalpPerChartAt, tableValue, type ScalpTable } from '../head/scalpTable';

/**
 * Distance in cm of scalp from every node to the nearest segment, row by row: up to `bandCm`, and `bandCm` beyond it. Each
 * is the chart's own distance, divided by the steepness that its gradient has on the scalp half-way; about a point it is the
 * length of the way to it. Without a table the chart is the scalp.
 */
export function distancesOnScalp(
  grid: ChartGrid,
  segments: Segments,
  bandCm: number,
  table: ScalpTable | null,
  chartBandCm = bandInChart(segments, bandCm, table),
): Float32Array {
  if (table === null) return distanceToSegments(grid, segments, bandCm);
  const chart = distanceToSegments(grid, segments, chartBandCm);
  const scalp = new Float32Array(chart.length).fill(bandCm);
  const { columns, rows } = grid;
  for (let row = 0; row < rows; row++) {
    const up = row > 0 ? -columns : 0;
    const down = row < rows - 1 ? columns : 0;
    for (let column = 0; column < columns; column++) {
      const node = row * columns + column;
      const value = chart[node] as number;
      if (value >= chartBandCm) continue;
      const left = chart[column > 0 ? node - 1 : node] as number;
      const right = chart[column < columns - 1 ? node + 1 : node] as number;
      const above = chart[node + up] as number;
      const below = chart[node + down] as number;
      let gx = right - left;
      let gy = below - above;
      if (gx * gx + gy * gy < (grid.step * FLAT) ** 2) {
        gx = value - left;
        gy = value - above;
      }
      const steepness = Math.sqrt(gx * gx + gy * gy);
      if (steepness === 0) {
        scalp[node] = Math.min(value, bandCm);
        continue;
      }
      const ux = gx / steepness;
      const uy = gy / steepness;
      // Half-way to the line the stretch is the way's mean.
      const x = grid.originX + column * grid.step - (ux * value) / 2;
      const y = grid.originY + row * grid.step - (uy * value) / 2;
      const toLine = distanceOnScalp(table, x, y, ux, uy);
      // 0 beside a straight line, 1 about a point.
      const bend = ((left + right + above + below - 4 * value) * value) / (grid.step * grid.step);
      const round = bend > LEAST_BEND ? Math.min((bend - LEAST_BEND) / (1 - LEAST_BEND), 1) : 0;
      const factor = round === 0 ? toLine : toLine + (toPoint(table, x, y, ux, uy) - toLine) * round;
      scalp[node] = Math.min(value * factor, bandCm);
    }
  }
  return scalp;
}

/**
 * By so much a band is widened at most, for lines that run on to where the head turns away: it costs time in every move of a
 * hand, and what lies deeper shows no more of an edge. Our choice.
 */
const WIDENED_CM = 0.4;
/** A gradient over two steps is 2 but where two ways to the line are as short: there that over one step tells its way. */
const FLAT = 0.2;
/** Less of it hardly makes a length another, and costs more to tell; our choice. */
const LEAST_BEND = 0.2;

/**
 * Scalp length per chart length along a unit way of the chart: what an area is stretched to over what lies across the way is.
 * To a line that lies askew another way may be shorter.
 */
const toPoint = (table: ScalpTable, x: number, y: number, ux: number, uy: number): number =>
  scalpPerChartAt(table, x, y) / distanceOnScalp(table, x, y, -uy, ux);

/** How far in the chart, in cm, `distancesOnScalp` looks for some segments. */
export const bandInChart = (segments: Segments, bandCm: number, table: ScalpTable | null): number =>
  Math.min(chartReach(segments, bandCm, table), bandCm + WIDENED_CM);

/** How far in the chart, in cm, `reachCm` of scalp go from some places (x0, y0 …) at most. */
export function chartReach(places: Float64Array, reachCm: number, table: ScalpTable | null): number {
  if (table === null) return reachCm;
  let most = 1;
  for (let i = 0; i + 1 < places.length; i += 2) {
    const [xx, xy, yy] = inverseMetricAt(table, places[i] as number, places[i + 1] as number);
    const half = (xx - yy) / 2;
    // The larger eigenvalue, chart² per scalp².
    most = Math.max(most, Math.sqrt((xx + yy) / 2 + Math.sqrt(half * half + xy * xy)));
  }
  return reachCm * Math.min(Math.ceil(most * STEPS) / STEPS, WIDEST);
}

function inverseMetricAt(table: ScalpTable, x: number, y: number): readonly [number, number, number] {
  const at = (part: number): number => tableValue(table, table.inverseMetric, x, y, 3, part);
  return [at(0), at(1), at(2)];
}

/** In steps, so that it mostly stays what it was while a line is moved. */
const STEPS = 4;

/** Of chart per scalp; behind the ears, where nothing is drawn from the front, the chart knows no bounds. */
const WIDEST = 2.5;
