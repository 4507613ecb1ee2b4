import { amplitudeSlot, amplitudesOf, kernelFamily, kernelsFrom, type Kernel, type KernelSet } from './kernels';
import { blocksIn, type MarkBlock, type MarkIndex, type PictureRect } from './markIndex';

/** Whole steps per unit of optical density: sums of whole numbers don't depend on the order of the marks. */
export const SPLAT_STEPS = 16384;

/**
 * Adds the density in red of all marks that show in a picture to `sum` (row by row, in steps of 1/SPLAT_STEPS) and
 * returns how many did. A mark's place is taken to the kernels' phase of a pixel, on the pixel grid of the whole picture
 * when the picture's origin is whole, so neighbouring tiles meet without a seam.
 */
export function splat(sum: Int32Array, index: MarkIndex, kernels: KernelSet, picture: PictureRect): number {
  let drawn = 0;
  for (const block of blocksIn(index, picture)) drawn += splatBlock(sum, block, kernels, picture);
  return drawn;
}

/** The marks of one block; around the loop over pixels nothing is called. */
function splatBlock(sum: Int32Array, block: MarkBlock, set: KernelSet, picture: PictureRect): number {
  const { from, to, reachPx } = block;
  const { x, y, kind, tilt, load } = block.marks;
  const { width, height, scale, originX, originY } = picture;
  const { phases, kernels, families, amplitudes } = set;
  const margin = reachPx * scale + 2;
  let drawn = 0;
  for (let i = from; i < to; i++) {
    const px = (x[i] as number) * scale + originX;
    const py = (y[i] as number) * scale + originY;
    if (px < -margin || py < -margin || px > width + margin || py > height + margin) continue;
    const column = Math.floor(px);
    const row = Math.floor(py);
    const type = kind[i] as number;
    const phaseX = ((px - column) * phases) | 0;
    const phaseY = ((py - row) * phases) | 0;
    const turn = tilt[i] as number;
    const family = families[kernelFamily(type, turn)] as number;
    const first = family > 0 ? family - 1 : kernelsFrom(set, type, turn);
    const { size, half, values, spans } = kernels[first + phaseY * phases + phaseX] as Kernel;
    const left = column - half;
    const top = row - half;
    const firstX = left < 0 ? -left : 0;
    const endX = left + size > width ? width - left : size;
    const firstY = top < 0 ? -top : 0;
    const endY = top + size > height ? height - top : size;
    if (firstX >= endX || firstY >= endY) continue;
    drawn++;
    const table = amplitudes[amplitudeSlot(type, turn)] ?? amplitudesOf(set, type, turn);
    const amplitude = SPLAT_STEPS * (table[load[i] as number] as number);
    for (let v = firstY; v < endY; v++) {
      const spanFirst = spans[2 * v] as number;
      const spanEnd = spans[2 * v + 1] as number;
      const from = v * size + (spanFirst > firstX ? spanFirst : firstX);
      const end = v * size + (spanEnd < endX ? spanEnd : endX);
      let at = (top + v) * width + left + from - v * size;
      for (let k = from; k < end; k++, at++) {
        sum[at] = (sum[at] as number) + ((amplitude * (values[k] as number) + 0.5) | 0);
      }
    }
  }
  return drawn;
}
