import type { MmPerPx, PhotoPoint } from '../geometry/units';
import { distance, mix } from '../geometry/vec';
import { lengthOnScalpMm } from '../head/onScalp';
import { regionBehind, type RegionProblem } from '../head/region';
import { scalpAreaCm2, scalpAreaOfRingsCm2 } from '../head/scalpArea';
import { scalpLine, scalpPoints } from '../head/scalpLine';
import { scalpOf, type Scalp } from '../head/scalpOf';
import { whorlsOn } from '../head/whorls';
import { err, ok, type Result } from '../result';
import type { Area, AreaFill, HairlineArea, Rings, ScarArea, ZoneArea } from './area';
import type { BrushStroke } from './brushStroke';
import type { Case, Design, HandDots, Photo } from './case';
import { activeDesign } from './edits';
import type { Scene, SceneArea, SceneCut, SceneFill, SceneHandDots, SceneStroke } from './scene';
import type { PigmentChoice } from './treatment';

export type SceneProblem = RegionProblem | { readonly kind: 'noPhoto' };

/**
 * What the engine and the picture need of the active design on one photo: shapes taken from the photo to the chart of the
 * scalp. A photo on which nothing is drawn gives a scene without areas; hidden areas are left out.
 */
export function sceneOf(of: Case, photoId: string): Result<Scene, SceneProblem> {
  const photo = of.photos.find((each) => each.id === photoId);
  const design = activeDesign(of);
  if (photo === undefined || design === undefined) return err({ kind: 'noPhoto' });
  const scalp = scalpOf(photo);
  const { fill } = design;
  const drawn = design.areas.filter((area) => area.photoId === photoId && !area.hidden);
  const areas: SceneArea[] = [];
  for (const area of drawn) {
    const filled = areaOf(area, photo, design, scalp);
    if (!filled.ok) return filled;
    if (filled.value !== null) areas.push(filled.value);
  }
  return ok({
    photoWidth: photo.width,
    photoHeight: photo.height,
    geometry: scalp.geometry,
    mmPerPx: scalp.mmPerPx,
    seed: design.seed,
    areas,
    cuts: drawn.flatMap((area) => cutOf(area, scalp) ?? []),
    strokes: design.strokes.filter((stroke) => stroke.photoId === photoId).map((stroke) => strokeOf(stroke, scalp)),
    handDots: handDotsOf(design.handDots, photoId, scalp),
    edge: design.edge,
    whorls: whorlsOn(photo, of.photos),
    dotSizeMm: fill.dotSizeMm,
    sizeVariation: fill.sizeVariation,
    irregularity: fill.irregularity,
  });
}

/** The pigments that areas have of their own, each once, in the order of the areas: SceneFill.pigment counts from 1. */
export function ownAreaPigments(design: Pick<Design, 'areas'>): readonly PigmentChoice[] {
  const choices: PigmentChoice[] = [];
  for (const area of design.areas) {
    if (!('pigment' in area) || area.pigment === null) continue;
    if (pigmentPlace(choices, area.pigment) === 0) choices.push(area.pigment);
  }
  return choices;
}

/** Counted from 1; 0 where it is not among them. */
const pigmentPlace = (choices: readonly PigmentChoice[], pigment: PigmentChoice): number =>
  choices.findIndex((each) => JSON.stringify(each) === JSON.stringify(pigment)) + 1;

function areaOf(area: Area, photo: Photo, design: Design, scalp: Scalp): Result<SceneArea | null, SceneProblem> {
  switch (area.kind) {
    case 'hairline':
      return hairlineOf(area, photo, design, scalp);
    case 'zone':
      return ok(zoneOf(area, design, scalp));
    case 'scar':
      return ok(scarOf(area, photo, design, scalp));
    case 'exclusion':
    case 'hair':
      return ok(null);
  }
}

