import type { Mm, PerCm2, PhotoPoint } from '../geometry/units';
import type { Treatment } from './treatment';
import { VIEWS, type Calibration, type HeadOutline, type HeadPhoto, type Midline, type View } from '../head/headPhoto';

/** What a photo holds of the head is declared with the head; it is part of the document, so it is named here too. */
export { VIEWS };
export type { Calibration, HeadOutline, Midline, View };

/** The document's format. Every change of shape adds one and a step in migrations.ts. */
export const CASE_VERSION = 2;

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

/** A photo and what is known of the head in it. */
export interface Photo extends HeadPhoto {
  readonly id: string;
  /** Hex digest of the original file's bytes. */
  readonly sha256: string;
}

export interface Design {
  readonly id: string;
  readonly name: string;
  /** uint32; the same seed lays the same dots. */
  readonly seed: number;
  readonly fill: Fill;
  readonly treatment: Treatment;
  /** The dot engine that the dots follow from, together with the document and the seed. */
  readonly engine: string;
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
