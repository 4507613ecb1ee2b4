import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PLAIN_AREA } from '../../../src/core/design/area';
import type { Case } from '../../../src/core/design/case';
import { applyEdit, type CaseEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import type { Scene, SceneStroke } from '../../../src/core/design/scene';
import { sceneOf } from '../../../src/core/design/sceneOf';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { layMemory, layOnPhoto, type LaidOnPhoto, type LayMemory } from '../../../src/core/pigment/layOnPhoto';
import type { MarkIndex } from '../../../src/core/pigment/marks/markIndex';
import { samplePhoto } from '../../head/samplePhotos';
import { lookWith, patchScene } from './flatSkin';

const { photo } = samplePhoto('front');
const { hairline } = (
  JSON.parse(readFileSync(new URL('../../../public/samples/samples.json', import.meta.url), 'utf8')) as readonly {
    readonly view: string;
    readonly hairline: readonly PhotoPoint[];
  }[]
).find(({ view }) => view === 'front') ?? { hairline: [] };

const fresh = (): Case =>
  applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 7, engine: '1' }), { type: 'addPhoto', photo });

type Step =
  | { readonly kind: 'handle'; readonly at: number; readonly by: PhotoPoint }
  | { readonly kind: 'drawn'; readonly size: number; readonly by: PhotoPoint }
  | { readonly kind: 'zone'; readonly perCm2: number }
  | { readonly kind: 'exclusion'; readonly at: number }
  | { readonly kind: 'noZone' }
  | { readonly kind: 'size'; readonly mm: number };

/** What a technician may change between two scenes: a handle, the whole line, a zone, its density, a place left free, the dots' size. */
const change: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('handle' as const),
    at: fc.nat(hairline.length - 1),
    by: fc.record({ x: fc.integer({ min: -40, max: 40 }), y: fc.integer({ min: -90, max: 30 }) }),
  }),
  fc.record({
    kind: fc.constant('drawn' as const),
    size: fc.constantFrom(0.2, 0.5, 0.8, 1.1),
    by: fc.record({ x: fc.integer({ min: -150, max: 150 }), y: fc.integer({ min: -250, max: 250 }) }),
  }),
  fc.record({ kind: fc.constant('zone' as const), perCm2: fc.integer({ min: 10, max: 60 }) }),
  fc.record({ kind: fc.constant('exclusion' as const), at: fc.integer({ min: -3, max: 3 }) }),
  fc.constant({ kind: 'noZone' as const }),
  fc.record({ kind: fc.constant('size' as const), mm: fc.constantFrom(0.24, 0.28, 0.3) }),
);

function edited(of: Case, step: Step): Case {
  const { x, y } = hairline[Math.floor(hairline.length / 2)] ?? { x: 0, y: 0 };
  const points = hairline.map((p, i) => {
    if (step.kind === 'drawn')
      return { x: x + (p.x - x) * step.size + step.by.x, y: y + (p.y - y) * step.size + step.by.y };
    return step.kind === 'handle' && i === step.at ? { x: p.x + step.by.x, y: p.y + step.by.y } : p;
  });
  const ring = [
    { x: x - 80, y: y - 150 },
    { x: x + 80, y: y - 150 },
    { x, y: y - 20 },
  ];
  const line: CaseEdit = { type: 'setHairline', areaId: 'a', photoId: photo.id, points };
  const shape = { ...PLAIN_AREA, photoId: photo.id };
  switch (step.kind) {
    case 'handle':
    case 'drawn':
      return applyEdit(of, line);
    case 'zone': {
      const area = { ...shape, kind: 'zone' as const, id: 'z', purpose: 'full' as const };
      return applyEdit(of, { type: 'putArea', area: { ...area, perCm2: step.perCm2, rings: [ring], edgeMm: 2 } });
    }
    case 'exclusion': {
      const rings = [ring.map((p) => ({ x: p.x + 60 * step.at, y: p.y }))];
      return applyEdit(of, { type: 'putArea', area: { ...shape, kind: 'exclusion', id: 'e', rings, edgeMm: 2 } });
    }
    case 'noZone':
      return applyEdit(of, { type: 'removeArea', areaId: 'z' });
    case 'size':
      return applyEdit(of, { type: 'setFill', fill: { dotSizeMm: step.mm } });
  }
}

