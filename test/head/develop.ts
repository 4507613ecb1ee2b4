/** From the exposed film to a picture: skin under its hair, background, lens and tone. */
import type { Film } from './film';
import { chance } from './noise';
import { clamp, mix, smoothStep } from './sdf';
import type { Ink } from './strokes';

/** Linear RGB of hair in unit light. */
const HAIR = [0.03, 0.022, 0.017] as const;
/** What the shadow of hair under the skin leaves of the light, RGB. */
const HALO = [0.385, 0.65, 0.91] as const;

/** Grey studio paper with a soft pool of light behind the head. */
function background(u: number, v: number, out: Float32Array, q: number): void {
  const d = Math.hypot((u - 0.56) * 0.9, v - 0.42);
  const b = 0.205 * (1 - 0.62 * smoothStep(0, 0.95, d));
  out[q] = b * 0.985;
  out[q + 1] = b;
  out[q + 2] = b * 1.03;
}

/** Puts light, skin, shine and hair together: linear RGB, three floats a pixel. */
export function compose(
  film: Film,
  light: readonly [Float32Array, Float32Array, Float32Array],
  ink: Ink,
): Float32Array {
  const { camera, planes } = film;
  const { width, height } = camera;
  const picture = new Float32Array(width * height * 3);
  const albedo = [planes.albedoR, planes.albedoG, planes.albedoB];
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const o = j * width + i;
      if (planes.ray[o] === 0) {
        background((i + 0.5) / width, (j + 0.5) / height, picture, o * 3);
        continue;
      }
      const hair = 1 - Math.exp(-(ink.hair[o] as number));
      const halo = 1 - Math.exp(-(ink.halo[o] as number));
      const [lr, lg, lb] = light;
      const grey = 0.25 * ((lr[o] as number) + 2 * (lg[o] as number) + (lb[o] as number));
      for (let c = 0; c < 3; c++) {
        const a = albedo[c]?.[o] ?? 0;
        const l = light[c]?.[o] ?? 0;
        const skin = a * mix(1, HALO[c] ?? 1, halo) * l + (planes.shine[o] as number) * (1 - 0.4 * halo);
        picture[o * 3 + c] = mix(skin, (HAIR[c] ?? 0) * grey + 0.006, hair);
      }
    }
  return picture;
}

/** A lens is never sharper than its sensor: a Gaussian of `sigmaPx` over the whole picture, separable. */
export function soften(picture: Float32Array, width: number, height: number, sigmaPx: number): Float32Array {
  const w1 = Math.exp(-1 / (2 * sigmaPx * sigmaPx));
  const w2 = Math.exp(-4 / (2 * sigmaPx * sigmaPx));
  const total = 1 + 2 * w1 + 2 * w2;
  const half = new Float32Array(picture.length);
  const out = new Float32Array(picture.length);
  const pass = (from: Float32Array, to: Float32Array, step: number, horizontal: boolean): void => {
    const count = horizontal ? width : height;
    for (let j = 0; j < height; j++)
      for (let i = 0; i < width; i++) {
        const at = horizontal ? i : j;
        const a1 = at > 0 ? -step : 0;
        const a2 = at > 1 ? -2 * step : a1;
        const b1 = at < count - 1 ? step : 0;
        const b2 = at < count - 2 ? 2 * step : b1;
        for (let c = 0; c < 3; c++) {
          const o = (j * width + i) * 3 + c;
          const near = (from[o + a1] as number) + (from[o + b1] as number);
          const far = (from[o + a2] as number) + (from[o + b2] as number);
          to[o] = ((from[o] as number) + near * w1 + far * w2) / total;
        }
      }
  };
  pass(picture, half, 3, true);
  pass(half, out, width * 3, false);
  return out;
}

/** Linear light to an sRGB value 0..1 with a soft shoulder for the highlights. */
function tone(linear: number): number {
  const knee = 0.62;
  const x = linear > knee ? knee + (1 - knee) * (1 - Math.exp(-(linear - knee) / (1 - knee))) : linear;
  return x <= 0.0031308 ? 12.92 * x : 1.055 * Math.pow(x, 1 / 2.4) - 0.055;
}

/** Develops linear RGB to sRGB bytes with a fine film grain that is the same in the three channels. */
export function print(picture: Float32Array, width: number, height: number, grainLevels: number): Uint8ClampedArray {
  const rgb = new Uint8ClampedArray(width * height * 3);
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const grain = (chance(i, j, 77) + chance(i, j, 78) - 1) * grainLevels;
      for (let c = 0; c < 3; c++) {
        const o = (j * width + i) * 3 + c;
        rgb[o] = clamp(Math.round(tone(picture[o] as number) * 255 + grain), 0, 255);
      }
    }
  return rgb;
}
