import { TILE_PX, type PictureLayer, type ViewWanted } from './pictureMessages';
import { staleRect, surfaceState, type LaidScene, type Surface } from './pictureSurface';

/** One tile to be made. */
export interface TileTask {
  readonly surface: Surface;
  readonly layer: PictureLayer;
  readonly tile: number;
}

/** A surface and those of its layers that are wanted. */
export interface SurfaceWanted {
  readonly surface: Surface;
  readonly layers: readonly PictureLayer[];
}

/** The tiles in sight that don't show what the scene shows now. While a frame is shown it covers the levels, so these wait. */
export function tilesInSight(
  surfaces: readonly SurfaceWanted[],
  view: ViewWanted,
  laid: LaidScene | null,
): readonly TileTask[] {
  const frames = surfaces.filter(({ surface }) => surface.name.kind === 'frame');
  return staleTiles(frames.length > 0 ? frames : surfaces, view, laid, 'visible');
}

/** All others, once those in sight are made: so a pan finds the rest of the photo ready. */
export const tilesOutOfSight = (
  surfaces: readonly SurfaceWanted[],
  view: ViewWanted,
  laid: LaidScene | null,
): readonly TileTask[] => staleTiles(surfaces, view, laid, 'all');

/** The visible ones first, and nearest to the focus before others. */
function staleTiles(
  surfaces: readonly SurfaceWanted[],
  view: ViewWanted,
  laid: LaidScene | null,
  which: 'visible' | 'all',
): readonly TileTask[] {
  const ranked: { task: TileTask; rank: number }[] = [];
  for (const { surface, layers } of surfaces) {
    for (const layer of layers) {
      const state = surfaceState(surface, layer, laid);
      for (let tile = 0; tile < surface.columns * surface.rows; tile++) {
        const { visible, distance } = placeOf(surface, tile, view);
        if ((which === 'visible' && !visible) || staleRect(surface, layer, tile, state) === null) continue;
        ranked.push({ task: { surface, layer, tile }, rank: (visible ? 0 : LATER) + distance });
      }
    }
  }
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.map(({ task }) => task);
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
