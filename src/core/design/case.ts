import type { Degrees, Mm, PerCm2, PhotoPoint, PhotoPx } from '../geometry/units';

/** The document's format. Every change of shape adds one and a step in migrations.ts. */
export const CASE_VERSION = 1;

/** One client: plain JSON. Photos themselves are blobs beside it, named by their SHA-256. */
export interface Case {
  readonly version: typeof CASE_VERSION;
  readonly id: string;
  readonly client: ClientCard;
  readonly photos: readonly Photo[];
  readonly designs: readonly Design[];
  readonly activeDesignId: string;
  /** Null until the first photo is opened. */
  readonly activePhotoId: string | null;
}

export interface ClientCard {
  readonly name: string;
  readonly notes: string;
}

export const VIEWS = ['front', 'left', 'right', 'top', 'crown', 'front45', 'other'] as const;
/** From where the photo was taken; `left` shows the client's left side, `front45` a half profile. */
export type View = (typeof VIEWS)[number];

export interface Photo {
  readonly id: string;
  /** Hex digest of the original file's bytes. */
  readonly sha256: string;
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

export interface Design {
  readonly id: string;
  readonly name: string;
  /** uint32; the same seed lays the same dots. */
  readonly seed: number;
  readonly fill: Fill;
  readonly areas: readonly Area[];
}

/** How an area is filled; figures and their sources in fillRanges.ts. */
export interface Fill {
  readonly perCm2: PerCm2;
  /** Diameter of the mark as seen, not of the needle. */
  readonly dotSizeMm: Mm;
  /** Sigma of the log-normal of the size. */
  readonly sizeVariation: number;
  /** 0 even … 1 wild. */
  readonly irregularity: number;
  /** Over how many millimetres behind the hairline the count rises to full. */
  readonly softEdgeMm: Mm;
}

export interface HairlineArea {
  readonly kind: 'hairline';
  readonly id: string;
  readonly photoId: string;
  /** Handles of the curve, from the left of the picture to its right or the other way, as drawn. */
  readonly points: readonly PhotoPoint[];
}

export type Area = HairlineArea;
