import type { Rgb } from '../../design/scene';
import { insideRings, type Ring } from '../../geometry/rings';
import { LINEAR_OF_BYTE } from '../light/light';

/**
 * Of the pixels in an area, from darkest to lightest, the part that is taken for bare skin: above hair, stubble and shade,
 * below shine. Our choice.
 */
const BARE = { from: 0.5, to: 0.8 } as const;
/** Fewer pixels say nothing of a skin: our choice. */
const LEAST_PIXELS = 20;
const LUMINANCE: Rgb = [0.2126, 0.7152, 0.0722];

/**
 * Mean linear light of the bare skin within rings (even-odd, in pixels of the picture); null where there is too little.
 * `rgba` holds the whole picture, sRGB; one of a few hundred pixels a side is enough.
 */
export function skinWithin(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  rings: readonly Ring[],
): Rgb | null {
  const lights: Rgb[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (insideRings(rings, x + 0.5, y + 0.5)) lights.push(lightAt(rgba, (y * width + x) * 4));
    }
  }
  return bareLight(lights);
}

/** Mean of the bare skin among the pixels of an area, linear; null where there are too few. */
export function bareLight(lights: readonly Rgb[]): Rgb | null {
  if (lights.length < LEAST_PIXELS) return null;
  const pixels = lights.map((light) => ({ light, luminance: luminanceOf(light) }));
  pixels.sort((a, b) => a.luminance - b.luminance);
  const bare = pixels.slice(Math.floor(pixels.length * BARE.from), Math.ceil(pixels.length * BARE.to));
  const mean = (channel: 0 | 1 | 2): number => bare.reduce((sum, { light }) => sum + light[channel], 0) / bare.length;
  return [mean(0), mean(1), mean(2)];
}

const luminanceOf = (light: Rgb): number => light[0] * LUMINANCE[0] + light[1] * LUMINANCE[1] + light[2] * LUMINANCE[2];

const lightAt = (rgba: Uint8Array | Uint8ClampedArray, at: number): Rgb => [
  LINEAR_OF_BYTE[rgba[at] as number] as number,
  LINEAR_OF_BYTE[rgba[at + 1] as number] as number,
  LINEAR_OF_BYTE[rgba[at + 2] as number] as number,
];
