import type { Mm, PhotoPx } from '../geometry/units';
import { err, ok, type Result } from '../result';
import type { HeadPhoto } from './headPhoto';
import { halfWidth, MAX_HEAD_MM, MIN_HEAD_MM, mmPerPx } from './scale';

/** Why an outline and a scale together can be no head's; the figures fill the sentence's places. */
export type HeadProblem =
  | { readonly kind: 'outlineSmall'; readonly px: PhotoPx }
  /** One radius so many times the other. */
  | { readonly kind: 'outlineFlat'; readonly times: number }
  | { readonly kind: 'outlineAway' }
  | { readonly kind: 'headTooSmall'; readonly mm: Mm }
  | { readonly kind: 'headTooLarge'; readonly mm: Mm };

const MIN_RADIUS_PX: PhotoPx = 20;
/** Skulls seen from anywhere are at most 1.4 times as long as wide; this leaves room for a hand. Our choice. */
const MAX_TIMES = 2;

/**
 * Whether outline and scale can be a head's. On a close-up only the outline's own shape is asked about: there it is no
 * head's.
 */
export function checkHead(
  photo: Pick<HeadPhoto, 'width' | 'height' | 'view' | 'outline' | 'calibration'>,
): Result<null, HeadProblem> {
  const { outline, width, height, view } = photo;
  const [small, large] = outline.rx < outline.ry ? [outline.rx, outline.ry] : [outline.ry, outline.rx];
  if (!(small >= MIN_RADIUS_PX) || !Number.isFinite(large + outline.angleDeg))
    return err({ kind: 'outlineSmall', px: MIN_RADIUS_PX });
  if (large > MAX_TIMES * small) return err({ kind: 'outlineFlat', times: MAX_TIMES });
  const inside = outline.cx >= 0 && outline.cx <= width && outline.cy >= 0 && outline.cy <= height;
  if (!inside) return err({ kind: 'outlineAway' });
  if (view === 'other') return ok(null);
  const mm = 2 * halfWidth(outline) * mmPerPx(photo).mmPerPx;
  if (mm < MIN_HEAD_MM) return err({ kind: 'headTooSmall', mm });
  if (mm > MAX_HEAD_MM) return err({ kind: 'headTooLarge', mm });
  return ok(null);
}
