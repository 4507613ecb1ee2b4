import type { Case, Design, HandDots, Photo } from '../../core/design/case';
import { activeDesign, activePhoto } from '../../core/design/edits';
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

/** All from which the laid dots of a photo follow, but for what a hand has done to them. */
interface Ground extends Pick<Design, 'areas' | 'strokes' | 'fill' | 'edge' | 'seed'> {
  readonly photo: Photo;
  /** Whorls may lie on another. */
  readonly photos: readonly Photo[];
  readonly hairs: readonly HairTile[];
  /** Where dots keep clear of hairs, those of a hand hold their places against others; elsewhere null. */
  readonly held: HandDots | null;
}

const PARTS = ['photo', 'photos', 'hairs', 'held', 'areas', 'strokes', 'fill', 'edge', 'seed'] as const;

interface LaidDots {
  readonly on: Ground;
  /** By squares of the photo, so that a hand's reach looks at few. */
  readonly cells: ReadonlyMap<number, readonly LaidDot[]>;
  readonly ids: ReadonlySet<number>;
}

/** What a hand has done to laid dots: those that no longer lie there, and those that lie where it put them. */
interface ByHand {
  readonly laid: LaidDots;
  readonly hand: HandDots;
  readonly gone: ReadonlySet<number>;
  readonly put: readonly LaidDot[];
}

/** Photo px; wider than a hand's reach for a dot. */
const CELL_PX = 32;
const ACROSS = 1 << 16;
const NOT_BY_HAND: HandDots = { added: [], moved: [], removed: [] };

let lastLaid: LaidDots | null = null;
let lastByHand: ByHand | null = null;

/**
 * The dot of the document nearest to a place, within a reach in photo px. They are laid when first asked for, and not again
 * for a dot that a hand sets, moves or takes away: it does so many times in a minute.
 */
export function dotNear(p: PhotoPoint, reach: number): LaidDot | null {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  const design = of === null ? undefined : activeDesign(of);
  if (of === null || photo === undefined || design === undefined) return null;
  const laid = laidOn(of, groundOf(of, photo, design));
  const { gone, put } = byHandOn(laid, laid.on.held === null ? design.handDots : NOT_BY_HAND);
  const around: LaidDot[] = [...put];
  for (let row = Math.floor((p.y - reach) / CELL_PX); row <= Math.floor((p.y + reach) / CELL_PX); row++) {
    for (let column = Math.floor((p.x - reach) / CELL_PX); column <= Math.floor((p.x + reach) / CELL_PX); column++) {
      for (const dot of laid.cells.get(row * ACROSS + column) ?? []) if (!gone.has(dot.id)) around.push(dot);
    }
  }
  return nearestDot(around, p, reach);
}

function groundOf({ photos }: Case, photo: Photo, { areas, strokes, fill, edge, seed, handDots }: Design): Ground {
  const amongHair = areas.some(
    (area) => area.kind === 'zone' && (area.purpose === 'density' || area.purpose === 'thinning'),
  );
  const { hairs } = sessionStore.getState().figures;
  return { photo, photos, hairs, held: amongHair ? handDots : null, areas, strokes, fill, edge, seed };
}

function laidOn(of: Case, on: Ground): LaidDots {
  const before = lastLaid;
  if (before !== null && PARTS.every((part) => before.on[part] === on[part])) return before;
  lastLaid = layDots(of, on);
  return lastLaid;
}

function layDots(of: Case, on: Ground): LaidDots {
  const cells = new Map<number, LaidDot[]>();
  const ids = new Set<number>();
  const laid = { on, cells, ids };
  const scene = sceneOf(of, on.photo.id);
  if (!scene.ok) return laid;
  const handDots = on.held === null ? { added: [], moved: [], removed: [] } : scene.value.handDots;
  const made = dotsOfScene({ ...scene.value, handDots }, keptLaying, knownHairs(on.hairs));
  if (!made.ok || made.value === null) return laid;
  const { dots } = made.value;
  const places = scalpOf(on.photo).map.placeAll(dots.x, dots.y);
  for (let i = 0; i < dots.count; i++) {
    const id = dots.id[i] as number;
    ids.add(id);
    if (!((places.facing[i] as number) > 0)) continue;
    const at = { x: places.x[i] as number, y: places.y[i] as number };
    const key = Math.floor(at.y / CELL_PX) * ACROSS + Math.floor(at.x / CELL_PX);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [{ id, at }]);
    else cell.push({ id, at });
  }
  return laid;
}

function byHandOn(laid: LaidDots, hand: HandDots): ByHand {
  if (lastByHand?.laid === laid && lastByHand.hand === hand) return lastByHand;
  const { photo } = laid.on;
  const { map } = scalpOf(photo);
  const isHere = (dot: HandDots['moved'][number]): boolean => dot.photoId === photo.id && map.toChart(dot.at) !== null;
  const moved = hand.moved.filter(isHere);
  const gone = new Set([...hand.removed, ...moved.map(({ id }) => id)]);
  const removed = new Set(hand.removed);
  const put = [...moved.filter(({ id }) => laid.ids.has(id) && !removed.has(id)), ...hand.added.filter(isHere)];
  lastByHand = { laid, hand, gone, put: put.map(({ id, at }) => ({ id, at })) };
  return lastByHand;
}
