import { beforeEach, describe, expect, it } from 'vitest';
import type { BrushStroke } from '../../../src/core/design/brushStroke';
import { applyEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import { dotNear } from '../../../src/studio/canvas/laidDots';
import { commit, replaceCase } from '../../../src/studio/state/caseStore';
import { LINE, PHOTO } from '../../core/tools/desk';

const MIDDLE = { x: 1000, y: 420 };
const opened = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }), {
  type: 'addPhoto',
  photo: PHOTO,
});
const drawn = applyEdit(opened, { type: 'setHairline', areaId: 'line', photoId: PHOTO.id, points: LINE });
const emptied: BrushStroke = {
  id: 'stroke',
  photoId: PHOTO.id,
  kind: 'exclude',
  path: [MIDDLE.x - 30, MIDDLE.y, MIDDLE.x + 30, MIDDLE.y],
  sizeMm: 20,
  feather: 0,
  strength: 1,
  perCm2: null,
};

describe('the dot under the hand', () => {
  beforeEach(() => {
    replaceCase(drawn);
  });

  it('is the nearest of those laid, and follows strokes that come and go', () => {
    const before = dotNear(MIDDLE, 20);
    expect(before).not.toBeNull();
    commit({ type: 'addStroke', stroke: emptied });
    expect(dotNear(MIDDLE, 20)).toBeNull();
    commit({ type: 'removeStrokes', strokeIds: ['stroke'] });
    expect(dotNear(MIDDLE, 20)).toEqual(before);
  });

  it('is one that a hand has set where nothing is drawn', () => {
    replaceCase(opened);
    expect(dotNear(MIDDLE, 20)).toBeNull();
    const dot = { id: 0x80000001, photoId: PHOTO.id, at: MIDDLE, size: 1 };
    commit({ type: 'setHandDots', handDots: { added: [dot], moved: [], removed: [] } });
    const found = dotNear({ x: MIDDLE.x + 5, y: MIDDLE.y }, 20);
    expect(found?.id).toBe(dot.id);
    expect(found?.at.x).toBeCloseTo(MIDDLE.x, 1);
    expect(found?.at.y).toBeCloseTo(MIDDLE.y, 1);
  });
});