function sceneFor(of: Case): Scene {
  const scene = sceneOf(of, photo.id);
  if (!scene.ok) throw new Error(scene.error.kind);
  // As it comes out of a message, and sparse, so that the test is quick.
  const copy = structuredClone(scene.value);
  return { ...copy, areas: copy.areas.map((area) => ({ ...area, perCm2: Math.min(area.perCm2, 40) })) };
}

function laidWith(scene: Scene, memory: LayMemory): LaidOnPhoto | null {
  const laid = layOnPhoto(scene, { samples: null, hairMm: null }, memory);
  if (!laid.ok) throw new Error(laid.error.kind);
  return laid.value;
}

/** All marks in an order of their own. */
const marksIn = (index: MarkIndex): readonly string[] =>
  index
    .flatMap(({ marks: { x, y, kind, tilt, load }, from, to }) =>
      Array.from({ length: to - from }, (_, i) =>
        [x[from + i], y[from + i], kind[from + i], tilt[from + i], load[from + i]].join(' '),
      ),
    )
    .sort();

/** All that a picture is drawn of. */
const drawnOf = (laid: LaidOnPhoto | null): unknown =>
  laid === null
    ? null
    : {
        ...laid,
        layer: { ...laid.layer, indexes: laid.layer.indexes.map(marksIn) },
      };

it('lays the same picture to the bit, whatever scenes it remembers', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 3, maxLength: 6 }), (steps) => {
      const memory = layMemory();
      let of = edited(fresh(), { kind: 'handle', at: 0, by: { x: 0, y: 0 } });
      for (const step of steps) {
        of = edited(of, step);
        const scene = sceneFor(of);
        expect(drawnOf(laidWith(scene, memory))).toEqual(drawnOf(laidWith(scene, layMemory())));
      }
    }),
    { numRuns: 12, seed: 5 },
  );
}, 120_000);

const stroke = (id: string, kind: SceneStroke['kind'], y: number): SceneStroke => ({
  id,
  kind,
  pathCm: Float64Array.of(1, y, 3, y + 0.3, 5, y),
  sizeMm: 8,
  feather: 0.5,
  strength: 0.5,
  perCm2: null,
});

it('forgets what a stroke, a look, a session or a hand has changed', () => {
  const memory = layMemory();
  const plain = patchScene({ perCm2: 60 });
  const known = laidWith(plain, layMemory())?.layer.indexes[0]?.[3];
  if (known === undefined) throw new Error('The scene has dots.');
  const scenes: Scene[] = [
    plain,
    { ...plain, strokes: [stroke('s', 'less', 3)] },
    { ...plain, strokes: [stroke('s', 'less', 3), stroke('t', 'more', 4)] },
    { ...plain, strokes: [stroke('s', 'less', 3), stroke('u', 'smooth', 3.2)] },
    patchScene({ perCm2: 60, bumpMm: 2 }),
    patchScene({ perCm2: 60, sessions: [{ upTo: 1, look: lookWith(0.5) }] }),
    patchScene({
      perCm2: 60,
      sessions: [
        { upTo: 0.5, look: lookWith(0.5) },
        { upTo: 1, look: lookWith(2) },
      ],
    }),
    plain,
    { ...plain, handDots: { added: [{ id: 1, x: 3, y: 3, size: 1 }], moved: [], removed: [] } },
    { ...plain, handDots: { added: [{ id: 1, x: 3, y: 3, size: 2 }], moved: [], removed: [] } },
    { ...plain, seed: 12 },
  ];
  for (const scene of scenes) {
    expect(drawnOf(laidWith(scene, memory))).toEqual(drawnOf(laidWith(scene, layMemory())));
  }
});

