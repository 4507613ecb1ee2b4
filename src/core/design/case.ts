import { DEFAULT_POSE, type HeadPhoto } from '../head/headPhoto';
import type { Area } from './area';
import type { BrushStroke } from './brushStroke';
import type { EdgeShape } from './edgeShape';
import type { Mm, PerCm2, PhotoPoint } from '../geometry/units';
import type { IsoDate, Treatment } from './treatment';

/** The document's format. Every change of shape adds one and a step in migrations.ts. */
export const CASE_VERSION = 4;

/** One client: plain JSON. Photos themselves are blobs beside it, named by their SHA-256. */
export interface Case {
  readonly version: typeof CASE_VERSION;
  readonly id: string;
  readonly client: ClientCard;
  readonly photos: readonly Photo[];
  readonly designs: readonly Design[];
  readonly activeDesignId: string;
  /** The design that the client has decided for. */
  readonly chosenDesignId: string | null;
  /** Null until the first photo is opened. */
  readonly activePhotoId: string | null;
}

export interface ClientCard {
  readonly name: string;
  readonly notes: string;
  readonly hairLoss: HairLoss | null;
}

export const NORWOOD_STAGES = ['1', '2', '3', '3v', '4', '5', '6', '7'] as const;
export const LUDWIG_STAGES = ['1', '2', '3'] as const;

/** Norwood's stages are men's, Ludwig's women's. */
export type HairLoss =
  | { readonly scale: 'norwood'; readonly stage: (typeof NORWOOD_STAGES)[number] }
  | { readonly scale: 'ludwig'; readonly stage: (typeof LUDWIG_STAGES)[number] };

/** A photo and what is known of the head in it. */
export interface Photo extends Omit<HeadPhoto, 'others' | 'size'> {
  readonly id: string;
  /** Hex digest of the original file's bytes. */
  readonly sha256: string;
  readonly takenOn: IsoDate | null;
  /** A design is drawn on it, or it shows what came of one. */
  readonly purpose: 'design' | 'result';
  /** The earlier photo whose position it repeats. */
  readonly followsId: string | null;
}

/** What is known of a photo that has just been opened. */
export const FRESH_PHOTO = {
  edge: [],
  pose: DEFAULT_POSE,
  landmarks: [],
  whorls: [],
  takenOn: null,
  purpose: 'design',
  followsId: null,
} as const;

export interface Design {
  readonly id: string;
  readonly name: string;
  readonly notes: string;
  /** uint32; the same seed lays the same dots. */
  readonly seed: number;
  readonly fill: Fill;
  /** How every hairline of the design begins. */
  readonly edge: EdgeShape;
  readonly treatment: Treatment;
  /** The dot engine that the dots follow from, together with the document and the seed. */
  readonly engine: string;
  /** From the lowest to the topmost. */
  readonly areas: readonly Area[];
  /** In the order in which they were made. */
  readonly strokes: readonly BrushStroke[];
  readonly handDots: HandDots;
}

/** How areas are filled; figures and their sources in fillRanges.ts. */
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

/** Dots set, moved or taken away one by one; they stay so whatever becomes of the density. */
export interface HandDots {
  readonly added: readonly HandDot[];
  /** Laid dots, by identity, that a hand has put elsewhere. */
  readonly moved: readonly MovedDot[];
  /** Identities of laid dots that a hand has taken away. */
  readonly removed: readonly number[];
}

export interface HandDot {
  /** uint32. */
  readonly id: number;
  readonly photoId: string;
  readonly at: PhotoPoint;
  /** Factor on the design's dot size. */
  readonly size: number;
}

export interface MovedDot {
  readonly id: number;
  readonly photoId: string;
  readonly at: PhotoPoint;
}

export const NO_HAND_DOTS: HandDots = { added: [], moved: [], removed: [] };
