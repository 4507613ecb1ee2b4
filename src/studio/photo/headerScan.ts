/** EXIF orientation: 1 is upright, 2–8 are the mirrored and turned cases of the EXIF 2.3 standard, tag 0x0112. */
export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/**
 * What a format's parser made of the first bytes of a file: the size as stored (before orientation), or that the
 * file's bytes up to `upToByte` are needed to say, or that the bytes contradict the format.
 */
export type HeaderScan =
  | {
      readonly kind: 'found';
      readonly storedWidthPx: number;
      readonly storedHeightPx: number;
      readonly orientation: ExifOrientation;
      readonly animated: boolean;
    }
  | { readonly kind: 'short'; readonly upToByte: number }
  | { readonly kind: 'damaged' };
