import type { HeadOutline, View } from './headPhoto';
import type { PhotoPoint, PhotoPx } from '../geometry/units';

/**
 * Where the skull lies in a usual photo of each view, as shares of the picture's width and height, and the ellipse's
 * height to its width. Our choice, from head-and-shoulders portraits in 4:5: the head fills half to two thirds of the
 * width.
 */
const USUAL: Readonly<Record<View, { x: number; y: number; width: number; heightToWidth: number }>> = {
  front: { x: 0.5, y: 0.34, width: 0.525, heightToWidth: 1.08 },
  front45: { x: 0.505, y: 0.35, width: 0.6, heightToWidth: 0.98 },
  left: { x: 0.52, y: 0.355, width: 0.66, heightToWidth: 0.91 },
  right: { x: 0.48, y: 0.355, width: 0.66, heightToWidth: 0.91 },
  top: { x: 0.5, y: 0.44, width: 0.61, heightToWidth: 1.12 },
  crown: { x: 0.5, y: 0.47, width: 0.61, heightToWidth: 1.17 },
  other: { x: 0.5, y: 0.4, width: 0.52, heightToWidth: 1.1 },
};

/** A sensible first outline for a photo of this view; wide pictures are taken as if cropped to 4:5. */
export function defaultOutline(view: View, width: PhotoPx, height: PhotoPx): HeadOutline {
  const usual = USUAL[view];
  const portrait = Math.min(width, height * 0.8);
  const rx = (usual.width * portrait) / 2;
  return {
    cx: width / 2 + (usual.x - 0.5) * portrait,
    cy: height * usual.y,
    rx,
    ry: rx * usual.heightToWidth,
    angleDeg: 0,
    placed: false,
  };
}

/**
 * An outline that nobody has placed, on a photo that turns out to be of another view: its top and its width across the
 * picture stay, its height is that of a usual photo of the view.
 */
export function outlineInView(outline: HeadOutline, view: View, width: PhotoPx, height: PhotoPx): HeadOutline {
  const usual = defaultOutline(view, width, height);
  const angle = (outline.angleDeg * Math.PI) / 180;
  const rx = Math.hypot(outline.rx * Math.cos(angle), outline.ry * Math.sin(angle));
  const top = outline.cy - Math.hypot(outline.rx * Math.sin(angle), outline.ry * Math.cos(angle));
  const ry = (rx * usual.ry) / usual.rx;
  return { ...outline, rx, ry, cy: top + ry, angleDeg: 0 };
}

/** A photo point in the outline's own space, where the outline is the unit circle. */
export function toUnitCircle(outline: HeadOutline, p: PhotoPoint): PhotoPoint {
  const cos = Math.cos((outline.angleDeg * Math.PI) / 180);
  const sin = Math.sin((outline.angleDeg * Math.PI) / 180);
  const dx = p.x - outline.cx;
  const dy = p.y - outline.cy;
  return { x: (dx * cos + dy * sin) / outline.rx, y: (dy * cos - dx * sin) / outline.ry };
}

/** The way back from toUnitCircle. */
export function fromUnitCircle(outline: HeadOutline, u: PhotoPoint): PhotoPoint {
  const cos = Math.cos((outline.angleDeg * Math.PI) / 180);
  const sin = Math.sin((outline.angleDeg * Math.PI) / 180);
  const along = u.x * outline.rx;
  const across = u.y * outline.ry;
  return { x: outline.cx + along * cos - across * sin, y: outline.cy + along * sin + across * cos };
}

export function insideOutline(outline: HeadOutline, p: PhotoPoint): boolean {
  const u = toUnitCircle(outline, p);
  return u.x * u.x + u.y * u.y <= 1;
}
