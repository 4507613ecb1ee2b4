import type { PhotoPoint } from './units';
import { distance } from './vec';

/**
 * How the hairline's curve follows from its handles; one place for drawing it and for fitting it. Spans are the knots'
 * distances from each handle to the next.
 */
export function curveSpans(points: readonly PhotoPoint[]): number[] {
  const spans: number[] = [];
  let from = points[0];
  for (const to of points.slice(1)) {
    // Centripetal: the root of the distance; never nothing, so that coincident handles stay finite.
    if (from !== undefined) spans.push(Math.max(Math.sqrt(distance(from, to)), 1e-6));
    from = to;
  }
  return spans;
}

/** The derivative at a handle by the knots is the sum of up to three handles, from `first` on, times these weights. */
export interface TangentWeights {
  readonly first: number;
  readonly weights: readonly [number, number, number];
}

/** Weights at each handle; needs one span at least. The end segments are
 * parabolas: they go on with the bend that the next handles give, where an end without curvature would look stiff. */
export function tangentWeights(spans: readonly number[]): TangentWeights[] {
  const [only] = spans;
  if (only === undefined) return [];
  if (spans.length === 1) {
    const straight: TangentWeights = { first: 0, weights: [-1 / only, 1 / only, 0] };
    return [straight, straight];
  }
  const inner: TangentWeights[] = [];
  for (const [i, after] of spans.entries()) {
    const before = spans[i - 1];
    if (before === undefined) continue;
    const both = before + after;
    inner.push({ first: i - 1, weights: [1 / both - 1 / before, 1 / before - 1 / after, 1 / after - 1 / both] });
  }
  const head = inner.at(0);
  const tail = inner.at(-1);
  const last = spans.at(-1);
  if (head === undefined || tail === undefined || last === undefined) return [];
  const [a, b, c] = head.weights;
  const [p, q, r] = tail.weights;
  const start = { first: 0, weights: [-2 / only - a, 2 / only - b, -c] } as const;
  const end = { first: tail.first, weights: [-p, -2 / last - q, 2 / last - r] } as const;
  return [start, ...inner, end];
}
