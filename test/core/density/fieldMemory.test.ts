import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/design/case';
import { applyEdit } from '../../../src/core/design/edits';
import { newCase } from '../../../src/core/design/newCase';
import { sceneOf } from '../../../src/core/design/sceneOf';
import type { PhotoPoint } from '../../../src/core/geometry/units';
import { fieldMemory, type FieldMemory } from '../../../src/core/density/fieldMemory';
import { sceneField, type SceneField } from '../../../src/core/density/sceneField';
import { sameMapOf, scalpTableOf } from '../../../src/core/head/scalpTable';
import { samplePhoto } from '../../head/samplePhotos';

const samples = JSON.parse(
  readFileSync(new URL('../../../public/samples/samples.json', import.meta.url), 'utf8'),
) as readonly { readonly view: string; readonly hairline: readonly PhotoPoint[] }[];

/** Null for a line that crosses itself. */
function fieldOf(of: Case, photoId: string, memory: FieldMemory): SceneField | null {
  const scene = sceneOf(of, photoId);
  if (!scene.ok) return null;
  const { geometry } = scene.value;
  const made = sceneField(structuredClone(scene.value), scalpTableOf(geometry, sameMapOf(geometry)), memory);
  if (!made.ok || made.value === null) throw new Error('The scene has a field.');
  return made.value;
}

/** Where the depth decides anything: within the area, and a node around it. */
function feltDepths({ areas }: SceneField): Float32Array {
  const depths: number[] = [];
  for (const { field, depthMm } of areas) {
    for (let node = 0; node < depthMm.length; node++) {
      const around = [0, 1, -1, field.columns, -field.columns, field.columns + 1, -field.columns - 1];
      depths.push(around.some((by) => (depthMm[node + by] ?? -1) > 0) ? (depthMm[node] ?? NaN) : 0);
    }
  }
  return Float32Array.from(depths);
}

const sameBits = (a: Float32Array, b: Float32Array): boolean => Buffer.compare(bytes(a), bytes(b)) === 0;
const bytes = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

describe.each(['top', 'left'] as const)('a field that remembers, %s', (view) => {
  const { photo } = samplePhoto(view);
  const line = samples.find((each) => each.view === view)?.hairline ?? [];
  const withLine = (points: readonly PhotoPoint[]): Case =>
    applyEdit(applyEdit(newCase({ caseId: 'c', designId: 'd', seed: 7, engine: '1' }), { type: 'addPhoto', photo }), {
      type: 'setHairline',
      areaId: 'a',
      photoId: photo.id,
      points,
    });

  it('is the same to the bit after any handle was moved, near the head’s rim too', () => {
    let compared = 0;
    for (let at = 0; at < line.length; at++) {
      for (const by of [
        { x: 0, y: -70 },
        { x: 25, y: 30 },
      ]) {
        const memory = fieldMemory();
        fieldOf(withLine(line), photo.id, memory);
        const moved = withLine(line.map((p, i) => (i === at ? { x: p.x + by.x, y: p.y + by.y } : p)));
        const afresh = fieldOf(moved, photo.id, fieldMemory());
        const remembered = fieldOf(moved, photo.id, memory);
        if (afresh === null || remembered === null) continue;
        compared++;
        expect(remembered.changed).not.toBe('all');
        expect(sameBits(remembered.field.perCm2, afresh.field.perCm2)).toBe(true);
        expect(sameBits(feltDepths(remembered), feltDepths(afresh))).toBe(true);
      }
    }
    expect(compared).toBeGreaterThan(line.length);
  }, 60_000);
});
