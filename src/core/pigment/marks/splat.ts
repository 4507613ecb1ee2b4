import { amplitudeSlot, amplitudesOf, kernelFamily, kernelsFrom, type KernelSet } from './kernels';
import { BOX_FIELDS, ROW_STEP, type KernelTable } from './kernelTable';
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

/** The marks of one block: around the loop over pixels nothing is called. */
function splatBlock(sum: Int32Array, block: MarkBlock, set: KernelSet, picture: PictureRect): number {
  const { from, to, reachPx } = block;
  const { x, y, kind, tilt, load } = block.marks;
  const { width, height, scale, originX, originY } = picture;
  const { phases, families, amplitudes } = set;
  let { boxes, values } = set.kernels;
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
    let first = (families[kernelFamily(type, turn)] as number) - 1;
    if (first < 0) {
      first = kernelsFrom(set, type, turn);
      ({ boxes, values } = set.kernels);
    }
    const box = BOX_FIELDS * (first + phaseY * phases + phaseX);
    const left = column + (boxes[box] as number);
    const top = row + (boxes[box + 1] as number);
    const right = left + (boxes[box + 2] as number);
    const bottom = top + (boxes[box + 3] as number);
    if (right <= 0 || bottom <= 0 || left >= width || top >= height) continue;
    drawn++;
    const table = amplitudes[amplitudeSlot(type, turn)] ?? amplitudesOf(set, type, turn);
    const amplitude = SPLAT_STEPS * (table[load[i] as number] as number);
    if (left < 0 || top < 0 || right > width || bottom > height) {
      addCut(sum, picture, set.kernels, box, column, row, amplitude);
      continue;
    }
    let k = boxes[box + 4] as number;
    for (let y = top; y < bottom; y++) {
      const end = y * width + right;
      for (let at = y * width + left; at < end; at += ROW_STEP, k += ROW_STEP) {
        sum[at] = (sum[at] as number) + ((amplitude * (values[k] as number) + 0.5) | 0);
        sum[at + 1] = (sum[at + 1] as number) + ((amplitude * (values[k + 1] as number) + 0.5) | 0);
        sum[at + 2] = (sum[at + 2] as number) + ((amplitude * (values[k + 2] as number) + 0.5) | 0);
        sum[at + 3] = (sum[at + 3] as number) + ((amplitude * (values[k + 3] as number) + 0.5) | 0);
      }
    }
  }
  return drawn;
}

/** Adds what lies in the picture of a mark that its edge cuts. */
function addCut(
  sum: Int32Array,
  { width, height }: PictureRect,
  { boxes, values }: KernelTable,
  box: number,
  column: number,
  row: number,
  amplitude: number,
): void {
  const left = column + (boxes[box] as number);
  const top = row + (boxes[box + 1] as number);
  const across = boxes[box + 2] as number;
  const first = Math.max(left, 0);
  const end = Math.min(left + across, width);
  const bottom = Math.min(top + (boxes[box + 3] as number), height);
  for (let y = Math.max(top, 0); y < bottom; y++) {
    let k = (boxes[box + 4] as number) + (y - top) * across + first - left;
    for (let at = y * width + first; at < y * width + end; at++, k++) {
      sum[at] = (sum[at] as number) + ((amplitude * (values[k] as number) + 0.5) | 0);
    }
  }
}
