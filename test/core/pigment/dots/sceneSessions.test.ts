import { describe, expect, it } from 'vitest';
import type { Look, SceneSession } from '../../../../src/core/design/scene';
import { densityAt } from '../../../../src/core/density/field';
import { hairlineField } from '../../../../src/core/density/hairlineField';
import { NATURAL_VARIATION } from '../../../../src/core/density/variation';
import { drawnScale } from '../../../../src/core/pigment/marks/drawnScale';
import { kernelSet } from '../../../../src/core/pigment/marks/kernels';
import { LINEAR_OF_BYTE } from '../../../../src/core/pigment/light/light';
import { DEFAULT_LOOK, MARK_RATIO } from '../../../../src/core/pigment/marks/markFigures';
import { marksOf } from '../../../../src/core/pigment/marks/marks';
import { placeDots } from '../../../../src/core/pigment/marks/placedDots';
import { dotsOfScene, type SceneDots } from '../../../../src/core/pigment/dots/sceneDots';
import { drawPatch, laid, lightOf, lookWith, patchScene, SKIN, SKIN_PIXEL } from '../flatSkin';

const INSIDE = { x: 160, y: 340, width: 240, height: 240 };

const upTo = (...shares: readonly number[]): SceneSession[] =>
  shares.map((share) => ({ upTo: share, look: DEFAULT_LOOK }));

const sessions = (...parts: readonly (readonly [number, Look])[]): SceneSession[] =>
  parts.map(([share, look]) => ({ upTo: share, look }));

function drawn(of: readonly SceneSession[] | undefined, scale: number, part = INSIDE): Uint32Array {
  const scene = patchScene(of === undefined ? {} : { sessions: of });
  return drawPatch(scene, laid(scene), scale, part);
}

function dotsOf(of: readonly SceneSession[]): SceneDots {
  const made = dotsOfScene(patchScene({ sessions: of }));
  if (!made.ok || made.value === null) throw new Error('The scene has no dots.');
  return made.value;
}

const bytes = (pixel: number): readonly number[] => [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255];

const darkening = (pixels: Uint32Array): readonly number[] =>
  lightOf(pixels).mean.map((light, channel) => 1 - light / (LINEAR_OF_BYTE[SKIN[channel] ?? 0] ?? 1));

