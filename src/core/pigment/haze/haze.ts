import type { Scene } from '../../design/scene';
import type { PhotoGrid } from '../../head/photoGrid';
import { depthAt, type DepthGrid } from './depthGrid';
import { gridUnder } from './gridUnder';
import type { Haze } from './hazeGrid';
import { runOutOverRim, withRim } from './hazeRim';
import { FULL_PER_CM2, HAZE_FULL_MM, REDNESS_FULL_MM } from '../marks/markFigures';
import { innerNodes, nodesAround, nodesInBlocks, type PhotoNodes } from './photoNodes';
import { slowVariation } from './slowVariation';
import { smooth } from './smooth';

/** More dots than this share of a full fill add no more haze: neighbouring marks already meet (our choice). */
const SHARE_MAX = 1.4;

/** The haze begins this deep, so that nothing of it lies on the line itself (our choice). */
const BEGINS_MM = 1;

/** A haze, and what it was made of, which is written over when the next is made of it. */
export interface MadeHaze {
  readonly haze: Haze;
  readonly grid: PhotoGrid;
  /** How deep each node lies in each area; NaN off the head. */
  readonly depths: readonly Float32Array[];
  /** Haze and redness before they run out over the rim. */
  readonly share: Float32Array;
  readonly redness: Float32Array | null;
  /** Only at these nodes may it differ from the one that it was made of; all: it was made of none. */
  readonly renewed: PhotoNodes | 'all';
}

/**
 * The haze of all areas when all dots stand, and where the skin is `red` their redness; where areas overlap the stronger
 * one stands, so that no seam shows.
 */
export function hazeOf(scene: Scene, depths: readonly DepthGrid[], red = false): MadeHaze {
  const grid = gridUnder(scene, depths);
  const values = (): Float32Array => new Float32Array(grid.columns * grid.rows);
  const here = depths.map((depth) => depthsOver(grid, depth));
  const made = { grid, depths: here, share: values(), redness: red ? values() : null };
  raiseNodes(made, scene, innerNodes(grid));
  return { ...made, haze: spread(made, scene), renewed: 'all' };
}

/** The same for a scene that differs from the one `before`, which is used up, in the depths in some blocks of the chart. */
export function hazeAfter(
  before: MadeHaze,
  scene: Scene,
  depths: readonly DepthGrid[],
  changed: ReadonlySet<number>,
): MadeHaze {
  const { grid } = before;
  if (gridUnder(scene, depths) !== grid) return hazeOf(scene, depths, before.redness !== null);
  const nodes = nodesAround(grid, measureAgain(before, depths, changed));
  if (nodes.length === 0) return { ...before, renewed: nodes };
  raiseNodes(before, scene, nodes);
  const renewed = scene.geometry.kind === 'skull' ? withRim(grid, nodes) : nodes;
  return { ...before, haze: spreadAgain(before, scene, renewed), renewed };
}

/** Takes the depths of the nodes in some blocks anew; those that lie otherwise than before. */
function measureAgain(
  { grid, depths: known }: MadeHaze,
  depths: readonly DepthGrid[],
  blocks: ReadonlySet<number>,
): PhotoNodes {
  const nodes = nodesInBlocks(grid, blocks);
  const isOther = new Uint8Array(nodes.length);
  depths.forEach((depth, i) => {
    const here = known[i];
    if (here === undefined) return;
    for (let n = 0; n < nodes.length; n++) {
      const node = nodes[n] as number;
      const was = here[node] as number;
      here[node] = depthAt(depth, grid.x[node] as number, grid.y[node] as number);
      if (here[node] !== was) isOther[n] = 1;
    }
  });
  const others = new Int32Array(nodes.length);
  let count = 0;
  for (let n = 0; n < nodes.length; n++) if (isOther[n] === 1) others[count++] = nodes[n] as number;
  return others.subarray(0, count);
}

type RaisedHaze = Omit<MadeHaze, 'haze' | 'renewed'>;

/** Lays haze and redness anew at some nodes. */
function raiseNodes({ grid, depths, share, redness }: RaisedHaze, scene: Scene, nodes: PhotoNodes): void {
  for (let n = 0; n < nodes.length; n++) {
    const node = nodes[n] as number;
    share[node] = 0;
    if (redness !== null) redness[node] = 0;
  }
  depths.forEach((here, index) => {
    const perCm2 = scene.areas[index]?.perCm2 ?? 0;
    raise(share, here, grid.columns, nodes, HAZE_BY_DEPTH, Math.min(SHARE_MAX, perCm2 / FULL_PER_CM2));
    if (redness !== null && perCm2 > 0) raise(redness, here, grid.columns, nodes, REDNESS_BY_DEPTH, 1);
  });
}

/** Haze as it shows: out over the rim, and in clouds. */
function spread(raised: RaisedHaze, scene: Scene): Haze {
  const { grid } = raised;
  const share = raised.share.slice();
  runOut(share, grid, scene);
  const { cloud: slow } = slowVariationOver(grid, scene.seed);
  const cloud = share.map((each, node) => each * (slow[node] as number));
  return hazeOn(grid, { share, cloud, redness: spreadRedness(raised, scene) });
}

