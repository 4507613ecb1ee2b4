import type Konva from 'konva';
import type { Guide, GuideId } from '../../../core/head/guides/guides';
import type { ScreenPoint } from '../../../core/geometry/units';
import type { Landmark } from '../../../core/head/headPhoto';
import { formatHeight, formatLength } from '../../texts/measures';
import { text } from '../../texts/texts';
import { guideOn, landmarksOn } from './landmarkGuides';
import type { OverlayModel } from './overlayModel';
import { ACCENT, label, strokeWithHalo } from './strokes';

/** Guides stand back behind the line that they serve. */
const PALE = 'rgba(255, 255, 255, 0.72)';
const LANDMARK_PX = 4;
const LETTER_PX = 3;

/** The guides that are switched on, thin and pale, with the landmarks that they are made from. */
export function drawLandmarkGuides(context: Konva.Context, model: OverlayModel): void {
  const { guides } = model.aids;
  if (guides.length === 0) return;
  for (const id of guides) {
    const guide = guideOn(id, model.photo, model.points);
    if (guide.ok) drawGuide(context, model, guide.value);
  }
  for (const landmark of landmarksOn(model.photo)) drawLandmark(context, model, landmark);
}

function drawGuide(context: Konva.Context, model: OverlayModel, { id, lines, marks, figures }: Guide): void {
  context.save();
  if (id === 'canthus' || id === 'symmetry') context.setLineDash([5, 5]);
  for (const line of lines) {
    context.beginPath();
    for (const [i, p] of line.entries()) {
      const at = model.place(p);
      if (i === 0) context.moveTo(at.x, at.y);
      else context.lineTo(at.x, at.y);
    }
    strokeWithHalo(context, 1, PALE);
  }
  context.restore();
  for (const { letter, at } of marks) {
    const on = model.place(at);
    context.beginPath();
    context.arc(on.x, on.y, LETTER_PX, 0, Math.PI * 2, false);
    strokeWithHalo(context, 1.5, PALE);
    words(context, { x: on.x + 11, y: on.y - 11 }, letter, 13);
  }
  for (const { at, mm } of figures) words(context, model.place(at), figureOf(id, mm, model.estimated), 12);
}

/** Heights and Garg's ways are spoken of in centimetres, thirds in millimetres. */
function figureOf(id: GuideId, mm: number, estimated: boolean): string {
  // The construction's ways are 8 cm by its own rule; what they are worth hangs on the scale like all else.
  const about = estimated && id !== 'garg' ? '≈ ' : '';
  return about + (id === 'thirds' ? formatLength(mm) : formatHeight(mm));
}

/** Small and without a ground of its own, so that a guide's figures cover as little of the face as its lines do. */
function words(context: Konva.Context, at: ScreenPoint, of: string, px: number): void {
  context.setAttr('font', `600 ${String(px)}px system-ui, sans-serif`);
  context.setAttr('textBaseline', 'middle');
  context.setAttr('textAlign', 'center');
  context.setAttr('lineJoin', 'round');
  context.setAttr('lineWidth', 3.5);
  context.setAttr('strokeStyle', 'rgba(0, 0, 0, 0.7)');
  context.strokeText(of, at.x, at.y);
  context.setAttr('fillStyle', '#ffffff');
  context.fillText(of, at.x, at.y);
}

/** Confirmed landmarks are full, proposals hollow. */
function drawLandmark(context: Konva.Context, model: OverlayModel, { name, at, confirmed }: Landmark): void {
  const on = model.place(at);
  const { hover } = model.view;
  const hovered = hover?.kind === 'landmark' && hover.name === name;
  context.beginPath();
  context.arc(on.x, on.y, hovered ? LANDMARK_PX + 2 : LANDMARK_PX, 0, Math.PI * 2, false);
  if (confirmed) {
    context.setAttr('fillStyle', '#ffffff');
    context.fill();
  }
  strokeWithHalo(context, 1.25, hovered ? ACCENT : PALE);
  if (hovered) label(context, { x: on.x, y: on.y - 22 }, text(`guides.landmarks.${name}`));
}

const MARK_PX = 22;

/** A ring where an advice points to. */
export function drawMarked(context: Konva.Context, model: OverlayModel): void {
  const { marked } = model.aids;
  if (marked === null || marked.photoId !== model.photo.id) return;
  const on = model.place(marked.at);
  context.beginPath();
  context.arc(on.x, on.y, MARK_PX, 0, Math.PI * 2, false);
  strokeWithHalo(context, 2, ACCENT);
}
