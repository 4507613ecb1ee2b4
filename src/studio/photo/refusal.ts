import { err } from '../../core/result';

/** Every way that getting a photo can end without one. Each has an English sentence in refusalTexts.en.json. */
export const PHOTO_REFUSAL_KINDS = [
  'empty',
  'notAPhoto',
  'svg',
  'animated',
  'truncated',
  'zeroSize',
  'tooManyPixels',
  'tooManyBytes',
  'decodeFailed',
  'heicUnavailable',
  'unreadable',
  'cancelled',
  'offlineSampleMissing',
  'cameraBlocked',
  'cameraMissing',
  'cameraFailed',
] as const;

export type PhotoRefusalKind = (typeof PHOTO_REFUSAL_KINDS)[number];

/**
 * Why there is no photo: the key of a sentence and what fills its places. Only `tooManyPixels` (megapixels,
 * limitMegapixels) and `tooManyBytes` (megabytes, limitMegabytes) have parameters. `cancelled` was the technician's
 * own wish and needs no message.
 */
export interface PhotoRefusal {
  readonly kind: PhotoRefusalKind;
  readonly parameters: Readonly<Record<string, number>>;
}

/** The outcome "no photo, because …". */
export function refuse(
  kind: PhotoRefusalKind,
  parameters: Readonly<Record<string, number>> = {},
): { readonly ok: false; readonly error: PhotoRefusal } {
  return err({ kind, parameters });
}
