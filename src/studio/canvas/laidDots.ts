import type { Case } from '../../core/design/case';
import { activePhoto } from '../../core/design/edits';
import { sceneOf } from '../../core/design/sceneOf';
import type { PhotoPoint } from '../../core/geometry/units';
import { scalpOf } from '../../core/head/scalpOf';
import { dotsOfScene } from '../../core/pigment/dots/sceneDots';
import { knownHairs, type HairTile } from '../../core/pigment/hair/visibleHairs';
import { nearestDot } from '../../core/tools/area/dotsTool';
import type { LaidDot } from '../../core/tools/tool';
import { caseStore } from '../state/caseStore';
import { sessionStore } from '../state/sessionStore';
import { keptLaying } from './keptLaying';

/** Dots by squares of the photo, so that a hand's reach looks at few. */
interface LaidDots {
  readonly of: Case;
  readonly hairs: readonly HairTile[];
  readonly cells: ReadonlyMap<number, readonly LaidDot[]>;
}

/** Photo px; wider than a hand's reach for a dot. */
const CELL_PX = 32;
const ACROSS = 1 << 16;

let laid: LaidDots | null = null;

/** The dot of the document nearest to a place, within a reach in photo px; they are laid when first asked for. */
export function dotNear(p: PhotoPoint, reach: number): LaidDot | null {
  const of = caseStore.getState().case;
  if (of === null) return null;
  const { hairs } = sessionStore.getState().figures;
  if (laid?.of !== of || laid.hairs !== hairs) laid = { of, hairs, cells: layDots(of, hairs) };
  const around: LaidDot[] = [];
  for (let row = Math.floor((p.y - reach) / CELL_PX); row <= Math.floor((p.y + reach) / CELL_PX); row++) {
    for (let column = Math.floor((p.x - reach) / CELL_PX); column <= Math.floor((p.x + reach) / CELL_PX); column++) {
      around.push(...(laid.cells.get(row * ACROSS + column) ?? []));
    }
  }
  return nearestDot(around, p, reach);
}

function layDots(of: Case, hairs: readonly HairTile[]): LaidDots['cells'] {
  const cells = new Map<number, LaidDot[]>();
  const photo = activePhoto(of);
  const scene = photo === undefined ? null : sceneOf(of, photo.id);
  if (photo === undefined || scene?.ok !== true) return cells;
  const made = dotsOfScene(scene.value, keptLaying, knownHairs(hairs));
  if (!made.ok || made.value === null) return cells;
  const { dots } = made.value;
  const places = scalpOf(photo).map.placeAll(dots.x, dots.y);
  for (let i = 0; i < dots.count; i++) {
    if (!((places.facing[i] as number) > 0)) continue;
    const at = { x: places.x[i] as number, y: places.y[i] as number };
    const key = Math.floor(at.y / CELL_PX) * ACROSS + Math.floor(at.x / CELL_PX);
    const dot = { id: dots.id[i] as number, at };
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [dot]);
    else cell.push(dot);
  }
  return cells;
}
