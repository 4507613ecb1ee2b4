/**
 * How one head's skull departs from the mean skull stretched to its sizes: a polynomial of the direction (u to the side, v up, w
 * forwards), added to the mean skull's own bulges as a share of the squared distance; what takes away stands out.
 *
 * Every product of the second to the fourth degree stands in it, so that nothing is known beforehand of where a head may
 * differ. Amplitudes whose variances go by the number of ways to a product give two directions a and b a
 * covariance of (a·b)ⁿ, which favours no axis. Even in u they are the head's proportions, odd in u its lopsidedness. The
 * squares are left out: they are the sizes themselves.
 */
export interface Mode {
  /** Exponents. */
  readonly u: number;
  readonly v: number;
  readonly w: number;
  /** In how many ways the product comes about: a multinomial coefficient. */
  readonly ways: number;
}

const DEGREES = [2, 3, 4] as const;
/** Powers from 0 to the highest degree. */
const TOP = 5;

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

function productsOf(degree: number): Mode[] {
  const modes: Mode[] = [];
  for (let u = 0; u <= degree; u++)
    for (let v = 0; u + v <= degree; v++) {
      const w = degree - u - v;
      modes.push({ u, v, w, ways: factorial(degree) / (factorial(u) * factorial(v) * factorial(w)) });
    }
  return degree === 2 ? modes.filter(({ ways }) => ways > 1) : modes;
}

export const MODES: readonly Mode[] = DEGREES.flatMap(productsOf);

const COUNT = MODES.length;
const U = Uint8Array.from(MODES, ({ u }) => u);
const V = Uint8Array.from(MODES, ({ v }) => v);
const W = Uint8Array.from(MODES, ({ w }) => w);

const powersOfU = new Float64Array(TOP).fill(1);
const powersOfV = new Float64Array(TOP).fill(1);
const powersOfW = new Float64Array(TOP).fill(1);

function raise(u: number, v: number, w: number): void {
  for (let n = 1; n < TOP; n++) {
    powersOfU[n] = (powersOfU[n - 1] as number) * u;
    powersOfV[n] = (powersOfV[n - 1] as number) * v;
    powersOfW[n] = (powersOfW[n - 1] as number) * w;
  }
}

const product = (k: number): number =>
  (powersOfU[U[k] as number] as number) * (powersOfV[V[k] as number] as number) * (powersOfW[W[k] as number] as number);

/** Each mode's product at a unit direction, into `out`. */
export function modeProducts(u: number, v: number, w: number, out: Float64Array): void {
  raise(u, v, w);
  for (let k = 0; k < COUNT; k++) out[k] = product(k);
}

/** Where each mode's coefficient stands among those of all products up to the highest degree, as modeSlopes reads them. */
const PLACES = MODES.map((mode) => {
  let place = 0;
  for (let u = TOP - 1; u >= 0; u--)
    for (let v = TOP - 1 - u; v >= 0; v--)
      for (let w = TOP - 1 - u - v; w >= 0; w--) {
        if (u === mode.u && v === mode.v && w === mode.w) return place;
        place += 1;
      }
  return place;
});
const COEFFICIENTS = ((TOP + 2) * (TOP + 1) * TOP) / 6;

/** The polynomial with these amplitudes of MODES, for modeSlopes. */
export function modePolynomial(amplitudes: readonly number[]): Float64Array {
  const polynomial = new Float64Array(COEFFICIENTS);
  for (const [k, place] of PLACES.entries()) polynomial[place] = amplitudes[k] ?? 0;
  return polynomial;
}

/**
 * The polynomial at a unit direction and its slopes along u, v and w, into `out`. By Horner's scheme in each of them: every
 * dot asks for it, and product by product it takes five times as long.
 */
export function modeSlopes(polynomial: Float64Array, u: number, v: number, w: number, out: Float64Array): void {
  let at = 0;
  let sum = 0;
  let toU = 0;
  let toV = 0;
  let toW = 0;
  for (let i = TOP - 1; i >= 0; i--) {
    let level = 0;
    let levelToV = 0;
    let levelToW = 0;
    for (let j = TOP - 1 - i; j >= 0; j--) {
      let line = 0;
      let lineToW = 0;
      for (let l = TOP - 1 - i - j; l >= 0; l--) {
        lineToW = lineToW * w + line;
        line = line * w + (polynomial[at] as number);
        at += 1;
      }
      levelToV = levelToV * v + level;
      level = level * v + line;
      levelToW = levelToW * v + lineToW;
    }
    toU = toU * u + sum;
    sum = sum * u + level;
    toV = toV * u + levelToV;
    toW = toW * u + levelToW;
  }
  out[0] = sum;
  out[1] = toU;
  out[2] = toV;
  out[3] = toW;
}
