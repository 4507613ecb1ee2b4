import type { Scene, SceneArea, SceneStroke } from '../design/scene';
import type { Ring } from '../geometry/rings';
import { whorlDensity, type ChartWhorl } from '../head/growth';
import type { ScalpTable } from '../head/scalpTable';
import { ok, type Result } from '../result';
import { areaMemory, type AreaMemory } from './areaMemory';
import { paintField } from './brushLayer';
import type { AreaField } from './areaField';
import type { BrushError, BrushStroke } from './brush';
import { cutField, excludeFromField } from './cutField';
import { fadeIntoHair } from './fadeIntoHair';
import type { DensityField } from './field';
import { hairlineField, type HairlineFieldError } from './hairlineField';
import { joinFields } from './joinFields';
import { perChart } from './perChart';
import { scarField } from './scarField';
import type { StrokeStack } from './strokeStack';
import { NATURAL_VARIATION } from './variation';
import { zoneField } from './zoneField';

/** The density of a whole scene. */
export interface SceneField {
  /** Dots per cm² of chart: what is to be scattered. */
  readonly field: DensityField;
  /** Of each of the scene's areas, in their order. */
  readonly areas: readonly AreaField[];
  /** What dots must be clipped by, where an edge is hard. */
  readonly clip: readonly Ring[] | null;
}

export type SceneFieldError = HairlineFieldError | BrushError;

/**
 * The densities of all areas joined by their maximum, then what is cut out, then the brush, in that order: so no later area
 * fills an exclusion and the brush has the last word. Null for a scene without areas.
 */
export function sceneField(
  scene: Scene,
  table: ScalpTable | null,
  stack: StrokeStack,
  memory: AreaMemory = areaMemory(),
): Result<SceneField | null, SceneFieldError> {
  const areas: AreaField[] = [];
  memory.keep(scene.areas.length);
  for (const [place, area] of scene.areas.entries()) {
    const field = fieldOf(scene, area, table, (of, make) => memory.field(place, { ...of, kind: area.kind }, make));
    if (!field.ok) return field;
    areas.push(field.value);
  }
  let joined = joinFields(areas.map((each, i) => withHair(alone(each, areas.length), scene, scene.areas[i], table)));
  if (joined === null) return ok(null);
  for (const { kind, ringsCm, fadeMm } of scene.cuts) {
    if (kind === 'exclusion') joined = excludeFromField(joined, ringsCm, fadeMm, table);
  }
  const layer = stack.flatten(scene.strokes.map(brushStroke));
  if (!layer.ok) return layer;
  const field = perChart(tightened(paintField(joined, layer.value), scene.whorls), table);
  const clip = areas.length === 1 ? (areas[0]?.clip ?? null) : null;
  return ok({ field, areas, clip });
}

/** A hard edge can be left to the dots' clip only where there is no other area. */
const alone = ({ field, clip }: AreaField, count: number): DensityField =>
  clip === null || count === 1 ? field : cutField(field, clip);

/** An area's dots blend into standing hair, but for those that are set between hairs. */
function withHair(
  field: DensityField,
  { cuts }: Scene,
  area: SceneArea | undefined,
  table: ScalpTable | null,
): DensityField {
  if (area?.kind === 'zone' && area.amongHair) return field;
  return cuts.reduce(
    (faded, { kind, ringsCm, fadeMm }) => (kind === 'hair' ? fadeIntoHair(faded, ringsCm, fadeMm, table) : faded),
    field,
  );
}

type Recall = (of: object, make: () => Result<AreaField, HairlineFieldError>) => Result<AreaField, HairlineFieldError>;

function fieldOf(
  scene: Scene,
  area: SceneArea,
  table: ScalpTable | null,
  recall: Recall,
): Result<AreaField, HairlineFieldError> {
  const common = { perCm2: area.perCm2, seed: scene.seed, variation: NATURAL_VARIATION, table };
  switch (area.kind) {
    case 'hairline': {
      const { wanderMm, waveMm, gapsMm, straysMm } = scene.edge;
      const edge = { softMm: area.softEdgeMm, wanderMm, wanderLengthMm: waveMm, gapsMm, straysMm };
      const input = { ...common, hairline: area.hairlineCm, region: [area.ringCm], edge };
      return recall(input, () => hairlineField(input));
    }
    case 'zone': {
      const input = { ...common, rings: area.ringsCm, edgeMm: area.edgeMm, within: coversOf(scene, area) };
      return recall(input, () => zoneField(input));
    }
    case 'scar': {
      const { form, pointsCm: points, widthMm, blendMm } = area;
      const input = { ...common, form, points, widthMm, blendMm };
      return recall(input, () => scarField(input));
    }
  }
}

/** Outlines of the other areas that are at least as dense. */
function coversOf(scene: Scene, area: SceneArea): readonly (readonly Ring[])[] {
  return scene.areas.flatMap((other): (readonly Ring[])[] => {
    if (other === area || other.perCm2 < area.perCm2 || other.kind === 'scar') return [];
    return [other.kind === 'zone' ? other.ringsCm : [other.ringCm]];
  });
}

/** Denser about the whorls that have been placed. */
function tightened(field: DensityField, whorls: readonly ChartWhorl[]): DensityField {
  if (whorls.length === 0) return field;
  const { columns, step, originX, originY } = field;
  const perCm2 = field.perCm2.map((value, node) => {
    if (value === 0) return 0;
    return value * whorlDensity(whorls, originX + (node % columns) * step, originY + Math.floor(node / columns) * step);
  });
  return { ...field, perCm2 };
}

const brushStroke = ({ kind, pathCm, sizeMm, feather, strength, perCm2 }: SceneStroke): BrushStroke => ({
  kind,
  path: pathCm,
  radiusMm: (sizeMm / 2) * (1 - feather),
  featherMm: (sizeMm / 2) * feather,
  strength,
  ...(perCm2 === null ? {} : { perCm2 }),
});
