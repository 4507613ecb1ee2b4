import { describe, expect, test } from 'vitest';
import { PLAIN_AREA, type Area, type ZoneArea } from '../../../src/core/design/area';
import type { BrushStroke } from '../../../src/core/design/brushStroke';
import type { Case } from '../../../src/core/design/case';
import { applyEdit, type CaseEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import type { Scene } from '../../../src/core/design/scene';
import { sceneOf } from '../../../src/core/design/sceneOf';
import { regionBehind } from '../../../src/core/head/region';
import { scalpLine } from '../../../src/core/head/scalpLine';
import { scalpOf } from '../../../src/core/head/scalpOf';
import { LINE, PHOTO } from '../tools/desk';

const box = (x: number, y: number, size: number) => [
  { x, y },
  { x: x + size, y },
  { x: x + size, y: y + size },
  { x, y: y + size },
];
const card = { ...PLAIN_AREA, photoId: PHOTO.id };
const zone = (id: string, change: Partial<ZoneArea> = {}): Area => ({
  ...card,
  kind: 'zone',
  id,
  purpose: 'full',
  rings: [box(900, 400, 150)],
  edgeMm: 3,
  ...change,
});
const hair: Area = {
  kind: 'hair',
  id: 'hair',
  photoId: PHOTO.id,
  name: '',
  hidden: false,
  locked: false,
  rings: [box(700, 500, 120)],
  blendMm: 4,
};
const scar: Area = {
  ...card,
  kind: 'scar',
  id: 'scar',
  form: 'strip',
  points: [
    { x: 800, y: 600 },
    { x: 1200, y: 620 },
  ],
  widthMm: 3,
  blendMm: 2,
  retention: 0.8,
  extraSessions: 0,
};

const put = (area: Area): CaseEdit => ({ type: 'putArea', area });
const DOT = { id: 0x80000001, photoId: PHOTO.id, at: { x: 1000, y: 700 }, size: 1 };
const STROKE: BrushStroke = {
  id: 'stroke',
  photoId: PHOTO.id,
  kind: 'more',
  path: [900, 500, 1100, 520],
  sizeMm: 8,
  feather: 0.5,
  strength: 0.4,
  perCm2: null,
};
const START = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }), {
  type: 'together',
  edits: [
    { type: 'addPhoto', photo: PHOTO },
    { type: 'setHairline', areaId: 'line', photoId: PHOTO.id, points: LINE },
    put(zone('z1')),
    put(zone('z2', { pigment: { kind: 'single', pigmentId: 'warmBlack' } })),
    put(hair),
    put(scar),
    { type: 'addStroke', stroke: STROKE },
    { type: 'setHandDots', handDots: { added: [DOT], moved: [], removed: [] } },
  ],
});

function sceneAfter(of: Case): Scene {
  const scene = sceneOf(of, PHOTO.id);
  if (!scene.ok) throw new Error(scene.error.kind);
  return scene.value;
}

const moved = (place: number, dy: number): CaseEdit => ({
  type: 'setHairline',
  areaId: 'line',
  photoId: PHOTO.id,
  points: LINE.map((p, i) => (i === place ? { ...p, y: p.y + dy } : p)),
});

describe('the areas of a scene', () => {
  test('that an edit leaves alone are the very ones that they were', () => {
    const before = sceneAfter(START);
    const after = sceneAfter(applyEdit(START, moved(2, 20)));
    expect(after.areas[0]).not.toEqual(before.areas[0]);
    for (const place of [1, 2, 3]) expect(after.areas[place]).toBe(before.areas[place]);
    expect(after.cuts[0]).toBe(before.cuts[0]);
    expect(after.strokes).toBe(before.strokes);
    expect(after.handDots).toBe(before.handDots);
  });

  const OWN = { kind: 'single', pigmentId: 'neutralBlack' } as const;
  test.each<[string, CaseEdit]>([
    ['the hairline', moved(2, 31)],
    ['an end of the hairline', moved(0, -40)],
    ['the fill', { type: 'setFill', fill: { perCm2: 180, dotSizeMm: 0.3, softEdgeMm: 9 } }],
    ['the pigment of an area below', put(zone('z1', { pigment: OWN }))],
    ['the outline', { type: 'setOutline', photoId: PHOTO.id, outline: { ...PHOTO.outline, rx: 600 } }],
    [
      'the scale',
      {
        type: 'setCalibration',
        photoId: PHOTO.id,
        calibration: { kind: 'ruler', a: { x: 0, y: 0 }, b: { x: 500, y: 0 }, mm: 60 },
      },
    ],
    ['a stroke more', { type: 'addStroke', stroke: { ...STROKE, id: 'next' } }],
    ['the view', { type: 'setView', photoId: PHOTO.id, view: 'top', outline: PHOTO.outline }],
    [
      'the dots of the hand',
      { type: 'setHandDots', handDots: { added: [DOT, { ...DOT, id: 5 }], moved: [], removed: [1] } },
    ],
  ])('follow %s as if nothing had been made before', (_, edit) => {
    sceneAfter(START);
    const after = applyEdit(START, edit);
    expect(sceneAfter(after)).toEqual(sceneAfter(structuredClone(after)));
    expect(sceneAfter(START)).toEqual(sceneAfter(structuredClone(START)));
    expect(sceneAfter(after)).not.toEqual(sceneAfter(START));
  });

  test('have the place of their pigment among the areas’ own, each counted once', () => {
    const edits = [OWN, { kind: 'single', pigmentId: 'warmBlack' } as const, OWN].map((pigment, i) =>
      put(zone(`own${String(i)}`, { pigment })),
    );
    const { areas } = sceneAfter(applyEdit(START, { type: 'together', edits }));
    expect(areas.map(({ pigment }) => pigment)).toEqual([0, 0, 1, 0, 2, 1, 2]);
  });

  test('behind a hairline are closed along the outline as the photo shows it', () => {
    const [area] = sceneAfter(START).areas;
    const region = regionBehind(LINE, PHOTO.outline, PHOTO.view);
    if (area?.kind !== 'hairline' || !region.ok) throw new Error('The hairline bounds an area.');
    const { map, mmPerPx } = scalpOf(PHOTO);
    expect(area.ringCm).toEqual(scalpLine(map, mmPerPx, region.value.ring, true));
  });
});
