import type { PhotoPoint } from './units';

/** Plain vector arithmetic on places and directions in the photo, in photo pixels. */
export const add = (a: PhotoPoint, b: PhotoPoint): PhotoPoint => ({ x: a.x + b.x, y: a.y + b.y });
export const subtract = (a: PhotoPoint, b: PhotoPoint): PhotoPoint => ({ x: a.x - b.x, y: a.y - b.y });
export const scale = (a: PhotoPoint, by: number): PhotoPoint => ({ x: a.x * by, y: a.y * by });
/** `a` moved along `direction` by so many of its lengths. */
export const along = (a: PhotoPoint, direction: PhotoPoint, by: number): PhotoPoint => ({
  x: a.x + direction.x * by,
  y: a.y + direction.y * by,
});
export const mix = (a: PhotoPoint, b: PhotoPoint, t: number): PhotoPoint => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});
export const dot = (a: PhotoPoint, b: PhotoPoint): number => a.x * b.x + a.y * b.y;
/** Positive when `b` is clockwise from `a` on the screen (y points down). */
export const cross = (a: PhotoPoint, b: PhotoPoint): number => a.x * b.y - a.y * b.x;
export const length = (a: PhotoPoint): number => Math.sqrt(a.x * a.x + a.y * a.y);
export const distance = (a: PhotoPoint, b: PhotoPoint): number => length(subtract(a, b));
export const isFinitePoint = (a: PhotoPoint): boolean => Number.isFinite(a.x) && Number.isFinite(a.y);
export const samePoint = (a: PhotoPoint, b: PhotoPoint): boolean => a.x === b.x && a.y === b.y;

/** The direction of `a` with length 1, or null when it has none. */
export function unit(a: PhotoPoint): PhotoPoint | null {
  const size = length(a);
  return size > 1e-12 ? scale(a, 1 / size) : null;
}
