import { describe, expect, it } from 'vitest';
import { drawStencil } from '../../../../src/studio/export/stencil/drawStencil';
import type { Stencil } from '../../../../src/core/plan/stencil';
import { DISK_FONTS } from '../pdf/fonts';

const across = (mm: number): Stencil => ({
  lines: [
    {
      kind: 'hairline',
      points: [
        { x: 0, y: 0 },
        { x: mm, y: 20 },
      ],
    },
  ],
  marks: [{ kind: 'middle', x: mm / 2, y: 10 }],
  lengthMm: mm,
  widthMm: mm,
  heightMm: 20,
});

const WORDS = {
  title: 'Hairline',
  print: 'Print at 100 %',
  checkBar: '50 mm',
  join: 'Join',
  sheetOf: (sheet: number, sheets: number) => `${String(sheet)} of ${String(sheets)}`,
  figure: String,
};

async function sizes(mm: number, paper: 'A4' | 'Letter'): Promise<readonly string[]> {
  const date = new Date('2026-03-31T00:00:00Z');
  const { bytes } = await drawStencil(across(mm), WORDS, { paper, fonts: DISK_FONTS, rtl: false, lang: 'en', date });
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/MediaBox \[[^\]]+\]/g) ?? []
  );
}

describe('the stencil on paper', () => {
  it('is one sheet where it fits, turned where that helps', async () => {
    expect(await sizes(150, 'A4')).toEqual(['/MediaBox [0 0 595.275591 841.889764]']);
    expect(await sizes(250, 'A4')).toEqual(['/MediaBox [0 0 841.889764 595.275591]']);
    expect(await sizes(250, 'Letter')).toEqual(['/MediaBox [0 0 792 612]']);
  });

  it('is as many sheets as it needs where it does not', async () => {
    expect(await sizes(400, 'A4')).toHaveLength(2);
  });
});
