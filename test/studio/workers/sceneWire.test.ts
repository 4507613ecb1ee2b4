import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scene, SceneStroke } from '../../../src/core/design/scene';
import { sceneReceiver, sceneSender } from '../../../src/studio/workers/sceneWire';
import { patchScene } from '../../core/pigment/flatSkin';

const POOL: readonly SceneStroke[] = Array.from({ length: 12 }, (_, i) => ({
  id: String(i),
  kind: 'less' as const,
  pathCm: Float64Array.of(1, i, 2, i),
  sizeMm: 10,
  feather: 0.5,
  strength: 0.3,
  perCm2: null,
}));

const sceneWith = (strokes: readonly SceneStroke[]): Scene => ({ ...patchScene(), strokes });
const strokes = fc.array(fc.nat(POOL.length - 1), { maxLength: 12 }).map((ids) => ids.flatMap((id) => POOL[id] ?? []));

describe('scenes on their way to a worker', () => {
  it('arrive as they were, whatever strokes come and go, and with none between', () => {
    fc.assert(
      fc.property(fc.array(fc.option(strokes), { maxLength: 6 }), (scenes) => {
        const sender = sceneSender();
        const receive = sceneReceiver();
        for (const each of scenes) {
          const scene = each === null ? null : sceneWith(each);
          expect(receive(structuredClone(sender.pack(scene)))).toEqual(scene);
        }
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it('carry only the strokes that are new', () => {
    const sender = sceneSender();
    sender.pack(sceneWith(POOL.slice(0, 10)));
    expect(sender.pack(sceneWith(POOL.slice(0, 10))).scene?.strokes).toEqual([]);
    expect(sender.pack(sceneWith(POOL.slice(0, 11))).scene?.strokes).toEqual([POOL[10]]);
  });

  it('carry all strokes to a worker that has heard nothing', () => {
    const sender = sceneSender();
    sender.pack(sceneWith(POOL));
    sender.restart();
    expect(sender.pack(sceneWith(POOL))).toEqual({ scene: sceneWith(POOL), strokesKept: 0 });
  });
});
