import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthAt, growthLength, USUAL_WHORL, whorlDensity, type ChartWhorl } from '../../../src/core/head/growth';
import { photoGridOf } from '../../../src/core/head/photoGrid';
import { scalpAreaCm2, scalpAreaOfRingsCm2 } from '../../../src/core/head/scalpArea';
import { placesOn } from '../../../src/core/head/scalpGrid';
import { scalpLine } from '../../../src/core/head/scalpLine';
import { scalpOf } from '../../../src/core/head/scalpOf';
import { distanceOnScalp, scalpPerChartAt, scalpTableOf } from '../../../src/core/head/scalpTable';
import { growthStrokes, nextWhorl, whorlsOn } from '../../../src/core/head/whorls';
import { samplePhoto } from '../../head/samplePhotos';

const { photo: top } = samplePhoto('top');
const { photo: front } = samplePhoto('front');
const { geometry, map } = scalpOf(top);
if (geometry.kind === 'flat') throw new Error('The sample shows a head.');

/** Places of the chart that the photo from above shows well. */
const places = Array.from({ length: 400 }, (_, i) => {
  const r = 8.5 * Math.sqrt((i + 0.5) / 400);
  return { x: r * Math.cos(i * 2.399963), y: r * Math.sin(i * 2.399963) - 1 };
});

describe('a head worked out on grids', () => {
  it('shows dots where the map itself does, to a hundredth of a millimetre', () => {
    const [x, y] = [Float32Array.from(places, (p) => p.x), Float32Array.from(places, (p) => p.y)];
    const exact = map.placeAll(x, y);
    const grid = placesOn(geometry, map, [], x, y, x.length);
    for (const i of places.keys()) {
      if ((exact.facing[i] ?? 0) < 0.15) continue;
      const away = Math.hypot((grid.x[i] ?? 0) - (exact.x[i] ?? 0), (grid.y[i] ?? 0) - (exact.y[i] ?? 0));
      expect(away / (exact.pxPerMm[i] ?? 1)).toBeLessThan(0.012);
      expect(Math.abs((grid.facing[i] ?? 0) - (exact.facing[i] ?? 0))).toBeLessThan(0.006);
    }
  });

  it('knows the chart under each place of the photo, and nothing beside the head', () => {
    const grid = photoGridOf(geometry, map, 1);
    const away: number[] = [];
    for (let node = 0; node < grid.x.length; node += 7) {
      const p = {
        x: (grid.column0 + (node % grid.columns)) * grid.stepPx,
        y: (grid.row0 + Math.floor(node / grid.columns)) * grid.stepPx,
      };
      const c = map.toChart(p);
      if (c === null) expect(grid.x[node]).toBeNaN();
      else {
        away.push(Math.hypot((grid.x[node] ?? 0) - c.x, (grid.y[node] ?? 0) - c.y));
      }
    }
    expect(away.length).toBeGreaterThan(1000);
    // Near the rim, where a pixel is millimetres of scalp, a cell's middle may lie one of them off.
    expect(Math.max(...away)).toBeLessThan(0.106);
    expect(away.reduce((sum, cm) => sum + cm, 0) / away.length).toBeLessThan(0.006);
  });

  it('stretches lengths and areas as the map does', () => {
    const table = scalpTableOf(geometry, map);
    if (table === null) throw new Error('A head has a table.');
    for (const c of places.slice(0, 120)) {
      expect(scalpPerChartAt(table, c.x, c.y)).toBeCloseTo(map.scalpPerChart(c), 3);
      const { along, across, axisRad } = map.stretch(c);
      const by = distanceOnScalp(table, c.x, c.y, Math.cos(axisRad), Math.sin(axisRad));
      expect(by).toBeCloseTo(along, 2);
      expect(distanceOnScalp(table, c.x, c.y, -Math.sin(axisRad), Math.cos(axisRad))).toBeCloseTo(across, 2);
    }
  });

  it('measures a ring as the sum of the scalp under its pixels, holes taken off', () => {
    const circle = (r: number): number[] =>
      Array.from({ length: 60 }, (_, i) => [1200 + r * Math.cos(i / 9.549), 1200 + r * Math.sin(i / 9.549)]).flat();
    const rings = [500, 200].map((r) => scalpLine(map, 0.1, circle(r), true));
    let [whole, hole] = [0, 0];
    for (let y = 690; y < 1710; y += 4) {
      for (let x = 690; x < 1710; x += 4) {
        const r = Math.hypot(x - 1200, y - 1200);
        const c = r < 500 ? map.toChart({ x, y }) : null;
        const place = c === null ? null : map.place(c);
        if (place === null) continue;
        const cm2 = (4 / place.pxPerMm) ** 2 / place.facing / 100;
        whole += cm2;
        if (r < 200) hole += cm2;
      }
    }
    const scalp = scalpOf(top);
    expect(scalpAreaCm2(scalp, rings[0] ?? new Float64Array(0)) / whole).toBeCloseTo(1, 2);
    expect(scalpAreaOfRingsCm2(scalp, rings) / (whole - hole)).toBeCloseTo(1, 2);
  });

  it('stays the same value while nothing of the head changes', () => {
    const renamed = { ...top, landmarks: [] };
    expect(scalpOf(renamed)).toBe(scalpOf(top));
    expect(scalpOf({ ...top, pose: { ...top.pose, yawDeg: 5 } })).not.toBe(scalpOf(top));
  });
});

