import type { Stencil } from '../../../core/plan/stencil';
import {
  CHECK_BAR_MM,
  FINE_MM,
  LETTER_SIZE_MM,
  MARK_COLOUR,
  stencilShapes,
  type StencilShape,
  type StencilWords,
} from './stencilShapes';

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
    ...stencilShapes(stencil, words).map(element),
    '</g>',
    checkBar(height - MARGIN_MM, words),
    '</svg>\n',
  ].join('\n');
}

function element(shape: StencilShape): string {
  switch (shape.kind) {
    case 'line': {
      const { points, colour, weight, dash } = shape;
      const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
      const way = points.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ');
      const id = shape.of === 'hairline' ? ' id="hairline"' : '';
      return `<polyline${id} stroke="${colour}" stroke-width="${String(weight)}"${dashes} points="${way}"/>`;
    }
    case 'dot':
      return circle(shape, `fill="${MARK_COLOUR}"`);
    case 'ring':
      return circle(shape, `stroke="${MARK_COLOUR}" stroke-width="${String(FINE_MM)}"`);
    case 'word': {
      const at = `x="${number(shape.x)}" y="${number(shape.y + LETTER_SIZE_MM / 3)}"`;
      return `<text ${at} text-anchor="middle" fill="${MARK_COLOUR}">${escaped(shape.word)}</text>`;
    }
    default:
      return shape satisfies never;
  }
}

const circle = ({ x, y, radius }: { x: number; y: number; radius: number }, style: string): string =>
  `<circle cx="${number(x)}" cy="${number(y)}" r="${String(radius)}" ${style}/>`;

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
