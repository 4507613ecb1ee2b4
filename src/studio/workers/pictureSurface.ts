import { copyPixels } from '../../core/pigment/light/composite';
import { drawnScale, type DrawnScale } from '../../core/pigment/marks/drawnScale';
import { kernelSet, type KernelSet } from '../../core/pigment/marks/kernels';
import type { PictureRect } from '../../core/pigment/marks/markIndex';
import type { Raster } from '../../core/pigment/light/mips';
import { drawPigment, pigmentHash, scratchFor, type PigmentLayer } from '../../core/pigment/pigmentLayer';
import { resampleInto } from '../../core/pigment/light/resample';
import type { Scene } from '../../core/design/scene';
import { TILE_PX, type FrameWanted, type PictureLayer, type PictureTile, type TileSurface } from './pictureMessages';

/** A scene with its pigment laid. */
export interface LaidScene {
  readonly scene: Scene;
  readonly layer: PigmentLayer;
}

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
  /** Per tile what was last sent: 0 nothing, 1 the bare photo, else a hash of the pigment in it. */
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
  const sent = { after: new Uint32Array(columns * rows), before: new Uint32Array(columns * rows) };
  const photoMade = new Uint8Array(columns * rows);
  return { name, width, height, scale, originX, originY, columns, rows, sent, photo, photoMade };
}

/** The part of the picture that a tile covers. */
export function tileRect(surface: Surface, tile: number): PictureRect & { readonly x: number; readonly y: number } {
  const x = (tile % surface.columns) * TILE_PX;
  const y = Math.floor(tile / surface.columns) * TILE_PX;
  return {
    x,
    y,
    width: Math.min(TILE_PX, surface.width - x),
    height: Math.min(TILE_PX, surface.height - y),
    scale: surface.scale,
    originX: surface.originX - x,
    originY: surface.originY - y,
  };
}

/** What a tile would show now: compared with `sent` it says whether the tile must be made again. */
export function tileState(surface: Surface, layer: PictureLayer, tile: number, laid: LaidScene | null): number {
  if (layer === 'before' || laid === null) return BARE;
  const hash = pigmentHash(laid.layer, tileRect(surface, tile));
  return hash === 0 ? BARE : (hash | 2) >>> 0;
}

/** Draws tiles; keeps the kernels of the scales that it has drawn at. */
export interface TilePainter {
  readonly draw: (surface: Surface, layer: PictureLayer, tile: number, laid: LaidScene | null) => PictureTile;
}

export function tilePainter(): TilePainter {
  const scratch = scratchFor(TILE_PX * TILE_PX);
  const drawnAt = drawnScales();
  return {
    draw: (surface, layer, tile, laid) => {
      const rect = tileRect(surface, tile);
      makePhoto(surface, tile, rect);
      const rgba = new Uint32Array(rect.width * rect.height);
      const to = { rgba, offset: 0, stride: rect.width };
      const from = { rgba: surface.photo.rgba, offset: rect.y * surface.width + rect.x, stride: surface.width };
      const state = tileState(surface, layer, tile, laid);
      if (state === BARE || laid === null) copyPixels(to, from, rect.width, rect.height);
      else drawPigment(to, from, laid.layer, drawnAt(surface.scale, laid.scene), rect, scratch);
      surface.sent[layer][tile] = state;
      return { x: rect.x, y: rect.y, width: rect.width, height: rect.height, rgba: rgba.buffer };
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

function makePhoto(surface: Surface, tile: number, rect: PictureRect & { x: number; y: number }): void {
  if (surface.source === null || surface.photoMade[tile] === 1) return;
  const { raster, scale } = surface.source;
  const made = new Uint32Array(rect.width * rect.height);
  resampleInto(made, raster, { ...rect, scale: rect.scale / scale });
  for (let y = 0; y < rect.height; y++) {
    const row = made.subarray(y * rect.width, (y + 1) * rect.width);
    surface.photo.rgba.set(row, (rect.y + y) * surface.width + rect.x);
  }
  surface.photoMade[tile] = 1;
}
