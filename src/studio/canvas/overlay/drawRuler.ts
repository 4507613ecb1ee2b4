import type Konva from 'konva';
import type { ScreenPoint } from '../../../core/geometry/units';
import { formatLength } from '../../texts/measures';
import type { OverlayModel } from './overlayModel';
import { label, strokeWithHalo } from './strokes';

const TICK_PX = 9;
/** Radius of the eyedropper's patch. */
const PATCH_MM = 2;

/** The ruler being measured or last used, with a tick at each end and its length where it is known. */
export function drawRuler(context: Konva.Context, model: OverlayModel): void {
  if (model.tool !== 'scale' || model.view.measured === null) return;
  const a = model.place(model.view.measured.a);
  const b = model.place(model.view.measured.b);
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 1) return;
  const across = { x: (-(b.y - a.y) / length) * TICK_PX, y: ((b.x - a.x) / length) * TICK_PX };
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.lineTo(b.x, b.y);
  for (const end of [a, b]) tick(context, end, across);
  strokeWithHalo(context, 1.5);
  const middle = { x: (a.x + b.x) / 2 + across.x * 2.4, y: (a.y + b.y) / 2 + across.y * 2.4 };
  label(context, middle, `${model.estimated ? '≈ ' : ''}${formatLength(length * model.mmPerScreenPx, 1)}`);
}

/** Rings about the places whose colours are compared, as wide as the patches are. */
export function drawPicked(context: Konva.Context, model: OverlayModel): void {
  for (const place of model.view.picked) {
    const at = model.place(place);
    context.beginPath();
    context.arc(at.x, at.y, Math.max(6, PATCH_MM / model.mmPerScreenPx), 0, Math.PI * 2, false);
    strokeWithHalo(context, 1.5);
  }
}

function tick(context: Konva.Context, at: ScreenPoint, across: ScreenPoint): void {
  context.moveTo(at.x - across.x, at.y - across.y);
  context.lineTo(at.x + across.x, at.y + across.y);
}
