import { expect, it } from 'vitest';
import type { Scene, SceneArea, SceneZone } from '../../../../src/core/design/scene';
import { dotsOfScene, type SceneDots } from '../../../../src/core/pigment/dots/sceneDots';
import { patchScene } from '../flatSkin';

const box = (x0: number, x1: number): Float64Array => Float64Array.of(x0, 1, x1, 1, x1, 5, x0, 5);
const zone = (id: string, x0: number, x1: number, perCm2: number): SceneZone => ({
  kind: 'zone',
  id,
  areaCm2: 4 * (x1 - x0),
  perCm2,
  dotScale: 1,
  pigment: 0,
  retention: 1,
  ringsCm: [box(x0, x1)],
  edgeMm: 0,
  amongHair: false,
});

function laid(areas: readonly SceneArea[]): SceneDots {
  const scene: Scene = { ...patchScene(), areas };
  const made = dotsOfScene(scene);
  if (!made.ok || made.value === null) throw new Error('The scene has dots.');
  return made.value;
}

/** The areas that dots between two places, well within their heights, belong to, each once. */
function areasWithin({ dots, area }: SceneDots, x0: number, x1: number): number[] {
  const found = new Set<number>();
  for (let i = 0; i < dots.count; i++) {
    const [x, y] = [dots.x[i] ?? 0, dots.y[i] ?? 0];
    if (x > x0 && x < x1 && Math.abs(y - 3) < 1.8) found.add(area?.[i] ?? 0);
  }
  return [...found];
}

it('a dot belongs to the area that is densest where it stands, the topmost of equals', () => {
  const made = laid([zone('a', 0.5, 3, 250), zone('b', 2, 4.5, 120), zone('c', 2, 4.5, 120)]);
  expect(areasWithin(made, 0.6, 1.9)).toEqual([0]);
  expect(areasWithin(made, 2.1, 2.85)).toEqual([0]);
  expect(areasWithin(made, 3.1, 4.4)).toEqual([2]);
});

it('tissue keeps less of the pigment on the scar alone, and only of the dots that are the scar’s', () => {
  const scar: SceneArea = {
    kind: 'scar',
    id: 's',
    areaCm2: 1,
    perCm2: 300,
    dotScale: 1,
    pigment: 0,
    retention: 0.7,
    form: 'strip',
    pointsCm: Float64Array.of(3, 3, 5, 3),
    widthMm: 4,
    blendMm: 3,
    extraSessions: 0,
  };
  const { dots, keeps, area, tissues } = laid([zone('a', 0.5, 5.5, 150), scar]);
  expect(tissues.map((each) => each !== null)).toEqual([false, true]);
  for (let i = 0; i < dots.count; i++) {
    const [x, y, kept] = [dots.x[i] ?? 0, dots.y[i] ?? 0, keeps?.[i] ?? 0];
    if (area?.[i] === 0) expect(kept).toBe(1);
    else if (x > 3 && x < 5 && Math.abs(y - 3) < 0.14) expect(kept).toBeCloseTo(0.7, 1);
  }
});
