import { describe, expect, it } from 'vitest';
import { PLAIN_AREA, type Area } from '../../../../src/core/design/area';
import { applyEdit, activeDesign } from '../../../../src/core/design/edits';
import { newCase } from '../../../../src/core/design/newCase';
import type { Scene } from '../../../../src/core/design/scene';
import { sceneOf } from '../../../../src/core/design/sceneOf';
import { LOAD_MAX, LOAD_STEPS } from '../../../../src/core/pigment/marks/amplitude';
import { kindProfile, kindSigmaMm } from '../../../../src/core/pigment/marks/kernels';
import { DEFAULT_LOOK } from '../../../../src/core/pigment/marks/markFigures';
import { marksOf, type Marks } from '../../../../src/core/pigment/marks/marks';
import { placeDots } from '../../../../src/core/pigment/marks/placedDots';
import { profileOf } from '../../../../src/core/pigment/marks/profile';
import { dotsOfScene, type SceneDots } from '../../../../src/core/pigment/dots/sceneDots';
import { sessionsAt } from '../../../../src/core/pigment/time/sessionsAt';
import { samplePhoto } from '../../../head/samplePhotos';
import { drawPatch, laid, patchScene, SKIN_PIXEL } from '../flatSkin';

function dotsOf(scene: Scene): SceneDots {
  const made = dotsOfScene(scene);
  if (!made.ok || made.value === null) throw new Error('The scene has dots.');
  return made.value;
}

/** Skin that a mark blackens in red light, mm² of the picture at the head's middle. */
function absorbed(marks: Marks, i: number): number {
  const kind = marks.kind[i] ?? 0;
  return (
    ((marks.load[i] ?? 0) * LOAD_MAX * profileOf(kindProfile(kind)).integral * kindSigmaMm(kind) ** 2) / LOAD_STEPS
  );
}

describe('dots set by hand', () => {
  const plain = patchScene();
  const before = dotsOf(plain).dots;
  const some = [before.id[100] ?? 0, before.id[2000] ?? 0];

  it('are taken away and moved by identity, and added at full strength, whatever becomes of the density', () => {
    const handDots = {
      added: [{ id: 5, x: 3, y: 0.5, size: 1.2 }],
      moved: [{ id: some[1] ?? 0, x: 1, y: 0.7 }],
      removed: [some[0] ?? 0],
    };
    for (const perCm2 of [220, 180]) {
      const scene = { ...patchScene({ perCm2 }), handDots };
      const made = dotsOf(scene);
      const ids = Array.from(made.dots.id);
      expect(ids).not.toContain(some[0]);
      const moved = ids.indexOf(some[1] ?? 0);
      if (moved >= 0) expect([made.dots.x[moved], made.dots.y[moved]]).toEqual([1, Math.fround(0.7)]);
      expect(ids.at(-1)).toBe(5);
      const marks = marksOf(scene, placeDots(scene, made));
      // Far ahead of the line, where laid dots are faint.
      expect(absorbed(marks, marks.count - 1)).toBeGreaterThan(0.04);
    }
  });

  it('leave all others as they were', () => {
    const made = dotsOf({ ...plain, handDots: { added: [], moved: [], removed: [some[0] ?? 0] } }).dots;
    expect(made.count).toBe(before.count - 1);
    expect(Array.from(made.id)).toEqual(Array.from(before.id).filter((id) => id !== some[0]));
  });
});

describe('dots set by hand where nothing is drawn', () => {
  const added = [
    { id: 5, x: 3, y: 0.5, size: 1.2 },
    { id: 9, x: 3.1, y: 0.55, size: 1 },
  ];
  const bare = { ...patchScene(), areas: [] };
  const scene = { ...bare, handDots: { added, moved: [{ id: 77, x: 1, y: 1 }], removed: [78] } };

  it('stand all the same, at full strength and of the first session', () => {
    for (const sessions of [undefined, [{ upTo: 0.4, look: DEFAULT_LOOK }]]) {
      const shown = sessions === undefined ? scene : { ...scene, sessions };
      const made = dotsOf(shown);
      expect(Array.from(made.dots.id)).toEqual([5, 9]);
      expect(made.depths).toEqual([]);
      const marks = marksOf(shown, placeDots(shown, made));
      expect(marks.count).toBe(2);
      const among = dotsOf({ ...patchScene(), handDots: scene.handDots });
      const beside = marksOf(patchScene(), placeDots(patchScene(), among));
      expect(absorbed(marks, 1)).toBeCloseTo(absorbed(beside, beside.count - 1), 5);
    }
  });

  it('are drawn', () => {
    const drawn = drawPatch(scene, laid(scene), 1, { x: 290, y: 40, width: 20, height: 20 });
    expect(Array.from(drawn).some((pixel) => pixel !== SKIN_PIXEL)).toBe(true);
  });

  it('stand on a head, too', () => {
    const { photo } = samplePhoto('front');
    const at = { x: photo.outline.cx, y: photo.outline.cy };
    const of = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 3, engine: '1' }), {
      type: 'together',
      edits: [
        { type: 'addPhoto', photo },
        {
          type: 'setHandDots',
          handDots: { added: [{ id: 0x80000001, photoId: photo.id, at, size: 1 }], moved: [], removed: [] },
        },
      ],
    });
    const onHead = sceneOf(of, photo.id);
    if (!onHead.ok) throw new Error(onHead.error.kind);
    const made = dotsOf(onHead.value);
    const marks = marksOf(onHead.value, placeDots(onHead.value, made));
    expect([marks.count, marks.x[0], marks.y[0]]).toEqual([1, expect.closeTo(at.x, 0), expect.closeTo(at.y, 0)]);
  });

  it('are no dots where no session is shown, and without them nothing stands', () => {
    expect(dotsOf({ ...scene, sessions: [] }).dots.count).toBe(0);
    expect(dotsOfScene(bare)).toEqual({ ok: true, value: null });
  });
});

