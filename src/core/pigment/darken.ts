import { BYTE_OF_LOG, DENSITY_STEPS, LOG_OF_BYTE } from './light';
import { SKIN_REDNESS } from './markFigures';

/** One pixel's part of compositing, in 8-bit sRGB: red in the lowest byte. */

const SKIN_STEPS = SKIN_REDNESS * DENSITY_STEPS;

/** How much of a pixel's light comes out of the skin, 0–1, from how much redder than blue it is. */
export function tintOf(pixel: number): number {
  const redder = (LOG_OF_BYTE[pixel & 255] as number) - (LOG_OF_BYTE[(pixel >>> 16) & 255] as number);
  return redder <= 0 ? 0 : redder >= SKIN_STEPS ? 1 : redder / SKIN_STEPS;
}

/** A byte under an optical density of `densitySteps` / DENSITY_STEPS. */
export function darkened(byte: number, densitySteps: number): number {
  const step = (LOG_OF_BYTE[byte] as number) - ((densitySteps + 0.5) | 0);
  return step < 0 ? 0 : (BYTE_OF_LOG[step] as number);
}
