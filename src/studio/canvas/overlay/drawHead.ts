import type Konva from 'konva';
import type { PhotoPoint } from '../../../core/geometry/units';
import { scalpOf } from '../../../core/head/scalpOf';
import { silhouette, wire, type WireLine } from '../../../core/head/skull/wire';
import type { SkullFit } from '../../../core/head/skull/skullFit';
import type { OverlayModel } from './overlayModel';
import { polyline, strokeWithHalo } from './strokes';

const QUIET = 'rgba(255, 255, 255, 0.5)';

/** The fitted skull as a calm wire, while the head is being set. */
export function drawHead(context: Konva.Context, model: OverlayModel): void {
  if (!model.wireShown) return;
  const { geometry } = scalpOf(model.photo);
  if (geometry.kind === 'flat') return;
  const { rim, lines } = linesOf(geometry.fit);
  context.save();
  for (const { points, main } of lines) {
    polyline(context, onScreen(points, model));
    if (main) strokeWithHalo(context, 1);
    else quietStroke(context);
  }
  polyline(context, onScreen(rim, model));
  context.closePath();
  strokeWithHalo(context, 1);
  context.restore();
}

/** A pan or zoom draws the same head again. */
const known = new WeakMap<SkullFit, { readonly rim: readonly PhotoPoint[]; readonly lines: readonly WireLine[] }>();

function linesOf(fit: SkullFit): NonNullable<ReturnType<typeof known.get>> {
  const before = known.get(fit);
  if (before !== undefined) return before;
  const made = { rim: silhouette(fit), lines: wire(fit) };
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
