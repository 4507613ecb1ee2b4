import { DEFAULT_EDGE } from '../../../src/core/design/edgeShape';
import type { Scene, SceneHairline } from '../../../src/core/design/scene';

/** What a scene on a flat photo holds beside its areas and its fill. */
export const flatScene = (
  mmPerPx: number,
): Pick<Scene, 'geometry' | 'mmPerPx' | 'cuts' | 'strokes' | 'handDots' | 'edge' | 'whorls'> => ({
  geometry: { kind: 'flat', mmPerPx },
  mmPerPx,
  cuts: [],
  strokes: [],
  handDots: { added: [], moved: [], removed: [] },
  edge: DEFAULT_EDGE,
  whorls: [],
});

/** An area behind a hairline, filled as the design is. */
export const hairlineArea = (
  area: Pick<SceneHairline, 'hairlineCm' | 'ringCm'> & Partial<SceneHairline>,
): SceneHairline => ({
  kind: 'hairline',
  id: 'area',
  areaCm2: 0,
  perCm2: 220,
  dotScale: 1,
  pigment: 0,
  retention: 1,
  softEdgeMm: 5,
  ...area,
});
