import { CASE_VERSION, NO_HAND_DOTS, type Case } from './case';
import { DEFAULT_EDGE } from './edgeShape';
import { DEFAULT_FILL } from './fillRanges';
import { DEFAULT_TREATMENT } from './treatment';

/** An empty case with one design. Ids and seed are handed in: core has no randomness of its own. */
export function newCase(ids: { caseId: string; designId: string; seed: number; engine: string }): Case {
  return {
    version: CASE_VERSION,
    id: ids.caseId,
    client: { name: '', notes: '', hairLoss: null },
    photos: [],
    designs: [
      {
        id: ids.designId,
        name: 'A',
        notes: '',
        seed: ids.seed >>> 0,
        fill: DEFAULT_FILL,
        edge: DEFAULT_EDGE,
        treatment: DEFAULT_TREATMENT,
        engine: ids.engine,
        areas: [],
        strokes: [],
        handDots: NO_HAND_DOTS,
      },
    ],
    activeDesignId: ids.designId,
    chosenDesignId: null,
    activePhotoId: null,
  };
}
