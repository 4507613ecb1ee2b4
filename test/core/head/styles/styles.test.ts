import { describe, expect, it } from 'vitest';
import { flattenCurve } from '../../../../src/core/geometry/curve';
import { crossesItself, polylinePoints } from '../../../../src/core/geometry/polygon';
import { canthusAcrossMm, faceOf } from '../../../../src/core/head/guides/face';
import { heightOfLineMm, lineOnHead } from '../../../../src/core/head/guides/lineOnHead';
import { onSkull } from '../../../../src/core/head/guides/onSkull';
import { PLAIN_OPTIONS, placeStyle, type StyleOptions } from '../../../../src/core/head/styles/placeStyle';
import { STYLE_IDS, type StyleId } from '../../../../src/core/head/styles/style';
import { STYLES } from '../../../../src/core/head/styles/styles';
import type { View } from '../../../../src/core/head/headPhoto';
import type { Vec3 } from '../../../../src/core/head/skull/vec3';
import { headOf, photoOf } from '../guides/heads';

const BREADTHS = [140, 146, 152, 158, 165] as const;

function placed(id: StyleId, breadthMm: number, view: View = 'front', options: StyleOptions = PLAIN_OPTIONS) {
  const photo = photoOf(breadthMm, view);
  const head = headOf(photo);
  const face = faceOf(photo, head);
  const handles = placeStyle(STYLES[id], options, head, face);
  if (!handles.ok) throw new Error(handles.error.kind);
  return { head, face, handles: handles.value, line: lineOnHead(handles.value, head) };
}

/** Where the drawn line passes a distance from the middle, above the brow, on the client's left. */
function at(line: readonly Vec3[], acrossMm: number): Vec3 {
  const upper = line.filter(([x, y]) => x > 0 && y > 20);
  const nearest = upper.toSorted((a, b) => Math.abs(a[0] - acrossMm) - Math.abs(b[0] - acrossMm))[0];
  if (nearest === undefined) throw new Error('the line does not come there');
  return nearest;
}

describe('a style placed on a head', () => {
  it.each(STYLE_IDS.flatMap((id) => BREADTHS.map((breadth) => [id, breadth] as const)))(
    '%s keeps its height, its curvature and its corner to the millimetre at a breadth of %d mm',
    (id, breadth) => {
      const { head, face, line } = placed(id, breadth);
      const style = STYLES[id];
      const skull = onSkull(head.shape);
      const height = heightOfLineMm(line, face, head) ?? 0;
      expect(Math.abs(height - (style.heightMm - style.peakMm))).toBeLessThan(1);
      const brow = skull.front(0, face.at('glabella')[1]) ?? [0, 0, 0];
      const levelY = skull.up(brow, style.heightMm)[1];
      const corner = {
        acrossMm: canthusAcrossMm(face, head) + style.corner.beyondMm,
        setbackMm: style.corner.setbackMm,
      };
      for (const { acrossMm, setbackMm } of [...style.front, corner]) {
        const there = at(line, acrossMm);
        expect(Math.abs(there[0] - acrossMm)).toBeLessThan(1);
        const level = skull.front(there[0], levelY) ?? [0, 0, 0];
        const back = Math.sign(there[1] - level[1]) * skull.skinMm(level, there);
        expect(Math.abs(back - setbackMm)).toBeLessThan(1);
      }
    },
  );

  it('is its own mirror image on the head', () => {
    for (const id of STYLE_IDS) {
      const { handles, head } = placed(id, 152);
      const places = handles.map((p) => head.toPhoto([0, 0, 0]).x - p.x);
      for (const [i, x] of places.entries()) expect(x).toBeCloseTo(-(places.at(-1 - i) ?? NaN), 3);
    }
  });

  it('has 5 to 13 handles from the front, whatever is added, and does not cross itself in any view', () => {
    for (const id of STYLE_IDS)
      for (const templePoints of [false, true])
        for (const sideburns of [false, true])
          for (const view of ['front', 'front45', 'left', 'right', 'top'] as const) {
            const { handles } = placed(id, 152, view, { heightMm: null, templePoints, sideburns });
            expect(handles.length).toBeGreaterThanOrEqual(view === 'front' ? 5 : 3);
            expect(handles.length).toBeLessThanOrEqual(13);
            expect(crossesItself(polylinePoints(flattenCurve(handles, 1)))).toBe(false);
            expect((handles[0]?.x ?? 0) < (handles.at(-1)?.x ?? 0)).toBe(true);
          }
  });

  it('never falls going back to its corner, but for those whose corner is rounded away', () => {
    const rounded: readonly StyleId[] = ['rounded', 'femaleRounded', 'femalePeak', 'broken', 'widowsPeak'];
    for (const id of STYLE_IDS.filter((each) => !rounded.includes(each))) {
      const { line, face, head } = placed(id, 152, 'left');
      const corner = canthusAcrossMm(face, head) + STYLES[id].corner.beyondMm;
      const front = line.filter(([x, y]) => x > 15 && x < corner - 4 && y > 20).toSorted((a, b) => a[0] - b[0]);
      for (const [i, [, y]] of front.entries()) expect(y).toBeGreaterThan((front[i - 1]?.[1] ?? y) - 0.6);
    }
  });

  it('stands as high as it is told, in place of its own height', () => {
    const { line, face, head } = placed('natural', 152, 'front', { ...PLAIN_OPTIONS, heightMm: 62 });
    expect(heightOfLineMm(line, face, head)).toBeCloseTo(62, 0);
  });

  it('brings the temple forward where temple points are wanted, and down before the ear with sideburns', () => {
    const plain = placed('natural', 152, 'left').line;
    const peaked = placed('natural', 152, 'left', { ...PLAIN_OPTIONS, templePoints: true }).line;
    const burns = placed('natural', 152, 'left', { ...PLAIN_OPTIONS, sideburns: true }).line;
    const foremost = (line: readonly Vec3[]): number =>
      Math.max(...line.filter(([, y]) => y > 0 && y < 25).map(([, , z]) => z));
    expect(foremost(peaked) - foremost(plain)).toBeGreaterThan(10);
    const lowest = (line: readonly Vec3[]): number => Math.min(...line.map(([, y]) => y));
    expect(lowest(plain) - lowest(burns)).toBeGreaterThan(30);
  });

  it('is refused in a sentence where the view hides the forehead, or where it would leave the head', () => {
    const crown = photoOf(152, 'crown');
    const hidden = placeStyle(STYLES.natural, PLAIN_OPTIONS, headOf(crown), faceOf(crown, headOf(crown)));
    expect(hidden).toEqual({ ok: false, error: { kind: 'frontHidden' } });
    const high = { ...PLAIN_OPTIONS, heightMm: 190 };
    const front = photoOf(152);
    const over = placeStyle(STYLES.natural, high, headOf(front), faceOf(front, headOf(front)));
    expect(over.ok).toBe(false);
  });
});
