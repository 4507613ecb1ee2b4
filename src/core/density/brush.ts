import type { Result } from '../result';
import { err, ok } from '../result';
import {
  emptyLayer,
  GAIN,
  LIMIT,
  MEAN_GAIN,
  OFFSET,
  paintField,
  plainTile,
  SMOOTH_RADIUS_CM,
  TILE_NODES,
  tileKey,
  type BrushLayer,
} from './brushLayer';
import type { DensityField } from './field';
import { CEILING_PER_CM2 } from './field';
import { boxSums } from './localMean';
import { smoothRise } from './smoothRise';
import { strokeReach, type StrokeReach } from './strokeReach';

/** One stroke of the density brush. */
export interface BrushStroke {
  /** Its way over the chart as x0, y0, x1, y1, … in cm; one place alone is a dab. */
  readonly path: Float64Array;
  /** Up to here from its way the stroke works fully, mm. */
  readonly radiusMm: number;
  /** Over this way beyond the radius its effect fades to nothing, mm; 0 for a hard edge. */
  readonly featherMm: number;
  /**
   * More: up to twice the density. Less and exclude: down to none. Target: towards `perCm2`. Smooth: towards the mean
   * around each place.
   */
  readonly kind: 'more' | 'less' | 'target' | 'smooth' | 'exclude';
  /** How far of that way, 0–1. */
  readonly strength: number;
  /** Dots/cm² that a target stroke leads to. */
  readonly perCm2?: number | undefined;
}

/** What is wrong with which stroke, counted from 0. */
export type BrushError =
  | { readonly kind: 'strokePathMalformed'; readonly stroke: number }
  | { readonly kind: 'strokeWidthOutOfRange'; readonly stroke: number; readonly limitMm: number }
  | { readonly kind: 'strokeStrengthOutOfRange'; readonly stroke: number }
  | { readonly kind: 'strokeTargetOutOfRange'; readonly stroke: number; readonly limitPerCm2: number };

const WIDTH_LIMIT_MM = 200; // wider than a head; our choice
const EXTENT_LIMIT_CM = 100; // as of fields
const MM_PER_CM = 10;
const PLAIN_TILE = plainTile();

/**
 * The field after all strokes, one after the other. A stroke multiplies the density by 1 + strength or 1 − strength or
 * leads it towards its target, fully within its radius; it crosses its own way without adding up. Where the field is
 * zero it stays zero: a brush never widens an area, but a target brings back what an earlier stroke took away. A radius
 * below a node's diagonal is widened to it, so that on its way every stroke reaches what it asks for. Nodes that no
 * stroke touches keep their bits. For strokes that grow in number see strokeStack.ts.
 */
export function brushField(field: DensityField, strokes: readonly BrushStroke[]): Result<DensityField, BrushError> {
  const layer = layStrokes(emptyLayer(field.step), strokes, 0);
  return layer.ok ? ok(paintField(field, layer.value)) : layer;
}

/** The layer with more strokes upon it; the one that was given stays as it is. `first` is the number of the first of them. */
export function layStrokes(
  under: BrushLayer,
  strokes: readonly BrushStroke[],
  first: number,
): Result<BrushLayer, BrushError> {
  for (const [index, stroke] of strokes.entries()) {
    const fault = strokeFault(stroke, first + index);
    if (fault !== null) return err(fault);
  }
  const tiles = new Map(under.tiles);
  const own = new Set<number>();
  const tileAt = (key: number): Float32Array => {
    const known = tiles.get(key);
    if (known !== undefined && own.has(key)) return known;
    const tile = known === undefined ? plainTile() : known.slice();
    tiles.set(key, tile);
    own.add(key);
    return tile;
  };
  for (const stroke of strokes) layStroke(under.stepCm, tiles, tileAt, stroke);
  return ok({ ...under, tiles, smooths: under.smooths || strokes.some(({ kind }) => kind === 'smooth') });
}

// Written so that NaN fails.
function strokeFault(stroke: BrushStroke, index: number): BrushError | null {
  const { path, radiusMm, featherMm, strength } = stroke;
  if (path.length < 2 || path.length % 2 !== 0 || !path.every((cm) => Math.abs(cm) <= EXTENT_LIMIT_CM)) {
    return { kind: 'strokePathMalformed', stroke: index };
  }
  if (!(radiusMm >= 0 && featherMm >= 0 && radiusMm + featherMm <= WIDTH_LIMIT_MM)) {
    return { kind: 'strokeWidthOutOfRange', stroke: index, limitMm: WIDTH_LIMIT_MM };
  }
  if (!(strength >= 0 && strength <= 1)) return { kind: 'strokeStrengthOutOfRange', stroke: index };
  const target = stroke.perCm2 ?? NaN;
  if (stroke.kind === 'target' && !(target >= 0 && target <= CEILING_PER_CM2)) {
    return { kind: 'strokeTargetOutOfRange', stroke: index, limitPerCm2: CEILING_PER_CM2 };
  }
  return null;
}

type Tiles = ReadonlyMap<number, Float32Array>;

