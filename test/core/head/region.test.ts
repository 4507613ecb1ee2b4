import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ringArea } from '../../../src/core/geometry/polygon';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import type { HeadOutline, View } from '../../../src/core/head/headPhoto';
import { fromUnitCircle, toUnitCircle } from '../../../src/core/head/outline';
import { regionBehind, type Region } from '../../../src/core/head/region';

const p = (x: number, y: number): PhotoPoint => ({ x, y });
const HEAD: HeadOutline = { cx: 1000, cy: 1000, rx: 600, ry: 700, angleDeg: 0, placed: true };
const HAIRLINE = [p(480, 1000), p(560, 720), p(760, 640), p(1000, 660), p(1240, 640), p(1440, 720), p(1520, 1000)];

function region(points: readonly PhotoPoint[], outline: HeadOutline = HEAD, view: View = 'front'): Region {
  const result = regionBehind(points, outline, view);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const problem = (points: readonly PhotoPoint[], outline = HEAD): string => {
  const result = regionBehind(points, outline, 'front');
  return result.ok ? 'none' : result.error.kind;
};

const area = (points: readonly PhotoPoint[], outline = HEAD, view: View = 'front'): number =>
  ringArea(region(points, outline, view).ring);

function holds(ring: Float64Array, { x, y }: PhotoPoint): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [number, number, number, number];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Area between a horizontal chord at `y` and the outline above it, px². */
const cap = (y: number): number => {
  const h = (y - HEAD.cy) / HEAD.ry;
  return HEAD.rx * HEAD.ry * (Math.PI / 2 + h * Math.sqrt(1 - h * h) + Math.asin(h));
};

/** Area under the outline's upper half from one x to another, down to `y`, px². */
const under = (x0: number, x1: number, y: number): number => {
  const integral = (x: number): number => {
    const u = (x - HEAD.cx) / HEAD.rx;
    return (HEAD.rx * HEAD.ry * (u * Math.sqrt(1 - u * u) + Math.asin(u))) / 2;
  };
  return (x1 - x0) * (y - HEAD.cy) + integral(x1) - integral(x0);
};

describe('the area behind a hairline', () => {
  test('of a U with its ends on the outline is that of the figure', () => {
    const top = (x: number): number => HEAD.cy - HEAD.ry * Math.sqrt(1 - ((x - HEAD.cx) / HEAD.rx) ** 2);
    // Two handles in one place make a square corner.
    const u = [p(700, top(700)), p(700, 900), p(700, 900), p(1300, 900), p(1300, 900), p(1300, top(1300))];
    expect(area(u) / under(700, 1300, 900)).toBeCloseTo(1, 3);
  });

  test('of a straight line across the head is the cap above it', () => {
    for (const y of [500, 800, 1000, 1300]) expect(area([p(300, y), p(1700, y)]) / cap(y)).toBeCloseTo(1, 3);
  });

  test('is the same whichever way the line was drawn', () => {
    for (const view of ['front', 'left', 'right', 'top', 'crown', 'front45', 'other'] as const)
      expect(area(HAIRLINE.toReversed(), HEAD, view)).toBeCloseTo(area(HAIRLINE, HEAD, view), 3);
  });

  test('lies towards the crown in every view', () => {
    const level = [p(300, 900), p(1700, 900)];
    const upright = [p(900, 200), p(900, 1800)];
    const front = p(600, 950);
    const [top, bottom, left, right] = [p(1000, 320), p(1000, 1680), p(420, 1000), p(1580, 1000)];
    for (const view of ['front', 'front45', 'top', 'crown', 'other'] as const) {
      expect(holds(region(level, HEAD, view).ring, top)).toBe(true);
      expect(holds(region(level, HEAD, view).ring, bottom)).toBe(false);
    }
    expect(holds(region(upright, HEAD, 'left').ring, right)).toBe(true);
    expect(holds(region(upright, HEAD, 'left').ring, front)).toBe(false);
    expect(holds(region(upright, HEAD, 'right').ring, left)).toBe(true);
    expect(holds(region(level, HEAD, 'left').ring, top)).toBe(true);
  });

  test('follows the head when the outline is turned', () => {
    const turned = { ...HEAD, angleDeg: 25 };
    const chord = [fromUnitCircle(turned, p(-2, -0.3)), fromUnitCircle(turned, p(2, -0.3))];
    expect(area(chord, turned) / cap(HEAD.cy - 0.3 * HEAD.ry)).toBeCloseTo(1, 3);
  });

  test('has its first part along the line that was drawn, from outline to outline', () => {
    const { line, ring } = region(HAIRLINE);
    expect([...ring.slice(0, line.length)]).toEqual([...line]);
    for (const end of [p(line[0] ?? 0, line[1] ?? 0), p(line.at(-2) ?? 0, line.at(-1) ?? 0)]) {
      const { x, y } = toUnitCircle(HEAD, end);
      expect(Math.hypot(x, y)).toBeCloseTo(1, 9);
    }
  });

  test('carries an end inside on without a corner and without a detour', () => {
    const { line } = region([p(700, 900), p(850, 800), p(1150, 800), p(1300, 900)]);
    let turn = 0;
    for (let i = 4; i < line.length; i += 2) {
      const [ax, ay, bx, by, cx, cy] = line.slice(i - 4, i + 2) as unknown as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const by1 = Math.atan2(cy - by, cx - bx) - Math.atan2(by - ay, bx - ax);
      turn = Math.max(turn, Math.abs(Math.atan2(Math.sin(by1), Math.cos(by1))));
    }
    expect(turn).toBeLessThan(0.25);
    expect(Math.hypot((line[0] ?? 0) - 700, (line[1] ?? 0) - 900)).toBeLessThan(400);
  });

  test('in profile leaves cheek and ear out: a temple is carried on level to the back', () => {
    const temple = [p(600, 470), p(760, 440), p(800, 560), p(790, 760), p(800, 950)];
    const cheek = p(600, 1150);
    const occiput = p(1450, 900);
    expect(holds(region(temple, HEAD, 'left').ring, occiput)).toBe(true);
    expect(holds(region(temple, HEAD, 'left').ring, cheek)).toBe(false);
    expect(holds(region(temple, HEAD, 'left').ring, p(1000, 1500))).toBe(false);
    const mirrored = temple.map(({ x, y }) => p(2 * HEAD.cx - x, y));
    expect(holds(region(temple, HEAD, 'front45').ring, p(1000, 1500))).toBe(false);
    expect(area(mirrored, HEAD, 'right')).toBeCloseTo(area(temple, HEAD, 'left'), 3);
  });

  test('does not change when a line runs on beyond the outline', () => {
    const within = [p(420, 850), p(800, 700), p(1200, 700), p(1580, 850)];
    const beyond = region([p(100, 1100), ...within, p(1900, 1100)]);
    expect(
      Math.hypot(...[toUnitCircle(HEAD, p(beyond.line[0] ?? 0, beyond.line[1] ?? 0))].flatMap((u) => [u.x, u.y])),
    ).toBeCloseTo(1, 9);
    for (let i = 0; i < beyond.ring.length; i += 2) {
      const u = toUnitCircle(HEAD, p(beyond.ring[i] ?? 0, beyond.ring[i + 1] ?? 0));
      expect(Math.hypot(u.x, u.y)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  test('is cut along the outline where the line bulges out of it', () => {
    const bulging = [
      p(200, 1000),
      p(600, 1200),
      p(700, 1700),
      p(1000, 1950),
      p(1300, 1700),
      p(1400, 1200),
      p(1800, 1000),
    ];
    const { ring } = region(bulging);
    for (let i = 0; i < ring.length; i += 2) {
      const u = toUnitCircle(HEAD, p(ring[i] ?? 0, ring[i + 1] ?? 0));
      expect(Math.hypot(u.x, u.y)).toBeLessThanOrEqual(1 + 1e-9);
    }
    expect(holds(ring, p(1000, 1690))).toBe(true);
    expect(ringArea(ring)).toBeLessThan(Math.PI * HEAD.rx * HEAD.ry);
    expect(ringArea(ring)).toBeGreaterThan(0.8 * Math.PI * HEAD.rx * HEAD.ry);
  });

  test('finds another way out where carrying on would cross the line', () => {
    const hooked = [
      p(760, 860),
      p(700, 780),
      p(620, 800),
      p(560, 900),
      p(640, 1000),
      p(800, 980),
      p(1000, 940),
      p(1300, 940),
      p(1500, 1000),
    ];
    expect(regionBehind(hooked, HEAD, 'front').ok).toBe(true);
  });

  test('is refused, never thrown, where there is none', () => {
    expect(problem([])).toBe('tooFewPoints');
    expect(problem([p(1000, 1000)])).toBe('tooFewPoints');
    expect(problem([p(1000, 1000), p(NaN, 3)])).toBe('tooFewPoints');
    expect(problem([p(1000, 1000), p(1010, 1000)])).toBe('tooShort');
    expect(problem([p(1000, 1000), p(1000, 1000)])).not.toBe('none');
    expect(problem([p(100, 200), p(300, 180)])).toBe('outsideHead');
    expect(problem([p(500, 900), p(1500, 900), p(1400, 600), p(900, 1200)])).toBe('crossesItself');
    expect(problem(HAIRLINE, { ...HEAD, rx: 0 })).toBe('outsideHead');
    expect(problem(HAIRLINE, { ...HEAD, ry: NaN })).toBe('outsideHead');
  });

  test('is finite and inside the outline for any line at all', () => {
    const somewhere = fc.record({ x: fc.integer({ min: -200, max: 2200 }), y: fc.integer({ min: -200, max: 2200 }) });
    const outline = fc.record({
      cx: fc.constant(1000),
      cy: fc.constant(1000),
      rx: fc.integer({ min: 20, max: 900 }),
      ry: fc.integer({ min: 20, max: 900 }),
      angleDeg: fc.integer({ min: -90, max: 90 }),
      placed: fc.constant(true),
    });
    const view = fc.constantFrom<View>('front', 'left', 'right', 'top', 'crown', 'front45', 'other');
    fc.assert(
      fc.property(fc.array(somewhere, { maxLength: 6 }), outline, view, (points, head, of) => {
        const result = regionBehind(points, head, of);
        if (!result.ok) return;
        const { ring } = result.value;
        for (let i = 0; i < ring.length; i += 2) {
          const u = toUnitCircle(head, p(ring[i] ?? NaN, ring[i + 1] ?? NaN));
          expect(Math.hypot(u.x, u.y)).toBeLessThanOrEqual(1 + 1e-6);
        }
        const other = regionBehind(points.toReversed(), head, of);
        expect(other.ok && ringArea(other.value.ring)).toBeCloseTo(ringArea(ring), 1);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
