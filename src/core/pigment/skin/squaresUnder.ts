import type { PhotoPlaces } from './skinReading';

/** A square counts with so many dots in it: strays at its edge must not decide. */
const LEAST_DOTS = 8;
/** Places read along a square's side. */
const PLACES = 9;

/** Places from … to − 1 of some in a photo. */
export interface PlacesPart {
  readonly places: Pick<PhotoPlaces, 'x' | 'y'>;
  readonly from: number;
  readonly to: number;
}

/** How many places of a part lie in each square, by the square's number; a part that stays is counted once. */
const counted = new WeakMap<PlacesPart, { readonly sidePx: number; readonly dots: ReadonlyMap<number, number> }>();

function dotsBySquare(part: PlacesPart, sidePx: number): ReadonlyMap<number, number> {
  const known = counted.get(part);
  if (known?.sidePx === sidePx) return known.dots;
  const dots = new Map<number, number>();
  const { x, y } = part.places;
  for (let i = part.from; i < part.to; i++) {
    const column = Math.floor((x[i] as number) / sidePx);
    const row = Math.floor((y[i] as number) / sidePx);
    if (!(column >= 0 && row >= 0 && column < ROW)) continue;
    const square = row * ROW + column;
    dots.set(square, (dots.get(square) ?? 0) + 1);
  }
  counted.set(part, { sidePx, dots });
  return dots;
}

/**
 * A fixed lattice of places in all squares of the photo (`sidePx` wide, in rows from its origin) in which dots stand. The
 * places stay the very same while dots come, go and move within their squares, so that what is read under them does.
 */
export function squaresUnder(parts: readonly PlacesPart[], sidePx: number): PhotoPlaces {
  const dots = new Map<number, number>();
  for (const part of parts) {
    for (const [square, many] of dotsBySquare(part, sidePx)) dots.set(square, (dots.get(square) ?? 0) + many);
  }
  const squares = [...dots].filter(([, many]) => many >= LEAST_DOTS).map(([square]) => square);
  // A few dots by hand make no full square: then they are read under themselves.
  if (squares.length === 0) return allPlaces(parts);
  squares.sort((a, b) => a - b);
  const made = {
    count: squares.length * PLACES ** 2,
    x: new Float32Array(squares.length * PLACES ** 2),
    y: new Float32Array(squares.length * PLACES ** 2),
  };
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

function allPlaces(parts: readonly PlacesPart[]): PhotoPlaces {
  const all = (of: 'x' | 'y'): Float32Array =>
    Float32Array.from(parts.flatMap(({ places, from, to }) => [...places[of].subarray(from, to)]));
  const x = all('x');
  return { count: x.length, x, y: all('y') };
}

/** More squares than lie beside each other on any photo. */
const ROW = 1 << 15;
