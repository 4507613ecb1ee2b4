import type { EdgeShape } from '../../../../core/design/edgeShape';
import { DEFAULT_EDGE } from '../../../../core/design/edgeShape';
import type { FillRange } from '../../../../core/design/fillRanges';

/**
 * What each figure of an edge may be: about what real edges measure (wander 0.6–2.1 mm, strays 1–3 mm ahead), with room
 * on both sides; our choice.
 */
export const EDGE_RANGES: { readonly [Field in keyof EdgeShape]: FillRange } = {
  wanderMm: { min: 0, max: 4, step: 0.1, default: DEFAULT_EDGE.wanderMm },
  waveMm: { min: 4, max: 40, step: 1, default: DEFAULT_EDGE.waveMm },
  gapsMm: { min: 0, max: 8, step: 0.5, default: DEFAULT_EDGE.gapsMm },
  straysMm: { min: 0, max: 6, step: 0.5, default: DEFAULT_EDGE.straysMm },
  sizeAtLine: { min: 0.5, max: 1, step: 0.05, default: DEFAULT_EDGE.sizeAtLine },
  shadeAtLine: { min: 0.1, max: 1, step: 0.05, default: DEFAULT_EDGE.shadeAtLine },
};

export const EDGE_FIELDS = ['wanderMm', 'waveMm', 'gapsMm', 'straysMm', 'sizeAtLine', 'shadeAtLine'] as const;
