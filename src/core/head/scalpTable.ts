import type { ChartPoint } from '../geometry/units';
import type { ScalpGeometry, ScalpMap } from './scalpMap';
import { scalpMapOf } from './scalpMapOf';

/**
 * What the chart makes of areas and lengths changes so slowly that a grid of 4 mm holds it to 1e-4: so every place can
 * ask at little cost. Square, about the chart's centre.
 */
export interface ScalpTable {
  readonly originCm: number;
  /** Nodes of a side. */
  readonly side: number;
  /** Scalp area per chart area. */
  readonly scalpPerChart: Float64Array;
  /** Inverse of the chart's metric (scalp cm² per chart cm²): xx, xy, yy by node. */
  readonly inverseMetric: Float64Array;
}

const STEP_CM = 0.4; // our choice

const tables = new WeakMap<ScalpMap, ScalpTable>();
let last: { readonly key: string; readonly map: ScalpMap } | null = null;

/** The map of a geometry; the same one as long as the same geometry is asked for, however often it was copied. */
export function sameMapOf(geometry: ScalpGeometry): ScalpMap {
  const key = JSON.stringify(geometry);
  if (last?.key !== key) last = { key, map: scalpMapOf(geometry) };
  return last.map;
}

/** Null for a flat photo, where the chart is the scalp. */
export function scalpTableOf(geometry: ScalpGeometry, map: ScalpMap): ScalpTable | null {
  if (geometry.kind === 'flat') return null;
  const known = tables.get(map);
  if (known !== undefined) return known;
  const made = new TableOfMap(map, (2 * geometry.fit.chartRadiusMm) / 10);
  tables.set(map, made);
  return made;
}

/** A map's table. The metric is made when it is first asked for: areas, all that a page asks at a move, need none. */
class TableOfMap implements ScalpTable {
  readonly originCm: number;
  readonly side: number;
  readonly scalpPerChart: Float64Array;
  private metric: Float64Array | null = null;

  constructor(
    private readonly map: ScalpMap,
    reachCm: number,
  ) {
    const side = 2 * Math.ceil(reachCm / STEP_CM) + 1;
    this.side = side;
    this.originCm = -((side - 1) / 2) * STEP_CM;
    this.scalpPerChart = Float64Array.from({ length: side * side }, (_, node) => map.scalpPerChart(this.placeOf(node)));
  }

  get inverseMetric(): Float64Array {
    return (this.metric ??= this.makeMetric());
  }

  private placeOf(node: number): ChartPoint {
    const { originCm, side } = this;
    return { x: originCm + (node % side) * STEP_CM, y: originCm + Math.floor(node / side) * STEP_CM };
  }

  private makeMetric(): Float64Array {
    const nodes = this.side * this.side;
    const metric = new Float64Array(3 * nodes);
    for (let node = 0; node < nodes; node++) {
      const { along, across, axisRad } = this.map.stretch(this.placeOf(node));
      const [a, b] = [1 / (along * along), 1 / Math.max(across * across, 1e-6)];
      const [cos, sin] = [Math.cos(axisRad), Math.sin(axisRad)];
      metric[3 * node] = a * cos * cos + b * sin * sin;
      metric[3 * node + 1] = (a - b) * cos * sin;
      metric[3 * node + 2] = a * sin * sin + b * cos * cos;
    }
    return metric;
  }
}

/** Bilinear at a place of the chart in one of a table's columns; `stride` values a node, the `part`-th of them. */
export function tableValue(
  { originCm, side }: ScalpTable,
  values: Float64Array,
  x: number,
  y: number,
  stride = 1,
  part = 0,
): number {
  const last = side - 1.000001;
  const fx = clamp((x - originCm) / STEP_CM, last);
  const fy = clamp((y - originCm) / STEP_CM, last);
  const column = Math.floor(fx);
  const row = Math.floor(fy);
  const a = fx - column;
  const at = stride * (row * side + column) + part;
  const below = at + stride * side;
  const top = (values[at] as number) * (1 - a) + (values[at + stride] as number) * a;
  const bottom = (values[below] as number) * (1 - a) + (values[below + stride] as number) * a;
  return top + (bottom - top) * (fy - row);
}

const clamp = (value: number, last: number): number => (value > 0 ? (value < last ? value : last) : 0);

/**
 * Scalp length per chart length when a distance in the chart rises along the unit direction (gx, gy): by what a chart
 * distance must be multiplied to be one on the scalp.
 */
export function distanceOnScalp(table: ScalpTable, x: number, y: number, gx: number, gy: number): number {
  const { inverseMetric, originCm, side } = table;
  // As tableValue thrice over, the place found once: every node of a field's band asks.
  const last = side - 1.000001;
  const fx = clamp((x - originCm) / STEP_CM, last);
  const fy = clamp((y - originCm) / STEP_CM, last);
  const column = Math.floor(fx);
  const row = Math.floor(fy);
  const a = fx - column;
  const b = fy - row;
  const at = 3 * (row * side + column);
  const below = at + 3 * side;
  let steepness = 0;
  for (let part = 0; part < 3; part++) {
    const i = at + part;
    const j = below + part;
    const top = (inverseMetric[i] as number) * (1 - a) + (inverseMetric[i + 3] as number) * a;
    const bottom = (inverseMetric[j] as number) * (1 - a) + (inverseMetric[j + 3] as number) * a;
    const value = top + (bottom - top) * b;
    steepness += value * (part === 0 ? gx * gx : part === 1 ? 2 * gx * gy : gy * gy);
  }
  return 1 / Math.sqrt(steepness);
}

export const scalpPerChartAt = (table: ScalpTable, x: number, y: number): number =>
  tableValue(table, table.scalpPerChart, x, y);

/** The nodes' spacing. */
export const TABLE_STEP_CM = STEP_CM;
