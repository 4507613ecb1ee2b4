import type { Case, Photo } from '../../../core/design/case';
import { activeDesign, activePhoto } from '../../../core/design/edits';
import { VIEWS, type View } from '../../../core/head/headPhoto';
import { setTool } from '../../canvas/toolDesk';
import { openPhoto, type OpenedPhoto } from '../../photo/openPhoto';
import { caseStore } from '../../state/caseStore';
import { text } from '../../texts/texts';
import { plainPhoto } from '../cases/caseOfPhoto';
import { storage } from '../desk';
import { say } from '../notices';
import { photoName } from './photoNames';
import { takePhoto } from './takePhoto';
import { thumbnailOf } from './thumbnail';
import { commitAndTurn, sayWithWayBack } from '../turning';

/** What is known of a photo beyond its pixels when it joins a case. */
export interface PhotoWish {
  /** The earlier photo whose position it repeats. */
  readonly followsId?: string | null;
  readonly takenOn?: string | null;
}

/** Adds a photo to the case on the desk and turns to it; on any refusal the case stays as it is. */
export function addPhotoFile(file: Blob, wish: PhotoWish = {}): Promise<boolean> {
  return takePhoto(file, ({ opened, kept }) => {
    const of = caseStore.getState().case;
    if (of === null) return false;
    rememberThumbnail(opened);
    const photo = photoFor(of, opened, wish);
    commitAndTurn({ type: 'addPhoto', photo }, opened);
    if (photo.followsId === null) setTool('hairline');
    const added = text('photos.added', { view: text(`head.views.${photo.view}`) });
    if (kept) say('info', of.photos.length === 0 ? text('first.photo') : added);
    return true;
  });
}

/** A photo that repeats another's position takes over what is known of the head there; its scale must be measured anew. */
function photoFor(of: Case, opened: OpenedPhoto, { followsId = null, takenOn = null }: PhotoWish): Photo {
  const follows = of.photos.find((each) => each.id === followsId);
  if (follows === undefined) return { ...plainPhoto(opened, nextView(of)), takenOn };
  // A position is repeated to see what has come of the work there.
  const isDrawnOn = activeDesign(of)?.areas.some((area) => area.photoId === followsId) ?? false;
  const purpose = isDrawnOn ? 'result' : 'design';
  const plain: Photo = { ...plainPhoto(opened, follows.view), takenOn, followsId: follows.id, purpose };
  const ratio = opened.width / follows.width;
  // Another shape of picture is another position.
  if (Math.abs(opened.height - follows.height * ratio) > 0.02 * opened.height) return plain;
  const { outline, midline, pose } = follows;
  const scaled = (p: { x: number; y: number }) => ({ x: p.x * ratio, y: p.y * ratio });
  return {
    ...plain,
    pose,
    outline: {
      ...outline,
      cx: outline.cx * ratio,
      cy: outline.cy * ratio,
      rx: outline.rx * ratio,
      ry: outline.ry * ratio,
    },
    midline: { top: scaled(midline.top), bottom: scaled(midline.bottom) },
  };
}

/** The first view that the case does not have yet. */
const nextView = (of: Case): View =>
  VIEWS.find((view) => view !== 'other' && !of.photos.some((photo) => photo.view === view)) ?? 'other';

/** Takes a photo, and what was drawn on it, out of the case; with a way back. */
export function removePhoto(photoId: string): void {
  const of = caseStore.getState().case;
  const photo = of?.photos.find((each) => each.id === photoId);
  if (of == null || photo === undefined) return;
  const name = photoName(of, photo);
  commitAndTurn({ type: 'removePhoto', photoId });
  sayWithWayBack(text('photos.removed', { name }));
}

/** Today where the device stands. */
export function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The photo that the camera's ghost shows first: the one on the desk, or the one that it follows itself. */
export function photoToRepeat(): Photo | undefined {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  return of?.photos.find((each) => each.id === photo?.followsId) ?? photo;
}

const thumbnails = new Map<string, Promise<Blob | undefined>>();
/** One photo is decoded at a time: each takes 48 MB while it lasts. */
let lastRead: Promise<unknown> = Promise.resolve();

function rememberThumbnail(opened: OpenedPhoto): void {
  thumbnails.set(opened.sha256, thumbnailOf(opened));
}

/** A small picture of a kept photo; undefined where there is none to be had. */
export function thumbnailFor(sha256: string): Promise<Blob | undefined> {
  const known = thumbnails.get(sha256);
  if (known !== undefined) return known;
  const made = lastRead.then(() => smallOf(sha256));
  lastRead = made;
  thumbnails.set(sha256, made);
  return made;
}

/** A kept photo no higher than so many pixels, upright, as an image. */
export async function smallOf(sha256: string, heightPx?: number): Promise<Blob | undefined> {
  const stored = await storage.getPhoto(sha256);
  if (!stored.ok) return undefined;
  const opened = await openPhoto(stored.value);
  return opened.ok ? thumbnailOf(opened.value, heightPx) : undefined;
}
