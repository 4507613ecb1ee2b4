import type Konva from 'konva';
import type { OverlayModel } from './overlayModel';
import { controlOf } from '../../../core/geometry/curve';
import { handle, polyline, strokeWithHalo } from './strokes';

export function drawHairline(context: Konva.Context, model: OverlayModel): void {
  const { view } = model;
  if (view.trace !== null && view.trace.length > 1) {
    polyline(
      context,
      view.trace.flatMap((p) => {
        const at = model.place(p);
        return [at.x, at.y];
      }),
    );
    strokeWithHalo(context, 1.5);
    return;
  }
  if (model.curve !== null) {
    polyline(context, model.curve);
    strokeWithHalo(context, 1.5);
  }
  drawTangent(context, model);
  for (const [index, at] of model.handles.entries()) {
    const hovered = view.hover?.kind === 'handle' && view.hover.index === index;
    handle(context, at, view.selected === index ? 'selected' : hovered ? 'hover' : 'plain');
  }
  if (view.placed !== null) handle(context, model.place(view.placed), 'hover');
}

/** The tangent of the chosen handle, with an end to either side. */
function drawTangent(context: Konva.Context, { points, view, place }: OverlayModel): void {
  const index = view.selected;
  if (index === null || points[index]?.tangent === undefined) return;
  const [ahead, behind] = [place(controlOf(points, index, 'ahead')), place(controlOf(points, index, 'behind'))];
  polyline(context, [behind.x, behind.y, ahead.x, ahead.y]);
  strokeWithHalo(context, 1);
  for (const [end, at] of [
    ['ahead', ahead],
    ['behind', behind],
  ] as const) {
    const hovered = view.hover?.kind === 'tangent' && view.hover.end === end;
    handle(context, at, hovered ? 'hover' : 'plain');
  }
}
