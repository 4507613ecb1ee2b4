import { TILE_PX, type PictureLayer, type PictureTile } from '../../workers/pictureMessages';

/** A canvas with the photo, with or without pigment, at 1/2^level of its size; parts may not have come yet. */
export interface LevelCanvas {
  readonly layer: PictureLayer;
  readonly level: number;
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly present: Uint8Array;
  readonly columns: number;
}

/** A rectangle in photo px. */
export interface PhotoRect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The level canvases of the photo on show. `onDrop` hears of those that are let go, so that they can come again. */
export interface LevelCanvases {
  readonly put: (level: number, tile: PictureTile, image: ImageData) => void;
  /** From the one to be drawn first: where the wanted level is not yet complete, others lie below it. */
  readonly toDraw: (layer: PictureLayer, level: number, visible: PhotoRect) => readonly LevelCanvas[];
  readonly covers: (layer: PictureLayer, level: number, visible: PhotoRect) => boolean;
  /** Lets go of large levels other than the wanted ones. */
  readonly keepOnly: (wanted: readonly { layer: PictureLayer; level: number }[]) => void;
  readonly clear: () => void;
}

/** Levels from here on are an eighth of a photo's memory and less, and are kept. */
const SMALL_LEVEL = 2;

/** Of the photo only its size is kept: these live as long as it is shown, and must not keep its pixels. */
export function levelCanvases(
  { width, height }: { width: number; height: number },
  onDrop: (layer: PictureLayer, level: number) => void,
): LevelCanvases {
  const known = new Map<string, LevelCanvas>();
  const key = (layer: PictureLayer, level: number): string => `${layer} ${level}`;

  function drop(of: LevelCanvas): void {
    known.delete(key(of.layer, of.level));
    // A canvas gives its memory back when it has no size, not when it is collected.
    of.canvas.width = 0;
    of.canvas.height = 0;
    onDrop(of.layer, of.level);
  }

  function take(layer: PictureLayer, level: number): LevelCanvas | null {
    const there = known.get(key(layer, level));
    if (there !== undefined) return there;
    const fresh = makeLevel({ width, height }, layer, level);
    if (fresh === null) return null;
    fresh.canvas.addEventListener('contextlost', () => {
      if (known.get(key(layer, level)) === fresh) drop(fresh);
    });
    known.set(key(layer, level), fresh);
    return fresh;
  }

  return {
    put: (level, { layer, x, y }, image) => {
      const to = take(layer, level);
      if (to === null) return;
      to.context.putImageData(image, x, y);
      // Parts of tiles come only of those that are there.
      to.present[Math.floor(y / TILE_PX) * to.columns + Math.floor(x / TILE_PX)] = 1;
    },
    toDraw: (layer, level, visible) => {
      const wanted = known.get(key(layer, level));
      if (wanted !== undefined && coversRect(wanted, visible)) return [wanted];
      const others = [...known.values()].filter((each) => each.layer === layer && each.level !== level);
      others.sort((a, b) => Math.abs(b.level - level) - Math.abs(a.level - level) || b.level - a.level);
      const complete = others.findLastIndex((each) => coversRect(each, visible));
      const below = complete < 0 ? others : others.slice(complete);
      return wanted === undefined ? below : [...below, wanted];
    },
    covers: (layer, level, visible) => {
      const wanted = known.get(key(layer, level));
      return wanted !== undefined && coversRect(wanted, visible);
    },
    keepOnly: (wanted) => {
      for (const each of [...known.values()]) {
        const kept = wanted.some(({ layer, level }) => each.layer === layer && each.level === level);
        if (!kept && each.level < SMALL_LEVEL) drop(each);
      }
    },
    clear: () => {
      for (const each of known.values()) {
        each.canvas.width = 0;
        each.canvas.height = 0;
      }
      known.clear();
    },
  };
}

function makeLevel(photo: { width: number; height: number }, layer: PictureLayer, level: number): LevelCanvas | null {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(photo.width / 2 ** level);
  canvas.height = Math.ceil(photo.height / 2 ** level);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const columns = Math.ceil(canvas.width / TILE_PX);
  const present = new Uint8Array(columns * Math.ceil(canvas.height / TILE_PX));
  return { layer, level, canvas, context, present, columns };
}

function coversRect({ canvas, level, present, columns }: LevelCanvas, visible: PhotoRect): boolean {
  const perTile = 2 ** level * TILE_PX;
  const rows = Math.ceil(canvas.height / TILE_PX);
  const lastColumn = Math.min(columns - 1, Math.ceil(visible.x1 / perTile) - 1);
  const lastRow = Math.min(rows - 1, Math.ceil(visible.y1 / perTile) - 1);
  for (let row = Math.max(0, Math.floor(visible.y0 / perTile)); row <= lastRow; row++) {
    for (let column = Math.max(0, Math.floor(visible.x0 / perTile)); column <= lastColumn; column++) {
      if (present[row * columns + column] === 0) return false;
    }
  }
  return true;
}
