import type { Photo } from '../../../core/design/case';
import { fitCamera, type Camera, type Size } from '../../../core/geometry/camera';
import type { PhotoPx, ScreenPoint } from '../../../core/geometry/units';

/**
 * The part of the head that several pictures show alike. Lengths are in head units, the mean radius of the head's outline,
 * from the outline's centre: so photos of different sizes show the same place at the same size.
 */
export interface SharedView {
  /** CSS px a head unit. */
  readonly scale: number;
  /** The place in the middle of each picture. */
  readonly x: number;
  readonly y: number;
}

type OnHead = Pick<Photo, 'width' | 'height' | 'outline'>;

/** A photo px is never larger than so many CSS px. Our choice, as the studio's camera has it. */
const MOST_SCALE = 16;
/** A photo may shrink to this share of its fitted size. Our choice. */
const LEAST_OF_FIT = 0.8;

const unitOf = ({ outline }: OnHead): PhotoPx => Math.sqrt(outline.rx * outline.ry);

/** Shows all of one photo; others follow it. */
export function fitShared(photo: OnHead, pane: Size): SharedView {
  const unit = unitOf(photo);
  return {
    scale: fitCamera(photo, pane).scale * unit,
    x: (photo.width / 2 - photo.outline.cx) / unit,
    y: (photo.height / 2 - photo.outline.cy) / unit,
  };
}

/** Where one photo lies on its picture. */
export function cameraOn(photo: OnHead, view: SharedView, pane: Size): Camera {
  const unit = unitOf(photo);
  const scale = view.scale / unit;
  return {
    scale,
    x: pane.width / 2 - (photo.outline.cx + view.x * unit) * scale,
    y: pane.height / 2 - (photo.outline.cy + view.y * unit) * scale,
  };
}

/** Zooms while the place under `about`, the same in every picture, stays under it; within what `lead` allows. */
export function zoomShared(view: SharedView, factor: number, about: ScreenPoint, lead: OnHead, pane: Size): SharedView {
  const least = fitCamera(lead, pane).scale * unitOf(lead) * LEAST_OF_FIT;
  const scale = Math.min(MOST_SCALE * unitOf(lead), Math.max(least, view.scale * factor));
  const fromMiddle = { x: about.x - pane.width / 2, y: about.y - pane.height / 2 };
  return keepOn(lead, {
    scale,
    x: view.x + fromMiddle.x / view.scale - fromMiddle.x / scale,
    y: view.y + fromMiddle.y / view.scale - fromMiddle.y / scale,
  });
}

export const panShared = (view: SharedView, dx: number, dy: number, lead: OnHead): SharedView =>
  keepOn(lead, { ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale });

/** The middle of the picture stays on the photo, so that it can't be lost out of sight. */
function keepOn(lead: OnHead, view: SharedView): SharedView {
  const unit = unitOf(lead);
  const { cx, cy } = lead.outline;
  return {
    ...view,
    x: Math.min((lead.width - cx) / unit, Math.max(-cx / unit, view.x)),
    y: Math.min((lead.height - cy) / unit, Math.max(-cy / unit, view.y)),
  };
}