/** The haze before, made anew at some nodes, with which all of the rim are where there is one. */
function spreadAgain(before: MadeHaze, scene: Scene, nodes: PhotoNodes): Haze {
  const { grid, haze } = before;
  const share = haze.share.slice();
  copyAt(nodes, before.share, share);
  runOut(share, grid, scene);
  const { cloud: slow } = slowVariationOver(grid, scene.seed);
  const cloud = haze.cloud.slice();
  for (let n = 0; n < nodes.length; n++) {
    const node = nodes[n] as number;
    cloud[node] = (share[node] as number) * (slow[node] as number);
  }
  return hazeOn(grid, { share, cloud, redness: spreadRedness(before, scene) });
}

/** Redness stands for some days only: it is spread all over each time. */
function spreadRedness({ grid, redness: raised }: RaisedHaze, scene: Scene): Float32Array | null {
  if (raised === null) return null;
  const redness = raised.slice();
  runOut(redness, grid, scene);
  const { redness: slow } = slowVariationOver(grid, scene.seed);
  for (let node = 0; node < redness.length; node++) redness[node] = (redness[node] as number) * (slow[node] as number);
  return redness;
}

function copyAt(nodes: PhotoNodes, from: Float32Array, to: Float32Array): void {
  for (let n = 0; n < nodes.length; n++) to[nodes[n] as number] = from[nodes[n] as number] as number;
}

function runOut(values: Float32Array, grid: PhotoGrid, { geometry }: Scene): void {
  if (geometry.kind === 'skull') runOutOverRim(values, grid);
}

const hazeOn = (
  { stepPx, column0, row0, columns, rows }: PhotoGrid,
  values: Pick<Haze, 'share' | 'cloud' | 'redness'>,
): Haze => ({ stepPx, column0, row0, columns, rows, ...values });

/** Factors on the cloud and the redness at a grid's nodes: they vary over the chart, so they turn with the head. */
interface GridVariation {
  readonly seed: number;
  readonly cloud: Float32Array;
  readonly redness: Float32Array;
}

const variations = new WeakMap<PhotoGrid, GridVariation>();

function slowVariationOver(grid: PhotoGrid, seed: number): GridVariation {
  const known = variations.get(grid);
  if (known?.seed === seed) return known;
  const { x, y } = grid;
  const { cloudAt, rednessAt } = slowVariation(seed);
  // Off the head nothing varies.
  const over = (at: (xCm: number, yCm: number) => number): Float32Array =>
    x.map((cx, node) => (Number.isNaN(cx) ? 1 : at(cx, y[node] as number)));
  const made = { seed, cloud: over(cloudAt), redness: over(rednessAt) };
  variations.set(grid, made);
  return made;
}

/** How deep each node of the photo lies in an area; NaN off the head. */
function depthsOver({ x, y }: PhotoGrid, depth: DepthGrid): Float32Array {
  const here = new Float32Array(x.length).fill(NaN);
  for (let node = 0; node < here.length; node++) {
    const cx = x[node] as number;
    if (cx === cx) here[node] = depthAt(depth, cx, y[node] as number);
  }
  return here;
}

/** Raises the values at some nodes to at least `full` times what the table has for their depth. */
function raise(
  values: Float32Array,
  depths: Float32Array,
  columns: number,
  nodes: PhotoNodes,
  table: DepthTable,
  full: number,
): void {
  for (let n = 0; n < nodes.length; n++) {
    const node = nodes[n] as number;
    const depth = depthWithin(depths, columns, node);
    if (!(depth > 0)) continue;
    const at = depth * TABLE_PER_MM;
    const entry = Math.floor(at);
    const low = table[entry] ?? 1;
    const value = full * (low + ((table[entry + 1] ?? 1) - low) * (at - entry));
    if (value > (values[node] as number)) values[node] = value;
  }
}

/** A node counts only when its neighbours lie inside too: so what is laid here is nothing at all outside the area. */
function depthWithin(depths: Float32Array, columns: number, node: number): number {
  const depth = depths[node] as number;
  if (!(depth > 0)) return 0;
  for (let next = node - columns - 1; next <= node + columns - 1; next += columns) {
    for (let c = next; c < next + 3; c++) if ((depths[c] as number) <= 0) return 0;
  }
  return depth;
}

/** A share by depth, straight between entries TABLE_PER_MM to the mm; 1 beyond the last. */
type DepthTable = Float64Array;

const TABLE_PER_MM = 64;

const tableTo = (fullMm: number, ofDepth: (depthMm: number) => number): DepthTable =>
  Float64Array.from({ length: fullMm * TABLE_PER_MM + 1 }, (_, i) => ofDepth(i / TABLE_PER_MM));

/** Level at both ends, and half at a third of the way (measured: the middle lies 3–5 mm inside). */
const HAZE_BY_DEPTH = tableTo(HAZE_FULL_MM, (mm) =>
  mm <= BEGINS_MM ? 0 : smooth(((mm - BEGINS_MM) / (HAZE_FULL_MM - BEGINS_MM)) ** 0.6),
);

const REDNESS_BY_DEPTH = tableTo(REDNESS_FULL_MM, (mm) => smooth(mm / REDNESS_FULL_MM));
