import type { Look, Scene, SceneSession } from '../../../src/core/design/scene';
import { mix32 } from '../../../src/core/density/hash';
import { drawnScale } from '../../../src/core/pigment/marks/drawnScale';
import { kernelSet } from '../../../src/core/pigment/marks/kernels';
import { LINEAR_OF_BYTE } from '../../../src/core/pigment/light/light';
import { DEFAULT_LOOK } from '../../../src/core/pigment/marks/markFigures';
import type { PictureRect } from '../../../src/core/pigment/marks/markIndex';
import { drawPigment, layPigment, scratchFor, type PigmentLayer } from '../../../src/core/pigment/pigmentLayer';
import { dotsOfScene } from '../../../src/core/pigment/dots/sceneDots';
import { flatScene, hairlineArea } from '../design/flatScene';

/** Even light skin, sRGB. */
export const SKIN = [214, 176, 150] as const;
export const SKIN_PIXEL = 0xff000000 + (SKIN[2] << 16) + (SKIN[1] << 8) + SKIN[0];

const MM_PER_PX = 0.1;
/** Where the patch's hairline lies, from its top. */
export const LINE_CM = 1.51;

/** A 6 × 6 cm patch at 10 px/mm: a straight hairline 1.5 cm from the top, everything below it filled. */
export function patchScene(
  change: { perCm2?: number; dotSizeMm?: number; bumpMm?: number; sessions?: readonly SceneSession[] } = {},
): Scene {
  const hairline: number[] = [];
  for (let x = 0; x <= 6.0001; x += 0.05) {
    const bump = x > 0.5 && x < 1.5 ? ((change.bumpMm ?? 0) / 10) * Math.sin((x - 0.5) * Math.PI) : 0;
    hairline.push(x, LINE_CM + bump);
  }
  return {
    photoWidth: 600,
    photoHeight: 600,
    ...flatScene(MM_PER_PX),
    seed: 11,
    dotSizeMm: change.dotSizeMm ?? 0.28,
    sizeVariation: 0.25,
    irregularity: 0.5,
    ...(change.sessions === undefined ? {} : { sessions: change.sessions }),
    areas: [
      hairlineArea({
        hairlineCm: Float64Array.from(hairline),
        ringCm: Float64Array.from([...hairline, 6, 9, 0, 9]),
        areaCm2: 27,
        perCm2: change.perCm2 ?? 220,
      }),
    ],
  };
}

/** The default look with its marks' density `darkness` times as high, and other changes. */
export function lookWith(darkness: number, change: Partial<Look> = {}): Look {
  const [red, green, blue] = DEFAULT_LOOK.markDensity;
  return { ...DEFAULT_LOOK, markDensity: [red * darkness, green * darkness, blue * darkness], ...change };
}

export function laid(scene: Scene): PigmentLayer {
  const dots = dotsOfScene(scene);
  if (!dots.ok || dots.value === null) throw new Error('The scene has no dots.');
  return layPigment(scene, dots.value);
}

const evenSkin = (count: number): Uint32Array<ArrayBuffer> => new Uint32Array(count).fill(SKIN_PIXEL);

/**
 * The same skin with the grain that every photo has, up to four levels up and down in each channel: without it a smooth
 * fill is one level in many pixels, and their rounding adds up rather than cancels out.
 */
export function grainySkin(count: number): Uint32Array<ArrayBuffer> {
  const level = (at: number, channel: 0 | 1 | 2): number => SKIN[channel] - 4 + ((mix32(at * 3 + channel) >>> 0) % 9);
  return Uint32Array.from(
    { length: count },
    (_, at) => 0xff000000 + (level(at, 2) << 16) + (level(at, 1) << 8) + level(at, 0),
  );
}

/** The patch of skin with its pigment, drawn at `scale`: pixels x0 … of the photo over width × height photo px. */
export function drawPatch(
  scene: Scene,
  layer: PigmentLayer,
  scale: number,
  part = { x: 0, y: 0, width: 600, height: 600 },
  skin: (count: number) => Uint32Array<ArrayBuffer> = evenSkin,
): Uint32Array<ArrayBuffer> {
  const width = Math.round(part.width * scale);
  const height = Math.round(part.height * scale);
  const picture: PictureRect = { width, height, scale, originX: -part.x * scale, originY: -part.y * scale };
  const photo = { rgba: skin(width * height), offset: 0, stride: width };
  const to = { rgba: new Uint32Array(width * height), offset: 0, stride: width };
  const drawn = drawnScale(kernelSet(scale / scene.mmPerPx), scene);
  drawPigment(to, photo, layer, drawn, picture, scratchFor(width * height));
  return to.rgba;
}

/** Mean linear light of red, green and blue, and sd over mean of luminance. */
export function lightOf(pixels: Uint32Array): { mean: readonly [number, number, number]; contrast: number } {
  const sum: [number, number, number] = [0, 0, 0];
  let luminance = 0;
  let squares = 0;
  for (const pixel of pixels) {
    const red = LINEAR_OF_BYTE[pixel & 255] ?? 0;
    const green = LINEAR_OF_BYTE[(pixel >>> 8) & 255] ?? 0;
    const blue = LINEAR_OF_BYTE[(pixel >>> 16) & 255] ?? 0;
    sum[0] += red;
    sum[1] += green;
    sum[2] += blue;
    const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    luminance += y;
    squares += y * y;
  }
  const count = pixels.length;
  const mean = luminance / count;
  return {
    mean: [sum[0] / count, sum[1] / count, sum[2] / count],
    contrast: Math.sqrt(squares / count - mean * mean) / mean,
  };
}
