import type Konva from 'konva';
import type { HeadOutline, Midline } from '../../../core/head/headPhoto';
import { outlineGrips } from '../../../core/tools/outlineGrips';
import type { OverlayModel } from './overlayModel';
import { handle, strokeWithHalo } from './strokes';

export function drawGuides(context: Konva.Context, model: OverlayModel): void {
  if (model.outline !== null) drawOutline(context, model, model.outline);
  if (model.midline !== null) drawMidline(context, model, model.midline);
}

function drawOutline(context: Konva.Context, model: OverlayModel, outline: HeadOutline): void {
  const centre = model.place({ x: outline.cx, y: outline.cy });
  context.save();
  context.beginPath();
  context.setLineDash([7, 5]);
  context.ellipse(
    centre.x,
    centre.y,
    outline.rx * model.scale,
    outline.ry * model.scale,
    (outline.angleDeg * Math.PI) / 180,
    0,
    Math.PI * 2,
  );
  strokeWithHalo(context, 1);
  context.restore();
  if (!model.outlineHeld) return;
  for (const { grip, at } of outlineGrips(outline)) {
    const hovered = model.view.hover?.kind === 'outline' && model.view.hover.grip === grip;
    handle(context, model.place(at), hovered ? 'hover' : 'plain');
  }
}

function drawMidline(context: Konva.Context, model: OverlayModel, midline: Midline): void {
  const top = model.place(midline.top);
  const bottom = model.place(midline.bottom);
  context.save();
  context.setLineDash([2, 6]);
  context.beginPath();
  context.moveTo(top.x, top.y);
  context.lineTo(bottom.x, bottom.y);
  strokeWithHalo(context, 1);
  context.restore();
  if (model.tool !== 'select') return;
  for (const [end, at] of [
    ['top', top],
    ['bottom', bottom],
  ] as const) {
    const hovered = model.view.hover?.kind === 'midline' && model.view.hover.end === end;
    handle(context, at, hovered ? 'hover' : 'plain');
  }
}
