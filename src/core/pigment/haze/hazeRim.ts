import type { PhotoGrid } from '../../head/photoGrid';
import type { PhotoNodes } from './photoNodes';

/**
 * An area ends along the outline of the head, which lies a little within the silhouette that the photo shows, and the model
 * is true to a millimetre or two: bare skin would be left between, a bright rim. So the outermost nodes on the head and a
 * few beyond take what their neighbours farther in have. How many is our choice; nodes are 1 mm apart.
 */
const RIM_WITHIN = 4;
const RIM_BEYOND = 2;

/** A node along the silhouette, and those beside it that lie farther in. */
interface RimNode {
  readonly node: number;
  readonly inner: readonly number[];
}

const made = new WeakMap<PhotoGrid, readonly RimNode[]>();

/** Raises the nodes along the silhouette to the mean of those beside them that lie farther in, ring after ring outwards. */
export function runOutOverRim(values: Float32Array, grid: PhotoGrid): void {
  for (const { node, inner } of rimOf(grid)) {
    let sum = 0;
    for (const next of inner) sum += values[next] as number;
    const mean = sum / inner.length;
    if (mean > (values[node] as number)) values[node] = mean;
  }
}

/** Some nodes, and all to which others run out; one may come twice. */
export function withRim(grid: PhotoGrid, nodes: PhotoNodes): PhotoNodes {
  const rim = rimOf(grid);
  const all = new Int32Array(nodes.length + rim.length);
  all.set(nodes);
  for (let i = 0; i < rim.length; i++) all[nodes.length + i] = (rim[i] as RimNode).node;
  return all;
}

/** The silhouette's nodes from within outwards; made once for each grid. */
function rimOf(grid: PhotoGrid): readonly RimNode[] {
  const known = made.get(grid);
  if (known !== undefined) return known;
  const { columns, rows, x } = grid;
  const onHead = Uint8Array.from(x, (at) => (Number.isNaN(at) ? 0 : 1));
  const offHead = onHead.map((on) => 1 - on);
  const rings = [
    ...ringsAround(offHead, columns, rows, RIM_WITHIN).reverse(),
    ...ringsAround(onHead, columns, rows, RIM_BEYOND),
  ];
  /** How far out each node lies: those on the head that belong to no ring count from 1, those left off it not at all. */
  const place = onHead.slice();
  rings.forEach((ring, i) => {
    for (const node of ring) place[node] = 2 + i;
  });
  const rim = rings.flatMap((ring) =>
    ring.flatMap((node) => {
      const here = place[node] as number;
      const inner = [node - 1, node + 1, node - columns, node + columns].filter((next) => {
        const there = place[next] as number;
        return there > 0 && there < here;
      });
      return inner.length > 0 ? [{ node, inner }] : [];
    }),
  );
  made.set(grid, rim);
  return rim;
}

/** Rings of nodes around those that are marked, nearest first; the grid's outermost nodes stay out. */
function ringsAround(marked: Uint8Array, columns: number, rows: number, count: number): number[][] {
  const taken = marked.slice();
  return Array.from({ length: count }, () => {
    const ring: number[] = [];
    for (let row = 1; row < rows - 1; row++) {
      for (let node = row * columns + 1; node < (row + 1) * columns - 1; node++) {
        if (taken[node] === 1) continue;
        if (
          taken[node - 1] === 1 ||
          taken[node + 1] === 1 ||
          taken[node - columns] === 1 ||
          taken[node + columns] === 1
        )
          ring.push(node);
      }
    }
    for (const node of ring) taken[node] = 1;
    return ring;
  });
}
