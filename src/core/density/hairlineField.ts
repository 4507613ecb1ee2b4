import type { ChartGrid, Segments } from '../geometry/distance';
import { distanceToSegments, segmentsOfLine, squaredDistanceToSegment } from '../geometry/distance';
import { changedRing, changedStretch, ringBetween, type ChangedStretch } from '../geometry/changedStretch';
import {
  addBlocksNear,
  addBlocksWithin,
  blocksIn,
  boundsOfBlock,
  keepBlocksInside,
  rectsOf,
  squaresAround,
  type ChartBlocks,
} from '../geometry/chartBlocks';
import {
  boundsOfGrid,
  copyNodes,
  sameNodesIn,
  valuesMovedTo,
  valuesOn,
  widened,
  windowOf,
} from '../geometry/gridWindow';
import type { ChartBounds, Ring } from '../geometry/rings';
import { nodesInside, ringCoordinates, ringsBounds } from '../geometry/rings';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { ScalpTable } from '../head/scalpTable';
import type { EdgeStyle, ResolvedEdge } from './edge';
import { edgeDensity, mostDensity, resolveEdge } from './edge';
import { equal } from './equal';
import { NODE_STEP_MM, type DensityField } from './field';
import { bandInChart, chartReach, distancesOnScalp } from './onScalp';
import type { Variation } from './variation';
import { applyVariation } from './variation';

/** An area behind a hairline, in plain shapes. */
export interface HairlineFieldInput {
  /** The hairline, open, in chart cm: its edge is soft. Fewer than two points: the outline has one kind of edge. */
  readonly hairline: Ring;
  /** The area behind it, closed along the head's outline; even-odd. */
  readonly region: readonly Ring[];
  /** Density well inside, dots/cm². */
  readonly perCm2: number;
  readonly edge: EdgeStyle;
  readonly variation?: Variation | undefined;
  /** uint32; the same seed gives the same wander, gaps and variation at a place, whatever is edited elsewhere. */
  readonly seed: number;
  /** Distance of the field's nodes, mm. */
  readonly stepMm?: number | undefined;
  /** What the chart makes of lengths: distances are then those of the scalp. Absent where the chart is the scalp. */
  readonly table?: ScalpTable | null | undefined;
}

/** A design's density and, on the same nodes, how deep within it each node lies. */
export interface HairlineField {
  readonly field: DensityField;
  /**
   * Depth in mm, row by row: distance to the drawn hairline, positive behind it and negative ahead; along the rest of
   * the outline it rises from 0 OUTLINE_STEEPNESS times as fast, since the fill goes on behind the silhouette. Clamped to
   * ±DEPTH_BAND_MM, beside the rest of the outline to a few mm outside. It does not follow the wandering of the dots' edge.
   */
  readonly depthMm: Float32Array;
  /** What dots must be clipped by: the region where the edge is hard, null where the field itself fades. */
  readonly clip: readonly Ring[] | null;
}

export type HairlineFieldError =
  | { readonly kind: 'regionMalformed' }
  | { readonly kind: 'densityOutOfRange'; readonly perCm2: number }
  | { readonly kind: 'extentTooLarge'; readonly limitCm: number };

/** Marks and haze reach full strength 12–15 mm behind the hairline (measured on real fills). */
export const DEPTH_BAND_MM = 16;
const OUTLINE_STEEPNESS = 12; // our choice: the fill goes on behind the silhouette, so it hardly fades there
/** The rest of the outline is told from what lies farther only where that shows, as a narrow band costs less. */
const outlineBandMm = (outlineMm: number): number =>
  Math.min(DEPTH_BAND_MM, Math.max(DEPTH_BAND_MM / OUTLINE_STEEPNESS, outlineMm) + OUTLINE_MARGIN_MM);
const OUTLINE_MARGIN_MM = 1;
const EXTENT_LIMIT_CM = 100;
const SAME_LINE_CM = 0.02;

/** A field, and where its density and its depth differ from the one before: `'all'`, perhaps anywhere on either's grid. */
export interface MadeField<Field> {
  readonly made: Field;
  readonly changed: ChangedField | 'all';
}

export interface ChangedField {
  readonly density: ReadonlySet<number>;
  readonly depth: ReadonlySet<number>;
}

