import { describe, expect, it } from 'vitest';
import { bidiRuns, shaperText } from '../../../../src/studio/export/pdf/bidiRuns';

const texts = (line: string, base: 'ltr' | 'rtl'): readonly string[] => bidiRuns(line, base).map(({ text }) => text);

describe('a line’s runs from the left of the paper', () => {
  it('are the line itself where all of it is read from the left', () => {
    expect(bidiRuns('Treatment plan (3)', 'ltr')).toEqual([{ text: 'Treatment plan (3)', rtl: false }]);
  });

  it('stand in reverse where the line is read from the right, figures from the left within', () => {
    expect(texts('نحو 4.2 ساعة', 'rtl')).toEqual([' ساعة', '4.2', 'نحو ']);
    expect(texts('التصميم A', 'rtl')).toEqual(['A', 'التصميم ']);
  });

  it('mirror brackets where they are read from the right', () => {
    expect(texts('عيادة (SMP)', 'rtl').join('|')).toBe('(|SMP|عيادة )');
  });

  it('keep an isolated number in its order and drop the marks that isolate it', () => {
    expect(
      texts('هاتف \u2066+966 11 555\u2069', 'rtl')
        .join('')
        .replaceAll(/[^\d+ ]/g, '')
        .trim(),
    ).toBe('+966 11 555');
  });

  it('reach the shaper so that what it turns comes out rightly', () => {
    expect(shaperText({ text: 'عرب', rtl: true })).toBe('عرب');
    expect(shaperText({ text: '٢١', rtl: false })).toBe('١٢');
    expect(shaperText({ text: ' ·)', rtl: true })).toBe(')· ');
    expect(shaperText({ text: 'SMP', rtl: false })).toBe('SMP');
  });
});
