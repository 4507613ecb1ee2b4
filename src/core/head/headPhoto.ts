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
  /** The edge of the head above the ears as the picture itself shows it; empty where it shows none. */
  readonly edge: readonly PhotoPoint[];
  readonly pose: HeadPose;
  readonly midline: Midline;
  /** Each at most once; those that nobody has seen or proposed are missing. */
  readonly landmarks: readonly Landmark[];
  /** Centres of the hair's whorls on this photo: none known, one, or two. */
  readonly whorls: readonly Whorl[];
  /** Other photos of the same head, which tell of its shape too. Follows from the case (headsTogether.ts): never stored. */
  readonly others?: readonly HeadSight[];
  /** How large the head is by other photos of it, where nothing was measured on this one. Follows from the case as well. */
  readonly size?: HeadSize;
}

/** What tells of the skull in a photo. */
export type HeadSight = Pick<HeadPhoto, 'view' | 'calibration' | 'outline' | 'edge' | 'pose' | 'size'>;

/** A head's own size as measured, with likely errors as shares. */
export interface HeadSize {
  readonly breadthMm: Mm;
  readonly breadthError: number;
  readonly lengthMm: Mm;
  readonly lengthError: number;
}

/**
 * Where the scale came from. Geometry stays in photo pixels and is never rewritten by it: millimetres are worked out on
 * read, so that a new scale never slides a hairline off the face.
 */
export type Calibration =
  | { readonly kind: 'estimate' }
  | { readonly kind: 'ruler' | 'sticker' | 'pupils'; readonly a: PhotoPoint; readonly b: PhotoPoint; readonly mm: Mm }
  /** The head's own breadth, measured with callipers. */
  | { readonly kind: 'breadth'; readonly mm: Mm };

/** The skull's silhouette in the photo as an ellipse; `rx` lies along `angleDeg`. `placed` once a hand has moved it. */
export interface HeadOutline {
  readonly cx: PhotoPx;
  readonly cy: PhotoPx;
  readonly rx: PhotoPx;
  readonly ry: PhotoPx;
  readonly angleDeg: Degrees;
  readonly placed: boolean;
}

/** How the head is turned from the view's usual direction, and how far the camera stood. */
export interface HeadPose {
  /** To the client's left. */
  readonly yawDeg: Degrees;
  /** Leans back from the camera: chin up, seen from the front. */
  readonly pitchDeg: Degrees;
  /** Clockwise in the picture. */
  readonly rollDeg: Degrees;
  readonly distanceMm: Mm;
  /** A hand has set it. */
  readonly placed: boolean;
}

/** The head as the view shows it, from the distance of a consultation's photo (our choice). */
export const DEFAULT_POSE: HeadPose = { yawDeg: 0, pitchDeg: 0, rollDeg: 0, distanceMm: 1_500, placed: false };

/** The face's axis of symmetry, from the top of the head to the chin. */
export interface Midline {
  readonly top: PhotoPoint;
  readonly bottom: PhotoPoint;
}

/** Points of the face from which hairlines are constructed; left and right are the client's own. */
export const LANDMARKS = [
  'glabella',
  'nasion',
  'pupilLeft',
  'pupilRight',
  'canthusLeft',
  'canthusRight',
  'subnasale',
  'menton',
] as const;
export type LandmarkName = (typeof LANDMARKS)[number];

export interface Landmark {
  readonly name: LandmarkName;
  readonly at: PhotoPoint;
  /** A technician has put it there; else it is a proposal. */
  readonly confirmed: boolean;
}

export interface Whorl {
  readonly at: PhotoPoint;
  /** As seen from above the head. */
  readonly clockwise: boolean;
}
