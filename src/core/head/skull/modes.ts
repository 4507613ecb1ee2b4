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

/** The polynomial at a unit direction. */
export function modeSum(amplitudes: Float64Array, u: number, v: number, w: number): number {
  raise(u, v, w);
  let sum = 0;
  for (let k = 0; k < COUNT; k++) sum += (amplitudes[k] as number) * product(k);
  return sum;
}

/** The polynomial and its slopes along u, v and w, into `out`. */
export function modeSlopes(amplitudes: Float64Array, u: number, v: number, w: number, out: Float64Array): void {
  raise(u, v, w);
  let sum = 0;
  let toU = 0;
  let toV = 0;
  let toW = 0;
  for (let k = 0; k < COUNT; k++) {
    const a = amplitudes[k] as number;
    const [i, j, l] = [U[k] as number, V[k] as number, W[k] as number];
    const pu = powersOfU[i] as number;
    const pv = powersOfV[j] as number;
    const pw = powersOfW[l] as number;
    sum += a * pu * pv * pw;
    if (i > 0) toU += a * i * (powersOfU[i - 1] as number) * pv * pw;
    if (j > 0) toV += a * j * pu * (powersOfV[j - 1] as number) * pw;
    if (l > 0) toW += a * l * pu * pv * (powersOfW[l - 1] as number);
  }
  out[0] = sum;
  out[1] = toU;
  out[2] = toV;
  out[3] = toW;
}
