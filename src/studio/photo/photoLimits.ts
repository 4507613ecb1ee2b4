// Our choice: a full-frame camera's largest files are near 150 megapixels and 60 MB; beyond that a tablet runs out of memory.
export const MAX_PHOTO_MEGAPIXELS = 200;
export const MAX_PHOTO_MEGABYTES = 64;

/** The work copy's longer side in pixels; 4,096² is exactly Safari's largest canvas (16,777,216 pixels). */
export const MAX_WORK_SIDE_PX = 4096;

/** 1 MB = 10^6 bytes, as file managers show it. */
export const BYTES_PER_MEGABYTE = 1_000_000;

/** The size of the work copy of a photo: never enlarged, at most 4,096 px on the longer side, at least 1 px on either. */
export function workSizePx(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, MAX_WORK_SIDE_PX / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
