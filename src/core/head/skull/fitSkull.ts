import type { HeadPhoto } from '../headPhoto';
import { seatSkull } from './seatSkull';
import type { SkullShape } from './shape';
import { judgeSights, sharedShape } from './sharedShape';
import { hasPart, sightOf, withoutEdge, type Sight } from './sight';
import type { SkullFit } from './skullFit';

/** The skull in a photo, and which photos it was fitted to. */
export interface JoinedFit {
  readonly fit: SkullFit;
  /** How many other photos of the head tell of its shape. */
  readonly joined: number;
  /** How many others were left out: they show another shape than this one. */
  readonly apart: number;
}

/**
 * What a photo's places may be off in the mean square, by what they were likely to be. The practice head's photos reach 0.3,
 * with a pose 10° off 0.5, a scale 15 % off 1.7 to 2.2, and an outline a quarter too wide 3 to 5.
 */
const MOST_MISFIT = 1;

/**
 * The skull in a photo. Where other photos show the same head, its shape is the one that all their silhouettes show
 * together; each keeps its own pose and scale. Of a photo that does not fit with the rest, the worst first, the edge found in
 * the picture is left out, which may be one of hair; then the photo itself, this one as well as the others. A photo
 * alone has the mean skull stretched to its outline: one silhouette tells too little of the rest. Never fails.
 */
export function fitTogether(photo: HeadPhoto): JoinedFit {
  const others = hasPart(photo) ? (photo.others ?? []).filter(hasPart).map(sightOf) : [];
  let own = sightOf(photo);
  const { alone } = own;
  if (others.length === 0) return { fit: alone, joined: 0, apart: 0 };
  let sights = inOrder([own, ...others]);
  while (sights.length > 1) {
    const { misfits, shape } = headOf(sights);
    if (shape !== null) {
      return { fit: seatSkull(shape, own), joined: sights.length - 1, apart: others.length + 1 - sights.length };
    }
    const odd = sights[misfits.indexOf(Math.max(...misfits))] ?? own;
    const lesser = withoutEdge(odd);
    if (odd === own) {
      if (lesser === null) break;
      own = lesser;
    }
    sights = sights.flatMap((sight) => (sight === odd ? (lesser ?? []) : sight));
  }
  return { fit: alone, joined: 0, apart: others.length };
}

export const fitSkull = (photo: HeadPhoto): SkullFit => fitTogether(photo).fit;

/** So that a sum's last bits do not tell in which order the photos were opened. */
const inOrder = (sights: readonly Sight[]): readonly Sight[] =>
  sights.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

/** What sights tell together. */
interface SharedHead {
  readonly sights: readonly Sight[];
  readonly misfits: readonly number[];
  /** Null where one of them shows another head. */
  readonly shape: SkullShape | null;
}

const REMEMBERED = 8;
let remembered: readonly SharedHead[] = [];

/** The last few are remembered, as every photo of a head asks for the same. */
function headOf(sights: readonly Sight[]): SharedHead {
  const known = remembered.find(
    (each) => each.sights.length === sights.length && each.sights.every((sight, i) => sight === sights[i]),
  );
  if (known !== undefined) return known;
  const judged = judgeSights(sights);
  const { misfits } = judged;
  const head = { sights, misfits, shape: Math.max(...misfits) <= MOST_MISFIT ? sharedShape(sights, judged) : null };
  remembered = [head, ...remembered].slice(0, REMEMBERED);
  return head;
}
