import type { Case, Photo } from '../../../core/design/case';
import { formatDate, text } from '../../texts/texts';

/** What a photo is called: its view, and the date where another photo shows the same. */
export function photoName(of: Case, photo: Photo): string {
  const view = text(`head.views.${photo.view}`);
  const alike = of.photos.filter((each) => each.view === photo.view);
  if (alike.length < 2) return view;
  if (photo.takenOn !== null) return text('photos.dated', { view, date: dateWords(photo.takenOn) });
  const place = alike.indexOf(photo) + 1;
  return place === 1 ? view : text('photos.numbered', { view, n: place });
}

/** A calendar day in the reader's way. */
export const dateWords = (date: string): string =>
  formatDate(new Date(`${date}T00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
