import type { Case, Design } from '../../core/design/case';

/**
 * The photo or the design that a step of undo or redo concerns, where it is not the one before the technician till then;
 * null where it is.
 */
export function movedElsewhere(
  now: Case,
  before: Case,
): { readonly photoId: string | null; readonly designId: string | null } | null {
  if (now.activePhotoId !== before.activePhotoId) return { photoId: now.activePhotoId, designId: null };
  if (now.activeDesignId !== before.activeDesignId) return { photoId: null, designId: now.activeDesignId };
  const designs = now.designs.filter((design) => changedIn(before.designs, design));
  const design = designs.find((each) => each.id === now.activeDesignId);
  const other = designs[0];
  if (design === undefined && other !== undefined) return { photoId: null, designId: other.id };
  const photoIds = [
    ...now.photos.filter((photo) => changedIn(before.photos, photo)).map(({ id }) => id),
    ...(design === undefined ? [] : drawnOn(design, before.designs)),
  ];
  const [photoId] = photoIds;
  if (photoId === undefined || photoIds.includes(now.activePhotoId ?? '')) return null;
  return now.photos.some(({ id }) => id === photoId) ? { photoId, designId: null } : null;
}

const changedIn = <Item extends { readonly id: string }>(before: readonly Item[], item: Item): boolean =>
  before.some((each) => each.id === item.id && each !== item);

/** The photos on which a design differs from what it was. */
function drawnOn(design: Design, before: readonly Design[]): readonly string[] {
  const was = before.find((each) => each.id === design.id);
  const differing = <Item extends { readonly photoId: string }>(a: readonly Item[], b: readonly Item[]): string[] =>
    [...a.filter((item) => !b.includes(item)), ...b.filter((item) => !a.includes(item))].map(({ photoId }) => photoId);
  if (was === undefined) return [];
  return [
    ...differing(design.areas, was.areas),
    ...differing(design.strokes, was.strokes),
    ...differing(design.handDots.added, was.handDots.added),
    ...differing(design.handDots.moved, was.handDots.moved),
  ];
}
