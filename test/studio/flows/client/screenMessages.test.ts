import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRESH_PHOTO } from '../../../../src/core/design/case';
import { PLAIN_AREA } from '../../../../src/core/design/area';
import { applyEdit } from '../../../../src/core/design/edits';
import { newCase } from '../../../../src/core/design/newCase';
import { DEFAULT_LIGHT } from '../../../../src/core/pigment/light/lightChoice';
import {
  cameraOfLook,
  lookOfCamera,
  readFromScreen,
  readFromStudio,
  withoutWords,
} from '../../../../src/studio/flows/client/screenMessages';

const WORD = 'PLANTED';

/** A case with a word of the technician's wherever one may stand. */
function wordyCase() {
  const photo = {
    ...FRESH_PHOTO,
    id: 'front',
    sha256: 'a'.repeat(64),
    width: 1000,
    height: 1250,
    view: 'front' as const,
    takenOn: '2026-03-31',
    calibration: { kind: 'estimate' as const },
    outline: { cx: 500, cy: 500, rx: 300, ry: 330, angleDeg: 0, placed: false },
    midline: { top: { x: 500, y: 200 }, bottom: { x: 500, y: 900 } },
  };
  const made = applyEdit(newCase({ caseId: `id ${WORD}`, designId: 'A', seed: 1, engine: '1' }), {
    type: 'addPhoto',
    photo,
  });
  const points = [
    { x: 300, y: 400 },
    { x: 700, y: 400 },
  ];
  const designs = made.designs.map((design) => ({
    ...design,
    name: WORD,
    notes: WORD,
    areas: [{ ...PLAIN_AREA, kind: 'hairline' as const, id: 'line', photoId: 'front', name: WORD, points }],
    treatment: {
      ...design.treatment,
      ownPigments: [{ id: 'own', name: WORD, absorption: [1, 1, 1] as const }],
      plan: { ...design.treatment.plan, firstDate: '2026-01-01' },
    },
  }));
  return { ...made, client: { name: WORD, notes: WORD, hairLoss: null }, designs };
}

describe('what goes to the second screen', () => {
  it('is the active photo and design without a word, name or date', () => {
    const sent = withoutWords(wordyCase());
    expect(sent?.designs[0]?.areas).toHaveLength(1);
    expect(JSON.stringify(sent)).not.toMatch(/PLANTED|2026/);
  });

  it('is read back whole, and anything else is not read at all', () => {
    const released = {
      case: withoutWords(wordyCase()),
      step: 2,
      days: 30,
      light: DEFAULT_LIGHT,
      compare: { kind: 'split', at: 0.5 },
      beforeHeld: false,
      look: { zoom: 1, x: 0.5, y: 0.5 },
    };
    const message = { type: 'show', studio: 's', released };
    expect(readFromStudio(message)).toEqual(message);
    expect(readFromStudio({ ...message, released: { ...released, case: { version: 3 } } })).toMatchObject({
      released: null,
    });
    expect(readFromStudio({ type: 'drop' })).toBeNull();
    expect(readFromScreen('hello')).toBeNull();
  });

  it('shows the same place at the same share of the fitted size on any canvas', () => {
    const size = fc.record({ width: fc.integer({ min: 300, max: 4000 }), height: fc.integer({ min: 300, max: 4000 }) });
    const camera = fc.record({
      scale: fc.double({ min: 0.01, max: 16, noNaN: true }),
      x: fc.double({ min: -5000, max: 5000, noNaN: true }),
      y: fc.double({ min: -5000, max: 5000, noNaN: true }),
    });
    fc.assert(
      fc.property(size, size, size, camera, (photo, here, there, at) => {
        const look = lookOfCamera(at, photo, here);
        const back = lookOfCamera(cameraOfLook(look, photo, there), photo, there);
        expect(back.zoom).toBeCloseTo(look.zoom, 6);
        expect(back.x).toBeCloseTo(look.x, 6);
        expect(back.y).toBeCloseTo(look.y, 6);
      }),
    );
  });
});
