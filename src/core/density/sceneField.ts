import type { Scene, SceneArea, SceneCut, SceneStroke, SceneZone } from '../design/scene';
import { addBlocksIn, rectsOf, type ChartBlocks } from '../geometry/chartBlocks';
import type { ChartGrid } from '../geometry/distance';
import { boundsOfGrid, copyNodes, sameGrid, valuesMovedTo, windowOf } from '../geometry/gridWindow';
import { ringsBounds, type ChartBounds, type Ring } from '../geometry/rings';
import type { ScalpTable } from '../head/scalpTable';
import { ok, type Result } from '../result';
import type { AreaField } from './areaField';
import type { BrushError, BrushStroke } from './brush';
import { changedParts, SMOOTH_RADIUS_CM, type BrushLayer } from './brushLayer';
import { equal } from './equal';
import { CEILING_PER_CM2, NODE_STEP_MM, type DensityField } from './field';
import type { PerCm2 } from '../geometry/units';
import { fieldMemory, type AreaInput, type FieldMemory, type KnownArea } from './fieldMemory';
import { hairlineField, hairlineFieldAfter, type HairlineFieldError, type MadeField } from './hairlineField';
import { densityOn, type FieldParts } from './fieldParts';
import { chartReach } from './onScalp';
import { scarField } from './scarField';
import { NATURAL_VARIATION } from './variation';
import { zoneField } from './zoneField';

/** The density of a whole scene. */
export interface SceneField {
  /** Dots per cm² of chart: what is to be scattered. */
  readonly field: DensityField;
  /** Of each of the scene's areas, in their order. */
  readonly areas: readonly AreaField[];
  /** What dots must be clipped by, where an edge is hard. */
  readonly clip: readonly Ring[] | null;
  /** Its greatest density where that is above what the dot engine can set, which it clamps it to. */
  readonly clampedAbove: PerCm2 | null;
  /** Where it may differ from that of the scene before, and where an area's depth may. */
  readonly changed: ChartBlocks;
  readonly depthChanged: ChartBlocks;
  /** Where an area's own density may; elsewhere cuts or strokes differ. */
  readonly areasChanged: ChartBlocks;
}

export type SceneFieldError = HairlineFieldError | BrushError;

/**
 * The densities of all areas joined by their maximum, then what is cut out, then the brush, in that order: so no later area
 * fills an exclusion and the brush has the last word. Null for a scene without areas. A `memory` that is handed in again
 * takes over what hasn't changed since the last scene; the field is the same without it.
 */
export function sceneField(
  scene: Scene,
  table: ScalpTable | null,
  memory: FieldMemory = fieldMemory(),
): Result<SceneField | null, SceneFieldError> {
  const last = memory.last?.table === table ? memory.last : null;
  memory.last = null;
  const changed = { density: new Set<number>(), depth: new Set<number>() };
  const areas: KnownArea[] = [];
  for (const [place, area] of scene.areas.entries()) {
    const known = areaField(scene, area, table, last?.areas[place], changed);
    if (!known.ok) return known;
    areas.push(known.value);
  }
  for (const { made } of last?.areas.slice(areas.length) ?? []) addBoth(changed, boundsOfGrid(made.field));
  const layer = memory.strokes.flatten(scene.strokes.map(brushStroke));
  if (!layer.ok) return layer;
  const fields = areas.map(({ made }) => made);
  const grid = gridAround(fields.map(({ field }) => field));
  if (grid === null) return ok(null);
  const isKnown = last !== null && sameButPlaces(last.scene, scene);
  const areasChanged = isKnown ? new Set(changed.density) : 'all';
  if (isKnown) {
    addChangedCuts(changed.density, last.scene.cuts, scene.cuts, table);
    addChangedStrokes(changed.density, last.layer, layer.value);
  }
  const parts = { scene, table, areas: fields, layer: layer.value };
  const { field, clampedAbove } = isKnown ? patched(last, grid, changed.density, parts) : laid(grid, parts);
  memory.last = { scene, table, areas, layer: layer.value, field, clampedAbove };
  const clip = fields.length === 1 ? (fields[0]?.clip ?? null) : null;
  const found = isKnown ? { changed: changed.density, depthChanged: changed.depth } : ALL_CHANGED;
  return ok({ field, clampedAbove, areas: fields, clip, ...found, areasChanged });
}

