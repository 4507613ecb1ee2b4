import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaMemory } from '../../../../src/core/density/areaMemory';
import { strokeStack } from '../../../../src/core/density/strokeStack';
import { PLAIN_AREA } from '../../../../src/core/design/area';
import type { Case } from '../../../../src/core/design/case';
import { applyEdit, type CaseEdit } from '../../../../src/core/design/edits';
import { newCase } from '../../../../src/core/design/newCase';
import type { Scene } from '../../../../src/core/design/scene';
import { sceneOf } from '../../../../src/core/design/sceneOf';
import type { PhotoPoint } from '../../../../src/core/geometry/units';
import { markMemory, standingFrom, type MarkMemory } from '../../../../src/core/pigment/marks/markMemory';
import { placeDots } from '../../../../src/core/pigment/marks/marks';
import { layPigment, type PigmentLayer } from '../../../../src/core/pigment/pigmentLayer';
import { dotsOfScene } from '../../../../src/core/pigment/dots/sceneDots';
import { samplePhoto } from '../../../head/samplePhotos';
import { lookWith, patchScene } from '../flatSkin';

const { photo } = samplePhoto('front');
const { hairline } = (
  JSON.parse(readFileSync(new URL('../../../../public/samples/samples.json', import.meta.url), 'utf8')) as readonly {
    readonly view: string;
    readonly hairline: readonly PhotoPoint[];
  }[]
).find(({ view }) => view === 'front') ?? { hairline: [] };

const fresh = (): Case =>
  applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 7, engine: '1' }), { type: 'addPhoto', photo });

type Step =
  | { readonly kind: 'handle'; readonly at: number; readonly by: PhotoPoint }
  | { readonly kind: 'zone'; readonly perCm2: number }
  | { readonly kind: 'size'; readonly mm: number };

/** What a technician may change between two scenes: a handle, a zone, its density, the dots' size. */
const change: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('handle' as const),
    at: fc.nat(hairline.length - 1),
    by: fc.record({ x: fc.integer({ min: -40, max: 40 }), y: fc.integer({ min: -30, max: 30 }) }),
  }),
  fc.record({ kind: fc.constant('zone' as const), perCm2: fc.integer({ min: 10, max: 60 }) }),
  fc.record({ kind: fc.constant('size' as const), mm: fc.constantFrom(0.24, 0.28, 0.3) }),
);

function edited(of: Case, step: Step): Case {
  const points = hairline.map((p, i) =>
    step.kind === 'handle' && i === step.at ? { x: p.x + step.by.x, y: p.y + step.by.y } : p,
  );
  const { x, y } = hairline[Math.floor(hairline.length / 2)] ?? { x: 0, y: 0 };
  const ring = [
    { x: x - 80, y: y - 150 },
    { x: x + 80, y: y - 150 },
    { x, y: y - 20 },
  ];
  const line: CaseEdit = { type: 'setHairline', areaId: 'a', photoId: photo.id, points };
  switch (step.kind) {
    case 'handle':
      return applyEdit(of, line);
    case 'zone': {
      const area = { ...PLAIN_AREA, kind: 'zone' as const, id: 'z', photoId: photo.id, purpose: 'full' as const };
      return applyEdit(of, { type: 'putArea', area: { ...area, perCm2: step.perCm2, rings: [ring], edgeMm: 2 } });
    }
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

interface Memories {
  readonly strokes: ReturnType<typeof strokeStack>;
  readonly areas: ReturnType<typeof areaMemory>;
  readonly marks: MarkMemory;
}

const noMemories = (): Memories => ({ strokes: strokeStack(), areas: areaMemory(), marks: markMemory() });

function laidWith(scene: Scene, { strokes, areas, marks }: Memories): PigmentLayer | null {
  const made = dotsOfScene(scene, strokes, null, areas);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value === null ? null : layPigment(scene, made.value, placeDots(scene, made.value, marks));
}

it('lays the same picture to the bit, whatever scenes it remembers', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 2, maxLength: 5 }), (steps) => {
      const memories = noMemories();
      let of = edited(fresh(), { kind: 'handle', at: 0, by: { x: 0, y: 0 } });
      for (const step of steps) {
        of = edited(of, step);
        const scene = sceneFor(of);
        expect(laidWith(scene, memories)).toEqual(laidWith(scene, noMemories()));
      }
    }),
    { numRuns: 8, seed: 5 },
  );
}, 60_000);

it('forgets marks when their look, session or hand-set place changes', () => {
  const memories = noMemories();
  const plain = patchScene({ perCm2: 40 });
  const moved = { id: 0, x: 3, y: 4 };
  const scenes: Scene[] = [
    plain,
    patchScene({ perCm2: 40, sessions: [{ upTo: 1, look: lookWith(0.5) }] }),
    patchScene({
      perCm2: 40,
      sessions: [
        { upTo: 0.5, look: lookWith(0.5) },
        { upTo: 1, look: lookWith(2) },
      ],
    }),
    plain,
    { ...plain, handDots: { added: [{ id: 1, x: 3, y: 3, size: 1 }], moved: [moved], removed: [] } },
    { ...plain, handDots: { added: [{ id: 1, x: 3, y: 3, size: 2 }], moved: [], removed: [] } },
    { ...plain, seed: 12 },
  ];
  for (const scene of scenes) expect(laidWith(scene, memories)).toEqual(laidWith(scene, noMemories()));
});

it('knows nearly all dots again when a handle has moved a little', () => {
  const dotsOf = (scene: Scene) => {
    const made = dotsOfScene(scene);
    if (!made.ok || made.value === null) throw new Error('The scene has no dots.');
    return made.value.dots;
  };
  const [before, now] = [dotsOf(patchScene()), dotsOf(patchScene({ bumpMm: 2 }))];
  const from = standingFrom(before, now);
  expect(from.filter((j) => j >= 0).length).toBeGreaterThan(0.97 * now.count);
  from.forEach((j, i) => {
    if (j >= 0) expect(before.id[j]).toBe(now.id[i]);
  });
});