it('leaves nothing where an area has drawn back, its grid with it', () => {
  const memory = layMemory();
  const within = (right: number, bottom: number): Scene => {
    const line = Float64Array.of(0, 1.5, right / 2, 1.4, right, 1.5);
    const plain = patchScene({ perCm2: 60 });
    const ringCm = Float64Array.of(...line, right, bottom, 0, bottom);
    return { ...plain, areas: plain.areas.map((area) => ({ ...area, hairlineCm: line, ringCm })) };
  };
  for (const scene of [
    within(6, 9),
    within(2.3, 9),
    within(6, 9),
    within(6, 3.1),
    within(4, 4),
    within(1, 2),
    within(6, 9),
  ]) {
    const laid = laidWith(scene, memory);
    const afresh = laidWith(scene, layMemory());
    expect(laid?.dotCount).toBe(afresh?.dotCount);
    expect(drawnOf(laid)).toEqual(drawnOf(afresh));
  }
});

/** A brush over the same skin time and again, while the hairline moves and a hand sets dots: most of what goes comes back. */
const brushing = fc.record({
  bumpMm: fc.constantFrom(0, 0, 2),
  strokes: fc.array(
    fc.record({
      kind: fc.constantFrom('more' as const, 'less' as const, 'target' as const, 'exclude' as const, 'smooth' as const),
      y: fc.constantFrom(2.4, 3, 3.3),
      strength: fc.constantFrom(0.1, 0.5, 0.9, 1),
    }),
    { maxLength: 2 },
  ),
  added: fc.boolean(),
});

it.each([
  ['all dots', undefined],
  [
    'sessions, the last of which is not shown',
    [
      { upTo: 0.3, look: lookWith(0.5) },
      { upTo: 0.8, look: lookWith(2) },
    ],
  ],
] as const)('stands dots up again that strokes give back: %s', (_, sessions) => {
  fc.assert(
    fc.property(fc.array(brushing, { minLength: 3, maxLength: 6 }), (turns) => {
      const memory = layMemory();
      for (const { bumpMm, strokes, added } of turns) {
        const scene: Scene = {
          ...patchScene({ perCm2: 60, bumpMm, ...(sessions === undefined ? {} : { sessions }) }),
          strokes: strokes.map(({ kind, y, strength }, i) => ({
            ...stroke(String(i), kind, y),
            strength,
            perCm2: kind === 'target' ? 90 : null,
          })),
          handDots: { added: added ? [{ id: 1, x: 3, y: 3, size: 1 }] : [], moved: [], removed: [] },
        };
        expect(drawnOf(laidWith(scene, memory))).toEqual(drawnOf(laidWith(scene, layMemory())));
      }
    }),
    { numRuns: 6, seed: 8 },
  );
});

it('finds dots that a hand moves, takes away and gives back, while what lies around them changes', () => {
  const memory = layMemory();
  const plain = patchScene({ perCm2: 60 });
  laidWith(plain, memory);
  const block = [...(memory.last?.dots.values() ?? [])].find(({ placed, from }) => (placed.dots.y[from] ?? 0) > 3);
  const [one = 0, two = 0] = block?.placed.dots.id.subarray(block.from, block.from + 2) ?? [];
  const none = { added: [], moved: [], removed: [] };
  const scenes: Scene[] = [
    { ...plain, handDots: { ...none, moved: [{ id: one, x: 1.2, y: 1.7 }] } },
    { ...plain, handDots: { ...none, moved: [{ id: one, x: 1.1, y: 1.6 }], removed: [two] } },
    {
      ...patchScene({ perCm2: 60, bumpMm: 3 }),
      handDots: { ...none, moved: [{ id: one, x: 1.1, y: 1.6 }], removed: [two] },
    },
    { ...plain, strokes: [stroke('s', 'less', 3)], handDots: { ...none, moved: [{ id: one, x: 1.1, y: 1.6 }] } },
    plain,
  ];
  for (const scene of scenes) {
    expect(drawnOf(laidWith(scene, memory))).toEqual(drawnOf(laidWith(scene, layMemory())));
  }
});

