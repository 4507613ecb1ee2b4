import { BYTE_OF_LOG, LOG_OF_BYTE } from './light';

/** One pixel's part of compositing, in 8-bit sRGB: red in the lowest byte. */

/**
 * How much of a pixel's light comes out of the skin, 0–1, from how much redder than blue it is; `skinSteps` (light.ts) of
 * that are skin, −∞ where all light counts as the skin's.
 */
export function tintOf(pixel: number, skinSteps: number): number {
  return skinShareOf((LOG_OF_BYTE[pixel & 255] as number) - (LOG_OF_BYTE[(pixel >>> 16) & 255] as number), skinSteps);
}

/** The same of a pixel that is so many steps redder than blue. */
export const skinShareOf = (redder: number, skinSteps: number): number =>
  redder >= skinSteps ? 1 : redder <= 0 ? 0 : redder / skinSteps;

/**
 * How surely a pixel shows the head, from its share of skin: beside the silhouette the haze runs out over what lies behind,
 * which is seldom as red. From an eighth of skin on it is sure, so that gloss keeps its haze (our choice).
 */
export const onHeadOf = (skinShare: number): number => (skinShare >= 0.125 ? 1 : 8 * skinShare);

/** A byte under an optical density of `densitySteps` (light.ts). */
export function darkened(byte: number, densitySteps: number): number {
  const step = (LOG_OF_BYTE[byte] as number) - ((densitySteps + 0.5) | 0);
  return step < 0 ? 0 : (BYTE_OF_LOG[step] as number);
}
