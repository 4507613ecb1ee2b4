import type { PhotoPlaces } from './skinReading';

/** Skin is read in squares of this side in which dots stand. Our choice. */
export const SQUARE_MM = 20;

/** A square counts with so many dots in it: strays at its edge must not decide. */
const LEAST_DOTS = 8;
/** Places read along a square's side. */
const PLACES = 9;

/** Places from … to − 1 of some in a photo. */
export interface PlacesPart {
  readonly places: Pick<PhotoPlaces, 'x' | 'y'>;
  readonly from: number;
  readonly to: number;
  /** Only these of them; absent: all. */
  readonly which?: Uint32Array;
}

/** The squares that some places lie in, and how many in each. */
export interface CountedSquares {
  readonly squares: readonly number[];
  readonly counts: readonly number[];
}

/** In which squares of the photo (`sidePx` wide, in rows from its origin) places lie. */
export function squaresOf(part: PlacesPart, sidePx: number): CountedSquares {
  const squares: number[] = [];
  const counts: number[] = [];
  const { x, y } = part.places;
  const { from, which } = part;
  const count = which === undefined ? part.to - from : which.length;
  /** Mostly it is the same as the one before. */
  let at = -1;
  for (let n = 0; n < count; n++) {
    const i = which === undefined ? from + n : (which[n] as number);
    const column = Math.floor((x[i] as number) / sidePx);
    const row = Math.floor((y[i] as number) / sidePx);
    if (!(column >= 0 && row >= 0 && column < ROW)) continue;
    const square = row * ROW + column;
    if (squares[at] !== square) at = squares.indexOf(square);
    if (at < 0) {
      at = squares.push(square) - 1;
      counts.push(0);
    }
    counts[at] = (counts[at] as number) + 1;
  }
  return { squares, counts };
}

/**
 * The squares in which dots stand, in order, of how many stand in each; none where they are but few. They stay the very same
 * while dots come, go and move within them, so that what is read under them does.
 */
export function squaresUnder(dots: ReadonlyMap<number, number>): readonly number[] {
  const squares: number[] = [];
  for (const [square, many] of dots) if (many >= LEAST_DOTS) squares.push(square);
  return squares.sort((a, b) => a - b);
}

/** A fixed lattice of places in squares; where there are none, the places of the dots themselves. */
export function placesUnder(squares: readonly number[], parts: Iterable<PlacesPart>, sidePx: number): PhotoPlaces {
  if (squares.length === 0) return allPlaces(parts);
  const count = squares.length * PLACES ** 2;
  const made = { count, x: new Float32Array(count), y: new Float32Array(count) };
  let next = 0;
  for (const square of squares) {
    for (let place = 0; place < PLACES ** 2; place++) {
      made.x[next] = ((square % ROW) + ((place % PLACES) + 0.5) / PLACES) * sidePx;
      made.y[next] = (Math.floor(square / ROW) + (Math.floor(place / PLACES) + 0.5) / PLACES) * sidePx;
      next++;
    }
  }
  return made;
}

function allPlaces(parts: Iterable<PlacesPart>): PhotoPlaces {
  const [x, y]: [number[], number[]] = [[], []];
  for (const { places, from, to, which } of parts) {
    for (const i of which ?? Array.from({ length: to - from }, (_, n) => from + n)) {
      x.push(places.x[i] as number);
      y.push(places.y[i] as number);
    }
  }
  return { count: x.length, x: Float32Array.from(x), y: Float32Array.from(y) };
}

/** More squares than lie beside each other on any photo. */
const ROW = 1 << 15;
