import type { Mm, PhotoPoint } from '../../geometry/units';
import { err, ok, type Result } from '../../result';
import { canthusAcrossMm, type Face } from '../guides/face';
import { glabellaOn } from '../guides/garg';
import type { HeadInPhoto } from '../guides/headInPhoto';
import { onSkull, type OnSkull } from '../guides/onSkull';
import type { Vec3 } from '../skull/vec3';
import type { HairlineStyle } from './style';
import { templeOf } from './styles';

export interface StyleOptions {
  /** Height of the middle above the glabella in place of the style's own. */
  readonly heightMm: Mm | null;
  readonly templePoints: boolean;
  readonly sideburns: boolean;
}

export const PLAIN_OPTIONS: StyleOptions = { heightMm: null, templePoints: false, sideburns: false };

export type StyleProblem =
  /** The view does not show the front of the head. */
  | { readonly kind: 'frontHidden' }
  /** So high or wide that it leaves the head. */
  | { readonly kind: 'leavesHead' };

/** A place that faces the camera by less could not be drawn to the millimetre: the line is cut there. Our choice. */
const LEAST_FACING = 0.1;
/** Fewer handles are no line. */
const LEAST_HANDLES = 3;

/** Below this height the fitted skull draws in, where a head goes on straight down to the jaw. Our choice. */
const TEMPLE_BONE_Y_MM: Mm = -18;

/** A style's handles on a head, from the client's right to the left, mm in the head's axes. */
export function styleOnHead(
  style: HairlineStyle,
  options: StyleOptions,
  head: HeadInPhoto,
  face: Face,
): Result<readonly Vec3[], StyleProblem> {
  const skull = onSkull(head.shape);
  const glabella = glabellaOn(skull, face);
  const heightMm = options.heightMm ?? style.heightMm;
  const middle = skull.up(glabella, heightMm);
  const tip = skull.up(glabella, heightMm - style.peakMm);
  const half = (side: 1 | -1): readonly (Vec3 | null)[] => {
    const front = frontKnots(style, canthusAcrossMm(face, head)).map(({ acrossMm, setbackMm }) =>
      lifted(skull, skull.front(face.middleMm + side * acrossMm, middle[1]), setbackMm),
    );
    const onSide = ({ y, z }: Profile): Vec3 | null => {
      const at = skull.side(side, Math.max(y, TEMPLE_BONE_Y_MM), z);
      return at === null ? null : [at[0], y, at[2]];
    };
    return [...front, ...profile(options, front.at(-1) ?? null, glabella, face).map(onSide)];
  };
  const all = [...half(-1).toReversed(), tip, ...half(1)];
  const places = all.filter((place) => place !== null);
  return places.length < all.length ? err({ kind: 'leavesHead' }) : ok(places);
}

const lifted = (skull: OnSkull, from: Vec3 | null, mm: Mm): Vec3 | null => (from === null ? null : skull.up(from, mm));

const frontKnots = ({ front, corner }: HairlineStyle, canthusMm: Mm): HairlineStyle['front'] => [
  ...front,
  { acrossMm: canthusMm + corner.beyondMm, setbackMm: corner.setbackMm },
];

/** Height and depth in the head's axes, mm. */
interface Profile {
  readonly y: Mm;
  readonly z: Mm;
}

/** The side of the line from below its corner on, as it is seen in profile. */
function profile(
  { templePoints, sideburns }: StyleOptions,
  corner: Vec3 | null,
  glabella: Vec3,
  face: Face,
): readonly Profile[] {
  const { bowMm, knots } = templeOf(templePoints, sideburns);
  const canthusZ = face.at('canthusLeft')[2];
  const side = knots.map(({ upMm, behindMm }) => ({ y: glabella[1] + upMm, z: canthusZ - behindMm }));
  const first = side[0];
  if (bowMm === null || first === undefined || corner === null) return side;
  return [{ y: (corner[1] + first.y) / 2, z: (corner[2] + first.z) / 2 + bowMm }, ...side];
}

/**
 * A style's handles on a photo, as many of them as its view shows, from the picture's left to its right: in a side view the
 * profile of that side, from the middle of the forehead back and down.
 */
export function placeStyle(
  style: HairlineStyle,
  options: StyleOptions,
  head: HeadInPhoto,
  face: Face,
): Result<readonly PhotoPoint[], StyleProblem> {
  const places = styleOnHead(style, options, head, face);
  if (!places.ok) return places;
  const shown = longestRun(places.value, (place) => head.facing(place) >= LEAST_FACING).map(head.toPhoto);
  if (shown.length < LEAST_HANDLES) return err({ kind: 'frontHidden' });
  const [first, last] = [shown[0], shown.at(-1)];
  return ok(first !== undefined && last !== undefined && first.x > last.x ? shown.toReversed() : shown);
}

function longestRun<Item>(items: readonly Item[], holds: (item: Item) => boolean): readonly Item[] {
  let best: readonly Item[] = [];
  let run: readonly Item[] = [];
  for (const item of items) {
    run = holds(item) ? [...run, item] : [];
    if (run.length > best.length) best = run;
  }
  return best;
}
