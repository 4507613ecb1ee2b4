import { text } from '../../texts/texts';

/** A length of time in a client's words. */
function sinceWords(days: number): string {
  if (days < 21) return text('preview.days', { count: Math.round(days) });
  if (days < 70) return text('preview.weeks', { count: Math.round(days / 7) });
  if (days < 700) return text('preview.months', { count: Math.round(days / 30.4) });
  return text('preview.years', { count: Math.round((days / 365) * 2) / 2 });
}

/** What is shown, in a sentence: "1 month after session 3". The touch-up is null where it is not part of what is shown. */
export function momentWords(step: number, days: number, touchUpDay: number | null): string {
  if (step === 0) return text('preview.before');
  if (touchUpDay !== null && days >= touchUpDay) {
    if (days === touchUpDay) return text('preview.touchUpDay');
    return text('preview.afterTouchUp', { when: sinceWords(days - touchUpDay) });
  }
  if (days < 1) return text('preview.sameDay', { n: step });
  return text('preview.moment', { when: sinceWords(days), n: step });
}
