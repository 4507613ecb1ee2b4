import type { PhotoPoint } from '../../geometry/units';
import type { SkullShape } from '../skull/shape';
import type { Vec3 } from '../skull/vec3';
import type { HeadInPhoto } from './headInPhoto';
import { onSkull } from './onSkull';

/** Norwood's stages are men's, Ludwig's women's. */
export type LossStage =
  | { readonly scale: 'norwood'; readonly stage: '1' | '2' | '3' | '3v' | '4' | '5' | '6' | '7' }
  | { readonly scale: 'ludwig'; readonly stage: '1' | '2' | '3' };

/** Degrees: `over` from the brow over the top of the head to the nape (90 is the vertex), `aside` from the middle. */
type Knot = readonly [aside: number, over: number];

interface Loss {
  /** Where hair begins, from the middle to the side: what lies before is bare. */
  readonly front: readonly Knot[];
  /** A bare or thin patch about a place on the middle, and its half sizes. */
  readonly patch: { readonly over: number; readonly long: number; readonly wide: number } | null;
}

const temple = [
  [58, 24],
  [64, 8],
  [72, -12],
] as const satisfies readonly Knot[];
const FULL: readonly Knot[] = [[0, 37], [22, 37], [38, 39], [46, 36], ...temple];

/**
 * Patterns after Hamilton and Norwood (1975) and Ludwig (1977): which parts stay is theirs; the angles are our reading
 * of their drawings on a mean head. An estimate, as every course of hair loss is.
 */
const LOSSES: Readonly<Record<string, Loss>> = {
  'norwood 1': { front: FULL, patch: null },
  'norwood 2': { front: [[0, 38], [15, 40], [32, 49], [46, 40], ...temple], patch: null },
  'norwood 3': { front: [[0, 40], [11, 44], [30, 64], [46, 46], ...temple], patch: null },
  'norwood 3v': {
    front: [[0, 40], [11, 44], [30, 64], [46, 46], ...temple],
    patch: { over: 124, long: 15, wide: 16 },
  },
  'norwood 4': {
    front: [[0, 48], [10, 55], [30, 76], [47, 50], ...temple],
    patch: { over: 123, long: 22, wide: 25 },
  },
  'norwood 5': {
    front: [[0, 62], [12, 70], [32, 84], [48, 56], ...temple],
    patch: { over: 122, long: 29, wide: 33 },
  },
  'norwood 6': { front: [[0, 154], [24, 150], [40, 132], [47, 96], [51, 62], ...temple], patch: null },
  'norwood 7': {
    front: [
      [0, 168],
      [32, 164],
      [50, 148],
      [57, 104],
      [60, 60],
      [65, 14],
      [72, -12],
    ],
    patch: null,
  },
  'ludwig 1': { front: FULL, patch: { over: 80, long: 32, wide: 15 } },
  'ludwig 2': { front: FULL, patch: { over: 84, long: 40, wide: 27 } },
  'ludwig 3': { front: FULL, patch: { over: 86, long: 45, wide: 40 } },
};

const lossOf = ({ scale, stage }: LossStage): Loss => LOSSES[`${scale} ${stage}`] ?? { front: FULL, patch: null };

/** The same fall of the front between knots, whatever else is there; degrees. */
function frontAt(front: readonly Knot[], aside: number): number {
  const u = Math.abs(aside);
  for (const [i, [to, high]] of front.entries()) {
    const before = front[i - 1];
    if (u > to) continue;
    if (before === undefined) return high;
    const t = (u - before[0]) / (to - before[0]);
    return before[1] + (high - before[1]) * t * t * (3 - 2 * t);
  }
  return -90;
}

/** Above 0 where a stage has no hair left, or little; falls off steadily towards where it stands. */
export function bareness(stage: LossStage, over: number, aside: number): number {
  const { front, patch } = lossOf(stage);
  const ahead = (frontAt(front, aside) - over) / 20;
  if (patch === null) return ahead;
  const away = Math.hypot((over - patch.over) / patch.long, aside / patch.wide);
  return Math.max(ahead, 1 - away);
}

/** What is scalp at all: behind the front of a full head of hair, above the ears and the nape. */
const isScalp = (over: number, aside: number): number =>
  Math.min((over - frontAt(FULL, aside)) / 20, (198 - over) / 20, (84 - Math.abs(aside)) / 20);

