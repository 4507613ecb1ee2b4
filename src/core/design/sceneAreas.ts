import type { Cm2, MmPerPx, PhotoPoint } from '../geometry/units';
import { distance, mix } from '../geometry/vec';
import { lengthOnScalpMm } from '../head/onScalp';
import { regionBehind, type RegionProblem } from '../head/region';
import { scalpAreaCm2, scalpAreaOfRingsCm2 } from '../head/scalpArea';
import { scalpLine, scalpPoints } from '../head/scalpLine';
import type { Scalp } from '../head/scalpOf';
import { ok, type Result } from '../result';
import type { Area, AreaFill, HairlineArea, Rings, ScarArea, ZoneArea } from './area';
import type { Fill, Photo } from './case';
import type { SceneArea, SceneCut, SceneFill } from './scene';

/** What an area's shape and figures follow from beside itself. */
interface Ground {
  readonly photo: Photo;
  readonly scalp: Scalp;
  readonly fill: Fill;
  /** Place of its pigment among the areas' own, counted from 1; 0: the design's. */
  readonly pigment: number;
}

type Made = Result<SceneArea | null, RegionProblem>;

const known = new WeakMap<Area, { readonly on: Ground; readonly made: Made }>();

/**
 * An area taken to the chart of the scalp; null for one that takes dots away. The same value as long as nothing has changed
 * from which it follows: a hand that moves one area leaves the others as they are.
 */
export function sceneAreaOf(area: Area, on: Ground): Made {
  const before = known.get(area);
  if (before !== undefined && isSame(before.on, on)) return before.made;
  const made = makeArea(area, on);
  known.set(area, { on, made });
  return made;
}

const isSame = (a: Ground, b: Ground): boolean =>
  a.photo === b.photo && a.scalp === b.scalp && a.fill === b.fill && a.pigment === b.pigment;

function makeArea(area: Area, on: Ground): Made {
  switch (area.kind) {
    case 'hairline':
      return hairlineOf(area, on);
    case 'zone':
      return ok(zoneOf(area, on));
    case 'scar':
      return ok(scarOf(area, on));
    case 'exclusion':
    case 'hair':
      return ok(null);
  }
}

function hairlineOf(area: HairlineArea, on: Ground): Result<SceneArea, RegionProblem> {
  const { photo, scalp, fill } = on;
  const region = regionBehind(area.points, photo.outline, photo.view);
  if (!region.ok) return region;
  const { line, ring } = region.value;
  const hairlineCm = scalpLine(scalp.map, scalp.mmPerPx, line, false);
  const ringCm = closed(hairlineCm, wayBack(ring, line.length, scalp));
  return ok({
    ...fillOf(area, on, scalpAreaCm2(scalp, ringCm)),
    kind: 'hairline',
    hairlineCm,
    ringCm,
    softEdgeMm: fill.softEdgeMm,
  });
}

const waysBack = new WeakMap<Scalp, { readonly way: Float64Array; readonly wayCm: Float64Array }>();

/**
 * A ring's way from the end of its line back to the beginning, both with it. It follows the outline of the head, where each
 * place costs most: as long as the line's ends stay it is the one made before.
 */
function wayBack(ring: Float64Array, lineLength: number, scalp: Scalp): Float64Array {
  const way = Float64Array.of(...ring.subarray(lineLength - 2), ...ring.subarray(0, 2));
  const before = waysBack.get(scalp);
  if (before?.way.length === way.length && way.every((px, i) => px === before.way[i])) return before.wayCm;
  const wayCm = scalpLine(scalp.map, scalp.mmPerPx, way, false);
  waysBack.set(scalp, { way, wayCm });
  return wayCm;
}

/** A line and the way back from its end to its beginning as one ring. */
function closed(lineCm: Float64Array, wayCm: Float64Array): Float64Array {
  const between = wayCm.subarray(2, -2);
  const ringCm = new Float64Array(lineCm.length + between.length);
  ringCm.set(lineCm);
  ringCm.set(between, lineCm.length);
  return ringCm;
}

function zoneOf(area: ZoneArea, on: Ground): SceneArea {
  const ringsCm = ringsOnScalp(area.rings, on.scalp);
  return {
    ...fillOf(area, on, scalpAreaOfRingsCm2(on.scalp, ringsCm)),
    kind: 'zone',
    ringsCm,
    edgeMm: area.edgeMm,
    amongHair: area.purpose === 'density' || area.purpose === 'thinning',
  };
}

function scarOf(area: ScarArea, on: Ground): SceneArea {
  const { form, widthMm, blendMm, points, extraSessions } = area;
  const { map, mmPerPx } = on.scalp;
  const pointsCm = form === 'marks' ? scalpPoints(map, points) : scalpLine(map, mmPerPx, flat(points), false);
  const lengthCm = form === 'strip' ? lengthOnScalpMm(on.photo, inPieces(points, mmPerPx)) / 10 : 0;
  const ends = (Math.PI / 4) * (widthMm / 10) ** 2;
  const areaCm2 = form === 'strip' ? lengthCm * (widthMm / 10) + ends : points.length * ends;
  return {
    ...fillOf(area, on, areaCm2),
    kind: 'scar',
    form,
    pointsCm,
    widthMm,
    blendMm,
    retention: area.retention,
    extraSessions,
  };
}

function fillOf(area: AreaFill & { readonly id: string }, { fill, pigment }: Ground, areaCm2: Cm2): SceneFill {
  return {
    id: area.id,
    areaCm2,
    perCm2: area.perCm2 ?? fill.perCm2,
    dotScale: (area.dotSizeMm ?? fill.dotSizeMm) / fill.dotSizeMm,
    pigment,
    retention: 1,
  };
}

const knownCuts = new WeakMap<Area, { readonly scalp: Scalp; readonly cut: SceneCut }>();

/** What an area takes away; null for one that has dots of its own. The same value as long as its photo's scalp is the same. */
export function sceneCutOf(area: Area, scalp: Scalp): SceneCut | null {
  if (area.kind !== 'exclusion' && area.kind !== 'hair') return null;
  const before = knownCuts.get(area);
  if (before?.scalp === scalp) return before.cut;
  const fadeMm = area.kind === 'hair' ? area.blendMm : area.edgeMm;
  const cut = { kind: area.kind, ringsCm: ringsOnScalp(area.rings, scalp), fadeMm };
  knownCuts.set(area, { scalp, cut });
  return cut;
}

const ringsOnScalp = (rings: Rings, { map, mmPerPx }: Scalp): Float64Array[] =>
  rings.map((ring) => scalpLine(map, mmPerPx, flat(ring), true)).filter((ring) => ring.length >= 6);

const flat = (points: readonly PhotoPoint[]): number[] => points.flatMap(({ x, y }) => [x, y]);

/** Longest straight piece of a line that is measured as it bends with the head: 0.01 mm off it. */
const PIECE_MM = 2;
/** A hand's line is never longer; a stored one may be anything. */
const MOST_PIECES = 1_000;

/** A line of the photo with places between, so that straight ways from one to the next follow the head. */
const inPieces = (line: readonly PhotoPoint[], mmPerPx: MmPerPx): PhotoPoint[] =>
  line.flatMap((to, i) => {
    const from = line[i - 1] ?? to;
    const pieces = Math.max(1, Math.min(MOST_PIECES, Math.ceil((distance(from, to) * mmPerPx) / PIECE_MM)));
    return Array.from({ length: pieces }, (_, piece) => mix(from, to, (piece + 1) / pieces));
  });
