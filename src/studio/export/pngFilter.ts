/** Bytes of an RGB pixel. */
const PIXEL = 3;

/**
 * Filters rows of RGB bytes as PNG asks for it (specification, chapter 9): before each row stands the number of the
 * filter that leaves the smallest sum of differences, the heuristic that the specification recommends for photos.
 */
interface RowFilter {
  /** `rows` whole rows of RGB; returns them filtered, each a byte longer. */
  readonly filter: (rows: Uint8Array) => Uint8Array<ArrayBuffer>;
}

export function rowFilter(width: number): RowFilter {
  const bytes = width * PIXEL;
  let above = new Uint8Array(bytes);
  let best = new Uint8Array(bytes);
  let trial = new Uint8Array(bytes);
  return {
    filter: (rows) => {
      const count = rows.length / bytes;
      const filtered = new Uint8Array(count * (bytes + 1));
      for (let row = 0; row < count; row++) {
        const line = rows.subarray(row * bytes, (row + 1) * bytes);
        let chosen = 0;
        let least = Infinity;
        for (const kind of [4, 1, 2, 3]) {
          const sum = tryFilter(kind, line, above, trial, least);
          if (sum >= least) continue;
          least = sum;
          chosen = kind;
          [best, trial] = [trial, best];
        }
        filtered[row * (bytes + 1)] = chosen;
        filtered.set(best, row * (bytes + 1) + 1);
        above = line.slice();
      }
      return filtered;
    },
  };
}

/** Writes the filtered line to `to` and returns its sum of absolute differences; gives up above `limit`. */
function tryFilter(kind: number, line: Uint8Array, above: Uint8Array, to: Uint8Array, limit: number): number {
  let sum = 0;
  for (let i = 0; i < line.length; i++) {
    const left = i < PIXEL ? 0 : (line[i - PIXEL] as number);
    const up = above[i] as number;
    const guess =
      kind === 1
        ? left
        : kind === 2
          ? up
          : kind === 3
            ? (left + up) >> 1
            : paeth(left, up, i < PIXEL ? 0 : (above[i - PIXEL] as number));
    const difference = ((line[i] as number) - guess) & 255;
    to[i] = difference;
    sum += difference < 128 ? difference : 256 - difference;
    if ((i & 511) === 511 && sum >= limit) return Infinity;
  }
  return sum;
}

/** Of left, up and upper left the one nearest to left + up − upper left (Paeth 1991). */
function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
