import { describe, expect, it } from 'vitest';
import { FRESH_PHOTO, type Case, type Photo } from '../../../src/core/design/case';
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

  it('take a seed as an unsigned whole number of 32 bits', () => {
    expect(activeDesign(applyEdit(withPhoto, { type: 'setSeed', seed: -1 }))?.seed).toBe(0xffffffff);
  });
});
