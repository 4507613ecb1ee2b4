import type { HeadSight } from '../head/headPhoto';
import { sameSights } from '../head/skull/sight';
import type { Case, Photo } from './case';

/** A photo of a case, with the other photos that show the same head where there are some. Never stored: it follows from the case. */
export interface PhotoOfHead extends Photo {
  readonly others?: readonly HeadSight[];
}

const known = new WeakMap<Photo, Required<PhotoOfHead>>();

/** A photo of the case as all that is worked out from its head needs it; the same value as long as no head has changed. */
export function photoOf(of: Pick<Case, 'photos'>, photoId: string | null): PhotoOfHead | undefined {
  const photo = of.photos.find((each) => each.id === photoId);
  if (photo === undefined) return undefined;
  const others = of.photos.filter((each) => each !== photo && each.view !== 'other');
  if (others.length === 0 || photo.view === 'other') return photo;
  const before = known.get(photo);
  if (before !== undefined && sameSights(before.others, others)) return before;
  const made = { ...photo, others: others.map(sightIn) };
  known.set(photo, made);
  return made;
}

/** All photos of the case so. */
export const photosOf = (of: Pick<Case, 'photos'>): readonly PhotoOfHead[] =>
  of.photos.flatMap(({ id }) => photoOf(of, id) ?? []);

const sightIn = ({ view, calibration, outline, edge, pose }: HeadSight): HeadSight => ({
  view,
  calibration,
  outline,
  edge,
  pose,
});