function hairlineOf(area: HairlineArea, photo: Photo, design: Design, scalp: Scalp): Result<SceneArea, SceneProblem> {
  const region = regionBehind(area.points, photo.outline, photo.view);
  if (!region.ok) return region;
  const ringCm = scalpLine(scalp.map, scalp.mmPerPx, region.value.ring, true);
  return ok({
    ...fillOf(area, design, scalpAreaCm2(scalp, ringCm)),
    kind: 'hairline',
    hairlineCm: scalpLine(scalp.map, scalp.mmPerPx, region.value.line, false),
    ringCm,
    softEdgeMm: design.fill.softEdgeMm,
  });
}

function zoneOf(area: ZoneArea, design: Design, scalp: Scalp): SceneArea {
  const ringsCm = ringsOnScalp(area.rings, scalp);
  return {
    ...fillOf(area, design, scalpAreaOfRingsCm2(scalp, ringsCm)),
    kind: 'zone',
    ringsCm,
    edgeMm: area.edgeMm,
    amongHair: area.purpose === 'density' || area.purpose === 'thinning',
  };
}

function scarOf(area: ScarArea, photo: Photo, design: Design, scalp: Scalp): SceneArea {
  const { form, widthMm, blendMm, points, extraSessions } = area;
  const pointsCm =
    form === 'marks' ? scalpPoints(scalp.map, points) : scalpLine(scalp.map, scalp.mmPerPx, flat(points), false);
  const lengthCm = form === 'strip' ? lengthOnScalpMm(photo, inPieces(points, scalp.mmPerPx)) / 10 : 0;
  const ends = (Math.PI / 4) * (widthMm / 10) ** 2;
  const areaCm2 = form === 'strip' ? lengthCm * (widthMm / 10) + ends : points.length * ends;
  return {
    ...fillOf(area, design, areaCm2),
    kind: 'scar',
    form,
    pointsCm,
    widthMm,
    blendMm,
    retention: area.retention,
    extraSessions,
  };
}

function fillOf(area: AreaFill & { readonly id: string }, design: Design, areaCm2: number): SceneFill {
  const { perCm2, dotSizeMm } = design.fill;
  return {
    id: area.id,
    areaCm2,
    perCm2: area.perCm2 ?? perCm2,
    dotScale: (area.dotSizeMm ?? dotSizeMm) / dotSizeMm,
    pigment: area.pigment === null ? 0 : pigmentPlace(ownAreaPigments(design), area.pigment),
    retention: 1,
  };
}

function cutOf(area: Area, scalp: Scalp): SceneCut | null {
  if (area.kind !== 'exclusion' && area.kind !== 'hair') return null;
  const fadeMm = area.kind === 'hair' ? area.blendMm : area.edgeMm;
  return { kind: area.kind, ringsCm: ringsOnScalp(area.rings, scalp), fadeMm };
}

const strokesOnScalp = new WeakMap<BrushStroke, { readonly scalp: Scalp; readonly stroke: SceneStroke }>();

/** A stroke is taken to the chart once, however many follow. */
function strokeOf(stroke: BrushStroke, scalp: Scalp): SceneStroke {
  const known = strokesOnScalp.get(stroke);
  if (known?.scalp === scalp) return known.stroke;
  const { id, kind, path, sizeMm, feather, strength, perCm2 } = stroke;
  const pathCm = scalpLine(scalp.map, scalp.mmPerPx, path, false);
  const made = { id, kind, pathCm, sizeMm, feather, strength, perCm2 };
  strokesOnScalp.set(stroke, { scalp, stroke: made });
  return made;
}

function handDotsOf({ added, moved, removed }: HandDots, photoId: string, { map }: Scalp): SceneHandDots {
  const placed = <Dot extends { readonly photoId: string; readonly at: PhotoPoint }>(dots: readonly Dot[]) =>
    dots.flatMap((dot) => {
      const c = dot.photoId === photoId ? map.toChart(dot.at) : null;
      return c === null ? [] : [{ ...dot, x: c.x, y: c.y }];
    });
  return {
    added: placed(added).map(({ id, x, y, size }) => ({ id, x, y, size })),
    moved: placed(moved).map(({ id, x, y }) => ({ id, x, y })),
    removed,
  };
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
