import { densityAt, type DensityField } from '../../density/field';
import type { Scene } from '../../design/scene';
import type { Mm } from '../../geometry/units';
import { placesOn } from '../../head/scalpGrid';
import { sameMapOf } from '../../head/scalpTable';
import { keptDots } from '../../scatter/keptDots';
import { SET_BY_HAND } from './handDots';
import type { StandingDots } from './standingDots';
import type { HairDistance } from '../hair/visibleHairs';

/** Skin that is to show between a dot's rim and a hair; our choice: about a hair's width. */
const KEPT_FREE_MM: Mm = 0.1;
/** How far a dot may give way: half the spacing of a full fill. Our choice. */
const GIVES_WAY_MM = [0.15, 0.3, 0.45] as const;
/** No nearer to another does it come: dots of real fills keep .4–.5 of their mean spacing, 0.8–1 mm where hair stands. */
const APART_CM = 0.04;
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
 * nearest bare skin that no dot has, and where none is within half a millimetre it is left out. Those that come up at lower
 * shares of the density go first, so that no dot moves for a later session's. Dots that a hand has set stay.
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
  const leastOf = scene.areas.map(({ dotScale }) => (scene.dotSizeMm * dotScale) / 2 + KEPT_FREE_MM);
  const held = new Set(scene.handDots.moved.map(({ id }) => id));
  const at = (i: number): number => (area === null ? 0 : (area[i] as number));
  // As sessions are told apart: by the share of the density there.
  const comes = dots.appearsAt.map(
    (appearsAt, i) => appearsAt / densityAt(field, dots.x[i] as number, dots.y[i] as number),
  );
  const order = Array.from(dots.id.subarray(0, dots.count), (_, i) => i)
    .filter((i) => among[at(i)] === true && dots.appearsAt[i] !== SET_BY_HAND && !held.has(dots.id[i] as number))
    .sort((a, b) => (comes[a] as number) - (comes[b] as number));
  const here = away(
    Float32Array.from(order, (i) => dots.x[i] as number),
    Float32Array.from(order, (i) => dots.y[i] as number),
  );
  const x = dots.x.slice(0, dots.count);
  const y = dots.y.slice(0, dots.count);
  const stays = new Uint8Array(dots.count).fill(1);
  const taken = placesTaken();
  for (const [n, i] of order.entries()) {
    const least = leastOf[at(i)] ?? 0;
    const [dotX, dotY] = [dots.x[i] as number, dots.y[i] as number];
    if ((here[n] as number) >= least && !taken.isNear(dotX, dotY, 'gaveWay')) {
      taken.add(dotX, dotY, 'stayed');
      continue;
    }
    const isOpen = (toX: number, toY: number): boolean =>
      densityAt(field, toX, toY) > (dots.appearsAt[i] as number) && !taken.isNear(toX, toY, 'any');
    const to = bareSkinNear(dotX, dotY, least, away, isOpen);
    if (to === null) {
      stays[i] = 0;
      continue;
    }
    [x[i], y[i]] = to;
    taken.add(to[0], to[1], 'gaveWay');
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

/** The place farthest from hairs on the nearest round that has an open one; null where none has. */
function bareSkinNear(
  x: number,
  y: number,
  leastMm: Mm,
  away: Away,
  isOpen: (x: number, y: number) => boolean,
): readonly [number, number] | null {
  for (const wayMm of GIVES_WAY_MM) {
    const xs = Float32Array.from(WAYS, ([right]) => x + (right * wayMm) / 10);
    const ys = Float32Array.from(WAYS, ([, down]) => y + (down * wayMm) / 10);
    const found = away(xs, ys);
    let best: readonly [number, number] | null = null;
    let clearest = 0;
    for (let way = 0; way < WAYS.length; way++) {
      const mm = found[way] as number;
      const [toX, toY] = [xs[way] as number, ys[way] as number];
      if (mm < leastMm || mm <= clearest || !isOpen(toX, toY)) continue;
      best = [toX, toY];
      clearest = mm;
    }
    if (best !== null) return best;
  }
  return null;
}

interface PlacesTaken {
  readonly add: (x: number, y: number, how: 'stayed' | 'gaveWay') => void;
  /** Whether a dot lies within APART_CM: any, or one that gave way. */
  readonly isNear: (x: number, y: number, which: 'any' | 'gaveWay') => boolean;
}

/** Places by squares of APART_CM. */
function placesTaken(): PlacesTaken {
  const cells = new Map<number, { readonly x: number; readonly y: number; readonly gaveWay: boolean }[]>();
  const cellOf = (of: number): number => Math.floor(of / APART_CM) + ACROSS / 2;
  return {
    add: (x, y, how) => {
      const key = cellOf(y) * ACROSS + cellOf(x);
      const place = { x, y, gaveWay: how === 'gaveWay' };
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [place]);
      else cell.push(place);
    },
    isNear: (x, y, which) => {
      for (let row = cellOf(y) - 1; row <= cellOf(y) + 1; row++) {
        for (let column = cellOf(x) - 1; column <= cellOf(x) + 1; column++) {
          for (const other of cells.get(row * ACROSS + column) ?? []) {
            if (which === 'gaveWay' && !other.gaveWay) continue;
            if ((other.x - x) ** 2 + (other.y - y) ** 2 < APART_CM ** 2) return true;
          }
        }
      }
      return false;
    },
  };
}

/** Squares of a row: the chart of a head is far smaller. */
const ACROSS = 1 << 16;

function keep(
  { dots, session }: StandingDots,
  area: Uint16Array | null,
  stays: Uint8Array,
): { readonly standing: StandingDots; readonly area: Uint16Array | null } {
  const count = stays.reduce((sum, stay) => sum + stay, 0);
  const kept = new Uint32Array(count);
  for (let i = 0, to = 0; i < stays.length; i++) if (stays[i] === 1) kept[to++] = i;
  return {
    standing: {
      dots: keptDots(dots, kept),
      session: session === null ? null : Uint8Array.from(kept, (i) => session[i] as number),
    },
    area: area === null ? null : Uint16Array.from(kept, (i) => area[i] as number),
  };
}
