import { fieldMemory, type FieldMemory } from '../../density/fieldMemory';
import { densityAt, type DensityField } from '../../density/field';
import type { AreaField } from '../../density/areaField';
import { sceneField, type SceneField, type SceneFieldError } from '../../density/sceneField';
import type { Scene, SceneArea, SceneHandDots } from '../../design/scene';
import type { ChartBounds } from '../../geometry/rings';
import type { ChartPoint } from '../../geometry/units';
import { sameMapOf, scalpTableOf } from '../../head/scalpTable';
import { err, ok, type Result } from '../../result';
import type { Dots, ScatterError } from '../../scatter/dots';
import { scatter, scatterWithin } from '../../scatter/scatter';
import type { SessionSharesError } from '../../scatter/sessions';
import { clearOfHairs } from './clearOfHairs';
import { depthAt, type DepthGrid } from '../haze/depthGrid';
import { withHandDots } from './handDots';
import { standingDots, type StandingDots } from './standingDots';
import type { HairDistance } from '../hair/visibleHairs';

/** The dots of a scene that stand, and for each of its areas how deep places lie within. */
export interface SceneDots extends StandingDots {
  readonly depths: readonly DepthGrid[];
  /** Of each of its areas, how much of a place is scar tissue, 0–1; null where none is. */
  readonly tissues: readonly (DepthGrid | null)[];
  /** Which of the scene's areas each dot belongs to; null: all to the only one, or to none where a hand has set them all. */
  readonly area: Uint16Array | null;
  /** Share of the pigment that the tissue at each dot keeps; null: all of it. */
  readonly keeps: Float32Array | null;
  /** Where dots were laid that a hand has moved since, by id. */
  readonly laidAt: ReadonlyMap<number, ChartPoint>;
}

export type SceneDotsError = ScatterError | SceneFieldError | SessionSharesError;

/** Where no area is, nothing is laid; two nodes each way are the least that a field has. */
const NO_AREAS: SceneField = {
  field: { originX: 0, originY: 0, step: 1, columns: 2, rows: 2, perCm2: new Float32Array(4) },
  areas: [],
  clip: null,
  clampedAbove: null,
  changed: 'all',
  depthChanged: 'all',
  areasChanged: 'all',
};

/**
 * Lays the dots of all areas at once, so that where areas overlap no seam shows; those set by hand stand without any area
 * too. Null for a scene that has neither. A `memory` that is handed in again spares making anew what hasn't changed. Where
 * `hairMm` tells of hairs that the photo shows, dots that are set among hair keep clear of them.
 */
export function dotsOfScene(
  scene: Scene,
  memory: FieldMemory = fieldMemory(),
  hairMm: HairDistance | null = null,
): Result<SceneDots | null, SceneDotsError> {
  const made = fieldOfScene(scene, memory);
  if (!made.ok) return made;
  return made.value === null ? ok(null) : dotsWithin(scene, made.value, null, hairMm);
}

/** The density under a scene's dots; null where it has none, laid or set by hand. */
export function fieldOfScene(scene: Scene, memory: FieldMemory): Result<SceneField | null, SceneFieldError> {
  const made = sceneField(scene, scalpTableOf(scene.geometry, sameMapOf(scene.geometry)), memory);
  if (!made.ok || made.value !== null) return made;
  return ok(scene.handDots.added.length === 0 ? null : NO_AREAS);
}

