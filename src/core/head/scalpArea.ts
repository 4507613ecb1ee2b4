import type { Cm2 } from '../geometry/units';
import { ringArea } from '../geometry/polygon';
import { insideRings } from '../geometry/rings';
import type { Scalp } from './scalpOf';
import { scalpTableOf, TABLE_STEP_CM, tableValue, type ScalpTable } from './scalpTable';

const integrals = new WeakMap<ScalpTable, Float64Array>();

/** ∫ scalpPerChart dx from the left at every node. */
function integralOf(table: ScalpTable): Float64Array {
  const known = integrals.get(table);
  if (known !== undefined) return known;
  const { side, scalpPerChart } = table;
  const upTo = new Float64Array(side * side);
  for (let node = 0; node < upTo.length; node++) {
    if (node % side === 0) continue;
    const mean = ((scalpPerChart[node - 1] as number) + (scalpPerChart[node] as number)) / 2;
    upTo[node] = (upTo[node - 1] as number) + mean * TABLE_STEP_CM;
  }
  integrals.set(table, upTo);
  return upTo;
}

/**
 * Area of scalp within a ring of the chart (x0, y0 … in cm, the first point not repeated): Green's theorem over the
 * chart's area, weighted by the scalp that each part of it stands for.
 */
export function scalpAreaCm2({ geometry, map }: Pick<Scalp, 'geometry' | 'map'>, ringCm: Float64Array): Cm2 {
  const table = scalpTableOf(geometry, map);
  if (table === null) return ringArea(ringCm);
  const upTo = integralOf(table);
  const at = (x: number, y: number): number => tableValue(table, upTo, x, y);
  let sum = 0;
  for (let i = 0, j = ringCm.length - 2; i < ringCm.length; j = i, i += 2) {
    const [ax, ay] = [ringCm[j] as number, ringCm[j + 1] as number];
    const [bx, by] = [ringCm[i] as number, ringCm[i + 1] as number];
    // Simpson along the edge.
    sum += ((at(ax, ay) + 4 * at((ax + bx) / 2, (ay + by) / 2) + at(bx, by)) / 6) * (by - ay);
  }
  return Math.abs(sum);
}

/** The same for even-odd rings that don't cross: holes are taken off. */
export function scalpAreaOfRingsCm2(scalp: Pick<Scalp, 'geometry' | 'map'>, ringsCm: readonly Float64Array[]): Cm2 {
  const within = (ring: Float64Array): number =>
    ringsCm.filter((other) => other !== ring && liesWithin(ring, other)).length;
  return ringsCm.reduce(
    (sum, ring) => sum + (within(ring) % 2 === 0 ? scalpAreaCm2(scalp, ring) : -scalpAreaCm2(scalp, ring)),
    0,
  );
}

/** By most of its places: rings may touch in some. */
function liesWithin(ring: Float64Array, other: Float64Array): boolean {
  let inside = 0;
  for (let i = 0; i + 1 < ring.length; i += 2) {
    if (insideRings([other], ring[i] as number, ring[i + 1] as number)) inside++;
  }
  return 4 * inside > ring.length;
}
