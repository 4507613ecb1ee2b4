import type { ChartPoint, PhotoPoint } from '../geometry/units';
import type { RegionProblem } from '../head/region';
import { scalpLine } from '../head/scalpLine';
import { scalpOf, type Scalp } from '../head/scalpOf';
import { whorlsOn } from '../head/whorls';
import { err, ok, type Result } from '../result';
import type { Area } from './area';
import type { BrushStroke } from './brushStroke';
import type { Case, Design, HandDots } from './case';
import { activeDesign } from './edits';
import { photoOf, photosOf } from './headsTogether';
import type { Scene, SceneArea, SceneHandDots, SceneStroke } from './scene';
import { sceneAreaOf, sceneCutOf } from './sceneAreas';
import { chartWidthMm } from './strokeOnScalp';
import type { PigmentChoice } from './treatment';

export type SceneProblem = RegionProblem | { readonly kind: 'noPhoto' };

/**
 * What the engine and the picture need of the active design on one photo: shapes taken from the photo to the chart of the
 * scalp. A photo on which nothing is drawn gives a scene without areas; hidden areas are left out.
 */
export function sceneOf(of: Case, photoId: string): Result<Scene, SceneProblem> {
  const photo = photoOf(of, photoId);
  const design = activeDesign(of);
  if (photo === undefined || design === undefined) return err({ kind: 'noPhoto' });
  const scalp = scalpOf(photo);
  const { fill } = design;
  const drawn = design.areas.filter((area) => area.photoId === photoId && !area.hidden);
  const placeOf = pigmentPlaces(design);
  const areas: SceneArea[] = [];
  for (const area of drawn) {
    const made = sceneAreaOf(area, { photo, scalp, fill, pigment: placeOf(area) });
    if (!made.ok) return made;
    if (made.value !== null) areas.push(made.value);
  }
  return ok({
    photoWidth: photo.width,
    photoHeight: photo.height,
    geometry: scalp.geometry,
    mmPerPx: scalp.mmPerPx,
    seed: design.seed,
    areas,
    cuts: drawn.flatMap((area) => sceneCutOf(area, scalp) ?? []),
    strokes: strokesOf(design.strokes, photoId, scalp),
    handDots: handDotsOf(design.handDots, photoId, scalp),
    edge: design.edge,
    whorls: whorlsOn(photo, photosOf(of)),
    dotSizeMm: fill.dotSizeMm,
    sizeVariation: fill.sizeVariation,
    irregularity: fill.irregularity,
  });
}

/** The pigments that areas have of their own, each once, in the order of the areas: SceneFill.pigment counts from 1. */
export function ownAreaPigments(design: Pick<Design, 'areas'>): readonly PigmentChoice[] {
  const choices = new Map<string, PigmentChoice>();
  for (const area of design.areas) {
    const pigment = ownPigment(area);
    if (pigment === null) continue;
    const key = JSON.stringify(pigment);
    if (!choices.has(key)) choices.set(key, pigment);
  }
  return [...choices.values()];
}

/** Where an area's pigment is among them, counted from 1; 0 for the design's. */
function pigmentPlaces(design: Design): (area: Area) => number {
  const places = new Map(ownAreaPigments(design).map((pigment, i) => [JSON.stringify(pigment), i + 1]));
  return (area) => {
    const pigment = ownPigment(area);
    return pigment === null ? 0 : (places.get(JSON.stringify(pigment)) ?? 0);
  };
}

const ownPigment = (area: Area): PigmentChoice | null => ('pigment' in area ? area.pigment : null);

/** What was made of a list for one photo's scalp; a list that no edit has touched is the same, and then so is this. */
interface OnScalp<Made> {
  readonly photoId: string;
  readonly scalp: Scalp;
  readonly made: Made;
}

function remembered<From extends object, Made>(
  known: WeakMap<From, OnScalp<Made>>,
  from: From,
  photoId: string,
  scalp: Scalp,
  make: () => Made,
): Made {
  const before = known.get(from);
  if (before?.photoId === photoId && before.scalp === scalp) return before.made;
  const made = make();
  known.set(from, { photoId, scalp, made });
  return made;
}

const strokeLists = new WeakMap<readonly BrushStroke[], OnScalp<readonly SceneStroke[]>>();

const strokesOf = (strokes: readonly BrushStroke[], photoId: string, scalp: Scalp): readonly SceneStroke[] =>
  remembered(strokeLists, strokes, photoId, scalp, () =>
    strokes.filter((stroke) => stroke.photoId === photoId).map((stroke) => strokeOf(stroke, scalp)),
  );

const strokesOnScalp = new WeakMap<BrushStroke, { readonly scalp: Scalp; readonly stroke: SceneStroke }>();

/** A stroke is taken to the chart once, however many follow. */
function strokeOf(stroke: BrushStroke, scalp: Scalp): SceneStroke {
  const known = strokesOnScalp.get(stroke);
  if (known?.scalp === scalp) return known.stroke;
  const { id, kind, path, sizeMm, feather, strength, perCm2 } = stroke;
  const pathCm = scalpLine(scalp.map, scalp.mmPerPx, path, false);
  const made = { id, kind, pathCm, sizeMm: chartWidthMm(scalp, pathCm, sizeMm), feather, strength, perCm2 };
  strokesOnScalp.set(stroke, { scalp, stroke: made });
  return made;
}

const handDotLists = new WeakMap<HandDots, OnScalp<SceneHandDots>>();

const handDotsOf = (handDots: HandDots, photoId: string, scalp: Scalp): SceneHandDots =>
  remembered(handDotLists, handDots, photoId, scalp, () => ({
    added: placed(handDots.added, photoId, scalp, ({ id, size }, { x, y }) => ({ id, x, y, size })),
    moved: placed(handDots.moved, photoId, scalp, ({ id }, { x, y }) => ({ id, x, y })),
    removed: handDots.removed,
  }));

interface DotByHand {
  readonly photoId: string;
  readonly at: PhotoPoint;
}

const placesOnScalp = new WeakMap<DotByHand, { readonly scalp: Scalp; readonly at: ChartPoint | null }>();

/** Dots of a photo at their places in the chart; those off the head are left out. Each is taken there once. */
function placed<Dot extends DotByHand, Made>(
  dots: readonly Dot[],
  photoId: string,
  scalp: Scalp,
  make: (dot: Dot, at: ChartPoint) => Made,
): Made[] {
  const made: Made[] = [];
  for (const dot of dots) {
    if (dot.photoId !== photoId) continue;
    let known = placesOnScalp.get(dot);
    if (known?.scalp !== scalp) {
      known = { scalp, at: scalp.map.toChart(dot.at) };
      placesOnScalp.set(dot, known);
    }
    if (known.at !== null) made.push(make(dot, known.at));
  }
  return made;
}
