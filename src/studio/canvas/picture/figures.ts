import type { SceneDotsError } from '../../../core/pigment/dots/sceneDots';
import type { NotSkin } from '../../../core/pigment/skin/skinType';
import type { HairTile } from '../../../core/pigment/hair/visibleHairs';

/** What a technician may have to know: the design can't be laid, memory is short, or the picture's worker failed. */
export type PictureProblem =
  | { readonly kind: 'scene'; readonly error: SceneDotsError }
  | { readonly kind: 'outOfMemory' }
  | { readonly kind: 'unexpected' };

export interface PictureFigures {
  readonly dots: number;
  /** A photo or a scene is being drawn. */
  readonly busy: boolean;
  /** Share of the tiles in sight that are still to come, 0–1. */
  readonly pending: number;
  /** The highest density asked for, when it was above what the engine lays. */
  readonly clampedAbove: number | null;
  /** Why the photo shows no skin under the dots, if so. */
  readonly skinUnread: NotSkin['reason'] | null;
  /** The hairs found in the photo so far, where dots are set among hair. */
  readonly hairs: readonly HairTile[];
  readonly problem: PictureProblem | null;
}

export const NO_FIGURES: PictureFigures = {
  dots: 0,
  busy: false,
  pending: 0,
  clampedAbove: null,
  skinUnread: null,
  hairs: [],
  problem: null,
};
