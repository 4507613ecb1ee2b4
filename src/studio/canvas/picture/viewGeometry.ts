import type { Camera } from '../../../core/geometry/camera';
import type { LevelWanted, PictureLayer } from '../../workers/pictureMessages';
import type { PhotoRect } from './levelCanvases';

/** What the picture shows: as planned, as it is, or both with a divider at a share of the canvas's width. */
export type Compare =
  { readonly kind: 'after' } | { readonly kind: 'before' } | { readonly kind: 'split'; readonly at: number };

/** The canvas in device px. */
export interface DeviceSize {
  readonly width: number;
  readonly height: number;
  /** Device px per CSS px, as the canvas really has them. */
  readonly ratio: number;
}

/** Where the photo lies on the canvas in device px. */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** The level with at least the canvas's resolution, as small as can be. */
  readonly level: number;
  /** The canvas shows that level pixel for pixel. */
  readonly exact: boolean;
}

/** No canvas may be larger on some devices. */
const MOST_CANVAS_PX = 16_000_000;

/** Canvas px for a size in CSS px; fewer than the device has where the canvas would become too large. */
export function deviceSize(cssWidth: number, cssHeight: number, devicePixelRatio: number): DeviceSize {
  const wanted = Math.max(0.1, devicePixelRatio);
  const ratio = Math.min(wanted, Math.sqrt(MOST_CANVAS_PX / Math.max(1, cssWidth * cssHeight)));
  return { width: Math.round(cssWidth * ratio), height: Math.round(cssHeight * ratio), ratio };
}

/** At a level's own scale the photo is set on whole device px, so that its pixels come through untouched. */
export function placementOf(camera: Camera, ratio: number): Placement {
  const scale = camera.scale * ratio;
  const level = Math.max(0, Math.floor(-Math.log2(scale) + 1e-6));
  const exact = Math.abs(scale * 2 ** level - 1) < 1e-6;
  const x = camera.x * ratio;
  const y = camera.y * ratio;
  return exact
    ? { scale: 2 ** -level, x: Math.round(x), y: Math.round(y), level, exact }
    : { scale, x, y, level, exact };
}

/** The part of the photo on the canvas in photo px; empty (x0 ≥ x1) when none is. */
export function visiblePart(
  placement: Placement,
  size: DeviceSize,
  photo: { width: number; height: number },
): PhotoRect {
  return {
    x0: Math.max(0, -placement.x / placement.scale),
    y0: Math.max(0, -placement.y / placement.scale),
    x1: Math.min(photo.width, (size.width - placement.x) / placement.scale),
    y1: Math.min(photo.height, (size.height - placement.y) / placement.scale),
  };
}

/** The part of the canvas that the photo covers, in whole device px. */
export function coveredPart(
  placement: Placement,
  size: DeviceSize,
  photo: { width: number; height: number },
): { x: number; y: number; width: number; height: number } {
  const x = Math.max(0, Math.floor(placement.x));
  const y = Math.max(0, Math.floor(placement.y));
  const right = Math.min(size.width, Math.ceil(placement.x + photo.width * placement.scale));
  const bottom = Math.min(size.height, Math.ceil(placement.y + photo.height * placement.scale));
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

export function layersOf(compare: Compare): readonly PictureLayer[] {
  switch (compare.kind) {
    case 'after':
      return ['after'];
    case 'before':
      return ['before'];
    case 'split':
      return ['after', 'before'];
    default:
      return compare satisfies never;
  }
}

/** Above this a second canvas at full size would break the bound on memory (picture.ts): half its resolution must do. */
const MOST_FULL_BEFORE_PX = 8_000_000;

export function levelsFor(
  compare: Compare,
  level: number,
  photo: { width: number; height: number },
): readonly LevelWanted[] {
  const large = photo.width * photo.height > MOST_FULL_BEFORE_PX;
  return layersOf(compare).map((layer) => ({ layer, level: layer === 'before' && large ? Math.max(1, level) : level }));
}
