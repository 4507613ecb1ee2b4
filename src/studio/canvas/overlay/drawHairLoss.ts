import type Konva from 'konva';
import type { HairLoss, Photo } from '../../../core/design/case';
import type { PhotoPoint } from '../../../core/geometry/units';
import { lostBetween, type ScalpPart } from '../../../core/head/guides/hairLoss';
import { headInPhoto } from '../../../core/head/guides/headInPhoto';
import { text } from '../../texts/texts';
import type { OverlayModel } from './overlayModel';
import { label, strokeWithHalo } from './strokes';

/** Hair that goes is shown as paler than what stays. */
const PALER = 'rgba(255, 255, 255, 0.24)';

interface Made {
  readonly photo: Photo;
  readonly now: HairLoss | null;
  readonly later: HairLoss;
  readonly part: ScalpPart<PhotoPoint> | null;
}

let last: Made | null = null;

/** The hair that the next stages would take, an estimate, around the design. */
export function drawHairLoss(context: Konva.Context, model: OverlayModel): void {
  const later = model.aids.lossPreview;
  if (later === null) return;
  const part = partOf(model.photo, model.hairLoss, later);
  if (part === null || part.pieces.length === 0) return;
  context.beginPath();
  let top = { x: 0, y: Infinity };
  for (const piece of part.pieces) {
    for (const [i, p] of piece.entries()) {
      const at = model.place(p);
      if (at.y < top.y) top = at;
      if (i === 0) context.moveTo(at.x, at.y);
      else context.lineTo(at.x, at.y);
    }
    context.closePath();
  }
  context.setAttr('fillStyle', PALER);
  context.fill();
  context.beginPath();
  for (const [a, b] of part.border) {
    const [from, to] = [model.place(a), model.place(b)];
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  strokeWithHalo(context, 1, 'rgba(255, 255, 255, 0.72)');
  label(context, { x: top.x, y: Math.max(top.y - 18, 16) }, text('hairLoss.shown', { stage: stageName(later) }));
}

export const stageName = ({ scale, stage }: HairLoss): string =>
  text(`hairLoss.${scale}`, { stage: stage === '3v' ? text('hairLoss.threeVertex') : stage });

function partOf(photo: Photo, now: HairLoss | null, later: HairLoss): ScalpPart<PhotoPoint> | null {
  if (last?.photo === photo && last.now === now && last.later === later) return last.part;
  const head = headInPhoto(photo);
  const from = now?.scale === later.scale ? now : null;
  const part = head === null ? null : lostBetween(from, later, head);
  last = { photo, now, later, part };
  return part;
}
