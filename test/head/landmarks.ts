/**
 * Sizes and feature curves of the practice head, shared by its shape, its colours and its hair.
 *
 * Axes in mm: +x to the subject's left, +y up, +z the way he faces; the origin lies midway between the ear canals.
 * `side` is |x|, the distance from the midline.
 */
import { bump, clamp, smoothStep } from './sdf';

export const HEAD = {
  /** Caliper sizes, adult men (ANSUR 1988 means). */
  breadthMm: 152,
  lengthMm: 197,
  /** Heights of soft-tissue landmarks on the midline. */
  glabellaY: 33,
  pupilY: 15,
  /** Half of the adult mean distance between the pupils (Dodgson 2004). */
  pupilX: 31.5,
  /** Lateral canthus, distance from the midline. */
  canthusX: 46,
  stomionY: -54,
  /** Sideways drift of the midline: no face is its own mirror image. */
  asymmetryMm: 0.8,
} as const;

/** Height of the closed lids' edge. */
export function lashLineY(side: number): number {
  const t = (side - 32) / 15;
  return 13.2 + 0.6 * t - 3.6 * Math.max(0, 1 - t * t);
}

/** Height of the crease above the upper lid. */
export function lidCreaseY(side: number): number {
  const t = (side - 33) / 17;
  return 16.2 + 0.2 * t + 6.4 * Math.max(0, 1 - t * t);
}

/** Height of the line between the lips; the corners lie a little lower than its middle. */
export function mouthLineY(side: number): number {
  const t = side / 25;
  return HEAD.stomionY - 0.8 * bump(side / 5) + 0.5 * bump((side - 11) / 6) - 0.5 * t * t;
}

/** Upper border of the upper lip, with the bow in its middle. */
export function upperLipY(side: number): number {
  const t = clamp(side / 25, 0, 1);
  return mouthLineY(side) + 6.3 * (1 - Math.pow(t, 2.2)) * (1 - 0.2 * bump(side / 3.2));
}

/** Lower border of the lower lip. */
export function lowerLipY(side: number): number {
  const t = clamp(side / 24, 0, 1);
  return mouthLineY(side) - 8.4 * Math.sqrt(Math.max(0, 1 - t * t));
}

/** A point of the eyebrow's middle line: t 0 at its inner end, 1 at its tail; and its half height there. */
export function browLine(t: number): { side: number; y: number; halfHeight: number } {
  return {
    side: 11 + 43 * t,
    y: 29 + 6.6 * Math.sin(Math.PI * Math.pow(t, 1.25) * 0.78) - 3.4 * t * t,
    halfHeight: 5.6 * (1 - 0.68 * t * t) * (0.7 + 0.3 * smoothStep(0, 0.2, t)),
  };
}
