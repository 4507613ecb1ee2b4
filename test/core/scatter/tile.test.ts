import { describe, expect, it } from 'vitest';
import { fnv1a32 } from '../../../src/core/density/hash';
import { buildStrays, SHIPPED_STRAY_PLAN } from '../../../src/core/scatter/buildStrays';
import { buildTile, SHIPPED_TILE_PLAN } from '../../../src/core/scatter/buildTile';
import { fromBase64, packPoints, toBase64, unpackPoints } from '../../../src/core/scatter/packTile';
import { closestPass, createWays } from '../../../src/core/scatter/strayWays';
import { cellTile } from '../../../src/core/scatter/tile/cellTile';
import { RANKED_POINTS, RANKED_TILE_HASH, STRAYS } from '../../../src/core/scatter/tile/rankedTile';
import { LATTICE_SIDE, TILE_CELLS, TILE_POINTS } from '../../../src/core/scatter/tile/tileShape';
import { spacing } from './measures';

const small = { ...SHIPPED_TILE_PLAN, points: 1024 };

describe('the tile builder', () => {
  const tile = buildTile(small);
  const unit = { x0: 0, y0: 0, side: 1 };
  const first = (count: number): { count: number; x: Float64Array; y: Float64Array } => ({
    count,
    x: Float64Array.from(tile.x.subarray(0, count), (x) => x / LATTICE_SIDE),
    y: Float64Array.from(tile.y.subarray(0, count), (y) => y / LATTICE_SIDE),
  });

  it('spreads every first n points evenly', () => {
    for (const count of [100, 300, 1024]) {
      const found = spacing(first(count), unit, count);
      expect(found.least).toBeGreaterThan(0.5);
      expect(found.spread).toBeLessThan(0.15);
    }
  });

  it('joins without a seam: the torus has no edge', () => {
    const { x, y } = first(1024);
    const moved = { count: 1024, x: x.map((v) => (v + 0.5) % 1), y: y.map((v) => (v + 0.5) % 1) };
    expect(spacing(moved, unit, 1024).least).toBeGreaterThan(0.5);
  });

  it('builds the same again, and another with another seed', () => {
    expect(buildTile(small)).toEqual(tile);
    expect(buildTile({ ...small, seed: 12 })).not.toEqual(tile);
  });

  it('strays stay in steps and are the same again', () => {
    const strays = buildStrays(tile, { ...SHIPPED_STRAY_PLAN, tries: 8 });
    expect(strays).toHaveLength(1024);
    expect(buildStrays(tile, { ...SHIPPED_STRAY_PLAN, tries: 8 })).toEqual(strays);
  });
});

describe('the ways from even to natural', () => {
  it('the closest pass of two dots: before, on and after their way, around the torus too', () => {
    const ways = createWays(1);
    ways.x[0] = 0.95;
    ways.strayX[0] = -0.04;
    const pass = (x: number, y: number, strayX: number, strayY: number): number =>
      closestPass(ways, [0], x, y, strayX, strayY);
    expect(pass(0.98, 0, -0.04, 0)).toBeCloseTo(0.03, 9); // side by side
    expect(pass(0.98, 0, 0.04, 0)).toBeCloseTo(0.03, 9); // apart: closest at home
    expect(pass(0.89, 0, 0.01, 0)).toBeCloseTo(0.01, 9); // towards each other: closest at the end
    expect(pass(0.93, 0.01, 0, -0.02)).toBeCloseTo(0, 9); // their ways cross at the same time
    expect(pass(0.02, 0, 0, 0)).toBeCloseTo(0.07, 9);
    expect(closestPass(ways, [], 0.5, 0.5, 0, 0)).toBe(Infinity);
  });
});

describe('the shipped tile', () => {
  it('is small, and is what its hash says', () => {
    const bytes = new Uint8Array([...fromBase64(RANKED_POINTS), ...fromBase64(STRAYS).subarray(0, TILE_POINTS)]);
    expect(bytes.length).toBeLessThanOrEqual(256 * 1024);
    expect(fnv1a32(bytes).toString(16).padStart(8, '0')).toBe(RANKED_TILE_HASH);
  });

  it('survives packing', () => {
    const points = unpackPoints(fromBase64(RANKED_POINTS));
    expect(toBase64(packPoints(points))).toBe(RANKED_POINTS);
    expect(points.x).toHaveLength(TILE_POINTS);
  });

  it('is sorted by cell, by rank within each, with every rank once', () => {
    const { start, points } = cellTile();
    const rank = points.filter((_, i) => i % 2 === 1);
    const place = points.filter((_, i) => i % 2 === 0);
    expect(new Set(rank).size).toBe(TILE_POINTS);
    for (let cell = 0; cell < TILE_CELLS * TILE_CELLS; cell++) {
      for (let k = start[cell] as number; k < (start[cell + 1] as number); k++) {
        const side = LATTICE_SIDE / TILE_CELLS;
        const at = place[k] as number;
        const home = Math.floor(((at >>> 8) & 4095) / side) * TILE_CELLS + Math.floor((at >>> 20) / side);
        if (home !== cell) throw new Error(`point ${k} lies in cell ${home}, not ${cell}`);
        if (k > (start[cell] as number) && (rank[k] as number) <= (rank[k - 1] as number)) throw new Error('unsorted');
      }
    }
  });
});

describe('base64', () => {
  it('agrees with the platform', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 37) & 255);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });
});
