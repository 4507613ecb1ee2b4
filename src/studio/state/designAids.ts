import type { CurveHandle } from '../../core/geometry/curve';
import type { HairLoss } from '../../core/design/case';
import type { PhotoPoint } from '../../core/geometry/units';
import type { GuideId } from '../../core/head/guides/guides';
import { PLAIN_OPTIONS, type StyleOptions } from '../../core/head/styles/placeStyle';
import type { StyleId } from '../../core/head/styles/style';

/** What helps to draw a hairline and is no part of it: this tab's alone. */
export interface DesignAids {
  readonly guides: readonly GuideId[];
  /** What is done to the hairline on one side of the head is done on the other. */
  readonly symmetric: boolean;
  /** Handles dragged near a guide that is shown lie on it. */
  readonly snapping: boolean;
  /** The growth of hair is drawn, and whorls can be taken hold of. */
  readonly growth: boolean;
  /** For the next style that is placed. */
  readonly styleOptions: StyleOptions;
  /** A place that the advice speaks of. */
  readonly marked: { readonly photoId: string; readonly at: PhotoPoint } | null;
  /** A later stage of the hair loss, shown as an estimate. */
  readonly lossPreview: HairLoss | null;
}

/** What handles were placed as: while they stand untouched, after undo and redo too, the line is that style. */
export const placedAs = new WeakMap<readonly CurveHandle[], { readonly id: StyleId; readonly options: StyleOptions }>();

export const NO_AIDS: DesignAids = {
  guides: [],
  symmetric: false,
  snapping: true,
  growth: false,
  styleOptions: PLAIN_OPTIONS,
  marked: null,
  lossPreview: null,
};
