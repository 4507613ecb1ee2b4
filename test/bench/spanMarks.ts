/** What a page marks as a span's begin and end (performance.mark), so that a trace of it can be read span by span. */
export const SPAN_MARKS = { from: 'bench from', to: 'bench to' } as const;
