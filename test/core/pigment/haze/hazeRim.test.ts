import { describe, expect, it } from 'vitest';
import { photoGridOf } from '../../../../src/core/head/photoGrid';
import { scalpOf } from '../../../../src/core/head/scalpOf';
import { runOutOverRim } from '../../../../src/core/pigment/haze/hazeRim';
import { samplePhoto } from '../../../head/samplePhotos';

const { geometry, map } = scalpOf(samplePhoto('top').photo);
if (geometry.kind === 'flat') throw new Error('The sample shows a head.');
const grid = photoGridOf(geometry, map, 1);
const { columns, x } = grid;
const onHead = (node: number): boolean => node >= 0 && node < x.length && !Number.isNaN(x[node]);
const around = (node: number, reach: number): readonly number[] =>
  Array.from({ length: (2 * reach + 1) ** 2 }, (_, i) => {
    const [column, row] = [(i % (2 * reach + 1)) - reach, Math.floor(i / (2 * reach + 1)) - reach];
    return node + row * columns + column;
  });
/** The head's left half, as far as a strip of bare skin along the silhouette. */
const laid = Float32Array.from(x, (_, node) => (node % columns < columns / 2 && around(node, 1).every(onHead) ? 1 : 0));

describe('haze at the silhouette', () => {
  const values = laid.slice();
  runOutOverRim(values, grid);
  const all = Array.from(x, (_, node) => node);

  it('leaves no bright rim where an area ends just within it', () => {
    const strip = all.filter(
      (node) =>
        onHead(node) &&
        laid[node] === 0 &&
        node % columns < columns / 2 - 6 &&
        around(node, 3).some((near) => laid[near] === 1),
    );
    expect(strip.length).toBeGreaterThan(100);
    for (const node of strip) expect(values[node]).toBeGreaterThan(0.8);
  });

  it('runs out over no more than 2 mm of the background', () => {
    for (const node of all) if (!around(node, 2).some(onHead)) expect(values[node]).toBe(0);
  });

  it('stays as it is away from the silhouette, and bare where no fill reaches it', () => {
    for (const node of all) {
      if (around(node, 5).every(onHead) || node % columns > columns / 2 + 8) expect(values[node]).toBe(laid[node]);
    }
  });
});
