import type { Degrees, Mm, PhotoPoint, PhotoPx } from '../geometry/units';

export const VIEWS = ['front', 'left', 'right', 'top', 'crown', 'front45', 'other'] as const;
/**
 * From where the photo was taken. `left` shows the client's left side, so the face is towards the left of the picture,
 * and `right` the other; `top` has the face at the bottom, `crown` is from behind and above, `front45` a half profile.
 */
export type View = (typeof VIEWS)[number];

/** What is known of the head in a photo, apart from the picture itself. */
export interface HeadPhoto {
  /** Size of the upright work copy; every placed point is in its pixels. */
  readonly width: PhotoPx;
  readonly height: PhotoPx;
  readonly view: View;
  readonly calibration: Calibration;
  readonly outline: HeadOutline;
  readonly midline: Midline;
}

/**
 * Where the scale came from. Geometry stays in photo pixels and is never rewritten by it: millimetres are worked out on
 * read, so that a new scale never slides a hairline off the face.
 */
export type Calibration =
  | { readonly kind: 'estimate' }
  | { readonly kind: 'ruler'; readonly a: PhotoPoint; readonly b: PhotoPoint; readonly mm: Mm }
  | { readonly kind: 'pupils'; readonly a: PhotoPoint; readonly b: PhotoPoint; readonly mm: Mm };

/** The skull's silhouette in the photo as an ellipse; `rx` lies along `angleDeg`. `placed` once a hand has moved it. */
export interface HeadOutline {
  readonly cx: PhotoPx;
  readonly cy: PhotoPx;
  readonly rx: PhotoPx;
  readonly ry: PhotoPx;
  readonly angleDeg: Degrees;
  readonly placed: boolean;
}

/** The face's axis of symmetry, from the top of the head to the chin. */
export interface Midline {
  readonly top: PhotoPoint;
  readonly bottom: PhotoPoint;
}
