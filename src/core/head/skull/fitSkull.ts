import type { HeadPhoto } from '../headPhoto';
import { seatSkull } from './seatSkull';
import { sharedShape, type SharedShape } from './sharedShape';
import { sightOf, tellsOthers, type Sight } from './sight';
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
 * What a photo's places may be off in the mean square, by what they were likely to be: photos of one head reach 0.1, with
 * poses 5° off 1. Beyond, a view, an outline or the head itself is another one. Our choice.
 */
const MOST_MISFIT = 2;

/**
 * The skull in a photo. Where other photos show the same head, its shape is the one that all their silhouettes show
 * together; each keeps its own pose and scale. Photos that do not fit with the rest are left out, the worst first, and so is
 * this one from the others if it is the worst. A photo alone has the mean skull stretched to
 * its outline: one silhouette tells too little of the rest. Never fails.
 */
export function fitTogether(photo: HeadPhoto): JoinedFit {
  const others = (photo.others ?? []).filter(tellsOthers).map(sightOf);
  if (others.length === 0) return { fit: sightOf(photo).alone, joined: 0, apart: 0 };
  const own = sightOf(photo);
  let sights = inOrder([own, ...others]);
  while (sights.length > 1) {
    const { shape, misfits } = shapeOf(sights);
    const worst = Math.max(...misfits);
    if (worst <= MOST_MISFIT) {
      return { fit: seatSkull(shape, own), joined: sights.length - 1, apart: others.length + 1 - sights.length };
    }
    const odd = sights[misfits.indexOf(worst)];
    if (odd === own) break;
    sights = sights.filter((sight) => sight !== odd);
  }
  return { fit: sightOf(photo).alone, joined: 0, apart: others.length };
}

export const fitSkull = (photo: HeadPhoto): SkullFit => fitTogether(photo).fit;

/** So that a sum's last bits do not tell in which order the photos were opened. */
const inOrder = (sights: readonly Sight[]): readonly Sight[] =>
  sights.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

const REMEMBERED = 8;
let remembered: readonly { readonly sights: readonly Sight[]; readonly shared: SharedShape }[] = [];

/** The shape that sights show together; the last few are remembered, as every photo of a head asks for the same. */
function shapeOf(sights: readonly Sight[]): SharedShape {
  const known = remembered.find(
    (each) => each.sights.length === sights.length && each.sights.every((sight, i) => sight === sights[i]),
  );
  if (known !== undefined) return known.shared;
  const shared = sharedShape(sights);
  remembered = [{ sights, shared }, ...remembered].slice(0, REMEMBERED);
  return shared;
}
