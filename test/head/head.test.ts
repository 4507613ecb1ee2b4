import { describe, expect, it } from 'vitest';
import { HAIRLINE_END_DEG, hairlineY, isScalp, scalpHairPerCm2, STUBBLE_PER_CM2 } from './hair';
import { fieldDistance } from './head';
import { HEAD } from './landmarks';
import { hairlineCurve } from './sampleGuide';
import { frontZ, surfaceAt } from './surface';

/** Slides a caliper's jaw inwards along x or z until it touches the head. */
function jaw(start: number, at: (t: number) => number): number {
  let t = start;
  for (let i = 0; i < 100; i++) {
    const d = at(t);
    if (Math.abs(d) < 0.002) break;
    t -= d * 0.7;
  }
  return t;
}

describe('the practice head', () => {
  it('is 152 mm broad over the ears', () => {
    const widest = (sign: 1 | -1): number => {
      let most = 0;
      for (let y = 38; y < 90; y += 3)
        for (let z = -50; z < 30; z += 4)
          most = Math.max(
            most,
            jaw(100, (t) => fieldDistance(sign * t, y, z)),
          );
      return most;
    };
    expect(Math.abs(widest(1) + widest(-1) - HEAD.breadthMm)).toBeLessThan(0.5);
  });

  it('is 197 mm long from the glabella to the back', () => {
    // the caliper's jaws are 16 mm wide and rest on what stands out most
    let back = 0;
    let front = 0;
    for (let x = -8; x <= 8; x += 4) {
      for (let y = 20; y < 90; y += 2)
        back = Math.max(
          back,
          jaw(130, (t) => fieldDistance(x, y, -t)),
        );
      for (let y = 28; y < 40; y++)
        front = Math.max(
          front,
          jaw(130, (t) => fieldDistance(x, y, t)),
        );
    }
    expect(Math.abs(front + back - HEAD.lengthMm)).toBeLessThan(0.5);
  });

  it('has a field whose slope on the cap lets rays march safely', () => {
    for (let angle = 0; angle < 360; angle += 15)
      for (const y of [60, 90, 115]) {
        const [x, , z] = surfaceAt(angle, y);
        const slope = Math.hypot(
          fieldDistance(x + 0.1, y, z) - fieldDistance(x - 0.1, y, z),
          fieldDistance(x, y + 0.1, z) - fieldDistance(x, y - 0.1, z),
          fieldDistance(x, y, z + 0.1) - fieldDistance(x, y, z - 0.1),
        );
        expect(slope / 0.2).toBeGreaterThan(0.7);
        expect(slope / 0.2).toBeLessThan(1.1);
      }
  });

  it('is nearly, but not exactly, its own mirror image', () => {
    const left = surfaceAt(60, 40);
    const right = surfaceAt(-60, 40);
    const difference = Math.abs(Math.hypot(left[0], left[2]) - Math.hypot(right[0], right[2]));
    expect(difference).toBeGreaterThan(0.02);
    expect(difference).toBeLessThan(2.5);
  });
});

describe('its hair', () => {
  it('is bald on top and full above and behind the ears, as in Norwood VI', () => {
    expect(scalpHairPerCm2(0, 132, -10)).toBe(0);
    expect(scalpHairPerCm2(...surfaceAt(180, 110))).toBe(0);
    expect(scalpHairPerCm2(...surfaceAt(95, 50))).toBeGreaterThan(STUBBLE_PER_CM2 * 0.9);
    expect(scalpHairPerCm2(...surfaceAt(180, 20))).toBeGreaterThan(STUBBLE_PER_CM2 * 0.9);
  });

  it('counts the bald top as scalp and the brow as face', () => {
    expect(isScalp(0, 132, -10)).toBe(true);
    expect(isScalp(...surfaceAt(0, 70))).toBe(false);
    expect(isScalp(...surfaceAt(180, 20))).toBe(true);
  });
});

describe('its natural hairline', () => {
  it('begins 75 to 80 mm above the glabella along the skin', () => {
    let length = 0;
    let last = frontZ(0, HEAD.glabellaY) ?? 0;
    const steps = 120;
    const rise = (hairlineY(0) - HEAD.glabellaY) / steps;
    for (let i = 1; i <= steps; i++) {
      const z = frontZ(0, HEAD.glabellaY + rise * i) ?? 0;
      length += Math.hypot(rise, z - last);
      last = z;
    }
    expect(length).toBeGreaterThan(75);
    expect(length).toBeLessThan(80);
  });

  it('has its corners over the lateral canthus, set back from the middle', () => {
    const half = hairlineCurve().filter(([x]) => x > 0);
    const corner = half.reduce((a, b) => (b[1] > a[1] ? b : a));
    expect(Math.abs(corner[0] - HEAD.canthusX)).toBeLessThan(5);
    expect(corner[1]).toBeGreaterThan(hairlineY(0));
  });

  it('ends in the stubble of the temples', () => {
    const [x, y, z] = surfaceAt(HAIRLINE_END_DEG + 6, hairlineY(HAIRLINE_END_DEG));
    expect(scalpHairPerCm2(x, y, z)).toBeGreaterThan(STUBBLE_PER_CM2 * 0.3);
  });
});
