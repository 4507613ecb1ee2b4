import type { IsoDate } from '../../../core/design/treatment';
import { formatDate as formatMoment } from '../../texts/texts';

/** A day as the reader's language writes it. */
export const formatDate = (date: IsoDate): string =>
  formatMoment(new Date(`${date}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
