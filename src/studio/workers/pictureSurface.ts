import { copyPixels } from '../../core/pigment/light/composite';
import { drawnScale, type DrawnScale } from '../../core/pigment/marks/drawnScale';
import { kernelSet, type KernelSet } from '../../core/pigment/marks/kernels';
import { squaresOf, type PictureRect } from '../../core/pigment/marks/markIndex';
import type { Raster } from '../../core/pigment/light/mips';
import { drawPigment, pigmentHashes, scratchFor, type PigmentLayer } from '../../core/pigment/pigmentLayer';
import { resampleInto } from '../../core/pigment/light/resample';
import type { Scene } from '../../core/design/scene';
import { TILE_PX, type FrameWanted, type PictureLayer, type PictureTile, type TileSurface } from './pictureMessages';

/** A scene with its pigment laid. */
export interface LaidScene {
  readonly scene: Scene;
  readonly layer: PigmentLayer;
}

/**
 * Side in px of the squares of which it is known what they show: of a tile that changes only the rectangle around those that
 * do is made again. Our choice; a whole number of them makes a tile.
 */
const SQUARE_PX = 16;

/** A picture that is made and sent tile by tile: a level of the photo, or a frame at the screen's resolution. */
export interface Surface {
  readonly name: TileSurface;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
  readonly columns: number;
  readonly rows: number;
  /** Per square what was last sent: 0 nothing, 1 the bare photo, else a hash of the pigment in it. */
  readonly sent: Readonly<Record<PictureLayer, Uint32Array>>;
  /** The photo at this surface's resolution; of a frame it is made tile by tile. */
  readonly photo: Raster;
  /** What a frame's photo is made from: the nearest larger level and its scale relative to the photo; null for levels. */
  readonly source: { readonly raster: Raster; readonly scale: number } | null;
  readonly photoMade: Uint8Array;
}

const BARE = 1;

export function levelSurface(level: number, photo: Raster): Surface {
  return { ...surfaceOf({ kind: 'level', level }, photo, 2 ** -level, 0, 0), source: null };
}

export function frameSurface(wanted: FrameWanted, source: { raster: Raster; scale: number }): Surface {
  const { width, height, scale, originX, originY } = wanted;
  const photo = { width, height, rgba: new Uint32Array(width * height) };
  return { ...surfaceOf({ kind: 'frame', id: wanted.id }, photo, scale, originX, originY), source };
}

function surfaceOf(
  name: TileSurface,
  photo: Raster,
  scale: number,
  originX: number,
  originY: number,
): Omit<Surface, 'source'> {
  const { width, height } = photo;
  const columns = Math.ceil(width / TILE_PX);
  const rows = Math.ceil(height / TILE_PX);
  const squares = Math.ceil(width / SQUARE_PX) * Math.ceil(height / SQUARE_PX);
  const sent = { after: new Uint32Array(squares), before: new Uint32Array(squares) };
  const photoMade = new Uint8Array(columns * rows);
  return { name, width, height, scale, originX, originY, columns, rows, sent, photo, photoMade };
}

/** A rectangle of a surface in its own px. */
export interface SurfaceRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const states = new WeakMap<Surface, { readonly laid: LaidScene; readonly state: Uint32Array }>();
const bare = new WeakMap<Surface, Uint32Array>();

/** What each square of a surface would show now: compared with `sent` it says what must be made again. */
export function surfaceState(surface: Surface, layer: PictureLayer, laid: LaidScene | null): Uint32Array {
  if (layer === 'before' || laid === null) {
    const known = bare.get(surface) ?? new Uint32Array(surface.sent[layer].length).fill(BARE);
    bare.set(surface, known);
    return known;
  }
  const known = states.get(surface);
  if (known?.laid === laid) return known.state;
  const { width, height, scale, originX, originY } = surface;
  const squares = squaresOf({ width, height, scale, originX, originY }, SQUARE_PX);
  const state = pigmentHashes(laid.layer, squares);
  for (let i = 0; i < state.length; i++) state[i] = state[i] === 0 ? BARE : ((state[i] as number) | 2) >>> 0;
  states.set(surface, { laid, state });
  return state;
}

/** The rectangle around all squares of a tile that don't show what they should; null where all do. */
export function staleRect(surface: Surface, layer: PictureLayer, tile: number, state: Uint32Array): SurfaceRect | null {
  const sent = surface.sent[layer];
  const across = Math.ceil(surface.width / SQUARE_PX);
  const { x, y, width, height } = tileRect(surface, tile);
  const [left, top] = [x / SQUARE_PX, y / SQUARE_PX];
  const [right, bottom] = [Math.ceil((x + width) / SQUARE_PX), Math.ceil((y + height) / SQUARE_PX)];
  let [c0, c1, r0, r1] = [right, left, bottom, top];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const square = row * across + column;
      if (sent[square] === state[square]) continue;
      c0 = Math.min(c0, column);
      c1 = Math.max(c1, column + 1);
      r0 = Math.min(r0, row);
      r1 = Math.max(r1, row + 1);
    }
  }
  if (c1 <= c0) return null;
  const [x0, y0] = [c0 * SQUARE_PX, r0 * SQUARE_PX];
  const [x1, y1] = [Math.min(x + width, c1 * SQUARE_PX), Math.min(y + height, r1 * SQUARE_PX)];
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

