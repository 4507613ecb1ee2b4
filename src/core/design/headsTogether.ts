import type { HeadOutline, HeadSight, HeadSize } from '../head/headPhoto';
import { headSizeOf, isMeasured } from '../head/headSize';
import { sameSights } from '../head/skull/sight';
import type { Case, Photo } from './case';

/** A photo of a case, with what its other photos tell of the same head where there are some. Never stored: it follows from the case. */
export interface PhotoOfHead extends Photo {
  readonly others?: readonly HeadSight[];
  readonly size?: HeadSize;
}

interface Together {
  readonly photo: PhotoOfHead;
  /** The other photos as they are stored. */
  readonly from: readonly Photo[];
}

const known = new WeakMap<Photo, Together>();

/** A photo of the case as all that is worked out from its head needs it; the same value as long as no head has changed. */
export function photoOf(of: Pick<Case, 'photos'>, photoId: string | null): PhotoOfHead | undefined {
  const photo = of.photos.find((each) => each.id === photoId);
  if (photo === undefined) return undefined;
  const from = of.photos.filter((each) => each !== photo && each.view !== 'other');
  if (from.length === 0 || photo.view === 'other') return photo;
  const before = known.get(photo);
  if (before !== undefined && sameSights(before.from, from)) return before.photo;
  const size = measuredSize([photo, ...from]);
  const made = { ...photo, ...sizeTold(photo, size), others: from.map((each) => sightIn(each, size)) };
  known.set(photo, { photo: made, from });
  return made;
}

/** All photos of the case so. */
export const photosOf = (of: Pick<Case, 'photos'>): readonly PhotoOfHead[] =>
  of.photos.flatMap(({ id }) => photoOf(of, id) ?? []);

const sightIn = (photo: Photo, size: HeadSize | null): HeadSight => {
  const { view, calibration, outline, edge, pose } = photo;
  return { view, calibration, outline, edge, pose, ...sizeTold(photo, size) };
};

/** What is told of the head's size to a photo on which nothing was measured. */
const sizeTold = (photo: Photo, size: HeadSize | null): { readonly size?: HeadSize } =>
  size === null || isMeasured(photo) ? {} : { size };

const sizes = new WeakMap<HeadOutline, { readonly of: readonly Photo[]; readonly size: HeadSize | null }>();

/** The same value for every photo of the head, whichever asks first, so that what was worked out from it is found again. */
function measuredSize(photos: readonly Photo[]): HeadSize | null {
  const measured = photos.filter(isMeasured).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = measured;
  if (first === undefined) return null;
  const before = sizes.get(first.outline);
  if (before !== undefined && sameSights(before.of, measured)) return before.size;
  const size = headSizeOf(measured);
  sizes.set(first.outline, { of: measured, size });
  return size;
}
