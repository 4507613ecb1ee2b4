import type { Rgb } from '../../design/scene';
import { LINEAR_OF_BYTE } from '../light/light';

/**
 * Mean colour of a round patch in linear light. `rgba` holds whole rows of `width` px from `firstRow` on; the patch lies
 * about (x, y) in the same picture, as far as it is within. Null where nothing of it is.
 */
export function meanOfPatch(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  firstRow: number,
  patch: { readonly x: number; readonly y: number; readonly radius: number },
): Rgb | null {
  const rows = Math.floor(rgba.length / (width * 4));
  const sum = [0, 0, 0];
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const dy = firstRow + row + 0.5 - patch.y;
    const half = Math.sqrt(Math.max(0, patch.radius ** 2 - dy * dy));
    const from = Math.max(0, Math.ceil(patch.x - half - 0.5));
    const to = Math.min(width - 1, Math.floor(patch.x + half - 0.5));
    if (half === 0) continue;
    for (let x = from; x <= to; x++, count++) {
      const at = (row * width + x) * 4;
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (LINEAR_OF_BYTE[rgba[at + c] as number] as number);
    }
  }
  return count === 0 ? null : [(sum[0] as number) / count, (sum[1] as number) / count, (sum[2] as number) / count];
}