/** The dots of a scene with this density that are laid within a rectangle of the chart, its lower bounds included; null: all. */
export function dotsWithin(
  scene: Scene,
  { field, areas, clip }: SceneField,
  rect: ChartBounds | null,
  hairMm: HairDistance | null,
): Result<SceneDots, SceneDotsError> {
  const { seed, irregularity, sizeVariation, handDots } = scene;
  const request = { seed, field, clip: clip ?? undefined, irregularity, sizeVariation };
  const laid = rect === null ? scatter(request) : scatterWithin(request, rect);
  if (laid.kind !== 'dots') return err(laid);
  const added = rect === null ? handDots.added : handDots.added.filter(({ x, y }) => holds(rect, x, y));
  const dots = withHandDots(laid, { ...handDots, added });
  const shown = standingDots(dots, field, scene.sessions);
  if (!shown.ok) return shown;
  const belongs = areas.length <= 1 ? null : areaOfDots(shown.value, areas);
  const { standing, area } =
    hairMm === null
      ? { standing: shown.value, area: belongs }
      : clearOfHairs(scene, shown.value, belongs, field, hairMm);
  const tissues = areas.map(({ field, tissue }) => (tissue === undefined ? null : gridOn(field, tissue)));
  return ok({
    ...standing,
    depths: depthsOf(areas),
    area,
    tissues,
    keeps: keptShares(standing, scene, tissues, area),
    laidAt: placesBefore(laid, handDots.moved),
  });
}

/** How deep places lie in each area. */
export const depthsOf = (areas: readonly AreaField[]): readonly DepthGrid[] =>
  areas.map(({ field, depthMm }) => gridOn(field, depthMm));

const holds = ({ x0, y0, x1, y1 }: ChartBounds, x: number, y: number): boolean =>
  x >= x0 && x < x1 && y >= y0 && y < y1;

/** Where the dots lay that a hand has moved, by id. */
function placesBefore({ count, id, x, y }: Dots, moved: SceneHandDots['moved']): ReadonlyMap<number, ChartPoint> {
  const places = new Map<number, ChartPoint>();
  if (moved.length === 0) return places;
  const ids = new Set(moved.map((each) => each.id));
  for (let i = 0; i < count; i++) {
    if (ids.has(id[i] as number)) places.set(id[i] as number, { x: x[i] as number, y: y[i] as number });
  }
  return places;
}

const gridOn = ({ originX, originY, step, columns, rows }: DensityField, depthMm: Float32Array): DepthGrid => ({
  originX,
  originY,
  step,
  columns,
  rows,
  depthMm,
});

function areaOfDots({ dots }: StandingDots, areas: readonly AreaField[]): Uint16Array {
  const belongs = new Uint16Array(dots.count);
  const fields = areas.map(({ field }) => field);
  for (let i = 0; i < dots.count; i++) belongs[i] = areaAt(fields, dots.x[i] as number, dots.y[i] as number);
  return belongs;
}

/**
 * The area whose own density is highest at a place: the one that has brought a dot there; the topmost of equals. A plain loop:
 * it runs for every dot at every move of a hand, and so takes half the time (measured).
 */
export function areaAt(fields: readonly DensityField[], x: number, y: number): number {
  let area = 0;
  let highest = 0;
  for (let index = 0; index < fields.length; index++) {
    const density = densityAt(fields[index] as DensityField, x, y);
    if (density === 0 || density < highest) continue;
    highest = density;
    area = index;
  }
  return area;
}

function keptShares(
  { dots }: StandingDots,
  scene: Scene,
  tissues: SceneDots['tissues'],
  belongs: Uint16Array | null,
): Float32Array | null {
  if (scene.areas.every(({ retention }) => retention === 1)) return null;
  const kept = scene.areas.map((each) => keptAfter(each, scene));
  const keeps = new Float32Array(dots.count).fill(1);
  for (let i = 0; i < dots.count; i++) {
    const index = belongs === null ? 0 : (belongs[i] as number);
    const tissue = tissues[index] ?? null;
    if (tissue === null) continue;
    const share = depthAt(tissue, dots.x[i] as number, dots.y[i] as number);
    keeps[i] = 1 - Math.max(0, share) * (1 - (kept[index] as number));
  }
  return keeps;
}

/** What tissue loses of each pass is lost of that pass alone: (1 − kept) of the dots' pigment after n passes is (1 − r)ⁿ. */
function keptAfter(area: SceneArea, { sessions }: Scene): number {
  const isOver = sessions === undefined || sessions.at(-1)?.upTo === 1;
  const passes = 1 + (area.kind === 'scar' && isOver ? area.extraSessions : 0);
  return 1 - (1 - area.retention) ** passes;
}
