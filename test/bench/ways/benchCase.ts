import { PLAIN_AREA, type Area } from '../../../src/core/design/area';
import { FRESH_PHOTO, type Case, type Photo } from '../../../src/core/design/case';
import { activeDesign, applyEdit, hairlineOn } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import type { Scene } from '../../../src/core/design/scene';
import { sceneOf } from '../../../src/core/design/sceneOf';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { dotsOfScene, type SceneDots } from '../../../src/core/pigment/dots/sceneDots';
import { DEFAULT_LIGHT } from '../../../src/core/pigment/light/lightChoice';
import { HEALED_DAY } from '../../../src/core/pigment/time/healingCurves';
import { sessionsAt } from '../../../src/core/pigment/time/sessionsAt';
import { DOT_MM, PHOTO, PX_PER_MM } from './benchScreen';

/** The documents of the bench: a flat photo with a hairline whose middle handle is dragged. */

const PHOTO_ID = 'photo';
const p = (x: number, y: number): PhotoPoint => ({ x, y });

interface Head {
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
}

/** Nearly the whole picture. */
const LARGE: Head = { cx: 2000, cy: 1500, rx: 1950, ry: 1450 };
/** A flat part of it, so that all else is elsewhere. */
const SMALL: Head = { cx: 2000, cy: 2600, rx: 1000, ry: 220 };

const photoOf = (head: Head): Photo => ({
  ...FRESH_PHOTO,
  ...PHOTO,
  id: PHOTO_ID,
  sha256: 'bench',
  view: 'other',
  calibration: { kind: 'ruler', a: p(0, 0), b: p(1000, 0), mm: 1000 / PX_PER_MM },
  outline: { ...head, angleDeg: 0, placed: true },
  midline: { top: p(head.cx, head.cy - head.ry), bottom: p(head.cx, head.cy + head.ry) },
});

function opened(head: Head, handles: readonly PhotoPoint[], perCm2: number): Case {
  const empty = newCase({ caseId: 'case', designId: 'design', seed: 5, engine: 'bench' });
  const withPhoto = applyEdit(empty, { type: 'addPhoto', photo: photoOf(head) });
  const drawn = applyEdit(withPhoto, { type: 'setHairline', areaId: 'line', photoId: PHOTO_ID, points: handles });
  return filled(drawn, perCm2);
}

const filled = (of: Case, perCm2: number): Case => ({
  ...of,
  designs: of.designs.map((design) => ({ ...design, fill: { ...design.fill, perCm2, dotSizeMm: DOT_MM } })),
});

/** A scene as the studio feeds its picture: with the sessions of the design, healed. */
export function sceneNow(of: Case): Scene {
  const scene = sceneOf(of, PHOTO_ID);
  const design = activeDesign(of);
  if (!scene.ok || design === undefined) throw new Error('The document of the bench gives no scene.');
  return { ...scene.value, sessions: sessionsAt(design, { step: null, days: HEALED_DAY, light: DEFAULT_LIGHT }) };
}

/** The dots of a scene, as the picture's worker lays them. */
export function dotsNow(of: Case): SceneDots {
  const made = dotsOfScene(sceneNow(of));
  if (!made.ok || made.value === null) throw new Error('The document of the bench gives no dots.');
  return made.value;
}

/** The document at the density that gives so many dots beside others, to a few in a thousand. */
function withDots(at: (perCm2: number) => Case, wanted: number, others = 0): Case {
  let perCm2 = 100;
  for (let round = 0; round < 3; round++) perCm2 *= wanted / (dotsNow(at(perCm2)).dots.count - others);
  return at(perCm2);
}

/** One area over nearly the whole photo, filled with so many dots. */
export const caseWithDots = (wanted: number): Case => {
  const handles = [p(250, 2150), p(1000, 2200), p(2000, 2250), p(3000, 2200), p(3750, 2150)];
  return withDots((perCm2) => opened(LARGE, handles, perCm2), wanted);
};

/** A small area with the hairline, always the same, and so many dots in a zone elsewhere. */
export function caseWithRest(atRest: number): Case {
  const handles = [p(1000, 2600), p(1500, 2600), p(2000, 2600), p(2500, 2600), p(3000, 2600)];
  const zone = (perCm2: number): Area => ({
    ...PLAIN_AREA,
    kind: 'zone',
    id: 'rest',
    photoId: PHOTO_ID,
    purpose: 'full',
    rings: [[p(150, 100), p(3850, 100), p(3850, 2150), p(150, 2150)]],
    edgeMm: 5,
    perCm2,
  });
  const line = opened(SMALL, handles, 220);
  const own = dotsNow(line).dots.count;
  return withDots((perCm2) => applyEdit(line, { type: 'putArea', area: zone(perCm2) }), atRest, own);
}

/** The document with the hairline's middle handle pulled up by so much. */
export function pulled(of: Case, upPx: number): Case {
  const line = hairlineOn(of, PHOTO_ID);
  if (line === undefined) throw new Error('The document of the bench has no hairline.');
  const middle = Math.floor(line.points.length / 2);
  const points = line.points.map((handle, i) => (i === middle ? { ...handle, y: handle.y - upPx } : handle));
  return applyEdit(of, { type: 'setHairline', areaId: line.id, photoId: PHOTO_ID, points });
}
