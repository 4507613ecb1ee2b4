import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mix32 } from '../../../../src/core/density/hash';
import { DEFAULT_LOOK } from '../../../../src/core/pigment/marks/markFigures';
import { dotsOfScene, type SceneDots } from '../../../../src/core/pigment/dots/sceneDots';
import { knownHairs, visibleHairs, type HairTile } from '../../../../src/core/pigment/hair/visibleHairs';
import type { Raster } from '../../../../src/core/pigment/light/mips';
import type { Scene, SceneZone } from '../../../../src/core/design/scene';
import { flatScene } from '../../design/flatScene';

const SIDE = 600;
const MM_PER_PX = 0.1;
const SPACING_PX = 14;

/** Skin with a fine grain, and on its left half upright hairs 0.1 mm wide and 8 px long. */
function photoWith(hairs: boolean): Raster {
  const rgba = new Uint32Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const isHair = hairs && x < SIDE / 2 && x % SPACING_PX === 7 && y % SPACING_PX < 8;
      const grain = mix32(y * SIDE + x) % 5;
      const [r, g, b] = isHair ? ([70, 60, 55] as const) : ([172 + grain, 142 + grain, 122 + grain] as const);
      rgba[y * SIDE + x] = (255 << 24) | (b << 16) | (g << 8) | r;
    }
  }
  return { width: SIDE, height: SIDE, rgba };
}

const square = Float64Array.of(0.5, 0.5, 5.5, 0.5, 5.5, 5.5, 0.5, 5.5);
const zone = (amongHair: boolean): SceneZone => ({
  kind: 'zone',
  id: 'zone',
  areaCm2: 25,
  perCm2: 200,
  dotScale: 1,
  pigment: 0,
  retention: 1,
  ringsCm: [square],
  edgeMm: 2,
  amongHair,
});
const sceneOf = (amongHair: boolean, more: Partial<Scene> = {}): Scene => ({
  ...flatScene(MM_PER_PX),
  photoWidth: SIDE,
  photoHeight: SIDE,
  seed: 7,
  areas: [zone(amongHair)],
  dotSizeMm: 0.28,
  sizeVariation: 0.25,
  irregularity: 0.25,
  ...more,
});

const haired = photoWith(true);
const { awayMm: awayFromHair } = visibleHairs(haired, MM_PER_PX);

function laid(scene: Scene, photo: Raster | null): SceneDots {
  const made = dotsOfScene(scene, undefined, photo === null ? null : awayFromHair);
  if (!made.ok || made.value === null) throw new Error('no dots');
  return made.value;
}

const placesById = ({ dots }: SceneDots): Map<number, readonly [number, number]> =>
  new Map(Array.from({ length: dots.count }, (_, i) => [dots.id[i] ?? 0, [dots.x[i] ?? 0, dots.y[i] ?? 0] as const]));

describe('hairs that a photo shows', () => {
  it('are found where they are, and bare skin has none', () => {
    const { awayMm } = visibleHairs(haired, MM_PER_PX);
    expect(awayMm(7 + 10 * SPACING_PX + 0.5, 10 * SPACING_PX + 4)).toBeLessThan(0.05);
    expect(awayMm(14 + 10 * SPACING_PX + 0.5, 10 * SPACING_PX + 4)).toBeGreaterThan(0.5);
    const bare = visibleHairs(photoWith(false), MM_PER_PX);
    for (let at = 5; at < SIDE; at += 37) expect(bare.awayMm(at, SIDE - at)).toBe(Infinity);
  });

  it('are the same where only the tiles found are known, and not told in a photo too coarse', () => {
    const hairs = visibleHairs(haired, MM_PER_PX);
    const places = Array.from({ length: 400 }, (_, i) => [(i * 149) % SIDE, (i * 83) % SIDE] as const);
    const seen = places.map(([x, y]) => hairs.awayMm(x, y));
    const tiles: readonly HairTile[] = hairs.takeFound();
    expect(hairs.takeFound()).toEqual([]);
    const known = knownHairs(tiles);
    expect(places.map(([x, y]) => known(x, y))).toEqual(seen);
    expect(knownHairs([])(10, 10)).toBe(Infinity);
    expect(visibleHairs(haired, 0.5).awayMm(7, 4)).toBe(Infinity);
  });
});

describe('dots among hair', () => {
  it('keep clear of every hair, and nearly all of them find room beside it', () => {
    const { dots } = laid(sceneOf(true), haired);
    const { awayMm } = visibleHairs(haired, MM_PER_PX);
    for (let i = 0; i < dots.count; i++) {
      expect(awayMm((dots.x[i] ?? 0) * 100, (dots.y[i] ?? 0) * 100)).toBeGreaterThan(0.2);
    }
    const before = laid(sceneOf(true), null).dots.count;
    expect(dots.count).toBeGreaterThan(0.97 * before);
    expect(dots.count).toBeLessThanOrEqual(before);
  });

  it('give way by half a millimetre at most and keep who they are; bare skin and other zones are left alone', () => {
    const free = placesById(laid(sceneOf(true), null));
    const among = placesById(laid(sceneOf(true), haired));
    let moved = 0;
    for (const [id, [x, y]] of among) {
      const [fx, fy] = free.get(id) ?? [NaN, NaN];
      const cm = Math.hypot(x - fx, y - fy);
      expect(cm).toBeLessThan(0.0451);
      if (cm > 0) moved++;
      if (fx > 3.1) expect(cm).toBe(0);
    }
    expect(moved).toBeGreaterThan(100);
    expect(placesById(laid(sceneOf(false), haired))).toEqual(placesById(laid(sceneOf(false), null)));
  });

  it('come upon no other dot by giving way', () => {
    const { dots } = laid(sceneOf(true), haired);
    const free = placesById(laid(sceneOf(true), null));
    const places = Array.from({ length: dots.count }, (_, i) => [dots.x[i] ?? 0, dots.y[i] ?? 0] as const);
    for (const [i, [x, y]] of places.entries()) {
      if (free.get(dots.id[i] ?? 0)?.[0] === x) continue;
      const near = places.filter(([ox, oy]) => Math.hypot(ox - x, oy - y) < 0.0399);
      expect(near).toHaveLength(1);
    }
  });

  it('of later sessions only come to those of earlier ones', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.nat(), (share, seed) => {
        const upTo = (...shares: number[]): Partial<Scene> => ({
          seed,
          sessions: shares.map((each) => ({ upTo: each, look: DEFAULT_LOOK })),
        });
        const first = placesById(laid(sceneOf(true, upTo(share)), haired));
        const both = placesById(laid(sceneOf(true, upTo(share, 1)), haired));
        for (const [id, place] of first) expect(both.get(id)).toEqual(place);
      }),
      { numRuns: 4 },
    );
  });

  it('stay where a hand has set them', () => {
    const all = laid(sceneOf(true), null);
    const id = all.dots.id[0] ?? 0;
    const onHair = { x: (7 + 10 * SPACING_PX + 0.5) / 100, y: (10 * SPACING_PX + 4) / 100 };
    const handDots = {
      added: [{ id: 4_000_000_000, ...onHair, size: 1 }],
      moved: [{ id, x: onHair.x, y: onHair.y + 0.14 }],
      removed: [],
    };
    const places = placesById(laid(sceneOf(true, { handDots }), haired));
    expect(places.get(4_000_000_000)).toEqual([Math.fround(onHair.x), Math.fround(onHair.y)]);
    expect(places.get(id)).toEqual([Math.fround(onHair.x), Math.fround(onHair.y + 0.14)]);
  });
});
