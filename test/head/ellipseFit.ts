/** The ellipse that lies best on points of an outline (least squares on the radial distance, Levenberg–Marquardt). */

export interface Ellipse {
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
  /** Turn of the rx axis from the picture's x towards its y, degrees. */
  readonly angleDeg: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point's distance from the ellipse's centre as a share of the ellipse's radius in that direction: 1 on the ellipse. */
export function radialShare(e: Ellipse, p: Point): number {
  const a = (e.angleDeg * Math.PI) / 180;
  const dx = p.x - e.cx;
  const dy = p.y - e.cy;
  return Math.hypot((dx * Math.cos(a) + dy * Math.sin(a)) / e.rx, (dy * Math.cos(a) - dx * Math.sin(a)) / e.ry);
}

const fromVector = (v: readonly number[]): Ellipse => ({
  cx: v[0] ?? 0,
  cy: v[1] ?? 0,
  rx: v[2] ?? 1,
  ry: v[3] ?? 1,
  angleDeg: v[4] ?? 0,
});

/** Solves a small dense system by elimination with pivots, in place. */
function solve(m: number[][], rhs: number[]): number[] {
  const n = rhs.length;
  const at = (i: number, j: number): number => m[i]?.[j] ?? 0;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(at(r, c)) > Math.abs(at(pivot, c))) pivot = r;
    [m[c], m[pivot]] = [m[pivot] ?? [], m[c] ?? []];
    [rhs[c], rhs[pivot]] = [rhs[pivot] ?? 0, rhs[c] ?? 0];
    for (let r = c + 1; r < n; r++) {
      const f = at(r, c) / at(c, c);
      const row = m[r];
      if (row) for (let k = c; k < n; k++) row[k] = at(r, k) - f * at(c, k);
      rhs[r] = (rhs[r] ?? 0) - f * (rhs[c] ?? 0);
    }
  }
  for (let c = n - 1; c >= 0; c--) {
    let s = rhs[c] ?? 0;
    for (let k = c + 1; k < n; k++) s -= at(c, k) * (rhs[k] ?? 0);
    rhs[c] = s / at(c, c);
  }
  return rhs;
}

/** Fits an ellipse to `points` from a first guess; lengths in the points' unit. */
export function fitEllipse(points: readonly Point[], guess: Ellipse): Ellipse {
  let v = [guess.cx, guess.cy, guess.rx, guess.ry, guess.angleDeg];
  const size = Math.sqrt(guess.rx * guess.ry);
  const residuals = (w: readonly number[]): number[] => {
    const e = fromVector(w);
    return points.map((p) => {
      const share = radialShare(e, p);
      return (Math.hypot(p.x - e.cx, p.y - e.cy) * (share - 1)) / share;
    });
  };
  const cost = (r: readonly number[]): number => r.reduce((s, x) => s + x * x, 0);
  const steps = [size * 1e-4, size * 1e-4, size * 1e-4, size * 1e-4, 0.01];
  let damping = 1e-3;
  let now = residuals(v);
  for (let round = 0; round < 60; round++) {
    const jacobian = steps.map((h, k) => {
      const moved = residuals(v.map((x, i) => (i === k ? x + h : x)));
      return moved.map((r, i) => (r - (now[i] ?? 0)) / h);
    });
    const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((s, x, i) => s + x * (b[i] ?? 0), 0);
    const normalMatrix = jacobian.map((a, i) => jacobian.map((b, k) => dot(a, b) * (i === k ? 1 + damping : 1)));
    const step = solve(
      normalMatrix,
      jacobian.map((a) => -dot(a, now)),
    );
    const tried = v.map((x, i) => x + (step[i] ?? 0));
    const then = residuals(tried);
    if (cost(then) < cost(now)) {
      v = tried;
      now = then;
      damping /= 3;
    } else damping *= 4;
  }
  return fromVector(v);
}

/** The ellipse drawn in just enough that all of `points` lie on or outside it. */
export function drawnInside(e: Ellipse, points: readonly Point[]): Ellipse {
  const share = Math.min(1, ...points.map((p) => radialShare(e, p)));
  return { ...e, rx: e.rx * share, ry: e.ry * share };
}
