import type { ChartBounds } from '../geometry/rings';
import type { DensityField } from './field';
import { CEILING_PER_CM2 } from './field';
import { localMean } from './localMean';

/** Nodes along a tile's side. */
export const TILE_NODES = 32;
const TILE_AREA = TILE_NODES * TILE_NODES;

/** Where in a tile its four planes begin: what strokes make of a density d whose local mean is m. */
export const GAIN = 0;
export const MEAN_GAIN = TILE_AREA;
export const OFFSET = 2 * TILE_AREA;
export const LIMIT = 3 * TILE_AREA;

/**
 * All that strokes do to a density, flattened: at each node d becomes min(gain · d + meanGain · m + offset, limit). Steps
 * of this kind follow one another as a step of this kind, so that any number of strokes weighs as much as one. Nodes lie
 * at whole multiples of the step; tiles stand only where strokes were.
 */
export interface BrushLayer {
  readonly stepCm: number;
  readonly tiles: ReadonlyMap<number, Float32Array>;
  /** Whether any stroke has smoothed: only then local means are needed. */
  readonly smooths: boolean;
}

export const emptyLayer = (stepCm: number): BrushLayer => ({ stepCm, tiles: new Map(), smooths: false });

const HALF = 1 << 14;
/** The number of the tile at tile column `tx` and row `ty`, either side of the chart's origin. */
export const tileKey = (tx: number, ty: number): number => (ty + HALF) * 2 * HALF + tx + HALF;
const columnOf = (key: number): number => (key % (2 * HALF)) - HALF;
const rowOf = (key: number): number => Math.floor(key / (2 * HALF)) - HALF;

/** A tile that changes nothing. */
export function plainTile(): Float32Array {
  const tile = new Float32Array(4 * TILE_AREA);
  tile.fill(1, GAIN, MEAN_GAIN);
  tile.fill(CEILING_PER_CM2, LIMIT);
  return tile;
}

/** Rectangles of the chart in which two layers of one step differ, one for each tile in which they do. */
export function changedParts(before: BrushLayer, now: BrushLayer): readonly ChartBounds[] {
  const { stepCm } = now;
  const keys = new Set([...before.tiles.keys(), ...now.tiles.keys()]);
  return [...keys].flatMap((key): ChartBounds[] => {
    // Tiles that no stroke has touched since are the same.
    const [a, b] = [before.tiles.get(key), now.tiles.get(key)];
    const nodes = a === b ? null : differingNodes(a ?? plainTile(), b ?? plainTile());
    if (nodes === null) return [];
    const left = columnOf(key) * TILE_NODES;
    const top = rowOf(key) * TILE_NODES;
    const { c0, c1, r0, r1 } = nodes;
    return [{ x0: (left + c0) * stepCm, y0: (top + r0) * stepCm, x1: (left + c1) * stepCm, y1: (top + r1) * stepCm }];
  });
}

function differingNodes(a: Float32Array, b: Float32Array): { c0: number; c1: number; r0: number; r1: number } | null {
  let [c0, c1, r0, r1] = [TILE_NODES, -1, TILE_NODES, -1];
  // Line by line of all four planes.
  for (let line = 0; line < a.length / TILE_NODES; line++) {
    const from = line * TILE_NODES;
    let first = 0;
    while (first < TILE_NODES && a[from + first] === b[from + first]) first++;
    if (first === TILE_NODES) continue;
    let last = TILE_NODES - 1;
    while (a[from + last] === b[from + last]) last--;
    const row = line % TILE_NODES;
    c0 = Math.min(c0, first);
    c1 = Math.max(c1, last);
    r0 = Math.min(r0, row);
    r1 = Math.max(r1, row);
  }
  return c1 < 0 ? null : { c0, c1, r0, r1 };
}

/** Radius within which smoothing evens out: some five dots at full density; our choice. */
export const SMOOTH_RADIUS_CM = 0.3;

/**
 * The field as the layer leaves it. Where it is zero it stays zero, and nodes that no stroke touches keep their bits. A
 * field whose nodes do not lie at whole multiples of the layer's step takes the nearest node's.
 */
export function paintField(field: DensityField, layer: BrushLayer): DensityField {
  if (layer.tiles.size === 0) return field;
  const perCm2 = field.perCm2.slice();
  const mean = layer.smooths ? localMean(field, Math.round(SMOOTH_RADIUS_CM / field.step)) : null;
  for (const [key, tile] of layer.tiles) paintTile(field, perCm2, mean, layer.stepCm, key, tile);
  return { ...field, perCm2 };
}

function paintTile(
  field: DensityField,
  perCm2: Float32Array,
  mean: Float32Array | null,
  stepCm: number,
  key: number,
  tile: Float32Array,
): void {
  const { columns, rows, step, originX, originY } = field;
  const x0 = columnOf(key) * TILE_NODES;
  const y0 = rowOf(key) * TILE_NODES;
  const first = (tileNode: number, origin: number): number => Math.ceil(((tileNode - 0.5) * stepCm - origin) / step);
  const c0 = Math.max(first(x0, originX), 0);
  const c1 = Math.min(first(x0 + TILE_NODES, originX), columns);
  const r0 = Math.max(first(y0, originY), 0);
  const r1 = Math.min(first(y0 + TILE_NODES, originY), rows);
  const columnsOfTile = tilePlaces(originX, step, stepCm, x0, c0, c1);
  for (let r = r0; r < r1; r++) {
    const row = (Math.round((originY + r * step) / stepCm) - y0) * TILE_NODES;
    for (let c = c0; c < c1; c++) {
      const node = r * columns + c;
      const value = perCm2[node] as number;
      if (value === 0) continue;
      const at = row + (columnsOfTile[c - c0] as number);
      const gain = tile[GAIN + at] as number;
      const meanGain = tile[MEAN_GAIN + at] as number;
      const offset = tile[OFFSET + at] as number;
      if (gain === 1 && meanGain === 0 && offset === 0) continue;
      const around = mean === null ? 0 : meanGain * (mean[node] as number);
      perCm2[node] = Math.min(gain * value + around + offset, tile[LIMIT + at] as number);
    }
  }
}

/** The tile's column under each of a field's columns c0 … c1 − 1. */
function tilePlaces(origin: number, step: number, stepCm: number, x0: number, c0: number, c1: number): Uint8Array {
  const places = new Uint8Array(Math.max(c1 - c0, 0));
  for (let i = 0; i < places.length; i++) places[i] = Math.round((origin + (c0 + i) * step) / stepCm) - x0;
  return places;
}
