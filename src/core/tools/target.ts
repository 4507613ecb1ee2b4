import type { OutlineGrip } from './outlineGrips';

/** Something on the canvas that can be taken hold of. */
export type Target =
  | { readonly kind: 'handle'; readonly areaId: string; readonly index: number }
  | { readonly kind: 'curve'; readonly areaId: string; readonly segment: number; readonly t: number }
  | { readonly kind: 'outline'; readonly grip: OutlineGrip }
  | { readonly kind: 'midline'; readonly end: 'top' | 'bottom' | 'whole' };
