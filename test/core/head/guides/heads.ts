import { headInPhoto, type HeadInPhoto } from '../../../../src/core/head/guides/headInPhoto';
import { DEFAULT_POSE, type HeadPhoto, type Landmark, type View } from '../../../../src/core/head/headPhoto';

/** A photo at 10 px a millimetre of a head of this breadth, as the fit finds it from the outline alone. */
export function photoOf(breadthMm: number, view: View = 'front', landmarks: readonly Landmark[] = []): HeadPhoto {
  const side = view === 'left' || view === 'right';
  const across = side ? (breadthMm / 152) * 197 : breadthMm;
  return {
    width: 2400,
    height: 3000,
    view,
    calibration: { kind: 'ruler', a: { x: 0, y: 0 }, b: { x: 1000, y: 0 }, mm: 100 },
    outline: { cx: 1200, cy: 1100, rx: across * 5, ry: (breadthMm / 152) * 870, angleDeg: 0, placed: true },
    edge: [],
    pose: DEFAULT_POSE,
    midline: { top: { x: 1200, y: 200 }, bottom: { x: 1200, y: 2700 } },
    landmarks,
    whorls: [],
  };
}

export function headOf(photo: HeadPhoto): HeadInPhoto {
  const head = headInPhoto(photo);
  if (head === null) throw new Error('a photo with a head');
  return head;
}
