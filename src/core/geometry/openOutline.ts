import type { Segments } from './distance';
import { insideRings, ringCoordinates, ringsBounds, type ChartBounds, type Ring } from './rings';

/** An outline is judged piece by piece of this length; finer than any edge that is seen. */
const PIECE_CM = 0.1;

/** The edges of closed rings as segments, the closing ones too, without those parts that lie inside one of the covers. */
export function openSegments(rings: readonly Ring[], covers: readonly (readonly Ring[])[]): Segments {
  const near = covers.flatMap((cover): Cover[] => {
    const flats = cover.map(ringCoordinates);
    const bounds = ringsBounds(flats);
    return bounds === null ? [] : [{ flats, bounds }];
  });
  const kept: number[] = [];
  for (const ring of rings) {
    const flat = ringCoordinates(ring);
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      keepOpen(kept, near, flat[j] as number, flat[j + 1] as number, flat[i] as number, flat[i + 1] as number);
    }
  }
  return Float64Array.from(kept);
}

interface Cover {
  readonly flats: readonly Float64Array[];
  readonly bounds: ChartBounds;
}

function keepOpen(kept: number[], covers: readonly Cover[], ax: number, ay: number, bx: number, by: number): void {
  const beside = covers.filter(
    ({ bounds }) =>
      Math.max(ax, bx) >= bounds.x0 &&
      Math.min(ax, bx) <= bounds.x1 &&
      Math.max(ay, by) >= bounds.y0 &&
      Math.min(ay, by) <= bounds.y1,
  );
  if (beside.length === 0) {
    kept.push(ax, ay, bx, by);
    return;
  }
  const pieces = Math.max(1, Math.ceil(Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) / PIECE_CM));
  for (let piece = 0; piece < pieces; piece++) {
    const [s, t] = [piece / pieces, (piece + 1) / pieces];
    const x = ax + ((bx - ax) * (s + t)) / 2;
    const y = ay + ((by - ay) * (s + t)) / 2;
    if (beside.some(({ flats }) => insideRings(flats, x, y))) continue;
    kept.push(ax + (bx - ax) * s, ay + (by - ay) * s, ax + (bx - ax) * t, ay + (by - ay) * t);
  }
}
