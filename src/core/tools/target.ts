import type { LandmarkName } from '../head/headPhoto';
import type { OutlineGrip } from './outlineGrips';

/** Something on the canvas that can be taken hold of. */
export type Target =
  | { readonly kind: 'handle'; readonly areaId: string; readonly index: number }
  /** The end of a chosen handle's tangent. */
  | { readonly kind: 'tangent'; readonly areaId: string; readonly index: number; readonly end: 'ahead' | 'behind' }
  | { readonly kind: 'curve'; readonly areaId: string; readonly segment: number; readonly t: number }
  | { readonly kind: 'outline'; readonly grip: OutlineGrip }
  | { readonly kind: 'midline'; readonly end: 'top' | 'bottom' | 'whole' }
  | { readonly kind: 'whorl'; readonly index: number }
  | { readonly kind: 'landmark'; readonly name: LandmarkName }
  | AreaPointTarget
  /** A place on the outline of a chosen area: after the ring's `index`-th point. */
  | { readonly kind: 'areaEdge'; readonly areaId: string; readonly ring: number; readonly index: number }
  | { readonly kind: 'area'; readonly areaId: string };

/** A point of an area's ring; of a scar's path or marks, ring 0. */
export interface AreaPointTarget {
  readonly kind: 'areaPoint';
  readonly areaId: string;
  readonly ring: number;
  readonly index: number;
}
