import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scene, SceneZone } from '../../../src/core/design/scene';
import { treatedFigure, type TreatedFigure } from '../../../src/studio/canvas/treatedFigure';
import { flatScene } from '../../core/design/flatScene';

const zone = (x: number, width: number): SceneZone => ({
  kind: 'zone',
  id: 'z',
  areaCm2: 2 * width,
  perCm2: 200,
  dotScale: 1,
  pigment: 0,
  retention: 1,
  ringsCm: [Float64Array.of(x, 0, x + width, 0, x + width, 2, x, 2)],
  edgeMm: 2,
  amongHair: false,
});
const scene = (...areas: SceneZone[]): Scene => ({
  ...flatScene(0.1),
  photoWidth: 1000,
  photoHeight: 1000,
  seed: 1,
  dotSizeMm: 0.28,
  sizeVariation: 0.2,
  irregularity: 0.2,
  areas,
});

describe('the treated area', () => {
  let told: (number | null)[];
  let figure: TreatedFigure;

  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    figure = treatedFigure((cm2) => told.push(cm2 === null ? null : Number(cm2.toFixed(2))));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('of one area follows the hand itself', () => {
    for (const width of [1, 2, 3]) figure.follow(scene(zone(0, width)), null, true);
    expect(told).toEqual([2, 4, 6]);
  });

  it('of several stays while the hand moves, follows when it rests, and is there at once when it lets go', () => {
    const at = (width: number): Scene => scene(zone(0, 2), zone(1, width));
    figure.follow(at(2), null, false);
    for (const width of [3, 4, 5]) {
      figure.follow(at(width), null, true);
      vi.advanceTimersByTime(100);
    }
    expect(told).toEqual([6]);
    vi.advanceTimersByTime(200);
    expect(told).toEqual([6, 12]);
    figure.follow(at(6), null, true);
    figure.follow(at(7), null, false);
    expect(told).toEqual([6, 12, 16]);
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([6, 12, 16]);
  });

  it('is told at once where none was, and taken away with what was drawn', () => {
    figure.follow(scene(zone(0, 2), zone(1, 2)), null, true);
    figure.follow(scene(), null, true);
    expect(told).toEqual([6, null]);
    figure.follow(scene(zone(0, 2), zone(1, 2)), null, true);
    figure.follow(scene(zone(0, 2), zone(1, 3)), null, true);
    figure.follow(null, null, false);
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([6, null, 6, null]);
  });

  it('is none, but a figure, where only dots set by hand stand', () => {
    const handDots = { added: [{ id: 1, x: 0, y: 0, size: 1 }], moved: [], removed: [] };
    figure.follow({ ...scene(), handDots }, null, false);
    expect(told).toEqual([0]);
  });

  it('is told no more when the picture is gone', () => {
    figure.follow(scene(zone(0, 2), zone(1, 2)), null, false);
    figure.follow(scene(zone(0, 2), zone(1, 3)), null, true);
    figure.stop();
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual([6]);
  });
});
