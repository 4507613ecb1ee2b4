import { describe, expect, it } from 'vitest';
import { FRESH_PHOTO, type Case, type Photo } from '../../../src/core/design/case';
import { PLAIN_AREA, type Area } from '../../../src/core/design/area';
import { activeDesign, applyEdit, hairlineOn } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';

const photo: Photo = {
  ...FRESH_PHOTO,
  id: 'p',
  sha256: 'a'.repeat(64),
  width: 2000,
  height: 2500,
  view: 'front',
  calibration: { kind: 'estimate' },
  outline: { cx: 1000, cy: 900, rx: 600, ry: 700, angleDeg: 0, placed: false },
  midline: { top: { x: 1000, y: 100 }, bottom: { x: 1000, y: 2000 } },
};

const empty = newCase({ caseId: 'c', designId: 'd', seed: 7, engine: '1' });
const withPhoto = applyEdit(empty, { type: 'addPhoto', photo });
const line = [
  { x: 500, y: 800 },
  { x: 1500, y: 800 },
];

describe('edits of a case', () => {
  it('leave the case they were given as it was', () => {
    const frozen = structuredClone(withPhoto);
    applyEdit(withPhoto, { type: 'setFill', fill: { perCm2: 99 } });
    applyEdit(withPhoto, { type: 'setHairline', areaId: 'a', photoId: 'p', points: line });
    expect(withPhoto).toEqual(frozen);
  });

  it('return the very same case when nothing changes, so that no undo step comes of it', () => {
    const idle: Case[] = [
      applyEdit(withPhoto, { type: 'setFill', fill: { perCm2: withPhoto.designs[0]?.fill.perCm2 ?? 0 } }),
      applyEdit(withPhoto, { type: 'setSeed', seed: 7 }),
      applyEdit(withPhoto, { type: 'renameClient', name: '' }),
      applyEdit(withPhoto, { type: 'removeArea', areaId: 'unknown' }),
      applyEdit(withPhoto, { type: 'setCalibration', photoId: 'unknown', calibration: { kind: 'estimate' } }),
    ];
    for (const after of idle) expect(after).toBe(withPhoto);
  });

  it('keep one hairline a photo under its id', () => {
    const drawn = applyEdit(withPhoto, { type: 'setHairline', areaId: 'a', photoId: 'p', points: line });
    const moved = applyEdit(drawn, { type: 'setHairline', areaId: 'a', photoId: 'p', points: [...line].reverse() });
    expect(activeDesign(moved)?.areas).toHaveLength(1);
    expect(hairlineOn(moved, 'p')?.points[0]).toEqual({ x: 1500, y: 800 });
    expect(hairlineOn(applyEdit(moved, { type: 'removeArea', areaId: 'a' }), 'p')).toBeUndefined();
  });

  it('never move a placed point when the scale changes', () => {
    const drawn = applyEdit(withPhoto, { type: 'setHairline', areaId: 'a', photoId: 'p', points: line });
    const scaled = applyEdit(drawn, {
      type: 'setCalibration',
      photoId: 'p',
      calibration: { kind: 'ruler', a: { x: 0, y: 0 }, b: { x: 100, y: 0 }, mm: 10 },
    });
    expect(hairlineOn(scaled, 'p')?.points).toEqual(line);
  });

  it('change one part of a photo, a design or the client and leave the rest the same object', () => {
    const pose = { yawDeg: 3, pitchDeg: 0, rollDeg: 0, distanceMm: 1200, placed: true };
    const posed = applyEdit(withPhoto, { type: 'setPose', photoId: 'p', pose });
    expect(posed.photos[0]).toEqual({ ...photo, pose });
    expect(posed.photos[0]?.outline).toBe(photo.outline);
    expect(posed.designs).toBe(withPhoto.designs);
    const edged = applyEdit(withPhoto, { type: 'setEdge', edge: { wanderMm: 2 } });
    expect(activeDesign(edged)?.edge.wanderMm).toBe(2);
    expect(activeDesign(edged)?.fill).toBe(activeDesign(withPhoto)?.fill);
    const stage = { scale: 'norwood', stage: '3v' } as const;
    expect(applyEdit(withPhoto, { type: 'setClient', client: { hairLoss: stage } }).client).toEqual({
      ...withPhoto.client,
      hairLoss: stage,
    });
  });

  it('put areas on top or in their own place, and order those that are named above the others', () => {
    const zone = (id: string, edgeMm = 3): Area => ({
      ...PLAIN_AREA,
      kind: 'zone',
      id,
      photoId: 'p',
      purpose: 'full',
      rings: [[...line, { x: 900, y: 1200 }]],
      edgeMm,
    });
    const put = (of: Case, area: Area): Case => applyEdit(of, { type: 'putArea', area });
    const three = ['a', 'b', 'c'].reduce((of, id) => put(of, zone(id)), withPhoto);
    const ids = (of: Case): string[] => activeDesign(of)?.areas.map(({ id }) => id) ?? [];
    expect(ids(put(three, zone('b', 9)))).toEqual(['a', 'b', 'c']);
    expect(ids(applyEdit(three, { type: 'orderAreas', areaIds: ['b', 'a', 'b', 'unknown'] }))).toEqual(['c', 'b', 'a']);
    expect(applyEdit(three, { type: 'orderAreas', areaIds: ['b', 'c'] })).toBe(three);
  });

  it('keep name, lock and fill of a hairline that is drawn anew', () => {
    const drawn = applyEdit(withPhoto, { type: 'setHairline', areaId: 'a', photoId: 'p', points: line });
    const area = hairlineOn(drawn, 'p');
    if (area === undefined) throw new Error('A hairline was drawn.');
    const named = applyEdit(drawn, { type: 'putArea', area: { ...area, name: 'Front', perCm2: 150 } });
    const again = applyEdit(named, { type: 'setHairline', areaId: 'a', photoId: 'p', points: [...line].reverse() });
    expect(hairlineOn(again, 'p')).toMatchObject({ name: 'Front', perCm2: 150 });
  });

  it('take what was drawn on a photo away with it, and turn to another', () => {
    const two = applyEdit(withPhoto, { type: 'addPhoto', photo: { ...photo, id: 'q', followsId: 'p' } });
    const drawn = applyEdit(two, { type: 'setHairline', areaId: 'a', photoId: 'p', points: line });
    const stroke = {
      id: 's',
      photoId: 'p',
      kind: 'more',
      path: [1, 2],
      sizeMm: 5,
      feather: 0,
      strength: 1,
      perCm2: null,
    } as const;
    const dotted = applyEdit(
      { ...drawn, activePhotoId: 'p' },
      {
        type: 'together',
        edits: [
          { type: 'addStroke', stroke },
          {
            type: 'setHandDots',
            handDots: { added: [{ id: 1, photoId: 'p', at: { x: 1, y: 1 }, size: 1 }], moved: [], removed: [9] },
          },
        ],
      },
    );
    const left = applyEdit(dotted, { type: 'removePhoto', photoId: 'p' });
    expect(left.photos).toEqual([{ ...photo, id: 'q', followsId: null }]);
    expect(left.activePhotoId).toBe('q');
    expect(activeDesign(left)).toMatchObject({ areas: [], strokes: [], handDots: { added: [], removed: [9] } });
  });

  it('add, choose and remove designs, but never the last', () => {
    const first = withPhoto.designs[0];
    if (first === undefined) throw new Error('A case has a design.');
    const two = applyEdit(withPhoto, { type: 'addDesign', design: { ...first, id: 'e', name: 'B' } });
    expect(two.activeDesignId).toBe('e');
    const chosen = applyEdit(two, { type: 'chooseDesign', designId: 'e' });
    const back = applyEdit(chosen, { type: 'removeDesign', designId: 'e' });
    expect([back.activeDesignId, back.chosenDesignId, back.designs.length]).toEqual(['d', null, 1]);
    expect(applyEdit(back, { type: 'removeDesign', designId: 'd' })).toBe(back);
    expect(applyEdit(back, { type: 'activateDesign', designId: 'unknown' })).toBe(back);
    expect(applyEdit(back, { type: 'chooseDesign', designId: 'unknown' })).toBe(back);
  });

  it('take a seed as an unsigned whole number of 32 bits', () => {
    expect(activeDesign(applyEdit(withPhoto, { type: 'setSeed', seed: -1 }))?.seed).toBe(0xffffffff);
  });
});
