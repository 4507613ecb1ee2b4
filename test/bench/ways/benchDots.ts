import type { Case } from '../../../src/core/design/case';
import { depthAt, type DepthGrid } from '../../../src/core/pigment/haze/depthGrid';
import { STRENGTH_FULL_MM } from '../../../src/core/pigment/marks/markFigures';
import type { SceneDots } from '../../../src/core/pigment/dots/sceneDots';
import { caseWithDots, dotsNow, pulled } from './benchCase';
import { DOT_MM, PHOTO, PX_PER_MM } from './benchScreen';

/** What all ways show, in photo px: the dots that the engine lays for the document, in its order. */
export interface BenchDots {
  readonly of: Case;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  readonly id: Uint32Array;
  /** The 7 % that an edit moves, side by side in a strip in the middle; rising. */
  readonly strip: Uint32Array;
}

/** Share of the dots that an edit changes. */
export const EDITED_SHARE = 0.07;
/** Left and right of the strip, photo px. */
const STRIP = { x0: 1250, x1: 2750, y: PHOTO.height * 0.42 } as const;
const PX_PER_CM = 10 * PX_PER_MM;

export function benchDots(count: number): BenchDots {
  const of = caseWithDots(count);
  const { dots } = dotsNow(of);
  const x = dots.x.map((cm) => cm * PX_PER_CM);
  const y = dots.y.map((cm) => cm * PX_PER_CM);
  const radius = dots.size.map((factor) => (factor * DOT_MM * PX_PER_MM) / 2);
  return { of, x, y, radius, id: dots.id, strip: stripOf(x, y) };
}

function stripOf(x: Float32Array, y: Float32Array): Uint32Array {
  const away = (i: number): number => Math.abs((y[i] as number) - STRIP.y);
  const within = Array.from(x.keys()).filter((i) => (x[i] as number) >= STRIP.x0 && (x[i] as number) < STRIP.x1);
  within.sort((a, b) => away(a) - away(b));
  return Uint32Array.from(within.slice(0, Math.round(EDITED_SHARE * x.length))).sort();
}

/** How many dots a pull of the handle changes: those that come or go, and those whose strength it changes. */
export function changedBy(of: Case, fromPx: number, toPx: number): number {
  const before = dotsNow(pulled(of, fromPx));
  const after = dotsNow(pulled(of, toPx));
  const deep = depthsOf(before);
  let stay = 0;
  let changed = 0;
  for (const [id, depth] of depthsOf(after)) {
    const was = deep.get(id);
    if (was === undefined) changed++;
    else {
      stay++;
      if (strengthDepth(was) !== strengthDepth(depth)) changed++;
    }
  }
  return changed + deep.size - stay;
}

/** Depth as far as a mark's strength follows it, to a tenth of a millimetre. */
const strengthDepth = (mm: number): number => Math.round(Math.min(mm, STRENGTH_FULL_MM) * 10);

function depthsOf({ dots, depths, area }: SceneDots): Map<number, number> {
  const deep = new Map<number, number>();
  for (let i = 0; i < dots.count; i++) {
    const grid: DepthGrid | undefined = depths[area?.[i] ?? 0];
    if (grid !== undefined) deep.set(dots.id[i] as number, depthAt(grid, dots.x[i] as number, dots.y[i] as number));
  }
  return deep;
}
