import type { ChartPoint, MmPerPx, PhotoPoint } from '../../geometry/units';
import type { ScalpMap } from '../scalpMap';

/** A close-up without a head in it: the skin is taken as flat and faces the camera; chart cm = photo px × mm per px / 10. */
export function flatMap(mmPerPx: MmPerPx): ScalpMap {
  const cmPerPx = mmPerPx / 10;
  const pxPerMm = 1 / mmPerPx;
  const toPhoto = (c: ChartPoint): PhotoPoint => ({ x: c.x / cmPerPx, y: c.y / cmPerPx });
  return {
    toChart: (p) => ({ x: p.x * cmPerPx, y: p.y * cmPerPx }),
    place: (c) => ({ photo: toPhoto(c), facing: 1, tiltRad: 0, pxPerMm, scalpPerChart: 1 }),
    scalpPerChart: () => 1,
    stretch: () => ({ along: 1, across: 1, axisRad: 0 }),
    snapToRim: (p) => p,
    placeAll: (x, y) => ({
      x: toPx(x, cmPerPx),
      y: toPx(y, cmPerPx),
      facing: new Float32Array(x.length).fill(1),
      tiltRad: new Float32Array(x.length),
      pxPerMm: new Float32Array(x.length).fill(pxPerMm),
    }),
  };
}

/** A plain loop: every dot asks. */
function toPx(cm: ArrayLike<number>, cmPerPx: number): Float32Array {
  const px = new Float32Array(cm.length);
  for (let i = 0; i < cm.length; i++) px[i] = (cm[i] as number) / cmPerPx;
  return px;
}