/** Density and depth of the area behind a hairline; the sum of all that the edge style asks for, smooth in mm. */
export function hairlineField(input: HairlineFieldInput): Result<HairlineField, HairlineFieldError> {
  const shape = shapeOf(input);
  if (!shape.ok) return shape;
  const { grid, edge } = shape.value;
  const { field, depthMm } = measure(shape.value, input, widened(grid, 1));
  return ok({
    field: { ...grid, perCm2: valuesOn(field, field.perCm2, grid, 0) },
    depthMm: valuesOn(field, depthMm, grid, 0),
    clip: edge.softMm === 0 ? input.region : null,
  });
}

/** The same, made of the field before, which is used up: taken over where line and region, which alone differ, leave it as it was. */
export function hairlineFieldAfter(
  input: HairlineFieldInput,
  before: { readonly input: HairlineFieldInput; readonly made: HairlineField },
): Result<MadeField<HairlineField>, HairlineFieldError> {
  const found = shapeOf(input);
  if (!found.ok) return found;
  const reached = reachedBlocks(before.input, input, found.value);
  if (reached === 'all') {
    const made = hairlineField(input);
    return made.ok ? ok({ made: made.value, changed: 'all' }) : made;
  }
  const { grid, edge } = found.value;
  const { field, depthMm: depthBefore } = before.made;
  const perCm2 = valuesMovedTo(field, field.perCm2, grid, 0);
  const depthMm = valuesMovedTo(field, depthBefore, grid, -DEPTH_BAND_MM);
  const parts = rectsOf(squaresAround(reached, WINDOW_BLOCKS)).flatMap((rect) => {
    const window = windowOf(grid, rect);
    return window === null ? [] : { rect, window, ...measure(found.value, input, widened(window, 1)) };
  });
  // Where the area's grid has drawn back, nothing is left that a value could be compared with.
  const hasDrawnBack = !isWithin(boundsOfGrid(field), grid);
  const beyond = hasDrawnBack ? Array.from(reached).filter((block) => !isWithin(boundsOfBlock(block), grid)) : [];
  const density = new Set(beyond);
  const depth = new Set(beyond);
  for (const { rect, field: part, depthMm: deep } of parts) {
    for (const block of blocksIn(rect)) {
      if (!reached.has(block)) continue;
      const bounds = boundsOfBlock(block);
      if (!sameNodesIn(bounds, part, part.perCm2, grid, perCm2)) density.add(block);
      if (!sameNodesIn(bounds, part, deep, grid, depthMm)) depth.add(block);
    }
  }
  for (const { window, field: part, depthMm: deep } of parts) {
    copyNodes(part, part.perCm2, grid, perCm2, window);
    copyNodes(part, deep, grid, depthMm, window);
  }
  // A hard edge shows in the clip, not in the values.
  const clip = edge.softMm === 0 ? input.region : null;
  const changed = { density: clip === null ? density : reached, depth };
  return ok({ made: { field: { ...grid, perCm2 }, depthMm, clip }, changed });
}

/** Whether all nodes that decide what lies within some bounds are a grid's. */
function isWithin({ x0, y0, x1, y1 }: ChartBounds, grid: ChartGrid): boolean {
  const bounds = boundsOfGrid(grid);
  return x0 >= bounds.x0 && y0 >= bounds.y0 && x1 <= bounds.x1 && y1 <= bounds.y1;
}

/** Windows are made of squares of so many blocks: fewer and larger ones cost less than the nodes they spare. Our choice. */
const WINDOW_BLOCKS = 2;

/** What follows from the input before any node is looked at. */
interface HairlineShape {
  readonly grid: ChartGrid;
  readonly edge: ResolvedEdge;
  readonly line: Float64Array;
  readonly flats: readonly Float64Array[];
  readonly hairline: Segments;
  readonly outline: Segments;
  /** How far from the line and from the rest of the outline in the chart these are felt, cm. */
  readonly lineReachCm: number;
  readonly aheadReachCm: number;
  readonly outlineReachCm: number;
}

const shapes = new WeakMap<HairlineFieldInput, HairlineShape>();

