import type { PhotoPlaces } from './skinReading';

/** A square counts with so many dots in it: strays at its edge must not decide. */
const LEAST_DOTS = 8;
/** Places read along a square's side. */
const PLACES = 9;

/**
 * A fixed lattice of places in all squares of the photo (`sidePx` wide, in rows from its origin) in which dots stand. The
 * places stay the very same while dots come, go and move within their squares, so that what is read under them does.
 */
export function squaresUnder({ count, x, y }: PhotoPlaces, sidePx: number): PhotoPlaces {
  const dots = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const column = Math.floor((x[i] as number) / sidePx);
    const row = Math.floor((y[i] as number) / sidePx);
    if (!(column >= 0 && row >= 0 && column < ROW)) continue;
    const square = row * ROW + column;
    dots.set(square, (dots.get(square) ?? 0) + 1);
  }
  const squares = [...dots].filter(([, many]) => many >= LEAST_DOTS).map(([square]) => square);
  // A few dots by hand make no full square: then they are read under themselves.
  if (squares.length === 0) return { count, x, y };
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

/** More squares than lie beside each other on any photo. */
const ROW = 1 << 15;
