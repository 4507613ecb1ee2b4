import type { Scene, SceneArea } from '../design/scene';
import type { ChartGrid } from '../geometry/distance';
import { valuesOn, widened } from '../geometry/gridWindow';
import { whorlDensity, type ChartWhorl } from '../head/growth';
import type { ScalpTable } from '../head/scalpTable';
import type { AreaField } from './areaField';
import { paintField, SMOOTH_RADIUS_CM, type BrushLayer } from './brushLayer';
import { cutField, excludeFromField } from './cutField';
import { fadeIntoHair } from './fadeIntoHair';
import type { DensityField } from './field';
import { joinFields } from './joinFields';
import { perChart } from './perChart';

/** What a scene's density is put together from. */
export interface FieldParts {
  readonly scene: Scene;
  readonly table: ScalpTable | null;
  readonly areas: readonly AreaField[];
  readonly layer: BrushLayer;
}

/** Dots per cm² of chart at a window's nodes. */
export function densityOn(window: ChartGrid, { scene, table, areas, layer }: FieldParts): Float32Array {
  const grid = gridFor(window, layer);
  const fields = areas.map((area, i) => {
    const field = { ...grid, perCm2: valuesOn(area.field, area.field.perCm2, grid, 0) };
    return withHair(alone({ ...area, field }, areas.length), scene, scene.areas[i], table);
  });
  let joined = joinFields(fields) ?? { ...grid, perCm2: new Float32Array(grid.columns * grid.rows) };
  for (const { kind, ringsCm, fadeMm } of scene.cuts) {
    if (kind === 'exclusion') joined = excludeFromField(joined, ringsCm, fadeMm, table);
  }
  const field = perChart(tightened(paintField(joined, layer), scene.whorls), table);
  return valuesOn(field, field.perCm2, window, 0);
}

/** The nodes that decide on a window's: slopes and means need those around. */
export const gridFor = (window: ChartGrid, layer: BrushLayer): ChartGrid =>
  widened(window, layer.smooths ? 1 + Math.round(SMOOTH_RADIUS_CM / window.step) : 1);

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
