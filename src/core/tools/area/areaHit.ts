import { insideRings } from '../../geometry/rings';
import type { PhotoPoint } from '../../geometry/units';
import { cross, distance, dot, subtract } from '../../geometry/vec';
import { mmPerPx } from '../../head/scale';
import { areasOn, ringsOf, type PointedArea } from './areaEdit';
import { nearest, reachPx } from '../reach';
import type { AreaPointTarget, Target } from '../target';
import type { ToolPointer, ToolSetting } from '../tool';

/** Points nearer together than this on the screen can't be told apart by a hand: they are not offered one by one. */
const APART_PX = 12;

const open = (setting: ToolSetting): readonly PointedArea[] =>
  setting.areasShown ? areasOn(setting).filter((area) => !area.hidden && !area.locked) : [];

/** The nearest point of an area that is chosen. */
export function areaPointHit(pointer: ToolPointer, setting: ToolSetting): AreaPointTarget | null {
  const chosen = open(setting).filter((area) => setting.selectedAreas.includes(area.id));
  const places = chosen.flatMap((area) =>
    ringsOf(area).flatMap((ring, r) =>
      grips(ring, APART_PX / setting.screenPxPerPhotoPx).map((index) => ({
        at: ring[index] ?? { x: NaN, y: NaN },
        of: { kind: 'areaPoint' as const, areaId: area.id, ring: r, index },
      })),
    ),
  );
  return nearest(places, pointer.photo, reachPx(pointer, setting));
}

/** The indices of a ring's points that lie far enough apart to be taken hold of, `apartPx` photo px. */
export function grips(ring: readonly PhotoPoint[], apartPx: number): readonly number[] {
  const kept: number[] = [];
  let last: PhotoPoint | null = null;
  for (const [index, p] of ring.entries()) {
    if (last !== null && distance(last, p) < apartPx) continue;
    kept.push(index);
    last = p;
  }
  return kept;
}

/** The outline of a chosen area, else the topmost area whose outline or inside lies under the pointer. */
export function areaHit(pointer: ToolPointer, setting: ToolSetting): Target | null {
  const reach = reachPx(pointer, setting);
  const topFirst = open(setting).toReversed();
  for (const area of topFirst) {
    if (!setting.selectedAreas.includes(area.id)) continue;
    const edge = edgeNear(area, pointer.photo, reach);
    if (edge !== null) return { kind: 'areaEdge', areaId: area.id, ...edge };
  }
  const under = topFirst.find(
    (area) => edgeNear(area, pointer.photo, reach) !== null || covers(area, pointer.photo, setting),
  );
  return under === undefined ? null : { kind: 'area', areaId: under.id };
}

function covers(area: PointedArea, p: PhotoPoint, { photo }: ToolSetting): boolean {
  if (area.kind !== 'scar') return insideRings(area.rings.map(flat), p.x, p.y);
  const half = area.widthMm / 2 / mmPerPx(photo).mmPerPx;
  return area.form === 'strip'
    ? edgeNear(area, p, half) !== null
    : area.points.some((mark) => distance(mark, p) <= half);
}

const flat = (ring: readonly PhotoPoint[]): Float64Array => Float64Array.from(ring.flatMap(({ x, y }) => [x, y]));

interface Edge {
  readonly ring: number;
  readonly index: number;
}

function edgeNear(area: PointedArea, p: PhotoPoint, reach: number): Edge | null {
  let best: Edge | null = null;
  let within = reach;
  const isOpen = area.kind === 'scar';
  for (const [ring, points] of ringsOf(area).entries()) {
    if (area.kind === 'scar' && area.form === 'marks') {
      const index = points.findIndex((mark) => distance(mark, p) <= reach);
      if (index >= 0) return { ring, index };
      continue;
    }
    for (const [index, a] of points.entries()) {
      const b = points[index + 1] ?? (isOpen ? undefined : points[0]);
      if (b === undefined) continue;
      const away = distanceToPiece(a, b, p);
      if (away > within) continue;
      best = { ring, index };
      within = away;
    }
  }
  return best;
}

function distanceToPiece(a: PhotoPoint, b: PhotoPoint, p: PhotoPoint): number {
  const way = subtract(b, a);
  const square = dot(way, way);
  if (square === 0) return distance(a, p);
  const t = dot(subtract(p, a), way) / square;
  if (t <= 0) return distance(a, p);
  return t >= 1 ? distance(b, p) : Math.abs(cross(way, subtract(p, a))) / Math.sqrt(square);
}
