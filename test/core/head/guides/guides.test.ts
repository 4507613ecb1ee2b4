import { describe, expect, it } from 'vitest';
import { canthusAcrossMm, faceOf, landmarksOf, withLandmark } from '../../../../src/core/head/guides/face';
import { gargOn, glabellaOn } from '../../../../src/core/head/guides/garg';
import { guideOf, GUIDES } from '../../../../src/core/head/guides/guides';
import { headInPhoto } from '../../../../src/core/head/guides/headInPhoto';
import { heightOfLineMm, lineOnHead } from '../../../../src/core/head/guides/lineOnHead';
import { onSkull } from '../../../../src/core/head/guides/onSkull';
import type { Landmark } from '../../../../src/core/head/headPhoto';
import { headOf, photoOf } from './heads';

const landmark = (name: Landmark['name'], x: number, y: number): Landmark => ({ name, at: { x, y }, confirmed: true });

describe('ways over the skull', () => {
  // A ball of 80 mm, but for the taper of a skull: worked by hand where the taper does nothing, in the plane z = 0.
  const skull = onSkull({ sideMm: 80, upMm: 80, downMm: 80, frontMm: 80, backMm: 80 });

  it('measures a quarter of a level circle as the arc it is', () => {
    const side = skull.towards([1, 0, 0]);
    const below = skull.towards([0, -1, 0]);
    expect(skull.skinMm(side, below)).toBeCloseTo((Math.PI / 2) * 80, 0);
  });

  it('walks up and level by the length that a tape then measures, straight above and beside', () => {
    const brow = skull.front(0, -10) ?? [0, 0, 0];
    const up = skull.up(brow, 60);
    const beside = skull.level(brow, -60);
    expect(up[0]).toBeCloseTo(0, 6);
    expect(beside[1]).toBeCloseTo(-10, 6);
    expect(skull.skinMm(brow, up)).toBeCloseTo(60, 1);
    // A level line is a little longer than the tape, which takes the shortest way.
    expect(skull.skinMm(brow, beside)).toBeGreaterThan(59.3);
    expect(skull.skinMm(brow, beside)).toBeLessThanOrEqual(60.05);
  });

  it('finds the middle of a way as far from both its ends', () => {
    const [a, b] = [skull.towards([0.2, 0.1, 1]), skull.towards([0.8, 0.7, 0.4])];
    const middle = skull.between(a, b, 0.5);
    expect(skull.skinMm(a, middle)).toBeCloseTo(skull.skinMm(middle, b), 1);
  });
});

describe('proposed landmarks', () => {
  it('stand where a mean head of that size has them: pupils 63 mm apart on a breadth of 152 mm', () => {
    const photo = photoOf(152);
    const head = headOf(photo);
    const all = landmarksOf(photo, head);
    expect(all).toHaveLength(8);
    expect(all.every(({ confirmed }) => !confirmed)).toBe(true);
    const face = faceOf(photo, head);
    expect(face.at('pupilLeft')[0] - face.at('pupilRight')[0]).toBeCloseTo(63, 0);
  });

  it('leave out what the view hides', () => {
    const photo = photoOf(152, 'left');
    const names = landmarksOf(photo, headOf(photo)).map(({ name }) => name);
    expect(names).toContain('canthusLeft');
    expect(names).toContain('glabella');
    expect(names).not.toContain('canthusRight');
    expect(landmarksOf(photoOf(152, 'crown'), headOf(photoOf(152, 'crown')))).toEqual([]);
  });

  it('follow the confirmed ones, which themselves stay to the pixel', () => {
    const before = landmarksOf(photoOf(152), headOf(photoOf(152)));
    const was = before.find(({ name }) => name === 'glabella')?.at ?? { x: 0, y: 0 };
    const moved = photoOf(152, 'front', withLandmark([], 'glabella', { x: was.x + 6, y: was.y + 40 }));
    const after = landmarksOf(moved, headOf(moved));
    expect(after.find(({ name }) => name === 'glabella')).toEqual(landmark('glabella', was.x + 6, was.y + 40));
    for (const { name, at } of before.filter((each) => each.name !== 'glabella')) {
      const now = after.find((each) => each.name === name);
      expect(now?.confirmed).toBe(false);
      expect((now?.at.y ?? 0) - at.y).toBeCloseTo(40, 6);
      expect((now?.at.x ?? 0) - at.x).toBeCloseTo(6, 6);
    }
  });
});

