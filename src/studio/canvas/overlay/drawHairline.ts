import type Konva from 'konva';
import type { OverlayModel } from './overlayModel';
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
  for (const [index, at] of model.handles.entries()) {
    const hovered = view.hover?.kind === 'handle' && view.hover.index === index;
    handle(context, at, view.selected === index ? 'selected' : hovered ? 'hover' : 'plain');
  }
  if (view.placed !== null) handle(context, model.place(view.placed), 'hover');
}
