import type { Scene } from '../design/scene';
import { composite, type Pixels } from './composite';
import type { DrawnScale } from './drawnScale';
import { hazeOf } from './haze';
import type { Haze } from './hazeGrid';
import { hazeInto } from './hazeInto';
import { indexMarks, type MarkIndex, type PictureRect } from './markIndex';
import { marksOf } from './marks';
import type { SceneDots } from './sceneDots';
import { splat } from './splat';

/** All pigment of a scene, ready to be drawn at any scale. */
export interface PigmentLayer {
  readonly index: MarkIndex;
  readonly haze: Haze;
}

export function layPigment(scene: Scene, { dots, depths }: SceneDots): PigmentLayer {
  const haze = hazeOf(scene, depths);
  const photo = { width: scene.photoWidth, height: scene.photoHeight, mmPerPx: scene.mmPerPx };
  return { haze, index: indexMarks(marksOf(scene, dots, depths), haze, photo) };
}

/** Room for one tile's pigment, used again for the next. */
export interface Scratch {
  readonly marks: Int32Array;
  readonly haze: Float32Array;
}

export const scratchFor = (pixels: number): Scratch => ({
  marks: new Int32Array(pixels),
  haze: new Float32Array(pixels),
});

/** Draws the photo `from` with its pigment into `to`; both show the same picture and `scale` is the drawn scale's. */
export function drawPigment(
  to: Pixels,
  from: Pixels,
  layer: PigmentLayer,
  drawn: DrawnScale,
  picture: PictureRect,
  scratch: Scratch,
): void {
  const { width, height } = picture;
  scratch.marks.fill(0, 0, width * height);
  const marked = splat(scratch.marks, layer.index, drawn.kernels, picture) > 0;
  const hazy = hazeInto(scratch.haze, layer.haze, picture);
  composite(to, from, width, height, {
    marks: marked ? scratch.marks : null,
    haze: hazy ? scratch.haze : null,
    ratio: drawn.ratio,
  });
}