function layStroke(stepCm: number, tiles: Tiles, tileAt: (key: number) => Float32Array, stroke: BrushStroke): void {
  const radius = Math.max(stroke.radiusMm / MM_PER_CM, Math.SQRT2 * stepCm);
  const feather = stroke.featherMm / MM_PER_CM;
  const reach = strokeReach(stroke.path, radius + feather, stepCm);
  const { grid, firstColumn, firstRow, squaredCm } = reach;
  const means = stroke.kind === 'smooth' ? meansAround(tiles, reach, stepCm) : null;
  // Well within: most nodes are, and need no root.
  const within = radius * radius * (1 - 1e-9);
  for (let r = 0; r < grid.rows; r++) {
    const y = firstRow + r;
    const ty = Math.floor(y / TILE_NODES);
    const row = (y - ty * TILE_NODES) * TILE_NODES;
    for (let c = 0; c < grid.columns;) {
      // The part of the row that lies in one tile.
      const x = firstColumn + c;
      const tx = Math.floor(x / TILE_NODES);
      const end = Math.min(c + (tx + 1) * TILE_NODES - x, grid.columns);
      const toTile = row + x - tx * TILE_NODES - c;
      let tile: Float32Array | null = null;
      for (; c < end; c++) {
        const node = r * grid.columns + c;
        const near = squaredCm[node] as number;
        if (near === Infinity) continue;
        const beyond = near < within ? 0 : Math.sqrt(near) - radius;
        const weight = beyond <= 0 ? stroke.strength : stroke.strength * (1 - smoothRise(beyond / feather));
        if (weight === 0) continue;
        tile ??= tileAt(tileKey(tx, ty));
        if (means === null) lead(tile, toTile + c, stroke, weight);
        else leadTo(tile, toTile + c, weight, means, node);
      }
    }
  }
}

/** What is made of the density at a node is multiplied, or led towards a density. */
function lead(tile: Float32Array, at: number, { kind, perCm2 }: BrushStroke, weight: number): void {
  const by = kind === 'more' ? 1 + weight : 1 - weight;
  const towards = kind === 'target' ? (perCm2 ?? 0) * weight : 0;
  tile[GAIN + at] = (tile[GAIN + at] as number) * by;
  tile[MEAN_GAIN + at] = (tile[MEAN_GAIN + at] as number) * by;
  tile[OFFSET + at] = (tile[OFFSET + at] as number) * by + towards;
  tile[LIMIT + at] = Math.min((tile[LIMIT + at] as number) * by + towards, CEILING_PER_CM2);
}

/** Leads a node to what strokes make of the mean around it: the mean of their gains, on the mean density there. */
function leadTo(tile: Float32Array, at: number, weight: number, means: Means, node: number): void {
  const gain = (means.gain[node] as number) + (means.meanGain[node] as number);
  const stay = 1 - weight;
  tile[GAIN + at] = (tile[GAIN + at] as number) * stay;
  tile[MEAN_GAIN + at] = (tile[MEAN_GAIN + at] as number) * stay + weight * gain;
  tile[OFFSET + at] = (tile[OFFSET + at] as number) * stay + weight * (means.offset[node] as number);
  tile[LIMIT + at] = (tile[LIMIT + at] as number) * stay + weight * (means.limit[node] as number);
}

/** The planes' means around each node of a part of the layer. */
interface Means {
  readonly gain: Float64Array;
  readonly meanGain: Float64Array;
  readonly offset: Float64Array;
  readonly limit: Float64Array;
}

function meansAround(tiles: Tiles, reach: StrokeReach, stepCm: number): Means {
  const radius = Math.round(SMOOTH_RADIUS_CM / stepCm);
  const of = (plane: number): Float64Array => planeMeans(tiles, reach, radius, plane);
  return { gain: of(GAIN), meanGain: of(MEAN_GAIN), offset: of(OFFSET), limit: of(LIMIT) };
}

function planeMeans(tiles: Tiles, { grid, firstColumn, firstRow }: StrokeReach, radius: number, plane: number) {
  const wide = grid.columns + 2 * radius;
  const high = grid.rows + 2 * radius;
  const values = new Float64Array(wide * high);
  for (let r = 0; r < high; r++) {
    const y = firstRow - radius + r;
    const ty = Math.floor(y / TILE_NODES);
    const row = plane + (y - ty * TILE_NODES) * TILE_NODES;
    for (let c = 0; c < wide;) {
      const x = firstColumn - radius + c;
      const tx = Math.floor(x / TILE_NODES);
      const from = x - tx * TILE_NODES;
      const length = Math.min(TILE_NODES - from, wide - c);
      const tile = tiles.get(tileKey(tx, ty)) ?? PLAIN_TILE;
      values.set(tile.subarray(row + from, row + from + length), r * wide + c);
      c += length;
    }
  }
  boxSums(values, wide, high, radius);
  const means = new Float64Array(grid.columns * grid.rows);
  const share = 1 / (2 * radius + 1) ** 2;
  for (let r = 0; r < grid.rows; r++) {
    for (let c = 0; c < grid.columns; c++) {
      means[r * grid.columns + c] = (values[(r + radius) * wide + c + radius] as number) * share;
    }
  }
  return means;
}
