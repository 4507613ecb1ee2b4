import { err, ok, type Result } from '../result';
import type { Calibration, HeadOutline, HeadPhoto, HeadSize, View } from './headPhoto';
import { MEAN_BREADTH_MM, MEAN_LENGTH_MM } from './skull/shape';
import type { Mm, MmPerPx, PhotoPoint, PhotoPx } from '../geometry/units';

/** Adult mean distance between the pupils (Dodgson 2004; 50–75 mm covers nearly all). */
export const PUPILS_MM: Mm = 63;

/** Of a head's breadth and length, or of what is known of either, what counts across the picture; in half profile, half way. */
function across(view: View, breadth: number, length: number): number {
  if (view === 'left' || view === 'right') return length;
  return view === 'front45' ? Math.sqrt((breadth ** 2 + length ** 2) / 2) : breadth;
}

/** Mean of men's breadth and length (ANSUR 1988), as each view shows them. */
const meanAcrossMm = (view: View): Mm => across(view, MEAN_BREADTH_MM, MEAN_LENGTH_MM);

export interface PhotoScale {
  readonly mmPerPx: MmPerPx;
  /** Nothing has been measured on this head: figures that follow from it must say so. */
  readonly estimated: boolean;
  /** What was measured; `otherPhoto`: on another photo of the head. */
  readonly source: Calibration['kind'] | 'otherPhoto';
  /** Likely error of a length, as a share of it: two photos of three are nearer. An area's is twice as large. */
  readonly errorShare: number;
}

/**
 * The photo's scale: measured where something was measured, else from the head's size as other photos of it tell, else from
 * that of a usual head in its outline. A stored measure that gives no scale (both ends in one place, no length) counts as
 * none.
 */
export function mmPerPx(photo: Pick<HeadPhoto, 'calibration' | 'outline' | 'view' | 'size'>): PhotoScale {
  const { calibration, outline, view, size } = photo;
  if ('a' in calibration) {
    const px = distance(calibration.a, calibration.b);
    const measured = calibration.mm / px;
    if (measured > 0 && Number.isFinite(measured))
      return {
        mmPerPx: measured,
        estimated: false,
        source: calibration.kind,
        errorShare: Math.hypot(ownError(calibration), (Math.SQRT2 * END_ERROR_PX) / px),
      };
  }
  const acrossPx = 2 * halfWidth(outline);
  if (calibration.kind === 'breadth' && calibration.mm > 0 && Number.isFinite(calibration.mm / acrossPx)) {
    const showsBreadth = meanAcrossMm(view) === MEAN_BREADTH_MM;
    return {
      mmPerPx: (meanAcrossMm(view) * calibration.mm) / MEAN_BREADTH_MM / acrossPx,
      estimated: false,
      source: 'breadth',
      errorShare: Math.hypot(CALLIPER_ERROR, OUTLINE_ERROR, showsBreadth ? 0 : PROPORTION_ERROR),
    };
  }
  const told = size === undefined ? null : toldScale(view, size, acrossPx);
  if (told !== null) return told;
  return {
    mmPerPx: meanAcrossMm(view) / acrossPx,
    estimated: true,
    source: 'estimate',
    errorShare: Math.hypot(HEADS_DIFFER, OUTLINE_ERROR),
  };
}

/** The scale by the head's size on other photos; null where that is no surer than an estimate. */
function toldScale(view: View, size: HeadSize, acrossPx: PhotoPx): PhotoScale | null {
  const scale = across(view, size.breadthMm, size.lengthMm) / acrossPx;
  const errorShare = Math.hypot(across(view, size.breadthError, size.lengthError), OUTLINE_ERROR);
  if (!Number.isFinite(scale) || errorShare >= HEADS_DIFFER) return null;
  return { mmPerPx: scale, estimated: false, source: 'otherPhoto', errorShare };
}

/** Areas on the fitted skull are true to about this where scale and pose are: 2 % on the practice head, less on heads of other proportions. */
const SKULL_AREA_ERROR = 0.03;

/** Likely error of an area on the scalp, as a share of it. */
export const areaErrorShare = ({ errorShare }: PhotoScale): number => Math.hypot(2 * errorShare, SKULL_AREA_ERROR);

/** Whether the scale comes from the head's own width across the picture, and so holds at the skull's middle. */
export const isFromOutline = ({ source }: PhotoScale): boolean =>
  source === 'estimate' || source === 'breadth' || source === 'otherPhoto';

/** An end of a measured line is placed to about so many px. Our choice. */
const END_ERROR_PX = 1.5;
/** A ruler is held before or beside the head, not quite across the line of sight; a sticker lies on the skin. Our choice. */
const RULER_ERROR = 0.02;
const STICKER_ERROR = 0.015;
/** The mean distance between pupils differs from a client's own by 3.6 mm (standard deviation; Dodgson 2004). */
const PUPILS_ERROR = 3.6 / PUPILS_MM;
/** A millimetre of calliper on a head. */
const CALLIPER_ERROR = 1 / MEAN_BREADTH_MM;
/** How well an outline's width is placed. Our choice. */
const OUTLINE_ERROR = 0.015;
/** How breadth and length differ from each other's mean proportion (standard deviations of 3–4 %; ANSUR 1988). */
export const PROPORTION_ERROR = 0.035;
/** How heads differ from the mean man's, women's included (144 to 152 mm; standard deviations of 5–6 mm; ANSUR 1988). */
const HEADS_DIFFER = 0.05;

function ownError(calibration: Extract<Calibration, { readonly a: PhotoPoint }>): number {
  switch (calibration.kind) {
    case 'ruler':
      return RULER_ERROR;
    case 'sticker':
      return STICKER_ERROR;
    case 'pupils':
      // A distance other than the mean was measured on the client.
      return calibration.mm === PUPILS_MM ? PUPILS_ERROR : RULER_ERROR;
  }
}

/** Half of the outline's extent across the picture, px. */
export function halfWidth({ rx, ry, angleDeg }: Pick<HeadOutline, 'rx' | 'ry' | 'angleDeg'>): PhotoPx {
  const angle = (angleDeg * Math.PI) / 180;
  return Math.hypot(rx * Math.cos(angle), ry * Math.sin(angle));
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
export const MIN_HEAD_MM: Mm = 80;
export const MAX_HEAD_MM: Mm = 300;

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
  const head = 2 * halfWidth(photo.outline) * scale;
  if (head < MIN_HEAD_MM) return err({ kind: 'headTooSmall', mm: head });
  if (head > MAX_HEAD_MM) return err({ kind: 'headTooLarge', mm: head });
  return ok(scale);
}

const distance = (a: PhotoPoint, b: PhotoPoint): number => Math.hypot(b.x - a.x, b.y - a.y);
