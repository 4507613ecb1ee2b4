import { TILE_PX, type PictureLayer, type ViewWanted } from './pictureMessages';
import { staleRect, surfaceState, type LaidScene, type Surface } from './pictureSurface';

/** One tile to be made. */
export interface TileTask {
  readonly surface: Surface;
  readonly layer: PictureLayer;
  readonly tile: number;
}

/** What is to be made, in order: first what can be seen, then the rest of the photo so that a pan finds it ready. */
export interface TilePlan {
  readonly tasks: readonly TileTask[];
  /** So many of them, from the first, are in sight. */
  readonly inSight: number;
}

/**
 * Compares what was sent with what the scene shows now. While a frame is shown it covers the levels, so these wait;
 * without one the levels' tiles in sight come first. Nearest to the focus before others.
 */
export function planTiles(
  surfaces: readonly { readonly surface: Surface; readonly layers: readonly PictureLayer[] }[],
  view: ViewWanted,
  laid: LaidScene | null,
): TilePlan {
  const shown = surfaces.some(({ surface }) => surface.name.kind === 'frame') ? 'frame' : 'level';
  const ranked: { task: TileTask; rank: number }[] = [];
  let inSight = 0;
  for (const { surface, layers } of surfaces) {
    for (const layer of layers) {
      const state = surfaceState(surface, layer, laid);
      for (let tile = 0; tile < surface.columns * surface.rows; tile++) {
        if (staleRect(surface, layer, tile, state) === null) continue;
        const place = placeOf(surface, tile, view);
        const seen = place.visible && surface.name.kind === shown;
        if (seen) inSight++;
        const later = seen ? 0 : place.visible ? LATER : 2 * LATER;
        ranked.push({ task: { surface, layer, tile }, rank: later + place.distance });
      }
    }
  }
  ranked.sort((a, b) => a.rank - b.rank);
  return { tasks: ranked.map(({ task }) => task), inSight };
}

/** More than any distance within a photo, in photo px. */
const LATER = 1e6;

function placeOf(surface: Surface, tile: number, view: ViewWanted): { visible: boolean; distance: number } {
  const x0 = ((tile % surface.columns) * TILE_PX - surface.originX) / surface.scale;
  const y0 = (Math.floor(tile / surface.columns) * TILE_PX - surface.originY) / surface.scale;
  const side = TILE_PX / surface.scale;
  const { visible, focus } = view;
  return {
    visible: x0 < visible.x1 && y0 < visible.y1 && x0 + side > visible.x0 && y0 + side > visible.y0,
    distance: Math.hypot(x0 + side / 2 - focus.x, y0 + side / 2 - focus.y),
  };
}
