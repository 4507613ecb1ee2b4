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
    const [w0, w1, w2, w3] = [(1 - a) * (1 - b), a * (1 - b), (1 - a) * b, a * b];
    const value = (part: number): number => {
      const at = node + part;
      return (
        (nodes[at] as number) * w0 +
        (nodes[at + VALUES] as number) * w1 +
        (nodes[at + row] as number) * w2 +
        (nodes[at + row + VALUES] as number) * w3
      );
    };
    places.x[i] = value(0);
    places.y[i] = value(1);
    const facing = value(2);
    places.facing[i] = facing;
    if (facing < LEVEL) places.tiltRad[i] = Math.atan2(value(4), value(3));
    places.pxPerMm[i] = value(5);
    growthRad[i] = Math.atan2(value(7), value(6));
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
    nodes.set(
      [
        x[node] as number,
        y[node] as number,
        facing[node] as number,
        depth * Math.cos(tilt),
        depth * Math.sin(tilt),
        pxPerMm[node] as number,
        0,
        0,
      ],
      VALUES * node,
    );
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
      const across = (part: number): number => (nodes[node + VALUES + part] as number) - (nodes[node + part] as number);
      const down = (part: number): number =>
        (nodes[node + VALUES * side + part] as number) - (nodes[node + part] as number);
      const [u = 0, v = 0] = way;
      const x = u * across(0) + v * down(0);
      const y = u * across(1) + v * down(1);
      const length = Math.sqrt(x * x + y * y);
      if (!(length > 0)) continue;
      nodes[node + 6] = x / length;
      nodes[node + 7] = y / length;
    }
  }
}