describe('sessions of a scene', () => {
  it('all in the default look show what a scene without sessions shows', () => {
    for (const scale of [0.3, 1, 2]) {
      const plain = drawn(undefined, scale);
      expect(drawn(upTo(1), scale)).toEqual(plain);
      let worst = 0;
      drawn(upTo(0.3, 0.7, 1), scale).forEach((pixel, i) => {
        const other = bytes(plain[i] ?? 0);
        bytes(pixel).forEach((byte, channel) => {
          worst = Math.max(worst, Math.abs(byte - (other[channel] ?? 0)));
        });
      });
      expect(worst).toBeLessThanOrEqual(1);
    }
  });

  it('that are not shown leave their dots out, by the rule of the density at which each appears', () => {
    const { dots, session } = dotsOf(upTo(0.3, 0.7));
    const all = dotsOf(upTo(1)).dots;
    const area = patchScene().areas[0];
    if (area?.kind !== 'hairline' || session === null) throw new Error('The patch has one area.');
    const made = hairlineField({
      hairline: area.hairlineCm,
      region: [area.ringCm],
      perCm2: area.perCm2,
      edge: { softMm: area.softEdgeMm },
      variation: NATURAL_VARIATION,
      seed: patchScene().seed,
    });
    if (!made.ok) throw new Error('The patch has a field.');
    const standing = new Map(Array.from(dots.id, (id, i) => [id, session[i]]));
    expect(dots.count / all.count).toBeGreaterThan(0.66);
    expect(dots.count / all.count).toBeLessThan(0.74);
    for (let i = 0; i < all.count; i++) {
      const density = densityAt(made.value.field, all.x[i] ?? 0, all.y[i] ?? 0);
      const share = (all.appearsAt[i] ?? 0) / density;
      expect(standing.get(all.id[i] ?? 0)).toBe(share < 0.3 ? 0 : share < 0.7 ? 1 : undefined);
    }
  });

  it('keep the marks of the first when the second comes', () => {
    const key = (of: readonly SceneSession[]): Set<string> => {
      const scene = patchScene({ sessions: of });
      const marks = marksOf(scene, placeDots(scene, dotsOf(of)));
      return new Set(Array.from(marks.x, (x, i) => [x, marks.y[i], marks.kind[i], marks.load[i]].join(' ')));
    };
    const fresh = lookWith(1.6, { sizeFactor: 1.8, sigmaMm: 0.11 });
    const first = key(sessions([0.3, DEFAULT_LOOK]));
    const both = key(sessions([0.3, DEFAULT_LOOK], [0.7, fresh]));
    expect(first.size).toBeGreaterThan(1000);
    expect(both.size).toBeGreaterThan(2 * first.size);
    for (const mark of first) expect(both.has(mark)).toBe(true);
  });

  it('only darken, pixel for pixel, as one after the other comes in the same look', () => {
    let before = drawn([], 1);
    expect(before.every((pixel) => pixel === SKIN_PIXEL)).toBe(true);
    for (const shares of [[0.3], [0.3, 0.7], [0.3, 0.7, 1]]) {
      const after = drawn(upTo(...shares), 1);
      let darker = 0;
      after.forEach((pixel, i) => {
        const were = bytes(before[i] ?? 0);
        bytes(pixel).forEach((byte, channel) => {
          if (byte > (were[channel] ?? 0)) throw new Error(`Pixel ${i} grew lighter.`);
        });
        if (pixel !== before[i]) darker++;
      });
      expect(darker).toBeGreaterThan(0.5 * after.length);
      before = after;
    }
  });

  it('stand without a first one as the bare photo, and so do marks that have faded away', () => {
    const gone = lookWith(0, { hazeDensity: [0, 0, 0] });
    for (const of of [[], sessions([0.3, gone], [1, gone])]) {
      expect(drawn(of, 1, { x: 0, y: 0, width: 600, height: 600 }).every((pixel) => pixel === SKIN_PIXEL)).toBe(true);
    }
    expect(dotsOf([]).dots.count).toBe(0);
  });

  it('refuse shares that do not rise', () => {
    const made = dotsOfScene(patchScene({ sessions: upTo(0.7, 0.3) }));
    expect(made.ok ? null : made.error.kind).toBe('sharesNotRising');
  });
});

