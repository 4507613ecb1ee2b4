interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Closed lines along which a grid of values (row by row) crosses `level`, as places in columns and rows; higher values
 * lie within, even-odd. What lies beyond the grid counts as lower. Marching squares (Lorensen and Cline 1987, in the
 * plane); where two corners face each other the lines part them.
 */
export function contourRings(values: ArrayLike<number>, columns: number, rows: number, level: number): Place[][] {
  const at = (c: number, r: number): number =>
    c < 0 || r < 0 || c >= columns || r >= rows ? -Infinity : (values[r * columns + c] as number);
  const wide = columns + 2;
  /** Edges by their first node: 2n to the right of it, 2n + 1 below it. */
  const edge = (c: number, r: number, down: 0 | 1): number => 2 * ((r + 1) * wide + c + 1) + down;
  const next = new Map<number, number>();
  for (let r = -1; r < rows; r++) {
    for (let c = -1; c < columns; c++) {
      const corners =
        (at(c, r) >= level ? 1 : 0) |
        (at(c + 1, r) >= level ? 2 : 0) |
        (at(c + 1, r + 1) >= level ? 4 : 0) |
        (at(c, r + 1) >= level ? 8 : 0);
      const sides = [edge(c, r, 0), edge(c + 1, r, 1), edge(c, r + 1, 0), edge(c, r, 1)] as const;
      for (const [from, to] of WAYS[corners] ?? []) next.set(sides[from], sides[to]);
    }
  }
  const place = (of: number): Place => {
    const node = of >> 1;
    const c = (node % wide) - 1;
    const r = Math.floor(node / wide) - 1;
    const [dc, dr] = of % 2 === 0 ? [1, 0] : [0, 1];
    const t = shareTo(level, at(c, r), at(c + dc, r + dr));
    return { x: c + dc * t, y: r + dr * t };
  };
  const rings: Place[][] = [];
  for (const start of [...next.keys()]) {
    const ring: Place[] = [];
    let from = start;
    let to = next.get(from);
    while (to !== undefined) {
      next.delete(from);
      ring.push(place(from));
      from = to;
      to = next.get(from);
    }
    if (ring.length >= 3) rings.push(ring);
  }
  return rings;
}

type Side = 0 | 1 | 2 | 3;

/** From which side of a cell a line enters to which it leaves (0 top, 1 right, 2 bottom, 3 left), by its higher corners. */
const WAYS: readonly (readonly (readonly [Side, Side])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 1],
    [2, 3],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

/** Half way where one of the two lies beyond the grid. */
const shareTo = (level: number, a: number, b: number): number =>
  Number.isFinite(a) && Number.isFinite(b) ? Math.min(1, Math.max(0, (level - a) / (b - a))) : 0.5;
