import type { DensityField } from '../density/field';
import type { ChartBounds } from '../geometry/rings';
import { ringCoordinates } from '../geometry/rings';
import type { ScatterError, ScatterRequest } from './dots';
import { scatterError } from './dots';

/** No head is larger; coordinates beyond this many cm from the chart's origin are a mistake upstream. */
const EXTENT_LIMIT_CM = 100;
const MAX_NODES = 1 << 24;

/**
 * What is wrong with the request's shape and numbers, or null. The densities themselves are checked where they are
 * first read.
 */
export function checkRequest(request: ScatterRequest): ScatterError | null {
  const { seed, field, clip, irregularity, sizeVariation } = request;
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    return scatterError('seedNotUint32', `The seed must be a whole number from 0 to 4294967295, not ${seed}.`);
  }
  if (irregularity !== undefined && !(irregularity >= 0 && irregularity <= 1)) {
    return scatterError('irregularityOutOfRange', `Irregularity must lie between 0 and 1, not ${irregularity}.`);
  }
  if (sizeVariation !== undefined && !(sizeVariation >= 0 && sizeVariation <= 0.5)) {
    return scatterError('sizeVariationOutOfRange', `Size variation must lie between 0 and 0.5, not ${sizeVariation}.`);
  }
  const { columns, rows, step } = field;
  if (!Number.isInteger(columns) || !Number.isInteger(rows) || columns < 2 || rows < 2 || !(step > 0)) {
    return scatterError('gridMalformed', 'The density grid needs two nodes each way and a positive step.');
  }
  if (columns * rows > MAX_NODES || !withinExtent(fieldBounds(field))) {
    return scatterError('extentTooLarge', `The area must lie within ${EXTENT_LIMIT_CM} cm of the chart's origin.`);
  }
  if (field.perCm2.length !== columns * rows) {
    return scatterError(
      'gridLengthMismatch',
      `The density grid has ${field.perCm2.length} values, not ${columns * rows}.`,
    );
  }
  for (const ring of clip ?? []) {
    const flat = ringCoordinates(ring);
    if (flat.length % 2 !== 0 || flat.length < 6 || !flat.every(Number.isFinite)) {
      return scatterError('clipMalformed', 'An outline needs at least three points with finite coordinates.');
    }
  }
  return null;
}

/** The rectangle (cm) between a field's outermost nodes. */
export function fieldBounds(field: DensityField): ChartBounds {
  return {
    x0: field.originX,
    y0: field.originY,
    x1: field.originX + (field.columns - 1) * field.step,
    y1: field.originY + (field.rows - 1) * field.step,
  };
}

// Written so that NaN fails.
const withinExtent = (bounds: ChartBounds): boolean =>
  bounds.x0 >= -EXTENT_LIMIT_CM &&
  bounds.y0 >= -EXTENT_LIMIT_CM &&
  bounds.x1 <= EXTENT_LIMIT_CM &&
  bounds.y1 <= EXTENT_LIMIT_CM;