describe('looks of sessions', () => {
  const healed = lookWith(1);
  const fresh = lookWith(1.6, { sizeFactor: 1.2, sigmaMm: 0.08, hazeDensity: [0.56, 0.29, 0.13], redness: 1 });
  const brown = lookWith(1, { markDensity: [0.9, 1.6, 2.4] });
  const hazeless = { hazeDensity: [0, 0, 0] } as const;

  it('are as dark at every zoom, two looks of one colour and of two', () => {
    for (const second of [fresh, brown]) {
      const of = sessions([0.4, healed], [1, second]);
      const truth = darkening(drawn(of, 4));
      for (const zoom of [0.125, 0.25, 0.5, 1, 2]) {
        darkening(drawn(of, zoom)).forEach((each, channel) => {
          const whole = truth[channel] ?? 0;
          expect(Math.abs(each - whole) / whole, `zoom ${zoom}, channel ${channel}`).toBeLessThan(0.005);
        });
      }
    }
  });

  it('let through by dilution what Beer and Lambert say: 20:1 the cube root of 6:1', () => {
    const light = (dilution: number, scale: number): Float64Array => {
      const pixels = drawn(sessions([1, lookWith(16 / (dilution + 1), hazeless)]), scale);
      return Float64Array.from(pixels, (pixel) => (LINEAR_OF_BYTE[pixel & 255] ?? 0) / (LINEAR_OF_BYTE[SKIN[0]] ?? 1));
    };
    for (const scale of [1, 4]) {
      const weak = light(20, scale);
      const strong = light(6, scale);
      // In 8 bits black says nothing of its cube root.
      const off = strong.map((each, i) => (each < 0.003 ? 0 : (weak[i] ?? 0) - Math.cbrt(each)));
      const worst = off.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
      // A pixel shows the mean of what falls on it, which is a little lighter than the law where marks are of few pixels.
      expect(Math.abs(off.reduce((sum, each) => sum + each, 0) / off.length)).toBeLessThan(scale < 4 ? 0.002 : 0.0005);
      expect(worst).toBeLessThan(scale < 4 ? 0.025 : 0.015);
    }
  });

  it('draw marks of one colour as one sum and of others as their own', () => {
    expect(laid(patchScene({ sessions: sessions([0.4, healed], [1, fresh]) })).indexes).toHaveLength(1);
    const two = patchScene({ sessions: sessions([0.4, healed], [0.7, brown], [1, healed]) });
    expect(laid(two).indexes.map((index) => index.reduce((sum, { from, to }) => sum + to - from, 0))).toEqual([
      dotsOf(sessions([0.4, healed], [0.7, brown], [1, healed])).session?.filter((each) => each !== 1).length,
      dotsOf(sessions([0.4, healed], [0.7, brown], [1, healed])).session?.filter((each) => each === 1).length,
    ]);
    const [one, other] = drawnScale(kernelSet(10), two).ratios;
    expect((one?.[2] ?? 0) / (one?.[0] ?? 1)).toBeCloseTo(MARK_RATIO[2], 1);
    expect((other?.[2] ?? 0) / (other?.[0] ?? 1)).toBeCloseTo(2.4 / 0.9, 1);
  });

  it('take as much light from coarse marks of another colour in every channel as their own density says', () => {
    const [red, green, blue] = darkening(
      drawn(sessions([1, lookWith(1, { markDensity: [0.4, 1, 2], ...hazeless })]), 1),
    );
    const alone = (density: number): number =>
      darkening(drawn(sessions([1, lookWith(density / 2, hazeless)]), 1))[0] ?? 0;
    expect(Math.abs((red ?? 0) - alone(0.4))).toBeLessThan(0.003);
    expect(Math.abs((green ?? 0) - alone(1))).toBeLessThan(0.003);
    expect(Math.abs((blue ?? 0) - alone(2))).toBeLessThan(0.003);
  });

  it('add haze by the share that each session sets', () => {
    const { skin } = laid(patchScene({ sessions: sessions([0.25, healed], [0.75, fresh]) }));
    expect(skin.hazeDensity[0]).toBeCloseTo(0.25 * DEFAULT_LOOK.hazeDensity[0] + 0.5 * 0.56, 6);
    expect(skin.redness).toBe(1);
  });

  it('redden the skin within the area, smoothly if unevenly, and not a pixel outside', () => {
    const red = lookWith(0, { ...hazeless, redness: 1 });
    const pixels = drawn(sessions([1, red]), 1, { x: 300, y: 0, width: 1, height: 600 });
    expect(pixels.subarray(0, 140).every((pixel) => pixel === SKIN_PIXEL)).toBe(true);
    const greens = Array.from(pixels, (pixel) => (pixel >>> 8) & 255);
    for (let y = 1; y < 250; y++) {
      expect(Math.abs((greens[y - 1] ?? 0) - (greens[y] ?? 0))).toBeLessThanOrEqual(3);
    }
    const [r = 0, g = 0] = bytes(pixels[400] ?? 0);
    expect(SKIN[0] - r).toBeLessThan(5);
    expect(SKIN[1] - g).toBeGreaterThan(12);
  });
});