describe('the growth of hair', () => {
  const way = new Float64Array(2);
  const at = (whorls: readonly ChartWhorl[], x: number, y: number): readonly [number, number] => {
    growthAt(whorls, x, y, way);
    return [way[0] ?? 0, way[1] ?? 0];
  };

  it('has a direction everywhere', () => {
    const coordinate = fc.double({ min: -20, max: 20, noNaN: true });
    const whorl = fc.record({ x: coordinate, y: coordinate, clockwise: fc.boolean() });
    fc.assert(
      fc.property(fc.array(whorl, { maxLength: 2 }), coordinate, coordinate, (whorls, x, y) => {
        expect(Math.hypot(...at(whorls, x, y))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('runs forward over the top, down the sides and down behind', () => {
    expect(at([], 0, 3)[1]).toBeGreaterThan(0.95);
    expect(at([], 9, -2)[0]).toBeGreaterThan(0.6);
    expect(at([], -9, -2)[0]).toBeLessThan(-0.6);
    expect(at([], 0, -13)[1]).toBeLessThan(-0.8);
  });

  it('turns out of its whorl the way that the whorl turns', () => {
    for (const clockwise of [true, false]) {
      const whorl = { ...USUAL_WHORL, clockwise };
      // To the right of the centre, outwards is +x; clockwise as seen leans on to +y (downwards).
      const [, down] = at([whorl], whorl.x + 0.5, whorl.y);
      expect(Math.sign(down)).toBe(clockwise ? 1 : -1);
    }
  });

  it('lies flatter on the temples than on top, and stands denser at a placed whorl only', () => {
    expect(growthLength(10, 6)).toBeGreaterThan(growthLength(0, 0) + 0.1);
    expect(whorlDensity([USUAL_WHORL], USUAL_WHORL.x, USUAL_WHORL.y)).toBeCloseTo(1.25, 6);
    expect(whorlDensity([USUAL_WHORL], 5, 5)).toBeCloseTo(1, 3);
    expect(whorlDensity([], 0, 0)).toBe(1);
  });

  it('follows a whorl that was placed on another photo of the head', () => {
    expect(nextWhorl(front)).toBeNull();
    const first = nextWhorl(top);
    if (first === null) throw new Error('The whorl is seen from above.');
    const placed = { ...top, whorls: [{ at: first, clockwise: true }] };
    const [own] = whorlsOn(placed, []);
    const [borrowed] = whorlsOn(front, [front, placed]);
    expect(borrowed).toEqual(own);
    expect(own?.x).toBeCloseTo(USUAL_WHORL.x, 1);
    const second = nextWhorl(placed);
    expect(Math.hypot((second?.x ?? 0) - first.x, (second?.y ?? 0) - first.y)).toBeGreaterThan(100);
  });

  it('is drawn on the scalp, not on the face', () => {
    const strokes = growthStrokes(front, []);
    expect(strokes.length).toBeGreaterThan(20);
    for (const [root] of strokes) if (Math.abs(root.x - 1200) < 400) expect(root.y).toBeLessThan(850);
  });
});
