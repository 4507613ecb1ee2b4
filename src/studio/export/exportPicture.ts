import type { Scene } from '../../core/design/scene';
import { err, ok, type Result } from '../../core/result';
import type { Picture } from '../canvas/picture/picture';
import type { PictureRows } from '../workers/pictureClient';
import { encodePng, type RgbRows } from './png';
import { beside, layerRows, rasterRows, stacked, type RgbRaster } from './rgbRows';

export const EXPORT_KINDS = ['after', 'before', 'sideBySide', 'steps'] as const;
/** The planned picture, the bare one, both (before on the left), or before and every session, each with its words. */
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** A picture of the strip. */
export interface ExportStep {
  readonly caption: string;
  /** Null for the bare photo. */
  readonly scene: Scene | null;
}

/** Words drawn as pixels, at the width that they have in the picture; `photoWidth` says how large letters are to be. */
export interface ExportWords {
  readonly caption: (words: string, width: number) => RgbRaster;
  /** A line below the whole picture. */
  readonly footer: (width: number, photoWidth: number) => RgbRaster;
}

interface ExportOptions {
  readonly signal?: AbortSignal | undefined;
  /** Share done, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Of the photo's own resolution, 0–1. */
  readonly scale?: number | undefined;
  /** For the kind `steps`. */
  readonly steps?: readonly ExportStep[] | undefined;
  /** With them a line stands below the picture, and words below each of a strip. */
  readonly words?: ExportWords | undefined;
}

/** `failed`: there is no photo, or its worker had to be started anew in the middle; trying again may help. */
export type ExportProblem =
  { readonly kind: 'cancelled' } | { readonly kind: 'outOfMemory' } | { readonly kind: 'failed' };

/** A name that says what the picture is and nothing of whom it shows. */
export function exportFileName(kind: ExportKind): string {
  switch (kind) {
    case 'before':
      return 'follicle-before.png';
    case 'after':
      return 'follicle-after.png';
    case 'sideBySide':
      return 'follicle-before-and-after.png';
    case 'steps':
      return 'follicle-sessions.png';
    default:
      return kind satisfies never;
  }
}

/**
 * A PNG at the photo's own resolution or a share of it, of the scene as it stands at the call; `sideBySide` is twice as
 * wide and a gap. The pixels come from the picture's worker in bands and never pass a canvas, so no canvas limit holds,
 * and none of the photo's metadata is in it.
 */
export async function exportPicture(
  picture: Pick<Picture, 'openRows'>,
  kind: ExportKind,
  options: ExportOptions = {},
): Promise<Result<Blob, ExportProblem>> {
  const open = openParts(picture, kind, options);
  if (open === null) return err({ kind: 'failed' });
  try {
    return ok(await encodePng(laidOut(open, kind, options), options));
  } catch (error) {
    if (options.signal?.aborted === true) return err({ kind: 'cancelled' });
    return err({ kind: error instanceof RangeError ? 'outOfMemory' : 'failed' });
  } finally {
    for (const rows of open) rows.close();
  }
}

/** The widest strip, which every program opens, and the widest of its pictures. Our choice. */
const STRIP_PX = 8192;
const STEP_PX = 1280;

function openParts(
  picture: Pick<Picture, 'openRows'>,
  kind: ExportKind,
  { scale = 1, steps = [] }: ExportOptions,
): readonly PictureRows[] | null {
  const one = picture.openRows(scale === 1 ? undefined : { scale });
  if (one === null) return null;
  if (kind !== 'steps') return [one];
  one.close();
  const width = Math.min(one.width, STEP_PX, Math.floor(STRIP_PX / Math.max(1, steps.length)));
  const stepScale = (scale * width) / one.width;
  const parts = steps.map(({ scene }) => picture.openRows({ scene, scale: stepScale }));
  const opened = parts.filter((rows) => rows !== null);
  return opened.length === 0 ? null : opened;
}

/** The gap's share of a photo's width and its grey: seen, and without a hue that would colour the skin beside it. */
const GAP_SHARE = 0.004;
const GAP_GREY = 128;
/** Between the pictures of a strip the ground of their words goes on. */
const STRIP_GAP_GREY = 11;

function laidOut(open: readonly PictureRows[], kind: ExportKind, { steps = [], words }: ExportOptions): RgbRows {
  const [first] = open;
  if (first === undefined) throw new Error('There is no picture.');
  const gap = Math.max(2, Math.round(first.width * GAP_SHARE));
  const pictures = pictureOf(first, open, kind, gap, steps, words);
  if (words === undefined) return pictures;
  return stacked([pictures, rasterRows(words.footer(pictures.width, first.width))]);
}

function pictureOf(
  first: PictureRows,
  open: readonly PictureRows[],
  kind: ExportKind,
  gap: number,
  steps: readonly ExportStep[],
  words: ExportWords | undefined,
): RgbRows {
  switch (kind) {
    case 'before':
    case 'after':
      return layerRows(first, kind);
    case 'sideBySide':
      return beside([layerRows(first, 'before'), layerRows(first, 'after')], gap, GAP_GREY);
    case 'steps': {
      const parts = open.map((rows, index) => {
        const step = layerRows(rows, 'after');
        if (words === undefined) return step;
        return stacked([step, rasterRows(words.caption(steps[index]?.caption ?? '', rows.width))]);
      });
      return beside(parts, 2 * gap, STRIP_GAP_GREY);
    }
    default:
      return kind satisfies never;
  }
}
