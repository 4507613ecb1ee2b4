import { scalpMapOf, type ScalpGeometry, type ScalpMap } from './scalpMap';

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
  const made = makeTable(map, (2 * geometry.fit.chartRadiusMm) / 10);
  tables.set(map, made);
  return made;
}

function makeTable(map: ScalpMap, reachCm: number): ScalpTable {
  const side = 2 * Math.ceil(reachCm / STEP_CM) + 1;
  const originCm = -((side - 1) / 2) * STEP_CM;
  const scalpPerChart = new Float64Array(side * side);
  const inverseMetric = new Float64Array(3 * side * side);
  for (let node = 0; node < side * side; node++) {
    const c = { x: originCm + (node % side) * STEP_CM, y: originCm + Math.floor(node / side) * STEP_CM };
    scalpPerChart[node] = map.scalpPerChart(c);
    const { along, across, axisRad } = map.stretch(c);
    const [a, b] = [1 / (along * along), 1 / Math.max(across * across, 1e-6)];
    const [cos, sin] = [Math.cos(axisRad), Math.sin(axisRad)];
    inverseMetric[3 * node] = a * cos * cos + b * sin * sin;
    inverseMetric[3 * node + 1] = (a - b) * cos * sin;
    inverseMetric[3 * node + 2] = a * sin * sin + b * cos * cos;
  }
  return { originCm, side, scalpPerChart, inverseMetric };
}

/** Where a place of the chart lies among the nodes. */
interface Cell {
  readonly node: number;
  readonly a: number;
  readonly b: number;
}

export function tableCell({ originCm, side }: ScalpTable, x: number, y: number): Cell {
  const fx = Math.min(Math.max((x - originCm) / STEP_CM, 0), side - 1.000001);
  const fy = Math.min(Math.max((y - originCm) / STEP_CM, 0), side - 1.000001);
  const column = Math.floor(fx);
  const row = Math.floor(fy);
  return { node: row * side + column, a: fx - column, b: fy - row };
}

/** Bilinear in one of a table's columns; `stride` values a node, the `part`-th of them. */
export function tableValue(values: Float64Array, side: number, { node, a, b }: Cell, stride = 1, part = 0): number {
  const at = (of: number): number => values[stride * of + part] as number;
  const top = at(node) * (1 - a) + at(node + 1) * a;
  const bottom = at(node + side) * (1 - a) + at(node + side + 1) * a;
  return top + (bottom - top) * b;
}

/**
 * Scalp length per chart length when a distance in the chart rises along the unit direction (gx, gy): by what a chart
 * distance must be multiplied to be one on the scalp.
 */
export function distanceOnScalp(table: ScalpTable, x: number, y: number, gx: number, gy: number): number {
  const cell = tableCell(table, x, y);
  const of = (part: number): number => tableValue(table.inverseMetric, table.side, cell, 3, part);
  return 1 / Math.sqrt(of(0) * gx * gx + 2 * of(1) * gx * gy + of(2) * gy * gy);
}

export const scalpPerChartAt = (table: ScalpTable, x: number, y: number): number =>
  tableValue(table.scalpPerChart, table.side, tableCell(table, x, y));

/** The nodes' spacing. */
export const TABLE_STEP_CM = STEP_CM;
