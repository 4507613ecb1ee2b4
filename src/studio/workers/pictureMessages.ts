import type { Scene } from '../../core/design/scene';
import type { SceneDotsError } from '../../core/pigment/dots/sceneDots';
import type { NotSkin } from '../../core/pigment/skin/skinType';
import type { WiredScene } from './sceneWire';
import type { HairTile } from '../../core/pigment/hair/visibleHairs';

/** With pigment or without. */
export type PictureLayer = 'after' | 'before';

/** A whole picture of the photo at 1/2^level of its size. */
export interface LevelWanted {
  readonly layer: PictureLayer;
  readonly level: number;
}

/** The visible part of the photo at exactly the screen's resolution; a camera that moves makes another frame. */
export interface FrameWanted {
  readonly id: number;
  readonly layers: readonly PictureLayer[];
  readonly width: number;
  readonly height: number;
  /** Frame px per photo px, and where the photo's origin lies in the frame. */
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
}

/** What the screen can show now. Tiles in sight come first, those nearest to the focus before others. */
export interface ViewWanted {
  /** Progress says of which view it speaks. */
  readonly version: number;
  readonly levels: readonly LevelWanted[];
  readonly frame: FrameWanted | null;
  /** In photo px. */
  readonly visible: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
  readonly focus: { readonly x: number; readonly y: number };
}

/** What is exported: the scene as it stands and the photo's own resolution, unless another is named. */
export interface ExportWanted {
  readonly scene?: Scene | null | undefined;
  /** Export px per photo px, 0–1. */
  readonly scale?: number | undefined;
}

/** Size in pixels of a photo exported at a scale. */
export const exportSize = (
  photo: { readonly width: number; readonly height: number },
  scale = 1,
): { readonly width: number; readonly height: number } => ({
  width: Math.max(1, Math.round(photo.width * scale)),
  height: Math.max(1, Math.round(photo.height * scale)),
});

export type ToPictureWorker =
  /** RGBA in sRGB, four bytes a pixel; replaces the photo and all that was made of it. None when 0 px wide. */
  | {
      readonly type: 'photo';
      readonly photo: number;
      readonly width: number;
      readonly height: number;
      readonly rgba: ArrayBuffer;
    }
  /** Sheets whose tiles are drawn come back with it: to fill them again is cheaper than to ask for fresh memory. */
  | ({ readonly type: 'scene'; readonly job: number; readonly spent?: readonly ArrayBuffer[] } & WiredScene)
  | { readonly type: 'view'; readonly view: ViewWanted | null }
  /** The screen has dropped a level's canvas: its tiles count as never sent. */
  | { readonly type: 'forget'; readonly layer: PictureLayer; readonly level: number }
  | ({ readonly type: 'openExport'; readonly id: number } & ExportWanted)
  | {
      readonly type: 'exportRows';
      readonly id: number;
      readonly ask: number;
      readonly layer: PictureLayer;
      readonly row: number;
      readonly rows: number;
    }
  | { readonly type: 'closeExport'; readonly id: number };

/** Side of the square tiles in which surfaces are made and sent. Small, so that a local edit makes little again; 64 kB. */
export const TILE_PX = 128;

export type TileSurface =
  { readonly kind: 'level'; readonly level: number } | { readonly kind: 'frame'; readonly id: number };

/** Pixels of the tiles of one step on their way: 1 MB, so many tiles and mostly more, as of most only a part is sent. */
export const SHEET_PX = 16 * TILE_PX ** 2;

/** A rectangle of a surface in its own px, and where on its sheet its pixels begin, row by row. */
export interface PictureTile {
  readonly surface: TileSurface;
  readonly layer: PictureLayer;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly from: number;
}

/** Several are sent at once, in the order in which they were said. */
export type FromPictureWorker =
  | {
      readonly type: 'tiles';
      readonly photo: number;
      readonly tiles: readonly PictureTile[];
      readonly sheet: ArrayBuffer;
    }
  /** The scene's dots are laid; its tiles follow. With a problem the scene before it stays. */
  | {
      readonly type: 'scene';
      readonly job: number;
      readonly dots: number;
      readonly clampedAbove: number | null;
      /** Why the photo shows no skin under the dots, if so: they are drawn without a colour of their own. */
      readonly skinUnread: NotSkin['reason'] | null;
      readonly problem: SceneDotsError | null;
    }
  /** Hairs newly found in the photo, before the scene that asked for them; another reading takes the place of all before. */
  | { readonly type: 'hairs'; readonly reading: number; readonly tiles: readonly HairTile[] }
  /** Of `all` tiles that the last change called for in sight, `left` are still to come. */
  | {
      readonly type: 'progress';
      readonly job: number;
      readonly left: number;
      readonly all: number;
      readonly view: number;
    }
  /** Nothing is left to do; `job` was the last scene laid, `view` the one it was made for. */
  | { readonly type: 'rest'; readonly job: number; readonly view: number }
  /** Empty when that export is not open. */
  | { readonly type: 'exportRows'; readonly ask: number; readonly rgba: ArrayBuffer }
  | { readonly type: 'failed'; readonly reason: 'outOfMemory' | 'unexpected' };
