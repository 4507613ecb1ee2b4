import type { PictureLayer } from '../../workers/pictureMessages';
import type { LevelCanvas } from './levelCanvases';
import type { Compare, DeviceSize, Placement } from './viewGeometry';

/** What there is of one layer, the first to be drawn first. */
export interface LayerImages {
  readonly levels: readonly LevelCanvas[];
  /** Exactly the screen's pixels; covers the levels. */
  readonly frame: { readonly canvas: HTMLCanvasElement; readonly x: number; readonly y: number } | null;
}

export interface PaintRequest {
  readonly size: DeviceSize;
  /** Round the photo: a grey without hue, so that the eye judges skin rightly. */
  readonly surround: string;
  readonly placement: Placement | null;
  readonly photo: { readonly width: number; readonly height: number } | null;
  readonly compare: Compare;
  readonly placeholder: CanvasImageSource | null;
  readonly layers: Readonly<Record<PictureLayer, LayerImages>>;
}

/** Draws all that is there: surround, photo and pigment, before and after on their sides of the divider. */
export function paintPicture(context: CanvasRenderingContext2D, request: PaintRequest): void {
  const { size, compare } = request;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = request.surround;
  context.fillRect(0, 0, size.width, size.height);
  if (request.placement === null || request.photo === null) return;
  context.imageSmoothingEnabled = true;
  // Finer smoothing costs a tenth of a second on software canvases; at rest the refined view is better than any.
  context.imageSmoothingQuality = 'low';
  if (compare.kind !== 'split') {
    paintLayer(context, request, compare.kind, 0, size.width);
    return;
  }
  const divider = Math.round(Math.min(1, Math.max(0, compare.at)) * size.width);
  paintLayer(context, request, 'before', 0, divider);
  paintLayer(context, request, 'after', divider, size.width);
}

/** One layer between two columns of the canvas. */
function paintLayer(
  context: CanvasRenderingContext2D,
  request: PaintRequest,
  layer: PictureLayer,
  from: number,
  to: number,
): void {
  const { placement, photo } = request;
  if (to <= from || placement === null || photo === null) return;
  const { levels, frame } = request.layers[layer];
  if (frame !== null) {
    paintFrame(context, frame, from, to);
    return;
  }
  context.save();
  context.beginPath();
  context.rect(from, 0, to - from, request.size.height);
  context.clip();
  // Under the tiles that have come: it is let go of when all in sight are there.
  if (request.placeholder !== null) {
    const { x, y, scale } = placement;
    context.drawImage(request.placeholder, x, y, photo.width * scale, photo.height * scale);
  }
  for (const level of levels) paintLevel(context, level, placement, photo, { from, to, height: request.size.height });
  context.restore();
}

function paintFrame(
  context: CanvasRenderingContext2D,
  frame: { canvas: HTMLCanvasElement; x: number; y: number },
  from: number,
  to: number,
): void {
  const left = Math.max(frame.x, from);
  const width = Math.min(frame.x + frame.canvas.width, to) - left;
  const { height } = frame.canvas;
  if (width <= 0 || height <= 0) return;
  context.drawImage(frame.canvas, left - frame.x, 0, width, height, left, frame.y, width, height);
}

/** Only the part in sight is handed to the canvas: a software canvas pays for the rest, too. */
function paintLevel(
  context: CanvasRenderingContext2D,
  { canvas, level }: LevelCanvas,
  placement: Placement,
  photo: { width: number; height: number },
  sight: { from: number; to: number; height: number },
): void {
  const shrink = 2 ** level;
  const step = placement.scale * shrink;
  const right = photo.width / shrink;
  const bottom = photo.height / shrink;
  // Two pixels more on each side, so that smoothing at the edge of the part finds its neighbours.
  const x0 = Math.max(0, Math.floor((sight.from - placement.x) / step) - 2);
  const y0 = Math.max(0, Math.floor(-placement.y / step) - 2);
  const x1 = Math.min(right, Math.ceil((sight.to - placement.x) / step) + 2);
  const y1 = Math.min(bottom, Math.ceil((sight.height - placement.y) / step) + 2);
  if (x1 <= x0 || y1 <= y0) return;
  context.drawImage(
    canvas,
    x0,
    y0,
    x1 - x0,
    y1 - y0,
    placement.x + x0 * step,
    placement.y + y0 * step,
    (x1 - x0) * step,
    (y1 - y0) * step,
  );
}
