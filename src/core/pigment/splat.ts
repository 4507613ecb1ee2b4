import { amplitudeFor } from './amplitude';
import { amplitudesOf, kernelOf, type KernelSet } from './kernels';
import { cellsIn, type MarkIndex, type PictureRect } from './markIndex';

/** Whole steps per unit of optical density: sums of whole numbers don't depend on the order of the marks. */
export const SPLAT_STEPS = 16384;

/**
 * Adds the density in red of all marks that show in a picture to `sum` (row by row, in steps of 1/SPLAT_STEPS) and
 * returns how many did. A mark's place is taken to the kernels' phase of a pixel, on the pixel grid of the whole picture
 * when the picture's origin is whole, so neighbouring tiles meet without a seam.
 */
export function splat(sum: Int32Array, index: MarkIndex, kernels: KernelSet, picture: PictureRect): number {
  const cells = cellsIn(index, picture);
  let drawn = 0;
  for (let row = cells.firstRow; row <= cells.lastRow; row++) {
    const from = index.start[row * index.columns + cells.firstColumn] as number;
    const to = index.start[row * index.columns + cells.lastColumn + 1] as number;
    drawn += splatRun(sum, index, from, to, kernels, picture);
  }
  return drawn;
}

function splatRun(
  sum: Int32Array,
  index: MarkIndex,
  from: number,
  to: number,
  kernels: KernelSet,
  picture: PictureRect,
): number {
  const { x, y, kind, load } = index.marks;
  const { width, height, scale, originX, originY } = picture;
  const { phases } = kernels;
  let drawn = 0;
  for (let i = from; i < to; i++) {
    const px = (x[i] as number) * scale + originX;
    const py = (y[i] as number) * scale + originY;
    const column = Math.floor(px);
    const row = Math.floor(py);
    const kernel = kernelOf(
      kernels,
      kind[i] as number,
      Math.floor((px - column) * phases),
      Math.floor((py - row) * phases),
    );
    const { size, half, values } = kernel;
    const left = column - half;
    const top = row - half;
    const firstX = left < 0 ? -left : 0;
    const endX = left + size > width ? width - left : size;
    const firstY = top < 0 ? -top : 0;
    const endY = top + size > height ? height - top : size;
    if (firstX >= endX || firstY >= endY) continue;
    drawn++;
    const amplitude = SPLAT_STEPS * amplitudeFor(amplitudesOf(kernels, kind[i] as number), load[i] as number);
    for (let v = firstY; v < endY; v++) {
      let at = (top + v) * width + left + firstX;
      const end = v * size + endX;
      for (let k = v * size + firstX; k < end; k++, at++) {
        sum[at] = (sum[at] as number) + ((amplitude * (values[k] as number) + 0.5) | 0);
      }
    }
  }
  return drawn;
}
