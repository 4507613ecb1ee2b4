import type { ChartBounds } from '../geometry/rings';
import { ringsBounds } from '../geometry/rings';
import { checkRequest, fieldBounds } from './checkRequest';
import { clipIndex } from './clipIndex';
import { densityBlocks } from './densityBlocks';
import { createBuffer, finishDots, SCRATCH } from './dotBuffer';
import type { Dots, ScatterError, ScatterRequest } from './dots';
import { DEFAULT_SIZE_VARIATION, MAX_DOTS, NATURAL_IRREGULARITY, scatterError } from './dots';
import { placementOf, strayScale } from './placement';
import { planCells } from './planCells';
import { sizeTable } from './sizeTable';
import { cellTile } from './tile/cellTile';
import { DENSITY_CEILING } from './tile/tileShape';
import { warpTable } from './warp';
import { writeDots } from './writeDots';

const EVERYWHERE: ChartBounds = { x0: -Infinity, y0: -Infinity, x1: Infinity, y1: Infinity };

/**
 * Scatters dots over the chart: a dot stands iff it appears at less than the field's density there and lies inside the
 * clip. The same request gives the same bytes in every engine. A malformed request gives a ScatterError; nothing throws.
 *
 * The ranked tile is after Kopf et al. (2006): each dot carries the density at which it appears, so density is
 * exact everywhere, dots never move when another place is edited, and more density only adds dots.
 */
export function scatter(request: ScatterRequest): Dots | ScatterError {
  return scatterIn(request, EVERYWHERE);
}

/**
 * Exactly the dots of `scatter(request)` with x0 ≤ x < x1 and y0 ≤ y < y1 (chart cm), in the same order, at the cost of
 * that part alone. Only the part of the field that it reads is checked.
 */
export function scatterWithin(request: ScatterRequest, rect: ChartBounds): Dots | ScatterError {
  if (!(rect.x0 <= rect.x1 && rect.y0 <= rect.y1)) {
    return scatterError('rectMalformed', 'The rectangle must have x0 ≤ x1 and y0 ≤ y1.');
  }
  return scatterIn(request, rect);
}

function scatterIn(request: ScatterRequest, rect: ChartBounds): Dots | ScatterError {
  const fault = checkRequest(request);
  if (fault !== null) return fault;
  const { field, clip } = request;
  const around = clip === undefined ? EVERYWHERE : ringsBounds(clip);
  const extent = around === null ? null : intersect(fieldBounds(field), intersect(around, rect));
  if (extent === null || extent.x0 > extent.x1 || extent.y0 > extent.y1) return finishDots(createBuffer(0), null);
  const blocks = densityBlocks(field, extent);
  if ('bad' in blocks) return badDensity(blocks.bad);

  const tile = cellTile();
  const warp = warpTable();
  const placement = placementOf(request.seed);
  const stray = strayScale(request.irregularity ?? NATURAL_IRREGULARITY);
  const sizes = sizeTable(request.sizeVariation ?? DEFAULT_SIZE_VARIATION);
  const index = clip === undefined ? null : clipIndex(clip, extent);
  const plan = planCells({ tile, warp, placement, stray, blocks, clip: index, extent });
  const out = createBuffer(Math.min(plan.points, MAX_DOTS + SCRATCH.capacity));
  if (writeDots({ placement, field, clip: index, window: rect, stray, sizes }, plan, out, MAX_DOTS)) {
    return finishDots(out, blocks.peak > DENSITY_CEILING ? blocks.peak : null);
  }
  return scatterError('tooManyDots', `The design would need more than ${MAX_DOTS} dots.`);
}

function badDensity(value: number): ScatterError {
  return value < 0
    ? scatterError('densityNegative', `A density of ${value} dots/cm² is below zero.`)
    : scatterError('densityNotANumber', `A density of ${value} dots/cm² is no number.`);
}

const intersect = (a: ChartBounds, b: ChartBounds): ChartBounds => ({
  x0: Math.max(a.x0, b.x0),
  y0: Math.max(a.y0, b.y0),
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
});
