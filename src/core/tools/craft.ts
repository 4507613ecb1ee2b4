import type { ZonePurpose } from '../design/area';
import type { BrushKind } from '../design/brushStroke';
import type { FillRange } from '../design/fillRanges';
import type { Mm, PerCm2 } from '../geometry/units';

/** What the area tools are set to; it stays from one use to the next. */
export interface Craft {
  readonly purpose: ZonePurpose;
  readonly brush: BrushSetting;
  readonly scar: ScarSetting;
}

export interface BrushSetting {
  readonly kind: BrushKind;
  /** Diameter. */
  readonly sizeMm: Mm;
  /** 0–1. */
  readonly strength: number;
  /** Share of the radius over which it fades out, 0–1. */
  readonly feather: number;
  /** What a stroke to a target leads to. */
  readonly perCm2: PerCm2;
  /** How hard the pen presses decides how much of the strength works; off, it always works fully. */
  readonly pressure: boolean;
}

export interface ScarSetting {
  readonly form: 'strip' | 'marks';
  readonly widthMm: Mm;
  readonly blendMm: Mm;
}

/** Ranges are our choice; the widths of scars are practitioners' (strips 1–10 mm, punches up to 1 mm). */
export const CRAFT_RANGES = {
  sizeMm: { min: 1, max: 60, step: 0.5, default: 12 },
  strength: { min: 0.05, max: 1, step: 0.05, default: 0.5 },
  feather: { min: 0, max: 1, step: 0.05, default: 0.5 },
  widthMm: { min: 0.5, max: 15, step: 0.1, default: 3 },
  blendMm: { min: 0, max: 15, step: 0.5, default: 4 },
  extraSessions: { min: 0, max: 2, step: 1, default: 0 },
  retention: { min: 0.2, max: 1, step: 0.05, default: 0.7 },
  edgeMm: { min: 0, max: 25, step: 0.5, default: 5 },
} as const satisfies Record<string, FillRange>;

/** A punch of follicular unit extraction leaves a mark of about this size. */
const MARK_WIDTH_MM: Mm = 1;
const STRIP_WIDTH_MM: Mm = 3;

export const DEFAULT_CRAFT: Craft = {
  purpose: 'full',
  brush: { kind: 'more', sizeMm: 12, strength: 0.5, feather: 0.5, perCm2: 220, pressure: false },
  scar: { form: 'strip', widthMm: STRIP_WIDTH_MM, blendMm: 4 },
};

/** The setting for the other form of scar, at that form's usual width. */
export const scarOfForm = (form: ScarSetting['form']): ScarSetting =>
  form === 'strip' ? { form, widthMm: STRIP_WIDTH_MM, blendMm: 4 } : { form, widthMm: MARK_WIDTH_MM, blendMm: 1 };

/** The brush one step larger or smaller: by a quarter, at least half a millimetre. */
export function nextBrushSize(sizeMm: Mm, direction: 1 | -1): Mm {
  const { min, max, step } = CRAFT_RANGES.sizeMm;
  const by = Math.max(step, Math.round((sizeMm * 0.2) / step) * step);
  return Math.min(max, Math.max(min, sizeMm + direction * by));
}
