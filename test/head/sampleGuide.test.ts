import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { HeadView } from './camera';
import { cameraFor } from './camera';
import { HEAD } from './landmarks';
import type { SampleGuide } from './sampleGuide';
import { sampleGuide } from './sampleGuide';
import { firstHitMm } from './truth';

const WIDTH = 480;
const HEIGHT = 600;
const guides = new Map<HeadView, SampleGuide>();

function guideOf(view: HeadView): SampleGuide {
  const known = guides.get(view) ?? sampleGuide(view, WIDTH, HEIGHT);
  guides.set(view, known);
  return known;
}

describe.each(['front', 'left', 'top', 'crown'] as const)('the guide to the %s photo', (view) => {
  it('has an outline on the edge of the head, above its middle', () => {
    const { outline } = guideOf(view);
    const camera = cameraFor(view, WIDTH, HEIGHT);
    const turn = (outline.angleDeg * Math.PI) / 180;
    const meets = (degrees: number, share: number): boolean => {
      const u = outline.rx * share * Math.cos((degrees * Math.PI) / 180);
      const v = outline.ry * share * Math.sin((degrees * Math.PI) / 180);
      const x = outline.cx + u * Math.cos(turn) - v * Math.sin(turn);
      return firstHitMm(camera, x, outline.cy + u * Math.sin(turn) + v * Math.cos(turn)) !== undefined;
    };
    for (let degrees = 190; degrees <= 350; degrees += 10) {
      expect(meets(degrees, 0.97)).toBe(true);
      expect(meets(degrees, 1.04)).toBe(false);
    }
  });

  it('has a hairline on the head, ordered from left to right', () => {
    const { hairline } = guideOf(view);
    const camera = cameraFor(view, WIDTH, HEIGHT);
    expect(hairline.length).toBeGreaterThanOrEqual(4);
    for (const p of hairline) expect(firstHitMm(camera, p.x, p.y)).toBeDefined();
    expect(hairline[0]?.x ?? 0).toBeLessThan(hairline[hairline.length - 1]?.x ?? 0);
  });
});

describe('the guide to the front photo', () => {
  it('puts the pupils 63 mm apart, at their own depth', () => {
    const { pupils, mmPerPx } = guideOf('front');
    const [right, left] = pupils;
    if (!right || !left) throw new Error('both eyes show from the front');
    expect(Math.abs((left.x - right.x) * mmPerPx - 2 * HEAD.pupilX)).toBeLessThan(1);
    expect(right.x).toBeLessThan(left.x);
  });

  it('puts the midline through the glabella, upright', () => {
    const { midline, glabella } = guideOf('front');
    expect(midline?.[0]).toEqual(glabella);
    expect(Math.abs((midline?.[1].x ?? 0) - (glabella?.x ?? 0))).toBeLessThan(2);
  });
});

it('what the app ships of the samples is what the model says', async () => {
  const shipped: unknown = JSON.parse(
    await readFile(new URL('../../public/samples/samples.json', import.meta.url), 'utf8'),
  );
  expect(shipped).toContainEqual(sampleGuide('front', 2400, 3000));
});
