/** Light that enters the skin and comes out beside: blurs that stop at the edges of the surface. */
import { typicalMmPerPx } from './camera';
import type { Film } from './film';

/**
 * A separable Gaussian over the film that does not cross jumps in depth.
 *
 * @param ray length of the ray per pixel (mm); pixels ≤ 0 neither give nor take
 * @param sigmaPx width of the Gaussian
 * @param reachMm difference of depth at which a neighbour stops counting
 */
export function blurAlongSurface(
  width: number,
  height: number,
  ray: Float32Array,
  source: Float32Array,
  sigmaPx: number,
  reachMm: number,
): Float32Array {
  const radius = Math.max(1, Math.ceil(sigmaPx * 2.2));
  const weights = Float32Array.from({ length: radius + 1 }, (_, i) => Math.exp((-i * i) / (2 * sigmaPx * sigmaPx)));
  const stride = sigmaPx > 6 ? 2 : 1;
  const pass = (from: Float32Array, to: Float32Array, step: number, count: number, horizontal: boolean): void => {
    for (let j = 0; j < height; j++)
      for (let i = 0; i < width; i++) {
        const o = j * width + i;
        const here = ray[o] as number;
        let sum = from[o] as number;
        if (here <= 0) {
          to[o] = sum;
          continue;
        }
        let total = 1;
        const at = horizontal ? i : j;
        const low = -Math.min(radius, at);
        const high = Math.min(radius, count - 1 - at);
        for (let q = low + (((-low % stride) + stride) % stride); q <= high; q += stride) {
          if (q === 0) continue;
          const there = ray[o + q * step] as number;
          if (there <= 0) continue;
          const jump = Math.abs(there - here) / reachMm;
          if (jump > 1) continue;
          const w = (weights[q < 0 ? -q : q] as number) * (1 - jump);
          sum += (from[o + q * step] as number) * w;
          total += w;
        }
        to[o] = sum / total;
      }
  };
  const half = new Float32Array(source.length);
  const out = new Float32Array(source.length);
  pass(source, half, 1, width, true);
  pass(half, out, width, height, false);
  return out;
}

/** Takes the grain of the few shadow rays out of the visibility planes. */
export function smoothVisibility(film: Film): void {
  const { camera, planes } = film;
  const absolute = planes.ray.map(Math.abs);
  const sigma = Math.max(1.2, 1.1 / typicalMmPerPx(camera));
  for (const plane of [planes.seenKey, planes.seenFill, planes.seenRim])
    plane.set(blurAlongSurface(camera.width, camera.height, absolute, plane, sigma, 3));
  const sky = planes.seenSky;
  sky.set(blurAlongSurface(camera.width, camera.height, absolute, sky, sigma * 1.4, 3));
}

/** Width of a blur (mm) and its share of the light in red, green, blue; red travels farthest (after d'Eon 2007). */
const PROFILE: readonly (readonly [number, number, number, number])[] = [
  [0.35, 0.3, 0.5, 0.66],
  [1.1, 0.28, 0.3, 0.24],
  [2.8, 0.42, 0.2, 0.1],
];

/** Light leaving the skin before it is coloured: one plane a channel, linear. */
export function scatterLight(film: Film): [Float32Array, Float32Array, Float32Array] {
  const { camera, planes } = film;
  const mm = typicalMmPerPx(camera);
  const channel = (source: Float32Array, share: 1 | 2 | 3): Float32Array => {
    const sum = new Float32Array(source.length);
    for (const lobe of PROFILE) {
      const sigma = lobe[0] / mm;
      const reach = 3 + lobe[0] * 2.5;
      const soft =
        sigma < 0.45 ? source : blurAlongSurface(camera.width, camera.height, planes.ray, source, sigma, reach);
      for (let o = 0; o < sum.length; o++) sum[o] = (sum[o] as number) + lobe[share] * (soft[o] as number);
    }
    return sum;
  };
  return [channel(planes.lightR, 1), channel(planes.lightG, 2), channel(planes.lightB, 3)];
}
