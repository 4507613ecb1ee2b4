import type { Stencil, StencilLine, StencilMark } from '../../../core/plan/stencil';
import {
  CHECK_BAR_MM,
  DOT_RADIUS_MM,
  HANDLE_RADIUS_MM,
  LETTER_ASIDE_MM,
  LETTER_SIZE_MM,
  LINE_STYLES,
  MARK_COLOUR,
  MIDDLE_MM,
  type StencilWords,
} from './stencilStyle';

const MARGIN_MM = 10;
const FOOT_MM = 20;

/** The stencil as one SVG of its true size, a unit a millimetre, for plotters and drawing programs. */
export function stencilSvg(stencil: Stencil, words: StencilWords): string {
  const width = Math.max(stencil.widthMm, CHECK_BAR_MM) + 2 * MARGIN_MM;
  const height = stencil.heightMm + 2 * MARGIN_MM + FOOT_MM;
  const [w, h] = [number(width), number(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}mm" height="${h}mm" viewBox="0 0 ${w} ${h}" fill="none"`,
    ` font-family="sans-serif" font-size="${number(LETTER_SIZE_MM)}">`,
    `<title>${escaped(words.title)}</title>`,
    `<g transform="translate(${number(MARGIN_MM)} ${number(MARGIN_MM)})" stroke-linecap="round" stroke-linejoin="round">`,
    ...stencil.lines.map(lineElement),
    ...stencil.marks.map((mark) => markElement(mark, words)),
    '</g>',
    checkBar(height - MARGIN_MM, words),
    '</svg>\n',
  ].join('\n');
}

function lineElement({ kind, points }: StencilLine): string {
  const { colour, weight, dash } = LINE_STYLES[kind];
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  const way = points.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ');
  const id = kind === 'hairline' ? ' id="hairline"' : '';
  return `<polyline${id} stroke="${colour}" stroke-width="${String(weight)}"${dashes} points="${way}"/>`;
}

function markElement(mark: StencilMark, words: StencilWords): string {
  const [x, y] = [number(mark.x), number(mark.y)];
  const centred = (text: string, right = 0, up = 0): string =>
    `<text x="${number(mark.x + right)}" y="${number(mark.y - up + LETTER_SIZE_MM / 3)}" text-anchor="middle" fill="${MARK_COLOUR}">${escaped(text)}</text>`;
  switch (mark.kind) {
    case 'handle':
      return `<circle cx="${x}" cy="${y}" r="${String(HANDLE_RADIUS_MM)}" stroke="${MARK_COLOUR}" stroke-width="0.25"/>`;
    case 'middle': {
      const [left, right] = [number(mark.x - MIDDLE_MM), number(mark.x + MIDDLE_MM)];
      const [top, bottom] = [number(mark.y - MIDDLE_MM), number(mark.y + MIDDLE_MM)];
      return `<path d="M${left} ${y}H${right}M${x} ${top}V${bottom}" stroke="${MARK_COLOUR}" stroke-width="0.35"/>`;
    }
    case 'letter':
      return `<circle cx="${x}" cy="${y}" r="${String(DOT_RADIUS_MM)}" fill="${MARK_COLOUR}"/>${centred(mark.letter, LETTER_ASIDE_MM, LETTER_ASIDE_MM)}`;
    case 'figure':
      return centred(words.figure(mark.mm));
    default:
      return mark satisfies never;
  }
}

function checkBar(y: number, words: StencilWords): string {
  const [from, to] = [number(MARGIN_MM), number(MARGIN_MM + CHECK_BAR_MM)];
  const bar = `M${from} ${number(y - 3)}V${number(y)}H${to}V${number(y - 3)}`;
  return [
    `<path id="check-bar" d="${bar}" stroke="${MARK_COLOUR}" stroke-width="0.3"/>`,
    `<text x="${from}" y="${number(y - 5)}" fill="${MARK_COLOUR}">${escaped(words.checkBar)}</text>`,
    `<text x="${from}" y="${number(y - 10)}" fill="${MARK_COLOUR}">${escaped(words.print)}</text>`,
  ].join('\n');
}

const number = (value: number): string => String(Math.round(value * 1000) / 1000);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
