import { describe, expect, it } from 'vitest';
import type { Stencil } from '../../../../src/core/plan/stencil';
import { stencilSvg } from '../../../../src/studio/export/stencil/stencilSvg';
import type { StencilWords } from '../../../../src/studio/export/stencil/stencilShapes';

const STENCIL: Stencil = {
  lines: [
    { kind: 'guide', points: [{ x: 50, y: 0 }, { x: 50, y: 60 }] }, // prettier-ignore
    { kind: 'hairline', points: [{ x: 0, y: 30 }, { x: 60, y: 30 }, { x: 100, y: 60 }] }, // prettier-ignore
  ],
  marks: [
    { kind: 'middle', x: 50, y: 30 },
    { kind: 'letter', letter: 'A', x: 50, y: 60 },
    { kind: 'figure', mm: 50, x: 10, y: 40 },
  ],
  lengthMm: 110,
  widthMm: 100,
  heightMm: 60,
};
const WORDS: StencilWords = {
  title: 'Hairline <110 mm> & more',
  print: 'Print at 100 %',
  checkBar: '50 mm',
  join: '',
  sheetOf: () => '',
  figure: String,
};

const svg = stencilSvg(STENCIL, WORDS);
const numbers = (text: string | undefined): readonly number[] => (text ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];

describe('the stencil as SVG', () => {
  it('says its size in millimetres, and a unit is one', () => {
    const [, width, height, box] = /width="([\d.]+)mm" height="([\d.]+)mm" viewBox="([^"]+)"/.exec(svg) ?? [];
    expect(numbers(box)).toEqual([0, 0, Number(width), Number(height)]);
  });

  it('has the hairline at its length and a check bar of 50 mm', () => {
    const line = numbers(/id="hairline"[^>]*points="([^"]+)"/.exec(svg)?.[1]);
    let length = 0;
    for (let i = 2; i < line.length; i += 2) {
      length += Math.hypot((line[i] ?? 0) - (line[i - 2] ?? 0), (line[i + 1] ?? 0) - (line[i - 1] ?? 0));
    }
    expect(length).toBeCloseTo(110, 2);
    const [from = 0, , , to = 0] = numbers(/id="check-bar" d="([^"]+)"/.exec(svg)?.[1]);
    expect(to - from).toBe(50);
  });

  it('writes words as words, whatever signs are in them', () => {
    expect(svg).toContain('<title>Hairline &lt;110 mm&gt; &amp; more</title>');
    expect(svg).not.toContain('metadata');
  });
});
