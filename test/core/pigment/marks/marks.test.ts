import { describe, expect, it } from 'vitest';
import { DEFAULT_EDGE } from '../../../../src/core/design/edgeShape';
import { LOAD_MAX, LOAD_STEPS } from '../../../../src/core/pigment/marks/amplitude';
import { kindProfile, kindSigmaMm } from '../../../../src/core/pigment/marks/kernels';
import { DEFAULT_LOOK, MARK_DENSITY_RED, MARK_GAIN } from '../../../../src/core/pigment/marks/markFigures';
import { marksOf, type Marks } from '../../../../src/core/pigment/marks/marks';
import { placeDots } from '../../../../src/core/pigment/marks/placedDots';
import { profileOf } from '../../../../src/core/pigment/marks/profile';
import { dotsOfScene, type SceneDots } from '../../../../src/core/pigment/dots/sceneDots';
import { LINE_CM, patchScene } from '../flatSkin';

function dotsOf(scene: ReturnType<typeof patchScene>): SceneDots {
  const made = dotsOfScene(scene);
  if (!made.ok || made.value === null) throw new Error('The scene has no dots.');
  return made.value;
}

/** Skin that a mark blackens in red light, mm². */
function absorbed(marks: Marks, i: number): number {
  const kind = marks.kind[i] ?? 0;
  const load = ((marks.load[i] ?? 0) * LOAD_MAX) / LOAD_STEPS;
  return load * profileOf(kindProfile(kind)).integral * kindSigmaMm(kind) ** 2;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('marks', () => {
  const scene = patchScene();
  const made = dotsOf(scene);
  const { dots } = made;
  const marks = marksOf(scene, placeDots(scene, made));
  const depthMm = (i: number): number => 10 * ((dots.y[i] ?? 0) - LINE_CM);
  const all = Array.from({ length: dots.count }, (_, i) => i);
  const inside = all.filter((i) => depthMm(i) > 17 && depthMm(i) < 40);

  it('blacken as much skin as measured marks do', () => {
    const ofMedianSize = inside.filter((i) => Math.abs((dots.size[i] ?? 0) - 1) < 0.05);
    const skin = mean(ofMedianSize.map((i) => absorbed(marks, i)));
    // Measured .048–.059, with regrowth up to .13.
    expect(skin).toBeGreaterThan(0.048);
    expect(skin).toBeLessThan(0.062);
  });

  it('grow in strength from the hairline over 8 to 12 mm', () => {
    // A dozen dots stand on one line, and neighbours share their strength: the mean is taken over several.
    const lines = [11, 12, 13, 14, 15, 16].map((seed) => {
      const other = { ...scene, seed };
      const { dots, ...rest } = dotsOf(other);
      return { dots, marks: marksOf(other, placeDots(other, { dots, ...rest })) };
    });
    const perDisc = (from: number, to: number): number =>
      mean(
        lines.flatMap(({ dots, marks }) =>
          Array.from(dots.y, (y, i) => ({ mm: 10 * (y - LINE_CM), i }))
            .filter(({ mm }) => mm >= from && mm < to)
            .map(({ i }) => absorbed(marks, i) / (Math.PI * (0.14 * (dots.size[i] ?? 1)) ** 2)),
        ),
      );
    const solid = MARK_GAIN * (1 - Math.exp(-MARK_DENSITY_RED));
    expect(perDisc(-1, 1)).toBeCloseTo(MARK_GAIN * (1 - Math.exp(-MARK_DENSITY_RED * DEFAULT_EDGE.shadeAtLine)), 1);
    expect(perDisc(3, 4)).toBeLessThan(0.9 * solid);
    expect(perDisc(12, 20)).toBeGreaterThan(0.95 * solid);
  });

  it('keep the photo’s blur where the skin is seen from farther away', () => {
    // The geometry shows the skin at half the scale for which the scene is drawn.
    const look = { ...DEFAULT_LOOK, sigmaMm: 0.15, photoSigmaMm: 0.1 };
    const far = {
      ...scene,
      geometry: { kind: 'flat', mmPerPx: 2 * scene.mmPerPx } as const,
      sessions: [{ upTo: 1, look }],
    };
    const seen = marksOf(far, placeDots(far, made));
    const sigmas = Array.from({ length: seen.count }, (_, i) => Math.log(kindSigmaMm(seen.kind[i] ?? 0)));
    const own = 0.5 * Math.sqrt(0.15 ** 2 - 0.1 ** 2);
    expect(Math.exp(mean(sigmas))).toBeCloseTo(Math.hypot(own, 0.1), 2);
  });

  it('vary in tone without changing the mean', () => {
    const loads = inside.map((i) => absorbed(marks, i) / (dots.size[i] ?? 1) ** 2);
    const middle = mean(loads);
    const spread = Math.sqrt(mean(loads.map((load) => (load - middle) ** 2))) / middle;
    expect(spread).toBeGreaterThan(0.2);
    expect(spread).toBeLessThan(0.45);
  });

  it('share a part of their strength with their neighbours', () => {
    const strength = (i: number): number => Math.log(absorbed(marks, i) / (dots.size[i] ?? 1) ** 2);
    const middle = mean(inside.map(strength));
    const pairs = (mm: number): number => {
      const products: number[] = [];
      for (const i of inside.filter((_, at) => at % 5 === 0)) {
        for (const j of inside) {
          const away = 10 * Math.hypot((dots.x[i] ?? 0) - (dots.x[j] ?? 0), (dots.y[i] ?? 0) - (dots.y[j] ?? 0));
          if (j !== i && Math.abs(away - mm) < 0.3) products.push((strength(i) - middle) * (strength(j) - middle));
        }
      }
      return mean(products) / mean(inside.map((i) => (strength(i) - middle) ** 2));
    };
    expect(pairs(0.6)).toBeGreaterThan(0.2);
    expect(Math.abs(pairs(8))).toBeLessThan(0.1);
  });

  it('stay the same dot for dot when another place is edited', () => {
    const edited = patchScene({ bumpMm: 3 });
    const other = dotsOf(edited);
    const otherMarks = marksOf(edited, placeDots(edited, other));
    const byId = new Map(Array.from(other.dots.id, (id, i) => [id, i]));
    for (const i of all.filter((each) => (dots.x[each] ?? 0) > 3.5)) {
      const j = byId.get(dots.id[i] ?? 0) ?? -1;
      expect([otherMarks.x[j], otherMarks.y[j], otherMarks.kind[j], otherMarks.load[j]]).toEqual([
        marks.x[i],
        marks.y[i],
        marks.kind[i],
        marks.load[i],
      ]);
    }
  });
});