/** Notes that a rectangle's squares show what they should. */
function noteSent(surface: Surface, layer: PictureLayer, rect: SurfaceRect, state: Uint32Array): void {
  const across = Math.ceil(surface.width / SQUARE_PX);
  const first = rect.x / SQUARE_PX;
  const end = Math.ceil((rect.x + rect.width) / SQUARE_PX);
  for (let row = rect.y / SQUARE_PX; row * SQUARE_PX < rect.y + rect.height; row++) {
    surface.sent[layer].set(state.subarray(row * across + first, row * across + end), row * across + first);
  }
}

/** The part of the picture that a tile covers. */
function tileRect(surface: Surface, tile: number): SurfaceRect {
  const x = (tile % surface.columns) * TILE_PX;
  const y = Math.floor(tile / surface.columns) * TILE_PX;
  return { x, y, width: Math.min(TILE_PX, surface.width - x), height: Math.min(TILE_PX, surface.height - y) };
}

/** A rectangle of a surface as a picture of its own. */
const pictureIn = ({ scale, originX, originY }: Surface, { x, y, width, height }: SurfaceRect): PictureRect => ({
  width,
  height,
  scale,
  originX: originX - x,
  originY: originY - y,
});

/** Draws what of a tile doesn't show what it should onto a sheet; keeps the kernels of the scales that it has drawn at. */
export interface TilePainter {
  readonly draw: (
    sheet: Uint32Array,
    offset: number,
    surface: Surface,
    layer: PictureLayer,
    tile: number,
    laid: LaidScene | null,
  ) => PictureTile | null;
}

export function tilePainter(): TilePainter {
  const scratch = scratchFor(TILE_PX * TILE_PX);
  const drawnAt = drawnScales();
  return {
    draw: (sheet, offset, surface, layer, tile, laid) => {
      const state = surfaceState(surface, layer, laid);
      const rect = staleRect(surface, layer, tile, state);
      if (rect === null) return null;
      makePhoto(surface, tile);
      const to = { rgba: sheet, offset, stride: rect.width };
      const from = { rgba: surface.photo.rgba, offset: rect.y * surface.width + rect.x, stride: surface.width };
      if (layer === 'before' || laid === null) copyPixels(to, from, rect.width, rect.height);
      else drawPigment(to, from, laid.layer, drawnAt(surface.scale, laid.scene), pictureIn(surface, rect), scratch);
      noteSent(surface, layer, rect, state);
      return { surface: surface.name, layer, ...rect, from: offset };
    },
  };
}

/** Tables by scale; the kernels outlive the scene, as they depend on millimetres alone. */
export function drawnScales(): (scale: number, scene: Scene) => DrawnScale {
  const kernels = new Map<number, KernelSet>();
  let scales = new Map<number, DrawnScale>();
  let of: Scene | null = null;
  return (scale, scene) => {
    if (of !== scene) {
      of = scene;
      scales = new Map();
    }
    const known = scales.get(scale);
    if (known !== undefined) return known;
    const pxPerMm = scale / scene.mmPerPx;
    const set = kernels.get(pxPerMm) ?? kernelSet(pxPerMm);
    kernels.delete(pxPerMm);
    kernels.set(pxPerMm, set);
    for (const oldest of kernels.keys()) if (kernels.size > KERNEL_SETS) kernels.delete(oldest);
    const fresh = drawnScale(set, scene);
    scales.set(scale, fresh);
    return fresh;
  };
}

/** The levels of a photo and some frames: under 2 MB each. */
const KERNEL_SETS = 8;

function makePhoto(surface: Surface, tile: number): void {
  if (surface.source === null || surface.photoMade[tile] === 1) return;
  const { raster, scale } = surface.source;
  const rect = tileRect(surface, tile);
  const made = new Uint32Array(rect.width * rect.height);
  const picture = pictureIn(surface, rect);
  resampleInto(made, raster, { ...picture, scale: picture.scale / scale });
  for (let y = 0; y < rect.height; y++) {
    const row = made.subarray(y * rect.width, (y + 1) * rect.width);
    surface.photo.rgba.set(row, (rect.y + y) * surface.width + rect.x);
  }
  surface.photoMade[tile] = 1;
}
