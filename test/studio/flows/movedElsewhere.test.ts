import { describe, expect, it } from 'vitest';
import { FRESH_PHOTO, type Case, type Photo } from '../../../src/core/design/case';
import { applyEdit, type CaseEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import { movedElsewhere } from '../../../src/studio/flows/movedElsewhere';

const photo = (id: string): Photo => ({
  ...FRESH_PHOTO,
  id,
  sha256: id,
  width: 1000,
  height: 1250,
  view: 'front',
  calibration: { kind: 'estimate' },
  outline: { cx: 500, cy: 500, rx: 300, ry: 330, angleDeg: 0, placed: false },
  midline: { top: { x: 500, y: 200 }, bottom: { x: 500, y: 900 } },
});

const line = (photoId: string, y: number): CaseEdit => ({
  type: 'setHairline',
  areaId: `line on ${photoId}`,
  photoId,
  points: [
    { x: 300, y },
    { x: 700, y },
  ],
});

const edited = (of: Case, ...edits: readonly CaseEdit[]): Case => edits.reduce(applyEdit, of);

const empty = newCase({ caseId: 'c', designId: 'A', seed: 1, engine: '1' });
const twoPhotos = edited(
  empty,
  { type: 'addPhoto', photo: photo('side') },
  { type: 'addPhoto', photo: photo('front') },
  line('front', 400),
  line('side', 400),
);
const [plan] = twoPhotos.designs;
if (plan === undefined) throw new Error('no design');
const twoDesigns = edited(
  twoPhotos,
  { type: 'addDesign', design: { ...plan, id: 'B', name: 'B' } },
  { type: 'activateDesign', designId: 'A' },
);

describe('where a step of undo or redo has done something', () => {
  it('is nowhere else while it is on the photo and the design before the technician', () => {
    expect(movedElsewhere(edited(twoPhotos, line('front', 450)), twoPhotos)).toBeNull();
    expect(movedElsewhere(edited(twoPhotos, { type: 'setSeed', seed: 9 }), twoPhotos)).toBeNull();
  });

  it('is the photo or the design that the step itself turns to', () => {
    const side = edited(twoPhotos, { type: 'activatePhoto', photoId: 'side' });
    expect(movedElsewhere(side, twoPhotos)).toEqual({ photoId: 'side', designId: null });
    const other = edited(twoDesigns, { type: 'activateDesign', designId: 'B' });
    expect(movedElsewhere(other, twoDesigns)).toEqual({ photoId: null, designId: 'B' });
  });

  it('is another photo that was drawn on, or whose scale changed', () => {
    const elsewhere = { photoId: 'side', designId: null };
    expect(movedElsewhere(edited(twoPhotos, line('side', 450)), twoPhotos)).toEqual(elsewhere);
    const scaled = edited(twoPhotos, {
      type: 'setCalibration',
      photoId: 'side',
      calibration: { kind: 'breadth', mm: 150 },
    });
    expect(movedElsewhere(scaled, twoPhotos)).toEqual(elsewhere);
  });

  it('is another design that changed', () => {
    const changed = edited(
      twoDesigns,
      { type: 'activateDesign', designId: 'B' },
      { type: 'setSeed', seed: 5 },
      { type: 'activateDesign', designId: 'A' },
    );
    expect(movedElsewhere(changed, twoDesigns)).toEqual({ photoId: null, designId: 'B' });
  });
});
