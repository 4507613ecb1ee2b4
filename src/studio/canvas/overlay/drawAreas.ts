import type Konva from 'konva';
import type { PhotoPoint } from '../../../core/geometry/units';
import { footprintInPhoto } from '../../../core/head/footprint';
import { scalpOf } from '../../../core/head/scalpOf';
import { ringsOf, type PointedArea } from '../../../core/tools/area/areaEdit';
import { grips } from '../../../core/tools/area/areaHit';
import type { OverlayModel } from './overlayModel';
import { ACCENT, handle, strokeWithHalo } from './strokes';

/** Dashes tell the kinds apart without colour: zones, what stays free, hair that stands. */
const DASHES: Readonly<Record<PointedArea['kind'], readonly number[]>> = {
  zone: [6, 5],
  exclusion: [2, 4],
  hair: [10, 3, 2, 3],
  scar: [4, 3],
};

/** A brush that is smaller on the screen shows as a ring of this radius. */
const LEAST_BRUSH_PX = 2;

/** Handles nearer together than this on the screen can't be told apart. */
const APART_PX = 12;

/** The outlines of all areas that are shown; thin and pale, since the dots are what counts. */
export function drawAreas(context: Konva.Context, model: OverlayModel): void {
  for (const area of model.areas) {
    if (area.hidden || model.selectedAreas.includes(area.id)) continue;
    context.save();
    context.setAttr('globalAlpha', model.tool === 'select' ? 0.75 : 0.5);
    context.setLineDash([...DASHES[area.kind]]);
    drawOutline(context, model, area, 1);
    context.restore();
  }
}

/** The chosen areas with their handles, the outline that is being made, and the brush. */
export function drawAreaHandles(context: Konva.Context, model: OverlayModel): void {
  for (const area of model.areas) {
    if (area.hidden || !model.selectedAreas.includes(area.id)) continue;
    drawOutline(context, model, area, 1.5, ACCENT);
    if (!area.locked && model.tool === 'select') drawHandles(context, model, area);
  }
  drawLoop(context, model);
  drawBrush(context, model);
  if (model.view.ringed !== null) circle(context, model, model.view.ringed, 8);
}

function drawOutline(context: Konva.Context, model: OverlayModel, area: PointedArea, width: number, colour?: string) {
  if (area.kind === 'scar' && area.form === 'marks') {
    const radius = Math.max(1.5, area.widthMm / 2 / model.mmPerScreenPx);
    for (const mark of area.points) circle(context, model, mark, radius, width, colour);
    return;
  }
  if (area.kind === 'scar') {
    drawStrip(context, model, area.points, area.widthMm / 2 / model.mmPerScreenPx, width, colour);
    return;
  }
  context.beginPath();
  for (const ring of area.rings) tracePath(context, model, ring, true);
  strokeWithHalo(context, width, colour);
}

/** A strip is drawn by its two borders. */
function drawStrip(
  context: Konva.Context,
  model: OverlayModel,
  path: readonly PhotoPoint[],
  half: number,
  width: number,
  colour?: string,
): void {
  const places = path.map(model.place);
  const beside = (side: 1 | -1) =>
    places.map((at, i) => {
      const before = places[i - 1] ?? at;
      const after = places[i + 1] ?? at;
      const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
      return {
        x: at.x - (side * half * (after.y - before.y)) / length,
        y: at.y + (side * half * (after.x - before.x)) / length,
      };
    });
  context.beginPath();
  for (const [i, at] of [...beside(1), ...beside(-1).reverse()].entries()) {
    if (i === 0) context.moveTo(at.x, at.y);
    else context.lineTo(at.x, at.y);
  }
  context.closePath();
  strokeWithHalo(context, width, colour);
}

function drawHandles(context: Konva.Context, model: OverlayModel, area: PointedArea): void {
  const { hover, areaPoint } = model.view;
  for (const [ring, points] of ringsOf(area).entries()) {
    for (const index of grips(points, APART_PX / model.scale)) {
      const at = points[index];
      if (at === undefined) continue;
      const is = (of: { areaId: string; ring: number; index: number } | null): boolean =>
        of?.areaId === area.id && of.ring === ring && of.index === index;
      const hovered = hover?.kind === 'areaPoint' && is(hover);
      handle(context, model.place(at), is(areaPoint) ? 'selected' : hovered ? 'hover' : 'plain');
    }
  }
}

function drawLoop(context: Konva.Context, model: OverlayModel): void {
  const { loop } = model.view;
  if (loop === null || loop.length < 2) return;
  context.beginPath();
  tracePath(context, model, loop, false);
  strokeWithHalo(context, 1.5);
  const first = loop[0];
  const last = loop.at(-1);
  if (first === undefined || last === undefined || loop.length < 3) return;
  const [from, to] = [model.place(last), model.place(first)];
  context.save();
  context.setLineDash([2, 5]);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  strokeWithHalo(context, 1);
  context.restore();
}

function drawBrush(context: Konva.Context, model: OverlayModel): void {
  const { brush } = model.view;
  if (model.tool !== 'brush' || brush === null) return;
  const onScreenPx = model.brushMm / 2 / model.mmPerScreenPx;
  const footprint =
    onScreenPx < LEAST_BRUSH_PX ? [] : footprintInPhoto(scalpOf(model.photo).map, brush, model.brushMm / 2);
  if (footprint.length === 0) {
    circle(context, model, brush, Math.max(LEAST_BRUSH_PX, onScreenPx));
    return;
  }
  context.beginPath();
  tracePath(context, model, footprint, true);
  strokeWithHalo(context, 1);
}

function tracePath(context: Konva.Context, model: OverlayModel, points: readonly PhotoPoint[], closed: boolean): void {
  for (const [i, p] of points.entries()) {
    const at = model.place(p);
    if (i === 0) context.moveTo(at.x, at.y);
    else context.lineTo(at.x, at.y);
  }
  if (closed) context.closePath();
}

function circle(
  context: Konva.Context,
  model: OverlayModel,
  place: PhotoPoint,
  radius: number,
  width = 1,
  colour?: string,
): void {
  const at = model.place(place);
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, Math.PI * 2, false);
  strokeWithHalo(context, width, colour);
}
