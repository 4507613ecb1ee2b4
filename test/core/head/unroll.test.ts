import { describe, expect, it } from 'vitest';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { besideStrip, lengthMmOf, unroll, type FlatPoint, type SurfaceAt } from '../../../src/core/head/unroll';

/** Surfaces seen from far in front: photo x right and y down in mm, z towards the camera. */
const SPHERE_MM = 90;
const sphere: SurfaceAt = ({ x, y }) => {
  const z2 = SPHERE_MM ** 2 - x * x - y * y;
  if (z2 <= 0) return null;
  const at = [x, -y, Math.sqrt(z2)] as const;
  return { at, normal: [at[0] / SPHERE_MM, at[1] / SPHERE_MM, at[2] / SPHERE_MM] };
};
const CYLINDER_MM = 75;
/** Its axis upright. */
const cylinder: SurfaceAt = ({ x, y }) => {
  const z2 = CYLINDER_MM ** 2 - x * x;
  if (z2 <= 0) return null;
  return { at: [x, -y, Math.sqrt(z2)], normal: [x / CYLINDER_MM, 0, Math.sqrt(z2) / CYLINDER_MM] };
};
const flat: SurfaceAt = ({ x, y }) => ({ at: [x / 4, y / 4, 0], normal: [0, 0, -1] });

const sampled = (count: number, at: (t: number) => PhotoPoint): readonly PhotoPoint[] =>
  Array.from({ length: count + 1 }, (_, i) => at(i / count));

function laid(curve: readonly PhotoPoint[], surface: SurfaceAt) {
  const strip = unroll(curve, surface);
  if (strip === null) throw new Error('The curve lies on the surface.');
  return strip;
}

const ends = (points: readonly FlatPoint[]): number => {
  const [a, b] = [points[0], points.at(-1)];
  return a === undefined || b === undefined ? NaN : Math.hypot(b.x - a.x, b.y - a.y);
};

describe('a curve of the scalp, unrolled', () => {
  it('is a straight line of the arc’s length where it is a great circle', () => {
    const strip = laid(
      sampled(200, (t) => ({ x: SPHERE_MM * Math.sin(2 * t - 1), y: 0 })),
      sphere,
    );
    expect(lengthMmOf(strip)).toBeCloseTo(2 * SPHERE_MM, 1);
    expect(ends(strip.flat)).toBeCloseTo(lengthMmOf(strip), 6);
  });

  it('is an arc of radius R·tan θ where it is a circle of latitude, whose geodesic curvature is cot θ / R', () => {
    const theta = 0.6;
    const around = 2.4;
    // The circle lies about the line of sight.
    const strip = laid(
      sampled(400, (t) => ({
        x: SPHERE_MM * Math.sin(theta) * Math.cos(around * t),
        y: SPHERE_MM * Math.sin(theta) * Math.sin(around * t),
      })),
      sphere,
    );
    const radius = SPHERE_MM * Math.tan(theta);
    const length = SPHERE_MM * Math.sin(theta) * around;
    expect(lengthMmOf(strip)).toBeCloseTo(length, 2);
    expect(ends(strip.flat)).toBeCloseTo(2 * radius * Math.sin(length / radius / 2), 1);
    // y points down: the circle runs clockwise on the photo, and so does its flat image.
    expect((strip.heading.at(-1) ?? 0) - (strip.heading[0] ?? 0)).toBeCloseTo(length / radius, 2);
  });

  it('is what the sheet of a cylinder shows: a slanted plane’s cut becomes a sine', () => {
    const slope = 0.5;
    const strip = laid(
      sampled(400, (t) => {
        const angle = 2 * t - 1;
        const x = CYLINDER_MM * Math.sin(angle);
        return { x, y: slope * x };
      }),
      cylinder,
    );
    const expected = sampled(4000, (t) => {
      const angle = 2 * t - 1;
      return { x: CYLINDER_MM * angle, y: slope * CYLINDER_MM * Math.sin(angle) };
    });
    const length = expected.reduce((sum, p, i) => {
      const before = expected[i - 1];
      return before === undefined ? 0 : sum + Math.hypot(p.x - before.x, p.y - before.y);
    }, 0);
    expect(lengthMmOf(strip)).toBeCloseTo(length, 2);
    expect(ends(strip.flat)).toBeCloseTo(ends(expected), 1);
  });

  it('is the photo’s own line at its scale on flat skin', () => {
    const strip = laid(
      sampled(50, (t) => ({ x: 400 * t, y: 120 * Math.sin(3 * t) })),
      flat,
    );
    strip.photo.forEach((p, i) => {
      const [at, first] = [strip.flat[i], strip.photo[0]];
      const d = Math.hypot((at?.x ?? 0) - 0, at?.y ?? 0);
      expect(d).toBeCloseTo(Math.hypot(p.x - (first?.x ?? 0), p.y - (first?.y ?? 0)) / 4, 6);
    });
  });

  it('leaves out what runs off the surface, and is nothing where all of it does', () => {
    const strip = laid(
      sampled(300, (t) => ({ x: 240 * t - 120, y: 0 })),
      sphere,
    );
    expect(lengthMmOf(strip)).toBeLessThan(Math.PI * SPHERE_MM);
    expect(lengthMmOf(strip)).toBeGreaterThan(0.9 * Math.PI * SPHERE_MM);
    expect(
      unroll(
        sampled(10, (t) => ({ x: 200 + t, y: 0 })),
        sphere,
      ),
    ).toBeNull();
  });
});

describe('a place beside the strip', () => {
  const equator = laid(
    sampled(200, (t) => ({ x: SPHERE_MM * Math.sin(2 * t - 1), y: 0 })),
    sphere,
  );

  it('keeps its distance along and away: on the sphere a meridian stands upright on the equator', () => {
    const along = 0.5;
    const up = 0.3;
    const p = {
      x: SPHERE_MM * Math.cos(up) * Math.sin(along),
      y: -SPHERE_MM * Math.sin(up),
    };
    const beside = besideStrip(equator, p, sphere, 60);
    expect(beside?.alongMm ?? 0).toBeCloseTo(SPHERE_MM * (1 + along), 0);
    // The photo's straight way is a little longer than the meridian.
    expect(beside?.awayMm ?? 0).toBeCloseTo(-SPHERE_MM * up, 0);
    expect(beside?.y ?? 0).toBeCloseTo(-SPHERE_MM * up, 0);
    expect(Math.abs((beside?.x ?? 0) - SPHERE_MM * (1 + along))).toBeLessThan(1.5);
  });

  it('is not placed off the scalp or too far away', () => {
    expect(besideStrip(equator, { x: 0, y: -200 }, sphere, 400)).toBeNull();
    expect(besideStrip(equator, { x: 0, y: -60 }, sphere, 20)).toBeNull();
  });
});
