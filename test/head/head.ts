/** The whole field: one signed distance in mm for the man and his shirt. */
import { withEar } from './ear';
import { faceMassDistance, withClosedEye } from './face';
import { mouthOffset } from './mouth';
import { neckDistance, shirtDistance, torsoDistance } from './neckAndShirt';
import { withNose } from './nose';
import { blend, smoothStep } from './sdf';
import { foreheadLines, midlineDrift, skullDistance, withBrow } from './skull';

function headDistance(x0: number, y: number, z: number): number {
  const x = x0 + midlineDrift(y, z);
  const side = Math.sqrt(x * x + 2.2); // |x|, rounded at the midline so that no crease runs down the face
  let d = skullDistance(x, y, z, side);
  if (y >= 110) return d;
  d = blend(d, faceMassDistance(side, y, z), 16);
  // a wide fillet at the nape, a tighter one under the jaw
  if (y < 60) d = blend(d, neckDistance(side, y, z), 21 + 25 * smoothStep(-10, -60, z));
  d = withBrow(d, side, y, z);
  if (z > -15) {
    d = withClosedEye(d, side, y, z);
    d = withNose(d, side, y, z);
    d += mouthOffset(side, y, z) + foreheadLines(side, y, z);
  }
  return withEar(d, side, y, z);
}

function skinDistance(x: number, y: number, z: number): number {
  const d = headDistance(x, y, z);
  return y < -110 ? blend(d, torsoDistance(Math.abs(x), y, z), 26) : d;
}

/** |x| for the cloth, which has no crease down its middle. */
const shirtSide = (x: number): number => Math.sqrt(x * x + 100);

/**
 * Distance to the nearest surface, mm, negative inside. Its slope is 0.7 to 1.05, not exactly 1: whoever marches along
 * it takes shortened steps.
 */
export function fieldDistance(x: number, y: number, z: number): number {
  const d = skinDistance(x, y, z);
  return y < -90 ? Math.min(d, shirtDistance(shirtSide(x), y, z)) : d;
}

export type Material = 'skin' | 'shirt';

/** What the surface at (or nearest to) a point is made of. */
export function materialAt(x: number, y: number, z: number): Material {
  return y < -90 && shirtDistance(shirtSide(x), y, z) < skinDistance(x, y, z) ? 'shirt' : 'skin';
}
