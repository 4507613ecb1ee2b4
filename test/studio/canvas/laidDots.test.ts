import { beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_AREA, type Area } from '../../../src/core/design/area';
import type { BrushStroke } from '../../../src/core/design/brushStroke';
import type { HandDots } from '../../../src/core/design/case';
import { applyEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import { sceneOf } from '../../../src/core/design/sceneOf';
import { scalpOf } from '../../../src/core/head/scalpOf';
import { dotsOfScene } from '../../../src/core/pigment/dots/sceneDots';
import type { LaidDot } from '../../../src/core/tools/tool';
import { dotNear } from '../../../src/studio/canvas/laidDots';
import { caseStore, commit, replaceCase } from '../../../src/studio/state/caseStore';
import { LINE, PHOTO } from '../../core/tools/desk';

const MIDDLE = { x: 1000, y: 420 };
const opened = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }), {
  type: 'addPhoto',
  photo: PHOTO,
});
const drawn = applyEdit(opened, { type: 'setHairline', areaId: 'line', photoId: PHOTO.id, points: LINE });
const AMONG_HAIR: Area = {
  ...PLAIN_AREA,
  kind: 'zone',
  id: 'zone',
  photoId: PHOTO.id,
  purpose: 'density',
  rings: [
    [
      { x: 900, y: 600 },
      { x: 1100, y: 600 },
      { x: 1100, y: 800 },
      { x: 900, y: 800 },
    ],
  ],
  edgeMm: 2,
};

/** The dots of the document in sight, as the picture lays them. */
function shownDots(): LaidDot[] {
  const of = caseStore.getState().case;
  const scene = of === null ? null : sceneOf(of, PHOTO.id);
  const made = scene?.ok === true ? dotsOfScene(scene.value, undefined, () => Infinity) : null;
  if (made?.ok !== true || made.value === null) throw new Error('The document has dots.');
  const { dots } = made.value;
  const { x, y, facing } = scalpOf(PHOTO).map.placeAll(dots.x, dots.y);
  return Array.from(dots.id, (id, i) => ({ id, at: { x: x[i] ?? 0, y: y[i] ?? 0 } })).filter(
    (_, i) => (facing[i] ?? 0) > 0,
  );
}

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

  it.each([
    ['in an area', drawn],
    ['among hair', applyEdit(drawn, { type: 'putArea', area: AMONG_HAIR })],
  ])('is where the picture shows it, whatever a hand has set, moved and taken away %s', (_, start) => {
    replaceCase(start);
    const byId = new Map(shownDots().map((dot) => [dot.id, dot]));
    const [a = 0, b = 0, c = 0, d = 0] = [...byId.keys()].filter((_id, i) => i % 500 === 250);
    const photoId = PHOTO.id;
    const hand: HandDots[] = [
      { added: [{ id: 0x80000007, photoId, at: { x: 1003, y: 411 }, size: 1 }], moved: [], removed: [a] },
      { added: [], moved: [{ id: b, photoId, at: { x: 990, y: 700 } }], removed: [a, c] },
      // One that the hand has both moved and taken away, one of another photo, one beside the head.
      {
        added: [],
        moved: [
          { id: c, photoId, at: { x: 995, y: 710 } },
          { id: d, photoId: 'other', at: { x: 995, y: 710 } },
          { id: b, photoId, at: { x: 5, y: 5 } },
        ],
        removed: [c],
      },
      { added: [], moved: [], removed: [] },
    ];
    for (const handDots of hand) {
      commit({ type: 'setHandDots', handDots });
      const shown = shownDots();
      const some = shown.filter(({ id }, i) => i % 97 === 0 || id >= 0x80000000 || [a, b, c, d].includes(id));
      for (const { id, at } of some) {
        const near = dotNear(at, 0.5);
        expect(near?.id).toBe(id);
        expect(Math.hypot((near?.at.x ?? 0) - at.x, (near?.at.y ?? 0) - at.y)).toBeLessThan(0.05);
      }
      for (const id of [a, b, c, d]) {
        const was = byId.get(id);
        if (was !== undefined && !shown.some((dot) => dot.id === id)) expect(dotNear(was.at, 0.5)?.id).not.toBe(id);
      }
    }
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
