import { describe, expect, it } from 'vitest';
import { PLAIN_AREA, type HairlineArea } from '../../../src/core/design/area';
import { FRESH_PHOTO, type ClientCard, type Design, type Photo } from '../../../src/core/design/case';
import { newCase } from '../../../src/core/design/newCase';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { canthusAcrossMm, faceOf } from '../../../src/core/head/guides/face';
import { glabellaOn } from '../../../src/core/head/guides/garg';
import { onSkull } from '../../../src/core/head/guides/onSkull';
import type { Landmark } from '../../../src/core/head/headPhoto';
import { PLAIN_OPTIONS, placeStyle, type StyleOptions } from '../../../src/core/head/styles/placeStyle';
import { STYLE_IDS, type StyleId } from '../../../src/core/head/styles/style';
import { STYLES } from '../../../src/core/head/styles/styles';
import { adviceOf, type AdviceKind } from '../../../src/core/plan/advice';
import { headOf, photoOf } from '../head/guides/heads';

const CLIENT: ClientCard = { name: '', notes: '', hairLoss: null };
const WOMAN: ClientCard = { ...CLIENT, hairLoss: { scale: 'ludwig', stage: '1' } };
const [DESIGN] = newCase({ caseId: 'c', designId: 'd', seed: 1, engine: '1' }).designs as [Design];

const photo = (view: 'front' | 'left' = 'front', landmarks: readonly Landmark[] = []): Photo => ({
  ...FRESH_PHOTO,
  ...photoOf(152, view, landmarks),
  id: 'p',
  sha256: 'ab',
});
const area = (points: readonly PhotoPoint[]): HairlineArea => ({
  ...PLAIN_AREA,
  kind: 'hairline',
  id: 'line',
  photoId: 'p',
  points,
});

function styled(id: StyleId, options: Partial<StyleOptions> = {}, on = photo()): readonly PhotoPoint[] {
  const head = headOf(on);
  const made = placeStyle(STYLES[id], { ...PLAIN_OPTIONS, ...options }, head, faceOf(on, head));
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

/** A front through places given as mm across from the middle and mm upright over the level 75 mm above the glabella. */
function drawn(places: readonly (readonly [number, number])[], on = photo()): readonly PhotoPoint[] {
  const head = headOf(on);
  const skull = onSkull(head.shape);
  const level = skull.up(glabellaOn(skull, faceOf(on, head)), 75)[1];
  return places.map(([x, y]) => head.toPhoto(skull.front(x, level + y) ?? [0, 0, 0]));
}

const found = (
  points: readonly PhotoPoint[],
  change: { on?: Photo; design?: Design; client?: ClientCard } = {},
): Partial<Record<AdviceKind, number>> =>
  Object.fromEntries(
    adviceOf(change.on ?? photo(), change.design ?? DESIGN, area(points), change.client ?? CLIENT).map(
      ({ kind, value }) => [kind, value],
    ),
  );

describe('advice', () => {
  it('has nothing to say of the styles as they are placed, on men or on women', () => {
    for (const id of STYLE_IDS) {
      const woman = id === 'femaleRounded' || id === 'femalePeak';
      expect([id, found(styled(id), { client: woman ? WOMAN : CLIENT })]).toEqual([id, {}]);
      expect([id, found(styled(id, {}, photo('left')), { on: photo('left'), client: woman ? WOMAN : CLIENT })]).toEqual(
        [id, {}],
      );
    }
  });

  it('names a line too low for the face with its height, and lets a woman’s stand a little lower', () => {
    const low = styled('natural', { heightMm: 53 });
    expect(found(low).low).toBeCloseTo(53, 0);
    expect(found(styled('natural', { heightMm: 57 })).low).toBeCloseTo(57, 0);
    expect(found(styled('femaleRounded', { heightMm: 57 }), { client: WOMAN }).low).toBeUndefined();
  });

  it('measures the height against the thirds once nose and chin are confirmed', () => {
    const at = (name: Landmark['name'], y: number): Landmark => ({ name, at: { x: 1200, y }, confirmed: true });
    const long = photo('front', [at('glabella', 1270), at('subnasale', 2050), at('menton', 2830)]);
    const line = styled('juvenile', {}, long);
    expect(found(line, { on: long }).lowThirds).toBeGreaterThan(40);
    expect(found(line, { on: photo('front', [at('glabella', 1270)]) }).lowThirds).toBeUndefined();
  });

  it('finds a corner that is filled flat past the canthus’ vertical', () => {
    const head = headOf(photo());
    const canthus = canthusAcrossMm(faceOf(photo(), head), head);
    const out = canthus + 13;
    const flat = drawn([
      [-out - 4, -30],
      [-out, 0],
      [-30, 0.8],
      [0, 0],
      [30, 0.8],
      [out, 0],
      [out + 4, -30],
    ]);
    const past = found(flat).cornerFlat ?? 0;
    expect(past).toBeGreaterThan(11);
    expect(past).toBeLessThan(19);
    expect(found(flat, { client: WOMAN }).cornerFlat).toBeUndefined();
  });

  it('finds a line that falls going back, by how much', () => {
    const falling = drawn([
      [-48, -16],
      [-36, -9],
      [-18, -2.5],
      [0, 0],
      [18, -2.5],
      [36, -9],
      [48, -16],
    ]);
    expect(found(falling).falling).toBeGreaterThan(7);
    expect(found(falling).falling).toBeLessThan(11);
  });

  it('measures the asymmetry on the head and says where: one handle 6 mm up', () => {
    const even = styled('natural');
    const uneven = even.map((p, i) => (i === 4 ? { x: p.x, y: p.y - 60 } : p));
    const [advice] = adviceOf(photo(), DESIGN, area(uneven), CLIENT).filter(({ kind }) => kind === 'asymmetry');
    // Straight up in the picture is further on the forehead, which leans back.
    expect(advice?.value).toBeGreaterThan(5);
    expect(advice?.value).toBeLessThan(11);
    expect(Math.abs((advice?.at.x ?? 0) - (even[4]?.x ?? 0))).toBeLessThan(60);
  });

  it('warns of a ruled edge, of a density that merges, and of a dark mixture denser than hair', () => {
    const line = styled('natural');
    const edge = { ...DESIGN, edge: { ...DESIGN.edge, wanderMm: 0.2 } };
    expect(found(line, { design: edge }).straight).toBe(0.2);
    const dense = { ...DESIGN, fill: { ...DESIGN.fill, perCm2: 330 } };
    expect(found(line, { design: dense }).dense).toBe(330);
    const sessions = DESIGN.treatment.plan.sessions.map((each) => ({ ...each, dilution: 6 }));
    const dark = {
      ...DESIGN,
      fill: { ...DESIGN.fill, perCm2: 250 },
      treatment: { ...DESIGN.treatment, plan: { ...DESIGN.treatment.plan, sessions } },
    };
    expect(found(line, { design: dark })).toEqual({ denseDark: 250 });
    expect(found(line, { design: { ...DESIGN, fill: dark.fill } })).toEqual({});
  });

  it('says nothing of a close-up’s head, and takes handles that are nowhere on it', () => {
    const closeUp = { ...photo(), view: 'other' as const };
    expect(found(styled('natural', { heightMm: 53 }), { on: closeUp })).toEqual({});
    expect(
      found([
        { x: 5, y: 5 },
        { x: 90, y: 5 },
      ]),
    ).toEqual({});
    expect(found([])).toEqual({});
  });
});