it('keeps the blocks of dots that a moved handle does not reach', () => {
  const memory = layMemory();
  laidWith(patchScene(), memory);
  const before = new Map(memory.last?.dots);
  laidWith(patchScene({ bumpMm: 2 }), memory);
  const now = [...(memory.last?.dots ?? [])];
  const kept = now.filter(([key, block]) => before.get(key) === block);
  // The bump is a centimetre wide, and felt up to 16 mm around.
  expect(kept.length).toBeGreaterThan(0.4 * now.length);
});

it('lays a block once, however often the line passes over it', () => {
  const memory = layMemory();
  const drawn = (bumpMm: number): void => {
    const scene = patchScene({ perCm2: 60, bumpMm });
    expect(drawnOf(laidWith(scene, memory))).toEqual(drawnOf(laidWith(scene, layMemory())));
  };
  const lots = (): ReadonlySet<unknown> => new Set([...(memory.last?.dots.values() ?? [])].map(({ placed }) => placed));
  for (const bumpMm of [0, -3, 2]) drawn(bumpMm);
  const laid = lots();
  expect(laid.size).toBeGreaterThan(1);
  for (const bumpMm of [-1.1, 1.3, -2.4, 0.2, -2.9]) drawn(bumpMm);
  expect([...lots()].filter((lot) => !laid.has(lot)).length).toBe(0);
});

it('gives dots to the area that is the denser there now, however the line of the other runs', () => {
  const memory = layMemory();
  const zone = (perCm2: number): Scene['areas'][number] => ({
    kind: 'zone',
    id: 'z',
    areaCm2: 6,
    perCm2,
    dotScale: 1.4,
    pigment: 0,
    retention: 1,
    ringsCm: [Float64Array.of(0.3, 1, 3, 1, 3, 3, 0.3, 3)],
    edgeMm: 2,
    amongHair: false,
  });
  const laidOnce = new Set<unknown>();
  for (const [bumpMm, perCm2] of [
    [0, 50],
    [-3, 50],
    [2, 50],
    [-2.5, 50],
    [1, 50],
    [1, 70],
    [-1, 70],
  ] as const) {
    const plain = patchScene({ perCm2: 60, bumpMm });
    const scene = { ...plain, areas: [...plain.areas, zone(perCm2)] };
    const laid = laidWith(scene, memory);
    expect(drawnOf(laid)).toEqual(drawnOf(laidWith(scene, layMemory())));
    if (bumpMm < -2 || bumpMm > 1) for (const { placed } of memory.last?.dots.values() ?? []) laidOnce.add(placed);
    if (perCm2 === 50 && bumpMm === 1) {
      for (const { placed } of memory.last?.dots.values() ?? []) expect(laidOnce.has(placed)).toBe(true);
    }
  }
});

it('keeps reddened skin and a haze that runs out over the silhouette as they would be afresh', () => {
  const memory = layMemory();
  const sessions = [{ upTo: 1, look: lookWith(1, { redness: 1 }) }];
  let of = edited(fresh(), { kind: 'handle', at: 0, by: { x: 0, y: 0 } });
  for (const [at, x, y] of [
    [0, -20, -30],
    [hairline.length - 1, 25, -40],
    [0, 10, 20],
  ] as const) {
    of = edited(of, { kind: 'handle', at, by: { x, y } });
    const scene = { ...sceneFor(of), sessions };
    const laid = laidWith(scene, memory);
    expect(laid?.layer.haze.redness?.some((share) => share > 0)).toBe(true);
    expect(drawnOf(laid)).toEqual(drawnOf(laidWith(scene, layMemory())));
  }
});
