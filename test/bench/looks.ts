/**
 * Fills the practice head's top with the design's defaults and prints how it measures beside real fills:
 * `npx tsx test/bench/looks.ts`. A figure outside of what was measured is marked with *.
 */
import { deltaE2000, labOfLinear } from '../../src/core/pigment/colour/lab';
import type { Rgb } from '../../src/core/design/scene';
import { DEEP, figures, isOutside, MEASURED, measuredRange, type Range } from './fillFigures';
import { drawHead, layHead, practiceHead, withSkin } from './looksHead';
import { mean, planesOf } from './pictureFigures';

const LUMINANCE_STEP = 0.005;

/** What a fill would leave of red, green, blue and luminance, and how far from bare skin it would look. */
interface Leaves {
  readonly rgb: readonly [number, number, number];
  readonly luminance: number;
  readonly deltaE: number;
}

/** What shares of red, green and blue come to on skin of a linear light. */
function leaves(bare: Rgb, rgb: Rgb): Leaves & { readonly chroma: number; readonly hue: number } {
  const light = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const filled: Rgb = [bare[0] * rgb[0], bare[1] * rgb[1], bare[2] * rgb[2]];
  const [from, to] = [labOfLinear(bare), labOfLinear(filled)];
  return {
    rgb,
    luminance: light(filled) / light(bare),
    deltaE: deltaE2000(from, to),
    chroma: Math.hypot(to.a, to.b) / Math.hypot(from.a, from.b),
    hue: ((Math.atan2(to.b, to.a) - Math.atan2(from.b, from.a)) * 180) / Math.PI,
  };
}

/** The palest fill of light skin whose red, green, blue, chroma, hue and ΔE all lie within what was measured. */
function palest(bare: Rgb): Leaves | null {
  const range = (name: string): Range => MEASURED[name]?.light ?? [NaN, NaN];
  const within = (name: string, value: number): boolean => value >= range(name)[0] && value <= range(name)[1];
  const steps = (name: string): readonly number[] => {
    const [low, high] = range(name);
    return Array.from({ length: Math.round((high - low) / LUMINANCE_STEP) + 1 }, (_, i) => low + i * LUMINANCE_STEP);
  };
  let best: Leaves | null = null;
  for (const red of steps('red')) {
    for (const green of steps('green')) {
      for (const blue of steps('blue')) {
        const found = leaves(bare, [red, green, blue]);
        if (!within('chroma', found.chroma) || !within('hue', found.hue) || !within('deltaE', found.deltaE)) continue;
        if (found.luminance > (best?.luminance ?? 0)) best = found;
      }
    }
  }
  return best;
}

/** The table asks for luminance .72–.75, and for the default triple below: what of the one the other allows on this skin. */
const DEFAULT_TRIPLE: Rgb = [0.62, 0.69, 0.77];

const head = await practiceHead('top');
const tones = ['light', 'medium', 'dark'] as const;
const measured = tones.map((tone) => figures(layHead(withSkin(head, tone))));
const names = Object.keys(measured[0] ?? {});
const line = (cells: readonly string[]): string =>
  `${(cells[0] ?? '').padEnd(26)}${cells
    .slice(1)
    .map((each) => each.padEnd(22))
    .join('')}\n`;
process.stdout.write(line(['', ...tones.map((tone) => `${tone}: here (measured)`)]));
for (const name of names) {
  const cells = tones.map((tone, t) => {
    const value = measured[t]?.[name] ?? NaN;
    const range = measuredRange(name, tone);
    const digits = Math.abs(value) >= 2 ? 1 : 3;
    if (range === undefined) return value.toFixed(digits);
    return `${value.toFixed(digits)}${isOutside(value, range) ? '*' : ''} (${range.join('–')})`;
  });
  process.stdout.write(line([name, ...cells]));
}

const skin = planesOf(drawHead(layHead(head), DEEP, 1).before).rgb.map(mean);
const bare: Rgb = [skin[0] ?? 0, skin[1] ?? 0, skin[2] ?? 0];
const told = ({ rgb, luminance, deltaE }: Leaves): string =>
  `${rgb.map((each) => each.toFixed(3)).join('/')} leaves luminance ${luminance.toFixed(3)} at ΔE ${deltaE.toFixed(1)}`;
const most = palest(bare);
process.stdout.write(`\nOn this light skin the table's triple ${told(leaves(bare, DEFAULT_TRIPLE))};\n`);
if (most !== null) process.stdout.write(`the palest fill with all figures in their ranges, ${told(most)}.\n`);
