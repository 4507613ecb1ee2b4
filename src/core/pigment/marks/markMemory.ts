import { mix32 } from '../../density/hash';
import type { Scene } from '../../design/scene';
import { placesOn, type HairyPlaces } from '../../head/scalpGrid';
import type { ScalpMap } from '../../head/scalpMap';
import { sameMapOf } from '../../head/scalpTable';
import type { Dots } from '../../scatter/dots';
import type { SceneDots } from '../dots/sceneDots';

/** What was worked out of each dot of a scene; entry i of every array belongs to its dot i. */
interface KnownDots {
  readonly made: SceneDots;
  readonly map: ScalpMap;
  readonly whorls: string;
  readonly places: HairyPlaces;
  readonly shown: Uint8Array;
  /** Of all from which marks follow and that is alike for all dots; empty before the first mark. */
  look: string;
  /** How strong each stands so near an edge, 0–1; NaN: no mark was made. */
  readonly within: Float64Array;
  readonly kind: Uint16Array;
  readonly tilt: Uint8Array;
  readonly load: Uint16Array;
}

/**
 * Keeps what is known of the last scene's dots: while a handle is dragged nearly all of them stand where they stood, and
 * their places and marks needn't be worked out again.
 */
export interface MarkMemory {
  last: KnownDots | null;
}

export const markMemory = (): MarkMemory => ({ last: null });

/** What of a scene's marks is known from the scene before, and what is found now. */
export interface MarkRecall {
  readonly before: KnownDots | null;
  readonly now: KnownDots;
  /** Each dot's place among those before; −1 where it is new or has moved. */
  readonly from: Int32Array;
}

/** Places a scene's dots, those that stood before as they were; `shown` as in PlacedDots. */
export function recallDots(scene: Scene, made: SceneDots, shown: Uint8Array, memory: MarkMemory): MarkRecall {
  const { dots } = made;
  const map = sameMapOf(scene.geometry);
  const whorls = JSON.stringify(scene.whorls);
  const { last } = memory;
  const before = last?.map === map && last.whorls === whorls ? last : null;
  const from = before === null ? new Int32Array(dots.count).fill(-1) : standingFrom(before.made.dots, dots);
  const places = before === null ? placesOf(scene, map, dots.x, dots.y) : placesFrom(scene, map, dots, from, before);
  const now: KnownDots = {
    made,
    map,
    whorls,
    places,
    shown,
    look: '',
    within: new Float64Array(dots.count).fill(NaN),
    kind: new Uint16Array(dots.count),
    tilt: new Uint8Array(dots.count),
    load: new Uint16Array(dots.count),
  };
  memory.last = now;
  return { before, now, from };
}

/** Whether dot i looks as it did: then its mark's numbers are taken over. `within` is its strength now. */
export function takesOver({ before, now, from }: MarkRecall, i: number, within: number): boolean {
  const j = from[i] as number;
  if (j < 0 || before === null || before.look !== now.look || before.within[j] !== within) return false;
  if (before.shown[j] !== now.shown[i]) return false;
  if ((before.made.area?.[j] ?? 0) !== (now.made.area?.[i] ?? 0)) return false;
  if ((before.made.keeps?.[j] ?? 1) !== (now.made.keeps?.[i] ?? 1)) return false;
  now.kind[i] = before.kind[j] as number;
  now.tilt[i] = before.tilt[j] as number;
  now.load[i] = before.load[j] as number;
  return true;
}

const placesOf = (scene: Scene, map: ScalpMap, x: Float32Array, y: Float32Array): HairyPlaces =>
  placesOn(scene.geometry, map, scene.whorls, x, y, x.length);

const COLUMNS = ['x', 'y', 'facing', 'tiltRad', 'pxPerMm'] as const;

function placesFrom(scene: Scene, map: ScalpMap, dots: Dots, from: Int32Array, before: KnownDots): HairyPlaces {
  const fresh = freshOf(from);
  const pick = (values: Float32Array): Float32Array => {
    const picked = new Float32Array(fresh.length);
    for (let k = 0; k < fresh.length; k++) picked[k] = values[fresh[k] as number] as number;
    return picked;
  };
  const found = placesOf(scene, map, pick(dots.x), pick(dots.y));
  const joined = (known: Float32Array, added: Float32Array): Float32Array => {
    const values = new Float32Array(from.length);
    for (let i = 0; i < from.length; i++) {
      const j = from[i] as number;
      if (j >= 0) values[i] = known[j] as number;
    }
    for (let k = 0; k < fresh.length; k++) values[fresh[k] as number] = added[k] as number;
    return values;
  };
  const [x, y, facing, tiltRad, pxPerMm] = COLUMNS.map((column) => joined(before.places[column], found[column])) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const growth = before.places.growthRad;
  const growthRad = growth === null || found.growthRad === null ? null : joined(growth, found.growthRad);
  return { x, y, facing, tiltRad, pxPerMm, growthRad };
}

function freshOf(from: Int32Array): Int32Array {
  const fresh = new Int32Array(from.length);
  let count = 0;
  for (let i = 0; i < from.length; i++) if ((from[i] as number) < 0) fresh[count++] = i;
  return fresh.subarray(0, count);
}

/** Of each dot the entry of the same dot before, all its numbers equal; −1 where there is none. */
export function standingFrom(before: Dots, now: Dots): Int32Array {
  const from = new Int32Array(now.count).fill(-1);
  let table: Int32Array | null = null;
  let next = 0;
  for (let i = 0; i < now.count; i++) {
    const id = now.id[i] as number;
    // Both come in one order, so mostly the next is the one.
    let j = next;
    if (j >= before.count || before.id[j] !== id) j = entryOf((table ??= tableOf(before)), before, id);
    if (j < 0) continue;
    next = j + 1;
    const same =
      before.x[j] === now.x[i] &&
      before.y[j] === now.y[i] &&
      before.size[j] === now.size[i] &&
      before.tone[j] === now.tone[i] &&
      before.appearsAt[j] === now.appearsAt[i];
    if (same) from[i] = j;
  }
  return from;
}

/** Entries by id plus one, open-addressed; 0 is free. */
function tableOf({ id, count }: Dots): Int32Array {
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
  const mask = table.length - 1;
  for (let i = 0; i < count; i++) {
    let at = mix32(id[i] as number) & mask;
    while (table[at] !== 0) at = (at + 1) & mask;
    table[at] = i + 1;
  }
  return table;
}

function entryOf(table: Int32Array, { id: ids }: Dots, id: number): number {
  const mask = table.length - 1;
  let at = mix32(id) & mask;
  for (let entry = table[at] as number; entry !== 0; entry = table[at] as number) {
    if (ids[entry - 1] === id) return entry - 1;
    at = (at + 1) & mask;
  }
  return -1;
}