describe('marks on a head', () => {
  const { photo } = samplePhoto('left');
  const ring = Array.from({ length: 40 }, (_, i) => ({
    x: photo.outline.cx + 0.97 * photo.outline.rx * Math.cos(i / 6.366),
    y: photo.outline.cy + 0.97 * photo.outline.ry * Math.sin(i / 6.366),
  }));
  const zone: Area = {
    ...PLAIN_AREA,
    kind: 'zone',
    id: 'z',
    photoId: photo.id,
    purpose: 'full',
    rings: [ring],
    edgeMm: 0,
  };
  const opened = applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 3, engine: '1' }), { type: 'addPhoto', photo });
  const filled = applyEdit(opened, { type: 'putArea', area: zone });
  const scene = sceneOf(filled, photo.id);
  if (!scene.ok) throw new Error(scene.error.kind);
  const made = dotsOf(scene.value);

  it('take so much less light of the picture as the skin shows less of itself there', () => {
    const placed = placeDots(scene.value, made);
    const marks = marksOf(scene.value, placed);
    const bands = [0.95, 0.8, 0.6, 0.4, 0.2].map((from, i, all) => ({ from, to: all[i - 1] ?? 1.01, sum: 0, n: 0 }));
    let next = 0;
    for (let i = 0; i < made.dots.count; i++) {
      const facing = placed.places.facing[i] ?? 0;
      if (facing < 0.1) continue;
      const scale = (placed.places.pxPerMm[i] ?? 0) * scene.value.mmPerPx;
      const skin = absorbed(marks, next++) / (facing * scale * scale * (made.dots.size[i] ?? 1) ** 2);
      const band = bands.find(({ from, to }) => facing >= from && facing < to);
      if (band === undefined) continue;
      band.sum += skin;
      band.n++;
    }
    const means = bands.map(({ sum, n }) => sum / n);
    for (const mean of means) expect(mean / (means[0] ?? 1)).toBeCloseTo(1, 1);
    expect(bands.every(({ n }) => n > 300)).toBe(true);
  });

  it('lie narrower the more the skin turns away', () => {
    const placed = placeDots(scene.value, made);
    const marks = marksOf(scene.value, placed);
    const seen = Array.from(placed.places.facing).filter((facing) => facing >= 0.1);
    const tilted = (from: number, to: number): number => {
      const those = seen.flatMap((facing, i) => (facing >= from && facing < to ? [marks.tilt[i] ?? 0] : []));
      return those.reduce((sum, tilt) => sum + (tilt === 0 ? 0 : Math.floor((tilt - 1) / 6) + 1), 0) / those.length;
    };
    expect(tilted(0.9, 1.01)).toBeLessThan(1.4);
    expect(tilted(0.25, 0.35)).toBeGreaterThan(3);
  });

  it('in an area with a pigment of its own have the look of that pigment', () => {
    const own = applyEdit(filled, {
      type: 'putArea',
      area: { ...zone, pigment: { kind: 'single', pigmentId: 'warmBlack' } },
    });
    const design = activeDesign(own);
    if (design === undefined) throw new Error('The case has a design.');
    const sessions = sessionsAt(design, { step: null, days: 30, light: 'asInPhoto' });
    expect(sessions).toHaveLength(3);
    for (const { look, others } of sessions) {
      expect(others).toHaveLength(1);
      expect(others?.[0]?.markDensity).not.toEqual(look.markDensity);
    }
    const scene = sceneOf(own, photo.id);
    expect(scene.ok && scene.value.areas[0]?.pigment).toBe(1);
  });
});
