import { expect, it } from 'vitest';
import { densityAt } from '../../../src/core/density/field';
import { sceneField } from '../../../src/core/density/sceneField';
import { PLAIN_AREA, type Area } from '../../../src/core/design/area';
import { applyEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import { sceneOf } from '../../../src/core/design/sceneOf';
import { LINE, PHOTO } from '../tools/desk';

/** A close-up at 0.1 mm a pixel, so that a chart centimetre is 100 px. */
const CLOSE_UP = { ...PHOTO, view: 'other' as const };
const box = (x0: number, y0: number, x1: number, y1: number) => [
  [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ],
];
const card = { ...PLAIN_AREA, photoId: PHOTO.id };
const zone = (id: string, purpose: 'full' | 'density'): Area => ({
  ...card,
  kind: 'zone',
  id,
  purpose,
  rings: box(300, 1500, 900, 2100),
  edgeMm: 2,
});

function densityOf(areas: readonly Area[], softEdgeMm = 5): (x: number, y: number) => number {
  const edits = areas.map((area) => ({ type: 'putArea' as const, area }));
  const of = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }), {
    type: 'together',
    edits: [{ type: 'addPhoto', photo: CLOSE_UP }, { type: 'setFill', fill: { softEdgeMm } }, ...edits],
  });
  const scene = sceneOf(of, PHOTO.id);
  const made = scene.ok ? sceneField(scene.value, null) : null;
  const field = made?.ok === true ? made.value?.field : undefined;
  return (x, y) => (field === undefined ? NaN : densityAt(field, x / 100, y / 100));
}

it('a hard hairline ends at its outline, whatever other areas there are', () => {
  const at = densityOf([{ ...card, kind: 'hairline', id: 'h', points: LINE }, zone('z', 'full')], 0);
  expect(at(1000, 450)).toBeGreaterThan(50);
  expect(at(1000, 1000)).toBe(0);
  expect(at(600, 1800)).toBeGreaterThan(50);
});

it('hair takes the dots of a zone away, but not of one that is set among hairs', () => {
  const hair: Area = {
    kind: 'hair',
    id: 'hair',
    photoId: PHOTO.id,
    name: '',
    hidden: false,
    locked: false,
    rings: box(300, 1500, 900, 1800),
    blendMm: 5,
  };
  expect(densityOf([zone('z', 'full'), hair])(600, 1600)).toBe(0);
  expect(densityOf([zone('z', 'full'), hair])(600, 1900)).toBeGreaterThan(50);
  expect(densityOf([zone('z', 'density'), hair])(600, 1600)).toBeGreaterThan(50);
});
