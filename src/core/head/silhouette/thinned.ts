import type { PhotoPoint, PhotoPx } from '../../geometry/units';
import type { HeadOutline } from '../headPhoto';
import { toUnitCircle } from '../outline';

/** Directions about the outline's centre of which each keeps one place: a place every 8 mm of a head. Our choice. */
const DIRECTIONS = 60;
/** Farther off the outline than this share of its radius it is no head's edge. Our choice. */
const OFF = 0.1;
/** A pixel that the head fills by a part counts as the head's, so that its edge lies by half a pixel too far out. */
const INSIDE_PX: PhotoPx = 0.5;

/** The mean place of an edge in each direction, from the outline's left over its top to its right. */
export function thinned(edge: readonly PhotoPoint[], outline: HeadOutline): readonly PhotoPoint[] {
  const sums = Array.from({ length: DIRECTIONS }, () => ({ x: 0, y: 0, count: 0 }));
  for (const { x, y } of edge) {
    const unit = toUnitCircle(outline, { x, y });
    if (Math.abs(Math.hypot(unit.x, unit.y) - 1) > OFF) continue;
    const turn = Math.atan2(y - outline.cy, x - outline.cx) / (2 * Math.PI) + 1;
    const sum = sums[Math.floor(turn * DIRECTIONS) % DIRECTIONS];
    if (sum === undefined) continue;
    sum.x += x;
    sum.y += y;
    sum.count += 1;
  }
  return sums.flatMap(({ x, y, count }) => {
    if (count === 0) return [];
    const [dx, dy] = [x / count - outline.cx, y / count - outline.cy];
    const by = 1 - INSIDE_PX / Math.hypot(dx, dy);
    return [{ x: outline.cx + dx * by, y: outline.cy + dy * by }];
  });
}
