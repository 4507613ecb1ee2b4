import { err, ok, type Result } from '../result';
import type { Calibration, HeadPhoto, View } from './headPhoto';
import type { Mm, MmPerPx, PhotoPoint, PhotoPx } from '../geometry/units';

/** Adult mean distance between the pupils (Dodgson 2004; 50–75 mm covers nearly all). */
export const PUPILS_MM: Mm = 63;

/** Head breadth and length of men (ANSUR 1988, means), and the mean silhouette of the two from half way between. */
const BREADTH_MM: Mm = 152;
const LENGTH_MM: Mm = 197;
const HALF_PROFILE_MM: Mm = Math.sqrt((BREADTH_MM ** 2 + LENGTH_MM ** 2) / 2);

const ACROSS_MM: Readonly<Record<View, Mm>> = {
  front: BREADTH_MM,
  top: BREADTH_MM,
  crown: BREADTH_MM,
  other: BREADTH_MM,
  left: LENGTH_MM,
  right: LENGTH_MM,
  front45: HALF_PROFILE_MM,
};

export interface PhotoScale {
  readonly mmPerPx: MmPerPx;
  /** Nothing has been measured on this photo: figures that follow from it must say so. */
  readonly estimated: boolean;
  readonly source: Calibration['kind'];
}

/**
 * The photo's scale: measured where something was measured, else from the size of a usual head in its outline. A stored
 * measure that gives no scale (both ends in one place, no length) counts as none.
 */
export function mmPerPx(photo: Pick<HeadPhoto, 'calibration' | 'outline' | 'view'>): PhotoScale {
  const { calibration, outline, view } = photo;
  if ('a' in calibration) {
    const measured = calibration.mm / distance(calibration.a, calibration.b);
    if (measured > 0 && Number.isFinite(measured))
      return { mmPerPx: measured, estimated: false, source: calibration.kind };
  }
  return { mmPerPx: ACROSS_MM[view] / (2 * outline.rx), estimated: true, source: 'estimate' };
}

/** Why a measured line can't give the scale; the figures fill the sentence's places. */
export type RulerProblem =
  | { readonly kind: 'tooShort'; readonly px: PhotoPx }
  | { readonly kind: 'length'; readonly min: Mm; readonly max: Mm }
  | { readonly kind: 'headTooSmall'; readonly mm: Mm }
  | { readonly kind: 'headTooLarge'; readonly mm: Mm };

const MIN_RULER_PX: PhotoPx = 10;
const MIN_LENGTH_MM: Mm = 1;
const MAX_LENGTH_MM: Mm = 500;
/** No head of a client is smaller or larger; a scale that says so was mistyped. */
const MIN_HEAD_MM: Mm = 80;
const MAX_HEAD_MM: Mm = 300;

interface RulerLine {
  readonly a: PhotoPoint;
  readonly b: PhotoPoint;
  readonly mm: Mm;
}

/**
 * Checks a measured line before it becomes the scale; gives mm per photo px. Whether the head comes out at a head's size
 * is not asked of a photo without a view: on a close-up the outline is no head.
 */
export function checkRuler(
  photo: Pick<HeadPhoto, 'outline' | 'view'>,
  ruler: RulerLine,
): Result<MmPerPx, RulerProblem> {
  const px = distance(ruler.a, ruler.b);
  if (!(px >= MIN_RULER_PX)) return err({ kind: 'tooShort', px: MIN_RULER_PX });
  if (!(ruler.mm >= MIN_LENGTH_MM && ruler.mm <= MAX_LENGTH_MM)) {
    return err({ kind: 'length', min: MIN_LENGTH_MM, max: MAX_LENGTH_MM });
  }
  const scale = ruler.mm / px;
  if (photo.view === 'other') return ok(scale);
  const head = 2 * photo.outline.rx * scale;
  if (head < MIN_HEAD_MM) return err({ kind: 'headTooSmall', mm: head });
  if (head > MAX_HEAD_MM) return err({ kind: 'headTooLarge', mm: head });
  return ok(scale);
}

const distance = (a: PhotoPoint, b: PhotoPoint): number => Math.hypot(b.x - a.x, b.y - a.y);