const ALL_CHANGED = { changed: 'all', depthChanged: 'all' } as const;

/** Blocks in which densities and depths may differ from those of the scene before. */
interface ChangedBlocks {
  readonly density: Set<number>;
  readonly depth: Set<number>;
}

function addBoth({ density, depth }: ChangedBlocks, bounds: ChartBounds): void {
  addBlocksIn(density, bounds);
  addBlocksIn(depth, bounds);
}

/** Whether two scenes' densities are made in the same way, so that they differ in the blocks in which their parts do. */
const sameButPlaces = (before: Scene, now: Scene): boolean =>
  // A hard edge is cut into the field only where there are other areas.
  (before.areas.length === 1) === (now.areas.length === 1) && equal(before.whorls, now.whorls);

type ClampedField = Pick<SceneField, 'field' | 'clampedAbove'>;

function laid(grid: ChartGrid, parts: FieldParts): ClampedField {
  const perCm2 = densityOn(grid, parts);
  return { field: { ...grid, perCm2 }, clampedAbove: clampedIn(perCm2) };
}

/** The field before, which is used up, on a new grid, made anew in some blocks. */
function patched(before: ClampedField, grid: ChartGrid, blocks: ReadonlySet<number>, parts: FieldParts): ClampedField {
  if (blocks.size === 0 && sameGrid(before.field, grid)) return before;
  const perCm2 = valuesMovedTo(before.field, before.field.perCm2, grid, 0);
  let isClamped = before.clampedAbove !== null;
  for (const rect of rectsOf(blocks)) {
    const window = windowOf(grid, rect);
    if (window === null) continue;
    const part = densityOn(window, parts);
    isClamped ||= clampedIn(part) !== null;
    copyNodes(window, part, grid, perCm2);
  }
  return { field: { ...grid, perCm2 }, clampedAbove: isClamped ? clampedIn(perCm2) : null };
}

function clampedIn(perCm2: Float32Array): PerCm2 | null {
  let peak = 0;
  for (let node = 0; node < perCm2.length; node++) if ((perCm2[node] as number) > peak) peak = perCm2[node] as number;
  return peak > CEILING_PER_CM2 ? peak : null;
}

/** A grid over the nodes of all fields; null for none. */
function gridAround(fields: readonly DensityField[]): ChartGrid | null {
  const first = fields[0];
  if (first === undefined) return null;
  const originX = Math.min(...fields.map((field) => field.originX));
  const originY = Math.min(...fields.map((field) => field.originY));
  const { step } = first;
  const right = Math.max(...fields.map((field) => field.originX + (field.columns - 1) * step));
  const bottom = Math.max(...fields.map((field) => field.originY + (field.rows - 1) * step));
  const columns = Math.round((right - originX) / step) + 1;
  return { originX, originY, step, columns, rows: Math.round((bottom - originY) / step) + 1 };
}

/** Adds the blocks in which cuts are others than before. */
function addChangedCuts(
  blocks: Set<number>,
  before: readonly SceneCut[],
  now: readonly SceneCut[],
  table: ScalpTable | null,
): void {
  for (let i = 0; i < Math.max(before.length, now.length); i++) {
    const cuts = [before[i], now[i]];
    if (equal(cuts[0], cuts[1])) continue;
    for (const cut of cuts) {
      const bounds = ringsBounds(cut?.ringsCm ?? []);
      if (cut === undefined || bounds === null) continue;
      const reach = Math.max(...cut.ringsCm.map((ring) => chartReach(ring, cut.fadeMm / 10, table))) + FELT_CM;
      const { x0, y0, x1, y1 } = bounds;
      addBlocksIn(blocks, { x0: x0 - reach, y0: y0 - reach, x1: x1 + reach, y1: y1 + reach });
    }
  }
}

