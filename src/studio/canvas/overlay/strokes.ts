import type Konva from 'konva';
import type { ScreenPoint } from '../../../core/geometry/units';

/** Lines are light with a dark halo, so that they are seen on any skin. */
const LIGHT = '#ffffff';
const HALO = 'rgba(0, 0, 0, 0.55)';
export const ACCENT = '#79c4bb';

export function polyline(context: Konva.Context, flat: ArrayLike<number>): void {
  context.beginPath();
  for (let i = 0; i + 1 < flat.length; i += 2) {
    if (i === 0) context.moveTo(flat[i] as number, flat[i + 1] as number);
    else context.lineTo(flat[i] as number, flat[i + 1] as number);
  }
}

/** Strokes the current path twice: the halo, then the line. */
export function strokeWithHalo(context: Konva.Context, width: number, colour = LIGHT): void {
  context.setAttr('lineCap', 'round');
  context.setAttr('lineJoin', 'round');
  context.setAttr('strokeStyle', HALO);
  context.setAttr('lineWidth', width + 2);
  context.stroke();
  context.setAttr('strokeStyle', colour);
  context.setAttr('lineWidth', width);
  context.stroke();
}

export function handle(context: Konva.Context, at: ScreenPoint, state: 'plain' | 'hover' | 'selected'): void {
  const radius = state === 'plain' ? 4.5 : 6;
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, Math.PI * 2, false);
  context.setAttr('fillStyle', state === 'selected' ? ACCENT : LIGHT);
  context.setAttr('strokeStyle', 'rgba(0, 0, 0, 0.7)');
  context.setAttr('lineWidth', 1.25);
  context.fill();
  context.stroke();
}

/** A small figure on a dark ground, beside a guide. */
export function label(context: Konva.Context, at: ScreenPoint, words: string): void {
  context.setAttr('font', '600 12px system-ui, sans-serif');
  context.setAttr('textBaseline', 'middle');
  context.setAttr('textAlign', 'center');
  const width = context.measureText(words).width + 14;
  context.setAttr('fillStyle', 'rgba(20, 20, 20, 0.78)');
  context.beginPath();
  context.roundRect(at.x - width / 2, at.y - 11, width, 22, 5);
  context.fill();
  context.setAttr('fillStyle', '#f2f2f2');
  context.fillText(words, at.x, at.y + 0.5);
}
