import { growthAt, type ChartWhorl } from './growth';
import type { ScalpGeometry, ScalpMap, ScalpPlaces } from './scalpMap';

/**
 * How the photo shows the scalp, on a grid of the chart: a head bends so little over 2 mm that straight lines between
 * nodes are true to 0.01 mm, and a place costs a hundredth of what the map itself costs. Our choice.
 */
const STEP_CM = 0.2;

interface ScalpGrid {
  readonly whorls: string;
  readonly originCm: number;
  readonly side: number;
  /** Eight values a node: x and y in photo px, facing, the tilt's direction times its depth (1 − facing), px per mm, growth. */
  readonly nodes: Float32Array;
}

const VALUES = 8;

/** Places of many chart points, and the direction in the photo in which hair grows there; null on flat photos. */
export interface HairyPlaces extends ScalpPlaces {
  readonly growthRad: Float32Array | null;
}

const grids = new WeakMap<ScalpMap, ScalpGrid>();

/** The same as the map's `placeAll`, from the grid, and how hair grows out of these whorls. */
export function placesOn(
  geometry: ScalpGeometry,
  map: ScalpMap,
  whorls: readonly ChartWhorl[],
  x: Float32Array,
  y: Float32Array,
  count: number,
): HairyPlaces {
  if (geometry.kind === 'flat') {
    return { ...map.placeAll(x.subarray(0, count), y.subarray(0, count)), growthRad: null };
  }
  const { originCm, side, nodes } = gridOf(map, whorls, (2 * geometry.fit.chartRadiusMm) / 10);
  const growthRad = new Float32Array(count);
  const places = { ...emptyPlaces(count), growthRad };
  const mixed = new Float64Array(VALUES);
  const row = VALUES * side;
  const last = side - 1.000001;
  for (let i = 0; i < count; i++) {
    const fx = clamp(((x[i] as number) - originCm) / STEP_CM, last);
    const fy = clamp(((y[i] as number) - originCm) / STEP_CM, last);
    const column = Math.floor(fx);
    const line = Math.floor(fy);
    const a = fx - column;
    const b = fy - line;
    const node = (line * side + column) * VALUES;
    const w3 = a * b;
    const w1 = a - w3;
    const w2 = b - w3;
    const w0 = 1 - a - w2;
    for (let part = 0; part < VALUES; part++) {
      const at = node + part;
      mixed[part] =
        (nodes[at] as number) * w0 +
        (nodes[at + VALUES] as number) * w1 +
        (nodes[at + row] as number) * w2 +
        (nodes[at + row + VALUES] as number) * w3;
    }
    places.x[i] = mixed[0] as number;
    places.y[i] = mixed[1] as number;
    const facing = mixed[2] as number;
    places.facing[i] = facing;
    if (facing < LEVEL) places.tiltRad[i] = Math.atan2(mixed[4] as number, mixed[3] as number);
    places.pxPerMm[i] = mixed[5] as number;
    growthRad[i] = Math.atan2(mixed[7] as number, mixed[6] as number);
  }
  return places;
}

/** Skin that faces the camera more than this has no tilt worth a direction. */
const LEVEL = 0.97;

const clamp = (value: number, last: number): number => (value > 0 ? (value < last ? value : last) : 0);

const emptyPlaces = (count: number): ScalpPlaces => ({
  x: new Float32Array(count),
  y: new Float32Array(count),
  facing: new Float32Array(count),
  tiltRad: new Float32Array(count),
  pxPerMm: new Float32Array(count),
});

function gridOf(map: ScalpMap, whorls: readonly ChartWhorl[], reachCm: number): ScalpGrid {
  const known = grids.get(map);
  const key = JSON.stringify(whorls);
  if (known?.whorls === key) return known;
  const side = 2 * Math.ceil(reachCm / STEP_CM) + 1;
  const originCm = -((side - 1) / 2) * STEP_CM;
  const xs = Float32Array.from({ length: side * side }, (_, node) => originCm + (node % side) * STEP_CM);
  const ys = Float32Array.from({ length: side * side }, (_, node) => originCm + Math.floor(node / side) * STEP_CM);
  const { x, y, facing, tiltRad, pxPerMm } = map.placeAll(xs, ys);
  const nodes = new Float32Array(VALUES * side * side);
  for (let node = 0; node < side * side; node++) {
    const depth = 1 - (facing[node] as number);
    const tilt = tiltRad[node] as number;
    const at = VALUES * node;
    nodes[at] = x[node] as number;
    nodes[at + 1] = y[node] as number;
    nodes[at + 2] = facing[node] as number;
    nodes[at + 3] = depth * Math.cos(tilt);
    nodes[at + 4] = depth * Math.sin(tilt);
    nodes[at + 5] = pxPerMm[node] as number;
  }
  layGrowth(nodes, side, originCm, whorls);
  const made = { whorls: key, originCm, side, nodes };
  grids.set(map, made);
  return made;
}

/** The chart's direction of growth as the photo shows it: along the steps that a step of the chart makes there. */
function layGrowth(nodes: Float32Array, side: number, originCm: number, whorls: readonly ChartWhorl[]): void {
  const way = new Float64Array(2);
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      growthAt(whorls, originCm + column * STEP_CM, originCm + row * STEP_CM, way);
      const node = (row * side + column) * VALUES;
      const [u = 0, v = 0] = way;
      const right = node + VALUES;
      const below = node + VALUES * side;
      const fromX = nodes[node] as number;
      const fromY = nodes[node + 1] as number;
      const x = u * ((nodes[right] as number) - fromX) + v * ((nodes[below] as number) - fromX);
      const y = u * ((nodes[right + 1] as number) - fromY) + v * ((nodes[below + 1] as number) - fromY);
      const length = Math.sqrt(x * x + y * y);
      if (!(length > 0)) continue;
      nodes[node + 6] = x / length;
      nodes[node + 7] = y / length;
    }
  }
}
