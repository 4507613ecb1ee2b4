import { describe, expect, it } from 'vitest';
import type { HeadView } from './camera';
import { HEAD_VIEWS, project } from './camera';
import { HEAD } from './landmarks';
import type { HeadTruth } from './truth';
import { renderTruth } from './truth';

const WIDTH = 72;
const HEIGHT = 90;
const truths = new Map<HeadView, HeadTruth>();

function truthOf(view: HeadView): HeadTruth {
  const known = truths.get(view) ?? renderTruth(view, WIDTH, HEIGHT);
  truths.set(view, known);
  return known;
}

/** Three numbers of a pixel. */
function at(values: Float32Array, o: number): [number, number, number] {
  return [values[o * 3] as number, values[o * 3 + 1] as number, values[o * 3 + 2] as number];
}

function eachSurfacePixel(truth: HeadTruth, look: (o: number, i: number, j: number) => void): void {
  for (let o = 0; o < truth.surface.length; o++)
    if (truth.surface[o] !== 0) look(o, o % truth.width, Math.floor(o / truth.width));
}

describe.each(HEAD_VIEWS)('the ground truth of the %s view', (view) => {
  it('has unit normals that face the camera', () => {
    const truth = truthOf(view);
    let worst = 0;
    let away = 0;
    eachSurfacePixel(truth, (o) => {
      const [nx, ny, nz] = at(truth.normal, o);
      const [x, y, z] = at(truth.positionMm, o);
      const c = truth.camera.positionMm;
      worst = Math.max(worst, Math.abs(Math.hypot(nx, ny, nz) - 1));
      if (nx * (c[0] - x) + ny * (c[1] - y) + nz * (c[2] - z) < 0) away++;
    });
    expect(worst).toBeLessThan(1e-5);
    expect(away).toBeLessThan(20); // on an edge, within the normal's step
  });

  it('puts each position back on the centre of its pixel', () => {
    const truth = truthOf(view);
    let worst = 0;
    eachSurfacePixel(truth, (o, i, j) => {
      const p = project(truth.camera, ...at(truth.positionMm, o));
      worst = Math.max(worst, Math.hypot(p.x - i - 0.5, p.y - j - 0.5));
    });
    expect(worst).toBeLessThan(0.05);
  });

  it('gives the scale that a step of 1 mm across the picture shows', () => {
    const truth = truthOf(view);
    const { right } = truth.camera;
    let worst = 0;
    eachSurfacePixel(truth, (o) => {
      const [x, y, z] = at(truth.positionMm, o);
      const a = project(truth.camera, x, y, z);
      const b = project(truth.camera, x + right[0], y + right[1], z + right[2]);
      worst = Math.max(worst, Math.abs((b.x - a.x) * (truth.mmPerPx[o] as number) - 1));
    });
    expect(worst).toBeLessThan(1e-3);
  });

  it('shows a head that fills the frame, and leaves the background empty', () => {
    const truth = truthOf(view);
    let skinMm2 = 0;
    let scalp = 0;
    eachSurfacePixel(truth, (o) => {
      if (truth.surface[o] === 1) skinMm2 += (truth.mmPerPx[o] as number) ** 2;
      scalp += truth.scalp[o] as number;
    });
    expect(skinMm2).toBeGreaterThan(28_000);
    expect(skinMm2).toBeLessThan(62_000);
    expect(scalp).toBeGreaterThan(200);
    const corner = 0;
    expect(truth.surface[corner]).toBe(0);
    expect(truth.mmPerPx[corner]).toBe(0);
    expect(at(truth.positionMm, corner)).toEqual([0, 0, 0]);
  });
});

describe('the ground truth', () => {
  it('measures the breadth of the cap in the front view', () => {
    const truth = renderTruth('front', 240, 300);
    // each row's width is its count of pixels at the scale of its outermost ones; half a pixel is 0.6 mm
    const widths: number[] = [];
    for (let j = 0; j < truth.height; j++) {
      const row = Array.from({ length: truth.width }, (_, i) => j * truth.width + i).filter(
        (o) => truth.surface[o] === 1,
      );
      const [first = 0, last = 0] = [row[0], row[row.length - 1]];
      if (row.length === 0 || (truth.positionMm[first * 3 + 1] as number) < 40) continue; // over the ears
      widths.push((row.length * ((truth.mmPerPx[first] as number) + (truth.mmPerPx[last] as number))) / 2);
    }
    expect(Math.abs(Math.max(...widths) - HEAD.breadthMm)).toBeLessThan(1);
  });

  it('is the same to the bit in every run', () => {
    const again = renderTruth('front45', WIDTH, HEIGHT);
    expect(again.positionMm).toEqual(truthOf('front45').positionMm);
    expect(again.normal).toEqual(truthOf('front45').normal);
    expect(again.scalp).toEqual(truthOf('front45').scalp);
  });
});