function shapeOf(input: HairlineFieldInput): Result<HairlineShape, HairlineFieldError> {
  const known = shapes.get(input);
  if (known !== undefined) return ok(known);
  const { region, perCm2, table = null } = input;
  if (!(perCm2 >= 0 && perCm2 < Infinity)) return err({ kind: 'densityOutOfRange', perCm2 });
  const bounds = ringsBounds(region);
  const line = ringCoordinates(input.hairline);
  const flats = region.map(ringCoordinates);
  if (
    bounds === null ||
    !line.every(Number.isFinite) ||
    flats.some((flat) => flat.length < 6 || !flat.every(Number.isFinite))
  ) {
    return err({ kind: 'regionMalformed' });
  }
  if (Math.max(-bounds.x0, -bounds.y0, bounds.x1, bounds.y1) > EXTENT_LIMIT_CM) {
    return err({ kind: 'extentTooLarge', limitCm: EXTENT_LIMIT_CM });
  }
  const edge = resolveEdge(input.edge);
  const hairline = segmentsOfLine(line);
  const outline = outlineSegments(flats, line, hairline);
  const aheadReachCm = chartReach(line, edge.aheadMm / 10, table);
  const shape = {
    grid: gridOver(bounds, aheadReachCm, (input.stepMm ?? NODE_STEP_MM) / 10),
    edge,
    line,
    flats,
    hairline,
    outline,
    aheadReachCm,
    lineReachCm: bandInChart(hairline, DEPTH_BAND_MM / 10, table),
    outlineReachCm: outlineBandMm(edge.outlineMm) / 10,
  };
  shapes.set(input, shape);
  return ok(shape);
}

/** Density and depth at a grid's nodes; at the outermost, beside which slopes aren't known, only about so. */
function measure(
  shape: HairlineShape,
  input: HairlineFieldInput,
  grid: ChartGrid,
): { readonly field: DensityField; readonly depthMm: Float32Array } {
  const { perCm2, seed, table = null, variation } = input;
  const { edge, line, flats } = shape;
  const inside = nodesInside(grid, flats);
  const { hairlineMm, outlineMm } = measureDepths(grid, shape, inside, table);
  const density =
    edge.softMm === 0
      ? new Float32Array(inside.length).fill(perCm2)
      : edgeDensity(grid, { hairlineMm, outlineMm, inside, lineEnds: lineEnds(line) }, edge, perCm2, seed);
  if (variation !== undefined && variation.lnSd > 0) {
    applyVariation(grid, density, variation, seed);
  }
  return { field: { ...grid, perCm2: density }, depthMm: depthOf(hairlineMm, outlineMm, inside) };
}

/** The most that the area may have at a grid's nodes, wherever its line runs. */
export function mostBehind({ perCm2, seed, edge, variation }: HairlineFieldInput, grid: ChartGrid): Float32Array {
  const density = mostDensity(grid, resolveEdge(edge), perCm2, seed);
  if (variation !== undefined && variation.lnSd > 0) applyVariation(grid, density, variation, seed);
  return density;
}

/** The blocks in reach of what of line and region has changed; all where anything else has. */
function reachedBlocks(before: HairlineFieldInput, now: HairlineFieldInput, shape: HairlineShape): ChartBlocks {
  const known = shapeOf(before);
  const isAlike =
    known.ok &&
    known.value.lineReachCm === shape.lineReachCm &&
    known.value.flats.length === shape.flats.length &&
    equal({ ...before, hairline: [], region: [] }, { ...now, hairline: [], region: [] });
  if (!isAlike) return 'all';
  // Bilinear between nodes, what stands a node away is felt too.
  const more = 2 * shape.grid.step;
  const outsideCm = shape.aheadReachCm + more;
  const line = changedStretch(known.value.line, shape.line);
  const rings = shape.flats.flatMap((flat, i) => changedRing(known.value.flats[i] ?? flat, flat) ?? []);
  // Within the area the line is felt far behind it, without only as far as dots stand ahead.
  const deep = new Set<number>();
  if (line !== null) addStretch(deep, line, shape.lineReachCm + more);
  keepBlocksInside(deep, [known.value.flats, shape.flats]);
  const blocks = new Set(deep);
  if (line !== null) addStretch(blocks, line, outsideCm);
  for (const ring of rings) addStretch(blocks, ring, Math.max(shape.outlineReachCm + more, outsideCm));
  return blocks;
}

