import type Konva from 'konva';
import type { Photo } from '../../../core/design/case';
import { chartWhorls, growthStrokes } from '../../../core/head/whorls';
import type { PhotoPoint } from '../../../core/geometry/units';
import type { OverlayModel } from './overlayModel';
import { handle, polyline, strokeWithHalo } from './strokes';

const QUIET = 'rgba(255, 255, 255, 0.55)';
/** The spiral in a whorl's sign: turns, and its radius on the screen. */
const TURNS = 1.6;
const RADIUS_PX = 16;

/** The growth of hair as short strokes, and each whorl with the way it turns; while the head's whorls are being set. */
export function drawWhorls(context: Konva.Context, model: OverlayModel): void {
  if (!model.whorlsShown) return;
  context.save();
  context.setAttr('strokeStyle', QUIET);
  context.setAttr('lineWidth', 1);
  for (const [root, tip] of strokesOf(model.photo)) {
    const [a, b] = [model.place(root), model.place(tip)];
    polyline(context, [a.x, a.y, b.x, b.y]);
    context.stroke();
  }
  for (const [index, { at, clockwise }] of model.photo.whorls.entries()) {
    const centre = model.place(at);
    const spiral: number[] = [];
    for (let i = 0; i <= 40; i++) {
      const angle = (i / 40) * TURNS * 2 * Math.PI * (clockwise ? 1 : -1);
      const radius = (i / 40) * RADIUS_PX;
      spiral.push(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
    }
    polyline(context, spiral);
    strokeWithHalo(context, 1.5);
    const hover = model.view.hover;
    handle(context, centre, hover?.kind === 'whorl' && hover.index === index ? 'hover' : 'plain');
  }
  context.restore();
}

const known = new WeakMap<Photo, readonly (readonly [PhotoPoint, PhotoPoint])[]>();

/** A pan or zoom draws the same strokes again. */
function strokesOf(photo: Photo): readonly (readonly [PhotoPoint, PhotoPoint])[] {
  const before = known.get(photo);
  if (before !== undefined) return before;
  const made = growthStrokes(photo, chartWhorls(photo));
  known.set(photo, made);
  return made;
}
