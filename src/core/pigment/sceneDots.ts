import { hairlineField, type HairlineField, type HairlineFieldError } from '../density/hairlineField';
import { joinFields } from '../density/joinFields';
import { NATURAL_VARIATION } from '../density/variation';
import type { Scene, SceneArea } from '../design/scene';
import { err, ok, type Result } from '../result';
import type { ScatterError } from '../scatter/dots';
import { scatter } from '../scatter/scatter';
import type { SessionSharesError } from '../scatter/sessions';
import type { DepthGrid } from './depthGrid';
import { standingDots, type StandingDots } from './standingDots';

/** The dots of a scene that stand, and for each of its areas how deep places lie within. */
export interface SceneDots extends StandingDots {
  readonly depths: readonly DepthGrid[];
}

export type SceneDotsError = ScatterError | HairlineFieldError | SessionSharesError;

/** Lays the dots of all areas at once, so that where areas overlap no seam shows. Null for a scene without areas. */
export function dotsOfScene(scene: Scene): Result<SceneDots | null, SceneDotsError> {
  const fields: HairlineField[] = [];
  for (const area of scene.areas) {
    const field = fieldOf(scene, area);
    if (!field.ok) return field;
    fields.push(field.value);
  }
  const joined = joinFields(fields.map(({ field }) => field));
  if (joined === null) return ok(null);
  const { seed, irregularity, sizeVariation } = scene;
  const only = fields.length === 1 ? (fields[0]?.clip ?? undefined) : undefined;
  const dots = scatter({ seed, field: joined, clip: only, irregularity, sizeVariation });
  if (dots.kind !== 'dots') return err(dots);
  const standing = standingDots(dots, joined, scene.sessions);
  if (!standing.ok) return standing;
  return ok({ ...standing.value, depths: fields.map(({ field, depthMm }) => ({ ...field, depthMm })) });
}

function fieldOf(scene: Scene, area: SceneArea): Result<HairlineField, HairlineFieldError> {
  return hairlineField({
    hairline: area.hairlineCm,
    region: [area.ringCm],
    perCm2: area.perCm2,
    edge: { softMm: area.softEdgeMm },
    variation: NATURAL_VARIATION,
    seed: scene.seed,
  });
}