/** Adds the blocks in which strokes leave the density otherwise than before. */
function addChangedStrokes(blocks: Set<number>, before: BrushLayer, now: BrushLayer): void {
  const reach = FELT_CM + (before.smooths || now.smooths ? SMOOTH_RADIUS_CM : 0);
  for (const { x0, y0, x1, y1 } of changedParts(before, now)) {
    addBlocksIn(blocks, { x0: x0 - reach, y0: y0 - reach, x1: x1 + reach, y1: y1 + reach });
  }
}

/** Values are straight between nodes: what changes at one is felt up to the next. */
const FELT_CM = NODE_STEP_MM / 5;

/**
 * An area's field: the one `known` where all that it is made of is equal. Adds the blocks in which it may differ from that.
 */
function areaField(
  scene: Scene,
  area: SceneArea,
  table: ScalpTable | null,
  known: KnownArea | undefined,
  blocks: ChangedBlocks,
): Result<KnownArea, HairlineFieldError> {
  const of = areaInput(scene, area, table);
  if (known !== undefined && equal(known.of, of)) return ok(known);
  const field = makeField(of, known);
  if (!field.ok) return field;
  const { made, changed } = field.value;
  if (changed !== 'all') {
    for (const block of changed.density) blocks.density.add(block);
    for (const block of changed.depth) blocks.depth.add(block);
  } else {
    for (const each of [known?.made, made]) if (each !== undefined) addBoth(blocks, boundsOfGrid(each.field));
  }
  return ok({ of, made });
}

function makeField(of: AreaInput, known: KnownArea | undefined): Result<MadeField<AreaField>, HairlineFieldError> {
  if (of.kind === 'hairline' && known?.of.kind === 'hairline') {
    return hairlineFieldAfter(of.input, { input: known.of.input, made: known.made });
  }
  const made =
    of.kind === 'hairline' ? hairlineField(of.input) : of.kind === 'zone' ? zoneField(of.input) : scarField(of.input);
  return made.ok ? ok({ made: made.value, changed: 'all' }) : made;
}

function areaInput(scene: Scene, area: SceneArea, table: ScalpTable | null): AreaInput {
  const common = { perCm2: area.perCm2, seed: scene.seed, variation: NATURAL_VARIATION, table };
  switch (area.kind) {
    case 'hairline': {
      const { wanderMm, waveMm, gapsMm, straysMm } = scene.edge;
      const edge = { softMm: area.softEdgeMm, wanderMm, wanderLengthMm: waveMm, gapsMm, straysMm };
      const input = { ...common, hairline: area.hairlineCm, region: [area.ringCm], edge };
      return { kind: 'hairline', input };
    }
    case 'zone': {
      const input = { ...common, rings: area.ringsCm, edgeMm: area.edgeMm, within: coversOf(scene, area) };
      return { kind: 'zone', input, amongHair: area.amongHair };
    }
    case 'scar': {
      const { form, pointsCm: points, widthMm, blendMm } = area;
      return { kind: 'scar', input: { ...common, form, points, widthMm, blendMm } };
    }
  }
}

/** Outlines of the other areas that are at least as dense and may lie over this one's. */
function coversOf(scene: Scene, area: SceneZone): readonly (readonly Ring[])[] {
  const here = ringsBounds(area.ringsCm);
  return scene.areas.flatMap((other): (readonly Ring[])[] => {
    if (other === area || other.perCm2 < area.perCm2 || other.kind === 'scar') return [];
    const rings = other.kind === 'zone' ? other.ringsCm : [other.ringCm];
    const there = ringsBounds(rings);
    return here !== null && there !== null && meet(here, there) ? [rings] : [];
  });
}

const meet = (a: ChartBounds, b: ChartBounds): boolean => a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;

const brushStroke = ({ kind, pathCm, sizeMm, feather, strength, perCm2 }: SceneStroke): BrushStroke => ({
  kind,
  path: pathCm,
  radiusMm: (sizeMm / 2) * (1 - feather),
  featherMm: (sizeMm / 2) * feather,
  strength,
  ...(perCm2 === null ? {} : { perCm2 }),
});