describe('the construction by Garg', () => {
  it.each([140, 152, 165])('has every one of its lengths on a head %d mm broad', (breadth) => {
    const photo = photoOf(breadth);
    const head = headOf(photo);
    const skull = onSkull(head.shape);
    for (const side of [1, -1] as const) {
      const { a, b, c, d, e } = gargOn(head, faceOf(photo, head), side);
      for (const [from, to] of [
        [a, b],
        [b, c],
        [c, e],
      ] as const)
        expect(skull.skinMm(from, to)).toBeCloseTo(80, 1);
      expect(skull.skinMm(a, e)).toBeGreaterThan(79.5);
      expect(skull.skinMm(c, d)).toBeCloseTo(50, 0);
      expect(Math.sign(c[0])).toBe(side);
      // The corner stands above the brow's level and outside the middle, never the other solution at the glabella.
      expect(c[1]).toBeGreaterThan(e[1] + 40);
      expect(e[1]).toBeCloseTo(a[1], 6);
    }
  });
});

describe('guides', () => {
  // Off the skull's middle by hand: brow at 1,250 px, nose at 1,930, chin at 2,590; 10 px a mm.
  const marked = photoOf(152, 'front', [
    landmark('glabella', 1200, 1250),
    landmark('subnasale', 1200, 1930),
    landmark('menton', 1200, 2590),
  ]);
  const head = headOf(marked);
  const face = faceOf(marked, head);

  it('name the thirds as they measure: the upper is the mean of the lower two', () => {
    const made = guideOf('thirds', head, face, []);
    const figures = made.ok ? made.value.figures.map(({ mm }) => mm) : [];
    const [upper = 0, middle = 0, lower = 0] = figures;
    expect(upper).toBeCloseTo((middle + lower) / 2, 6);
    // 680 and 660 px; what stands before the skull's middle is nearer to the camera, so fewer mm than px / 10.
    expect(middle).toBeGreaterThan(60);
    expect(middle).toBeLessThan(68);
    expect(lower / middle).toBeCloseTo(660 / 680, 1);
  });

  it('give the height of a drawn line as the tape lies on the forehead', () => {
    const skull = onSkull(head.shape);
    const top = skull.up(glabellaOn(skull, face), 76.5);
    const at = head.toPhoto(top);
    const handles = [-300, 0, 300].map((dx) => ({ x: at.x + dx, y: at.y }));
    expect(heightOfLineMm(lineOnHead(handles, head), face, head)).toBeCloseTo(76.5, 1);
    const made = guideOf('height', head, face, handles);
    expect(made.ok && made.value.figures[0]?.mm).toBeCloseTo(76.5, 1);
  });

  it('stand on the canthi, upright', () => {
    const made = guideOf('canthus', head, face, []);
    expect(made.ok && made.value.lines).toHaveLength(2);
    const across = canthusAcrossMm(face, head);
    const places = (made.ok ? made.value.lines : []).flatMap((line) => line.slice(1).map(head.toHead));
    expect(places.length).toBeGreaterThan(30);
    for (const place of places) if (place !== null) expect(Math.abs(place[0])).toBeCloseTo(across, 3);
  });

  it('say what they miss where landmarks stand in an order that no face has', () => {
    const upside = photoOf(152, 'front', [landmark('menton', 1200, 700)]);
    const made = guideOf('thirds', headOf(upside), faceOf(upside, headOf(upside)), []);
    expect(made).toEqual({ ok: false, error: { kind: 'order', above: 'subnasale', below: 'menton' } });
  });

  it('say that the view hides what they are made from, and that there is no line to measure', () => {
    const crown = photoOf(152, 'crown');
    const hidden = guideOf('garg', headOf(crown), faceOf(crown, headOf(crown)), []);
    expect(hidden).toEqual({ ok: false, error: { kind: 'notSeen', name: 'glabella' } });
    expect(guideOf('height', head, face, [])).toEqual({ ok: false, error: { kind: 'noLine' } });
  });

  it('are made of finite places in every view that shows a head', () => {
    for (const view of ['front', 'left', 'right', 'top', 'crown', 'front45'] as const) {
      const photo = photoOf(152, view);
      for (const id of GUIDES) {
        const made = guideOf(id, headOf(photo), faceOf(photo, headOf(photo)), []);
        const points = made.ok ? made.value.lines.flat() : [];
        expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      }
    }
    expect(headInPhoto(photoOf(152, 'other'))).toBeNull();
  });
});
