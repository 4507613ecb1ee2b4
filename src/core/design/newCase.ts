import { CASE_VERSION, type Case } from './case';
import { DEFAULT_FILL } from './fillRanges';
import { DEFAULT_TREATMENT } from './treatment';

/** An empty case with one design. Ids and seed are handed in: core has no randomness of its own. */
export function newCase(ids: { caseId: string; designId: string; seed: number; engine: string }): Case {
  return {
    version: CASE_VERSION,
    id: ids.caseId,
    client: { name: '', notes: '' },
    photos: [],
    designs: [
      {
        id: ids.designId,
        name: 'A',
        seed: ids.seed >>> 0,
        fill: DEFAULT_FILL,
        treatment: DEFAULT_TREATMENT,
        engine: ids.engine,
        areas: [],
      },
    ],
    activeDesignId: ids.designId,
    activePhotoId: null,
  };
}
