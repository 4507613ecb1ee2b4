import { densityAt, type DensityField } from '../density/field';
import type { Scene } from '../design/scene';
import type { Mm } from '../geometry/units';
import { placesOn } from '../head/scalpGrid';
import { sameMapOf } from '../head/scalpTable';
import { SET_BY_HAND } from './handDots';
import type { StandingDots } from './standingDots';
import type { HairDistance } from './visibleHairs';

/** Skin that is to show between a dot's rim and a hair; our choice: about a hair's width. */
const KEPT_FREE_MM: Mm = 0.1;
/** How far a dot may give way: half the spacing of a full fill, beyond which it would come upon its neighbour. Our choice. */
const GIVES_WAY_MM = [0.15, 0.3, 0.45] as const;
const HALF = Math.SQRT1_2;
const WAYS = [
  [1, 0],
  [HALF, HALF],
  [0, 1],
  [-HALF, HALF],
  [-1, 0],
  [-HALF, -HALF],
  [0, -1],
  [HALF, -HALF],
] as const;

/**
 * The dots, those set among hair beside the hairs and not upon them: one that lies on a hair that shows gives way to the
 * nearest bare skin, and where none is within half a millimetre it is left out. It goes by the place of the dot alone, so no
 * dot moves for another's sake. Dots that a hand has set stay.
 */
export function clearOfHairs(
  scene: Scene,
  standing: StandingDots,
  area: Uint16Array | null,
  field: DensityField,
  awayMm: HairDistance,
): { readonly standing: StandingDots; readonly area: Uint16Array | null } {
  const among = scene.areas.map((each) => each.kind === 'zone' && each.amongHair);
  if (!among.includes(true)) return { standing, area };
  const { dots } = standing;
  const away = awayOf(scene, awayMm);
  const leastMm = scene.areas.map(({ dotScale }) => (scene.dotSizeMm * dotScale) / 2 + KEPT_FREE_MM);
  const held = new Set(scene.handDots.moved.map(({ id }) => id));
  const at = (i: number): number => (area === null ? 0 : (area[i] as number));
  const x = dots.x.slice(0, dots.count);
  const y = dots.y.slice(0, dots.count);
  const stays = new Uint8Array(dots.count).fill(1);
  const asked: number[] = [];
  for (let i = 0; i < dots.count; i++) {
    const isFree = dots.appearsAt[i] !== SET_BY_HAND && !held.has(dots.id[i] as number);
    if (isFree && among[at(i)] === true) asked.push(i);
  }
  const here = away(
    Float32Array.from(asked, (i) => x[i] as number),
    Float32Array.from(asked, (i) => y[i] as number),
  );
  let onHair = asked.filter((i, n) => (here[n] as number) < (leastMm[at(i)] ?? 0));
  for (const i of onHair) stays[i] = 0;
  for (const wayMm of GIVES_WAY_MM) {
    const tried = triedAbout(onHair, dots.x, dots.y, wayMm / 10);
    const found = away(tried.x, tried.y);
    onHair = onHair.filter((i, n) => {
      let best = -1;
      let clearest = leastMm[at(i)] ?? 0;
      for (let to = n * WAYS.length; to < (n + 1) * WAYS.length; to++) {
        const mm = found[to] as number;
        if (mm < clearest || mm === clearest) continue;
        if (densityAt(field, tried.x[to] as number, tried.y[to] as number) <= (dots.appearsAt[i] as number)) continue;
        best = to;
        clearest = mm;
      }
      if (best < 0) return true;
      x[i] = tried.x[best] as number;
      y[i] = tried.y[best] as number;
      stays[i] = 1;
      return false;
    });
  }
  return keep({ ...standing, dots: { ...dots, x, y } }, area, stays);
}

type Away = (x: Float32Array, y: Float32Array) => Float32Array;

/** How far places of the chart are from hairs; Infinity where the photo does not show them. */
function awayOf({ geometry, whorls }: Scene, awayMm: HairDistance): Away {
  const map = sameMapOf(geometry);
  return (x, y) => {
    const places = placesOn(geometry, map, whorls, x, y, x.length);
    return x.map((_, i) =>
      (places.facing[i] as number) > 0 ? awayMm(places.x[i] as number, places.y[i] as number) : Infinity,
    );
  };
}

/** Places all round each dot at one distance. */
function triedAbout(
  of: readonly number[],
  x: Float32Array,
  y: Float32Array,
  cm: number,
): { readonly x: Float32Array; readonly y: Float32Array } {
  const tried = { x: new Float32Array(WAYS.length * of.length), y: new Float32Array(WAYS.length * of.length) };
  for (const [n, i] of of.entries()) {
    for (const [way, [right, down]] of WAYS.entries()) {
      tried.x[n * WAYS.length + way] = (x[i] as number) + cm * right;
      tried.y[n * WAYS.length + way] = (y[i] as number) + cm * down;
    }
  }
  return tried;
}

function keep(
  { dots, session }: StandingDots,
  area: Uint16Array | null,
  stays: Uint8Array,
): { readonly standing: StandingDots; readonly area: Uint16Array | null } {
  const count = stays.reduce((sum, stay) => sum + stay, 0);
  const kept = new Uint32Array(count);
  for (let i = 0, to = 0; i < stays.length; i++) if (stays[i] === 1) kept[to++] = i;
  const floats = (from: Float32Array): Float32Array => Float32Array.from(kept, (i) => from[i] as number);
  return {
    standing: {
      dots: {
        ...dots,
        count,
        x: floats(dots.x),
        y: floats(dots.y),
        appearsAt: floats(dots.appearsAt),
        size: floats(dots.size),
        tone: floats(dots.tone),
        id: Uint32Array.from(kept, (i) => dots.id[i] as number),
      },
      session: session === null ? null : Uint8Array.from(kept, (i) => session[i] as number),
    },
    area: area === null ? null : Uint16Array.from(kept, (i) => area[i] as number),
  };
}
