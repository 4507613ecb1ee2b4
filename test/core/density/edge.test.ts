import { expect, it } from 'vitest';
import { edgeDensity, mostDensity, resolveEdge, type EdgeStyle } from '../../../src/core/density/edge';
import { NODE_STEP_MM } from '../../../src/core/density/field';

const step = NODE_STEP_MM / 10;
const grid = { originX: -60 * step, originY: -40 * step, step, columns: 120, rows: 80 };
const count = grid.columns * grid.rows;
const styles: readonly EdgeStyle[] = [{ softMm: 6 }, { softMm: 12, gapsMm: 5, straysMm: 3 }, { softMm: 3, gapsMm: 0 }];

it.each(styles)('nowhere leaves more than the most that it may, wherever its line runs: %o', (style) => {
  const edge = resolveEdge(style);
  const most = mostDensity(grid, edge, 200, 7);
  let above = 0;
  for (let down = -60; down <= 60; down += 6) {
    const hairlineMm = Float32Array.from({ length: count }, (_, node) => Math.floor(node / grid.columns) / 2 - down);
    const inside = Uint8Array.from(hairlineMm, (mm) => (mm > 0 ? 1 : 0));
    const outlineMm = new Float32Array(count).fill(16);
    const density = edgeDensity(grid, { hairlineMm, outlineMm, inside, lineEnds: [-50, 0, 50, 0] }, edge, 200, 7);
    density.forEach((each, node) => {
      if (each > 200) above++;
      if (each > (most[node] as number) * (1 + 1e-6)) throw new Error(`${each} at node ${node} is more`);
    });
  }
  // Clusters within the ramp: what the most must know of.
  expect(above > 0).toBe(edge.gapsMm > 0);
  expect(most.reduce((sum, each) => sum + each, 0) / count).toBeLessThan(1.05 * 200);
});
