import type { IsoDate } from '../../../core/design/treatment';
import { texts } from '../../texts/texts';

/** A day as the reader's language writes it. */
export const formatDate = (date: IsoDate): string =>
  new Intl.DateTimeFormat(texts.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
