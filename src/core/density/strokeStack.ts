import { ok, type Result } from '../result';
import { layStrokes, type BrushError, type BrushStroke } from './brush';
import { NODE_STEP_MM } from './field';
import { emptyLayer, type BrushLayer } from './brushLayer';

/** Flattens strokes and keeps what it has flattened. */
export interface StrokeStack {
  /** The strokes as one layer. Costs as many strokes as were added since the last time; taking one back costs a bounded few. */
  readonly flatten: (strokes: readonly BrushStroke[]) => Result<BrushLayer, BrushError>;
}

interface Mark {
  readonly count: number;
  readonly layer: BrushLayer;
}

/** An empty stack for nodes `stepMm` apart. */
export function strokeStack(stepMm = NODE_STEP_MM): StrokeStack {
  let laid: readonly BrushStroke[] = [];
  let marks: readonly Mark[] = [{ count: 0, layer: emptyLayer(stepMm / 10) }];

  const flatten = (strokes: readonly BrushStroke[]): Result<BrushLayer, BrushError> => {
    const same = sharedCount(laid, strokes);
    marks = marks.filter(({ count }) => count <= same);
    laid = strokes.slice(0, marks.at(-1)?.count ?? 0);
    let top = marks.at(-1) ?? { count: 0, layer: emptyLayer(stepMm / 10) };
    const found: Mark[] = [...marks];
    for (const count of stopsTo(strokes.length, top.count)) {
      const layer = layStrokes(top.layer, strokes.slice(top.count, count), top.count);
      if (!layer.ok) return layer;
      top = { count, layer: layer.value };
      found.push(top);
    }
    laid = strokes;
    marks = found.filter(({ count }) => count === 0 || isKept(count, strokes.length));
    return ok(top.layer);
  };
  return { flatten };
}

/**
 * Whether the layer after `at` of `count` strokes is kept: the nearer to the end the more of them, some 25 for ten
 * thousand, so that going back some strokes lays no more than about as many again. Tiles that did not change between two
 * layers are one tile, so memory stays bounded.
 */
const isKept = (at: number, count: number): boolean => count - at <= 2 * (at & -at);

/** After which strokes beyond `from` a layer is kept, up to the last. */
function stopsTo(count: number, from: number): readonly number[] {
  const stops: number[] = [];
  for (let at = from + 1; at <= count; at++) if (isKept(at, count)) stops.push(at);
  return stops;
}

/** How many strokes from the first on are the same in both. */
function sharedCount(a: readonly BrushStroke[], b: readonly BrushStroke[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && sameStroke(a[count], b[count])) count++;
  return count;
}

/** Told by what they are: strokes that come out of a message are other objects each time. */
function sameStroke(a: BrushStroke | undefined, b: BrushStroke | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return (
    a.kind === b.kind &&
    a.radiusMm === b.radiusMm &&
    a.featherMm === b.featherMm &&
    a.strength === b.strength &&
    a.perCm2 === b.perCm2 &&
    a.path.length === b.path.length &&
    (a.path === b.path || a.path.every((value, i) => value === b.path[i]))
  );
}
