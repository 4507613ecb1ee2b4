import { openSegments } from '../geometry/openOutline';
import type { Ring } from '../geometry/rings';
import { nodesInside, ringCoordinates, ringsBounds } from '../geometry/rings';
import type { ScalpTable } from '../head/scalpTable';
import { err, ok, type Result } from '../result';
import { edgeDensity, type ResolvedEdge } from './edge';
import { NODE_STEP_MM } from './field';
import { DEPTH_BAND_MM, gridOver, type HairlineField, type HairlineFieldError } from './hairlineField';
import { chartReach, distancesOnScalp } from './onScalp';
import { applyVariation, type Variation } from './variation';

/** A closed area, in plain shapes. */
export interface ZoneFieldInput {
  /** Outlines in chart cm, even-odd. */
  readonly rings: readonly Ring[];
  /** Density well inside, dots/cm². */
  readonly perCm2: number;
  /** Way inside the outline over which the count rises from none, mm. */
  readonly edgeMm: number;
  /** uint32; the same seed gives the same gaps and variation at a place, whatever is edited elsewhere. */
  readonly seed: number;
  readonly variation?: Variation | undefined;
  /** Distance of the field's nodes, mm. */
  readonly stepMm?: number | undefined;
  /**
   * Outlines of other areas that are at least as dense. Where this area's outline runs inside one of them it is no edge,
   * so that areas which overlap even a little meet at full density.
   */
  readonly within?: readonly (readonly Ring[])[] | undefined;
  /** What the chart makes of lengths: distances are then those of the scalp. Absent where the chart is the scalp. */
  readonly table?: ScalpTable | null | undefined;
}

const EXTENT_LIMIT_CM = 100;
/** Below a node's step an edge can't be told from a hard one; our choice. */
const LEAST_EDGE_MM = 0.8;
/** The edge wanders by this share of its width, and has gaps and clusters of this size where it is wide; our choice. */
const WANDER_SHARE = 0.12;
const WANDER_LENGTH_MM = 14;
const GAPS_MM = 3;
const GAPS_FROM_EDGE_MM = 2;
/** Marks and haze come up as beside a hairline where the edge is as wide as a usual hairline's, faster where it is harder. */
const USUAL_EDGE_MM = 5;
/** An edge takes at most this share of the way to a zone's middle; our choice. */
const EDGE_SHARE = 0.7;
const STEEPEST = 12;

/** Density and depth of a closed area whose edge fades inwards; `clip` is always null: the field itself ends. */
export function zoneField(input: ZoneFieldInput): Result<HairlineField, HairlineFieldError> {
  const { rings, perCm2, seed, table = null } = input;
  if (!(perCm2 >= 0 && perCm2 < Infinity)) return err({ kind: 'densityOutOfRange', perCm2 });
  const flats = rings.map(ringCoordinates);
  const bounds = ringsBounds(flats);
  if (
    bounds === null ||
    !(input.edgeMm >= 0) ||
    flats.some((flat) => flat.length < 6 || !flat.every(Number.isFinite))
  ) {
    return err({ kind: 'regionMalformed' });
  }
  if (Math.max(-bounds.x0, -bounds.y0, bounds.x1, bounds.y1) > EXTENT_LIMIT_CM) {
    return err({ kind: 'extentTooLarge', limitCm: EXTENT_LIMIT_CM });
  }
  const widest = zoneEdge(input.edgeMm);
  const marginCm = Math.max(0, ...flats.map((flat) => chartReach(flat, widest.aheadMm / 10, table)));
  const grid = gridOver(bounds, marginCm, (input.stepMm ?? NODE_STEP_MM) / 10);
  const inside = nodesInside(grid, flats);
  const away = distancesOnScalp(grid, openSegments(flats, input.within ?? []), DEPTH_BAND_MM / 10, table);
  const outlineMm = signedMm(away, inside);
  // A part line is narrower than the edge of most zones: its middle is to be full all the same.
  const deepest = outlineMm.reduce((most, mm) => Math.max(most, mm), 0);
  const edge = zoneEdge(Math.min(input.edgeMm, deepest * EDGE_SHARE));
  const nodes = { hairlineMm: outlineMm, outlineMm: nowhereNear(inside.length), inside, lineEnds: [] };
  const density = edgeDensity(grid, nodes, edge, perCm2, seed);
  if (input.variation !== undefined && input.variation.lnSd > 0) {
    applyVariation(grid, density, input.variation, seed);
  }
  const steep = Math.min(Math.max(USUAL_EDGE_MM / edge.softMm, 1), STEEPEST);
  const depthMm = outlineMm.map((mm) => (mm > 0 ? Math.min(mm * steep, DEPTH_BAND_MM) : mm));
  return ok({ field: { ...grid, perCm2: density }, depthMm, clip: null });
}

const nowhereNear = (length: number): Float32Array => new Float32Array(length).fill(DEPTH_BAND_MM);

function zoneEdge(edgeMm: number): ResolvedEdge {
  const softMm = Math.max(edgeMm, LEAST_EDGE_MM);
  const wanderMm = edgeMm < GAPS_FROM_EDGE_MM ? 0 : edgeMm * WANDER_SHARE;
  return {
    softMm,
    wanderMm,
    wanderLengthMm: WANDER_LENGTH_MM,
    gapsMm: edgeMm < GAPS_FROM_EDGE_MM ? 0 : GAPS_MM,
    straysMm: 0,
    outlineMm: 1,
    aheadMm: 2.2 * wanderMm,
  };
}

/** Positive inside, mm. */
function signedMm(cm: Float32Array, inside: Uint8Array): Float32Array {
  for (let node = 0; node < cm.length; node++) cm[node] = (cm[node] as number) * (inside[node] === 1 ? 10 : -10);
  return cm;
}
