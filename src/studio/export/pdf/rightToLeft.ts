/** What a shaper takes for a right-to-left script and turns by itself, Arabic digits with it: Hebrew and Arabic blocks. */
export const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
