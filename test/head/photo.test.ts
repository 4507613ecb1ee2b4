import { describe, expect, it } from 'vitest';
import { scalpHairPerCm2 } from './hair';
import type { Photo } from './photo';
import { renderPhoto } from './photo';
import { renderTruth } from './truth';

const WIDTH = 96;
const HEIGHT = 120;

const linear = (level: number): number => {
  const v = level / 255;
  return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
};

/** Mean linear RGB of the pixels that `belongs` picks. */
function meanColour(photo: Photo, belongs: (o: number) => boolean): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let o = 0; o < photo.width * photo.height; o++) {
    if (!belongs(o)) continue;
    count++;
    for (const c of [0, 1, 2] as const) sum[c] += linear(photo.rgb[o * 3 + c] as number);
  }
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}

describe('a photo of the practice head', () => {
  const left = renderPhoto('left', WIDTH, HEIGHT);
  const bare = renderPhoto('left', WIDTH, HEIGHT, { withoutStubble: true });
  const truth = renderTruth('left', WIDTH, HEIGHT);
  const facing = (o: number): boolean => truth.surface[o] === 1 && (truth.normal[o * 3] as number) > 0.75;
  const hairAt = (o: number): number => {
    const [x = 0, y = 0, z = 0] = truth.positionMm.subarray(o * 3, o * 3 + 3);
    return scalpHairPerCm2(x, y, z);
  };

  it('shows stubble as dark and as grey as a close shave, so that a fill can blend into it', () => {
    const full = (o: number): boolean => facing(o) && hairAt(o) > 165;
    const [r, g, b] = meanColour(left, full);
    const [r0, g0, b0] = meanColour(bare, full);
    // Measured on close-ups of close-shaved hair: .44–.54, .64–.71, .82–.85 of the bare skin; the hairs themselves are a little
    // darker in so small a picture.
    expect(r / r0).toBeGreaterThan(0.44);
    expect(r / r0).toBeLessThan(0.54);
    expect(g / g0).toBeGreaterThan(0.64);
    expect(g / g0).toBeLessThan(0.71);
    expect(b / b0).toBeGreaterThan(0.78);
    expect(b / b0).toBeLessThan(0.85);
  });

  it('leaves the bald scalp as it is', () => {
    const bald = (o: number): boolean => truth.scalp[o] === 1 && facing(o) && hairAt(o) === 0;
    const [r, g, b] = meanColour(left, bald);
    const [r0, g0, b0] = meanColour(bare, bald);
    expect(Math.abs(r / r0 - 1)).toBeLessThan(0.01);
    expect(Math.abs(g / g0 - 1)).toBeLessThan(0.01);
    expect(Math.abs(b / b0 - 1)).toBeLessThan(0.01);
  });

  it('shows fair skin, lighter in red than in blue, on a grey ground', () => {
    const [r, g, b] = meanColour(left, (o) => truth.surface[o] === 1);
    expect(r).toBeGreaterThan(g * 1.2);
    expect(g).toBeGreaterThan(b * 1.1);
    const [gr, gg, gb] = meanColour(left, (o) => truth.surface[o] === 0);
    expect(Math.max(gr, gg, gb) / Math.min(gr, gg, gb)).toBeLessThan(1.15);
  });

  it('is the same to the bit in every run', () => {
    const again = renderPhoto('left', WIDTH, HEIGHT, { withoutStubble: true });
    expect(Buffer.compare(Buffer.from(again.rgb.buffer), Buffer.from(bare.rgb.buffer))).toBe(0);
  });
});
