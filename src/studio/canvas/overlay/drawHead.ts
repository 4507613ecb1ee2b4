import type Konva from 'konva';
import type { PhotoPoint } from '../../../core/geometry/units';
import { scalpOf } from '../../../core/head/scalpOf';
import { wire, type WireLine } from '../../../core/head/skull/wire';
import type { SkullFit } from '../../../core/head/skull/skullFit';
import type { OverlayModel } from './overlayModel';
import { polyline, strokeWithHalo } from './strokes';

const QUIET = 'rgba(255, 255, 255, 0.5)';

/** The fitted skull as a calm wire, while the head is being set. */
export function drawHead(context: Konva.Context, model: OverlayModel): void {
  if (!model.wireShown) return;
  const { geometry } = scalpOf(model.photo);
  if (geometry.kind === 'flat') return;
  context.save();
  for (const { points, main } of linesOf(geometry.fit)) {
    polyline(context, onScreen(points, model));
    if (main) strokeWithHalo(context, 1);
    else quietStroke(context);
  }
  context.restore();
}

/** A pan or zoom draws the same head again. */
const known = new WeakMap<SkullFit, readonly WireLine[]>();

function linesOf(fit: SkullFit): readonly WireLine[] {
  const before = known.get(fit);
  if (before !== undefined) return before;
  const made = wire(fit);
  known.set(fit, made);
  return made;
}

function quietStroke(context: Konva.Context): void {
  context.setAttr('strokeStyle', QUIET);
  context.setAttr('lineWidth', 1);
  context.stroke();
}

const onScreen = (points: readonly PhotoPoint[], model: OverlayModel): number[] =>
  points.flatMap((p) => {
    const at = model.place(p);
    return [at.x, at.y];
  });