/** Parts of the scalp as small polygons, and the lines that bound them. */
export interface ScalpPart<Place> {
  readonly pieces: readonly (readonly Place[])[];
  readonly border: readonly (readonly [Place, Place])[];
}

const CELL_DEG = 3;

/** The part of the scalp where a field of (over, aside) is above 0, by marching squares; places from `at`, null: unseen. */
function partWhere<Place>(
  field: (over: number, aside: number) => number,
  at: (over: number, aside: number) => Place | null,
): ScalpPart<Place> {
  const pieces: (readonly Place[])[] = [];
  const border: (readonly [Place, Place])[] = [];
  const known = new Map<number, number>();
  const value = (over: number, aside: number): number => {
    const key = over * 1024 + aside;
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = field(over, aside);
    known.set(key, made);
    return made;
  };
  for (let over = -12; over < 198; over += CELL_DEG)
    for (let aside = -84; aside < 84; aside += CELL_DEG) {
      const corners = [
        [over, aside],
        [over + CELL_DEG, aside],
        [over + CELL_DEG, aside + CELL_DEG],
        [over, aside + CELL_DEG],
      ].map(([s = 0, u = 0]) => ({ s, u, value: value(s, u) }));
      if (corners.every(({ value }) => value <= 0)) continue;
      const cell: (Place | null)[] = [];
      const crossed: (Place | null)[] = [];
      for (const [i, from] of corners.entries()) {
        const to = corners[(i + 1) % 4] ?? from;
        if (from.value > 0) cell.push(at(from.s, from.u));
        if (from.value > 0 === to.value > 0) continue;
        const t = from.value / (from.value - to.value);
        const place = at(from.s + (to.s - from.s) * t, from.u + (to.u - from.u) * t);
        cell.push(place);
        crossed.push(place);
      }
      const seen = cell.filter((place) => place !== null);
      if (seen.length < cell.length) continue;
      pieces.push(seen);
      const [a, b] = crossed;
      if (a != null && b != null) border.push([a, b]);
    }
  return { pieces, border };
}

/** The direction of (over, aside), degrees, on a head of these sizes. */
function directionOf(over: number, aside: number, { sideMm, upMm, frontMm }: SkullShape): Vec3 {
  const [s, u] = [(over * Math.PI) / 180, (aside * Math.PI) / 180];
  return [sideMm * Math.sin(u), upMm * Math.cos(u) * Math.sin(s), frontMm * Math.cos(u) * Math.cos(s)];
}

/** Turned further from the camera a place is not drawn on. */
const SEEN = 0.04;

/** The hair that a head in a photo loses until a later stage, as far as the view shows it; `now` null: nothing is lost yet. */
export function lostBetween(now: LossStage | null, later: LossStage, head: HeadInPhoto): ScalpPart<PhotoPoint> {
  const skull = onSkull(head.shape);
  return partWhere(
    (over, aside) =>
      Math.min(bareness(later, over, aside), now === null ? 1 : -bareness(now, over, aside), isScalp(over, aside)),
    (over, aside) => {
      const place = skull.towards(directionOf(over, aside, head.shape));
      return head.facing(place) > SEEN ? head.toPhoto(place) : null;
    },
  );
}

/** The hair that a stage leaves, seen from above: x to the client's left, y towards the face, both −1 to 1. */
export const hairFromAbove = (stage: LossStage): ScalpPart<PhotoPoint> =>
  partWhere(
    (over, aside) => Math.min(-bareness(stage, over, aside), isScalp(over, aside)),
    (over, aside) => {
      if (over > 180) return null;
      const [x, , z] = directionOf(over, aside, UNIT);
      return { x, y: z };
    },
  );

const UNIT: SkullShape = { sideMm: 0.8, upMm: 1, downMm: 1, frontMm: 1, backMm: 1 };

const NORWOOD = ['1', '2', '3', '3v', '4', '5', '6', '7'] as const;
const LUDWIG = ['1', '2', '3'] as const;

/** The stages that follow one, nearest first. */
export function stagesAfter({ scale, stage }: LossStage): readonly LossStage[] {
  if (scale === 'norwood') return NORWOOD.slice(NORWOOD.indexOf(stage) + 1).map((each) => ({ scale, stage: each }));
  return LUDWIG.slice(LUDWIG.indexOf(stage) + 1).map((each) => ({ scale, stage: each }));
}
