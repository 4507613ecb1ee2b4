/**
 * How a fill of the practice head's top measures, beside what was measured on real fills. Bare skin and fill are the same
 * pixels of the photo without and with pigment, deep behind the hairline; the edge's figures are means along the hairline.
 */
import { depthAt } from '../../src/core/pigment/haze/depthGrid';
import { labOfLinear } from '../../src/core/pigment/colour/lab';
import { sameMapOf } from '../../src/core/head/scalpTable';
import { drawHead, type LaidHead, type Part } from './looksHead';
import type { SkinTone } from './looksSkin';
import { bandContrast, compared, mean, planesOf, type Planes } from './pictureFigures';

/** On the top view: level skin deep within the fill, and a strip across the middle of the hairline. */
export const DEEP: Part = { x: 900, y: 800, width: 600, height: 550 };
const EDGE: Part = { x: 950, y: 1300, width: 420, height: 420 };

export type Range = readonly [number, number];

/** What was measured on clinics' close-ups, or what the field's table gives as the default where that is all there is. */
export const MEASURED: Readonly<Record<string, Readonly<Partial<Record<SkinTone, Range>>>>> = {
  red: { light: [0.46, 0.64], medium: [0.37, 0.51], dark: [0.35, 0.51] },
  green: { light: [0.64, 0.75], medium: [0.45, 0.65], dark: [0.35, 0.65] },
  blue: { light: [0.77, 0.94], medium: [0.43, 0.67], dark: [0.35, 0.67] },
  luminance: { light: [0.6, 0.75] },
  chroma: { light: [0.4, 0.6], medium: [0.4, 0.6], dark: [0.4, 0.6] },
  hue: { light: [4, 20], medium: [4, 20], dark: [4, 20] },
  deltaE: { light: [10, 16], medium: [18, 21] },
};

/** Alike on all skins: contrast of the fill by size of structure, and widths of the edge in mm. */
const MEASURED_ON_ALL: Readonly<Record<string, Range>> = {
  'contrast .25–2 mm': [0.15, 0.33],
  'contrast 2–4 mm': [0.06, 0.16],
  // The measured skin itself has .02–.04, nearly all of it beside the fill's own: √(.06² − .04²) to √(.16² − .02²).
  'of that by the fill': [0.045, 0.159],
  'contrast at 2.5 px/mm': [0.11, 0.3],
  'contrast at 1.25 px/mm': [0.07, 0.17],
  'edge, luminance 10–90 %': [6, 12],
  'edge, chroma 10–90 %': [8, 15],
  'edge, middle of chroma': [3, 7],
};

/** What was measured of a figure on real fills of such skin, if it was. */
export const measuredRange = (name: string, tone: SkinTone): Range | undefined =>
  MEASURED[name]?.[tone] ?? MEASURED_ON_ALL[name];

export const isOutside = (value: number, range: Range | undefined): boolean =>
  range !== undefined && !(value >= range[0] && value <= range[1]);

export function figures(laid: LaidHead): Record<string, number> {
  const pxPerMm = 1 / laid.scene.mmPerPx;
  const { before, after } = drawHead(laid, DEEP, 1);
  const bare = planesOf(before);
  const filled = planesOf(after);
  const small = (perMm: number): number =>
    bandContrast(planesOf(drawHead(laid, DEEP, perMm / pxPerMm).after), perMm, 1 / perMm / 4, 4);
  const slow = bandContrast(filled, pxPerMm, 2, 4);
  const slowOfSkin = bandContrast(bare, pxPerMm, 2, 4);
  return {
    ...compared(bare, filled),
    'contrast .25–2 mm': bandContrast(filled, pxPerMm, 0.25, 2),
    'contrast 2–4 mm': slow,
    'of that by the fill': Math.sqrt(slow ** 2 - slowOfSkin ** 2),
    'contrast at 2.5 px/mm': small(2.5),
    'contrast at 1.25 px/mm': small(1.25),
    'bare .25–2 mm': bandContrast(bare, pxPerMm, 0.25, 2),
    'bare 2–4 mm': slowOfSkin,
    'bare blue/red': mean(bare.rgb[2]) / mean(bare.rgb[0]),
    ...edgeFigures(laid),
  };
}

const BIN_MM = 0.5;
const FROM_MM = -6;
/** Depth is known to 16 mm. */
const BINS = 44;

/** Mean light before and after by depth behind the hairline; its fall from bare to full. */
function edgeFigures(laid: LaidHead): Record<string, number> {
  const { before, after } = drawHead(laid, EDGE, 1);
  const bins = Array.from({ length: BINS }, () => ({ count: 0, bare: [0, 0, 0], filled: [0, 0, 0] }));
  addTo(bins, laid, planesOf(before), 'bare');
  addTo(bins, laid, planesOf(after), 'filled');
  const light = (rgb: readonly number[]): number =>
    0.2126 * (rgb[0] ?? 0) + 0.7152 * (rgb[1] ?? 0) + 0.0722 * (rgb[2] ?? 0);
  const chroma = ([r = 0, g = 0, b = 0]: readonly number[]): number => {
    const lab = labOfLinear([r, g, b]);
    return Math.hypot(lab.a, lab.b);
  };
  const seen = bins.map((bin) => ({
    luminance: light(bin.filled) / light(bin.bare),
    // Mean colours, so that a bin's count cancels out in luminance but not here.
    chroma: chroma(bin.filled.map((each) => each / bin.count)) / chroma(bin.bare.map((each) => each / bin.count)),
  }));
  const luminance = fall(seen.map((each) => each.luminance));
  const tint = fall(seen.map((each) => each.chroma));
  return {
    'edge, luminance 10–90 %': luminance.at90 - luminance.at10,
    'edge, chroma 10–90 %': tint.at90 - tint.at10,
    'edge, middle of chroma': tint.at50,
  };
}

function addTo(
  bins: { count: number; bare: number[]; filled: number[] }[],
  laid: LaidHead,
  { rgb, width, height }: Planes,
  to: 'bare' | 'filled',
): void {
  const grid = laid.made.depths[0];
  if (grid === undefined) return;
  const { toChart } = sameMapOf(laid.scene.geometry);
  for (let i = 0; i < width * height; i++) {
    const at = toChart({ x: EDGE.x + (i % width) + 0.5, y: EDGE.y + Math.floor(i / width) + 0.5 });
    const bin = at === null ? undefined : bins[Math.floor((depthAt(grid, at.x, at.y) - FROM_MM) / BIN_MM)];
    if (bin === undefined) continue;
    if (to === 'bare') bin.count++;
    rgb.forEach((plane, channel) => {
      bin[to][channel] = (bin[to][channel] ?? 0) + (plane[i] ?? 0);
    });
  }
}

/** Where a falling line has gone a tenth, half and nine tenths of its way to what it is at the end, mm. */
function fall(values: readonly number[]): { at10: number; at50: number; at90: number } {
  const last = values.slice(-4).reduce((sum, each) => sum + each / 4, 0);
  const at = (share: number): number =>
    FROM_MM + BIN_MM * (0.5 + values.findIndex((each) => 1 - each >= share * (1 - last)));
  return { at10: at(0.1), at50: at(0.5), at90: at(0.9) };
}
