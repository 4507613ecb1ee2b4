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
  const lights: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (insideRings(rings, x + 0.5, y + 0.5)) lights.push(...lightAt(rgba, (y * width + x) * 4));
    }
  }
  return bareLight(Float64Array.from(lights));
}

/** Mean of the bare skin among the pixels of an area, linear, three values each; null where there are too few. */
export function bareLight(lights: Float64Array): Rgb | null {
  const count = lights.length / 3;
  if (count < LEAST_PIXELS) return null;
  const luminances = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    luminances[i] =
      (lights[3 * i] as number) * LUMINANCE[0] +
      (lights[3 * i + 1] as number) * LUMINANCE[1] +
      (lights[3 * i + 2] as number) * LUMINANCE[2];
  }
  const sorted = luminances.slice().sort();
  const from = Math.floor(count * BARE.from);
  const to = Math.ceil(count * BARE.to);
  const darkest = sorted[from] as number;
  const lightest = sorted[to - 1] as number;
  // Of pixels as light as these the first count as darker, and the last as lighter.
  let darker = from - sorted.indexOf(darkest);
  let asLight = to - Math.max(from, sorted.indexOf(lightest));
  const sum = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const luminance = luminances[i] as number;
    if (luminance < darkest || luminance > lightest) continue;
    if (luminance === darkest && darker-- > 0) continue;
    if (luminance === lightest && asLight-- <= 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      sum[channel] = (sum[channel] as number) + (lights[3 * i + channel] as number);
    }
  }
  const mean = (channel: 0 | 1 | 2): number => (sum[channel] as number) / (to - from);
  return [mean(0), mean(1), mean(2)];
}

const lightAt = (rgba: Uint8Array | Uint8ClampedArray, at: number): Rgb => [
  LINEAR_OF_BYTE[rgba[at] as number] as number,
  LINEAR_OF_BYTE[rgba[at + 1] as number] as number,
  LINEAR_OF_BYTE[rgba[at + 2] as number] as number,
];