function addStretch(blocks: Set<number>, { before, now }: ChangedStretch, reachCm: number): void {
  addBlocksNear(blocks, before, reachCm);
  addBlocksNear(blocks, now, reachCm);
  addBlocksWithin(blocks, ringBetween(before, now));
}

/** A grid over the bounds and a margin, its nodes at whole multiples of the step, so that edits do not shift them. */
export function gridOver(bounds: ChartBounds, marginCm: number, stepCm: number): ChartGrid {
  const first = (low: number): number => Math.floor((low - marginCm) / stepCm) - 1;
  const last = (high: number): number => Math.ceil((high + marginCm) / stepCm) + 1;
  return {
    originX: first(bounds.x0) * stepCm,
    originY: first(bounds.y0) * stepCm,
    step: stepCm,
    columns: last(bounds.x1) - first(bounds.x0) + 1,
    rows: last(bounds.y1) - first(bounds.y0) + 1,
  };
}

/** The rings' edges that do not lie on the hairline. */
function outlineSegments(flats: readonly Float64Array[], line: Float64Array, hairline: Segments): Segments {
  const bounds = ringsBounds([line]);
  const kept: number[] = [];
  /** A ring runs along the line, so the edge after one that lies on it lies on the next of its segments. */
  let next = 0;
  for (const flat of flats) {
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const ax = flat[j] as number;
      const ay = flat[j + 1] as number;
      const bx = flat[i] as number;
      const by = flat[i + 1] as number;
      const found = bounds === null ? null : segmentAt(hairline, bounds, next, (ax + bx) / 2, (ay + by) / 2);
      if (found === null) kept.push(ax, ay, bx, by);
      else next = found;
    }
  }
  return Float64Array.from(kept);
}

/** A segment of a line with these bounds that a place lies on, looked for from segment `first` on; null: none. */
function segmentAt(
  line: Segments,
  { x0, y0, x1, y1 }: ChartBounds,
  first: number,
  x: number,
  y: number,
): number | null {
  if (x < x0 - SAME_LINE_CM || x > x1 + SAME_LINE_CM || y < y0 - SAME_LINE_CM || y > y1 + SAME_LINE_CM) return null;
  for (let i = 0; i < line.length; i += 4) {
    const s = (first + i) % line.length;
    if (squaredDistanceToSegment(line, s, x, y) < SAME_LINE_CM * SAME_LINE_CM) return s;
  }
  return null;
}

/** Signed distances in mm to the hairline and to the rest of the outline, positive inside, clamped to their bands. */
function measureDepths(
  grid: ChartGrid,
  { hairline, outline, lineReachCm, outlineReachCm }: HairlineShape,
  inside: Uint8Array,
  table: ScalpTable | null,
): { readonly hairlineMm: Float32Array; readonly outlineMm: Float32Array } {
  const hairlineMm = distancesOnScalp(grid, hairline, DEPTH_BAND_MM / 10, table, lineReachCm);
  const outlineMm = distanceToSegments(grid, outline, outlineReachCm);
  for (let node = 0; node < inside.length; node++) {
    const toMm = inside[node] === 1 ? 10 : -10;
    hairlineMm[node] = (hairlineMm[node] as number) * toMm;
    outlineMm[node] = (outlineMm[node] as number) * toMm;
  }
  return { hairlineMm, outlineMm };
}

/** Written over the distances to the hairline. */
function depthOf(hairlineMm: Float32Array, outlineMm: Float32Array, inside: Uint8Array): Float32Array {
  for (let node = 0; node < hairlineMm.length; node++) {
    const line = hairlineMm[node] as number;
    const outline = outlineMm[node] as number;
    // Outside the nearer edge counts, and neither is made steeper. A node right on the line lies on either side.
    hairlineMm[node] = inside[node] === 1 ? Math.min(line, outline * OUTLINE_STEEPNESS) : Math.max(line, outline);
  }
  return hairlineMm;
}

function lineEnds(flat: Float64Array): readonly number[] {
  return flat.length < 4 ? [] : [...flat.subarray(0, 2), ...flat.subarray(flat.length - 2)];
}
