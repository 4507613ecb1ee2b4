import { describe, expect, test } from 'vitest';
import { HEAD_VIEWS } from '../../head/camera';
import { samplePhoto } from '../../head/samplePhotos';
import { scalpMapOf } from '../../../src/core/head/scalpMapOf';
import { scalpOf } from '../../../src/core/head/scalpOf';
import { silhouette } from '../../../src/core/head/skull/wire';

describe.each(HEAD_VIEWS)('the map of the scalp in the %s view', (view) => {
  const { photo } = samplePhoto(view);
  const { geometry, map } = scalpOf(photo);
  const rim = geometry.kind === 'skull' ? silhouette(geometry.fit, 24) : [];
  const { cx, cy } = photo.outline;
  const within = [0.05, 0.3, 0.6, 0.9, 0.99].flatMap((share) =>
    rim.map(({ x, y }) => ({ x: cx + (x - cx) * share, y: cy + (y - cy) * share })),
  );

  test('comes back from the chart to where it went in', () => {
    for (const p of within) {
      const c = map.toChart(p);
      const back = c === null ? null : map.place(c);
      expect(Math.hypot((back?.photo.x ?? 0) - p.x, (back?.photo.y ?? 0) - p.y)).toBeLessThan(1e-3);
    }
  });

  test('is the same for many places as for each', () => {
    const charts = within.flatMap((p) => map.toChart(p) ?? []);
    const places = map.placeAll(
      charts.map(({ x }) => x),
      charts.map(({ y }) => y),
    );
    for (const [i, c] of charts.entries()) {
      const one = map.place(c);
      expect(places.x[i]).toBeCloseTo(one?.photo.x ?? NaN, 2);
      expect(places.facing[i]).toBeCloseTo(one?.facing ?? NaN, 5);
      expect(places.tiltRad[i]).toBeCloseTo(one?.tiltRad ?? NaN, 5);
      expect(places.pxPerMm[i]).toBeCloseTo(one?.pxPerMm ?? NaN, 4);
    }
  });

  test('knows how much scalp a bit of chart stands for, and along which axes', () => {
    const small = 1e-4;
    for (const p of within) {
      const c = map.toChart(p);
      if (c === null) continue;
      const { along, across } = map.stretch(c);
      expect(along * across).toBeCloseTo(map.scalpPerChart(c), 4);
      // Near 1 wherever there is scalp: the chart is the scalp but for what a head differs from a ball.
      expect(map.scalpPerChart(c)).toBeGreaterThan(0.6);
      expect(map.scalpPerChart(c)).toBeLessThan(1.6);
      const here = map.place(c);
      if (here === null || here.facing < 0.3) continue;
      const right = map.place({ x: c.x + small, y: c.y });
      const down = map.place({ x: c.x, y: c.y + small });
      if (right === null || down === null) continue;
      const [ax, ay] = [right.photo.x - here.photo.x, right.photo.y - here.photo.y];
      const [bx, by] = [down.photo.x - here.photo.x, down.photo.y - here.photo.y];
      // The picture's area of a patch of chart, brought back to the skin by its facing.
      const px2 = (Math.abs(ax * by - ay * bx) / small ** 2) * 0.01;
      expect(px2 / (here.pxPerMm ** 2 * here.facing) / here.scalpPerChart - 1).toBeCloseTo(0, 1.3);
    }
  });

  test('draws a point beside the head in to its rim, and leaves one on it', () => {
    for (const { x, y } of rim) {
      const outside = { x: cx + (x - cx) * 1.3, y: cy + (y - cy) * 1.3 };
      expect(map.toChart(outside)).toBeNull();
      const moved = map.snapToRim(outside);
      expect(map.toChart(moved)).not.toBeNull();
      expect(map.snapToRim(moved)).toEqual(moved);
    }
    expect(map.snapToRim({ x: cx, y: cy })).toEqual({ x: cx, y: cy });
  });
});

test('a place of the head lies at one place of the chart in every view that shows it', () => {
  // 82° to the client's left, 25° up: seen from the left and from half left.
  const [left, half] = (['left', 'front45'] as const).map((view) => scalpOf(samplePhoto(view).photo).map);
  const c = { x: 8.5, y: 0.5 };
  const [a, b] = [left?.place(c), half?.place(c)];
  expect(a).toBeTruthy();
  expect(b).toBeTruthy();
  expect(Math.abs((a?.scalpPerChart ?? 0) / (b?.scalpPerChart ?? 1) - 1)).toBeLessThan(0.02);
});

test('a close-up is flat: chart centimetres are photo pixels by their scale', () => {
  const map = scalpMapOf({ kind: 'flat', mmPerPx: 0.1 });
  expect(map.toChart({ x: 200, y: 100 })).toEqual({ x: 2, y: 1 });
  expect(map.place({ x: 2, y: 1 })).toMatchObject({ photo: { x: 200, y: 100 }, facing: 1, pxPerMm: 10 });
  expect(map.snapToRim({ x: -5, y: 7 })).toEqual({ x: -5, y: 7 });
  expect(map.stretch({ x: 1, y: 1 })).toMatchObject({ along: 1, across: 1 });
});
