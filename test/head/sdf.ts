/** Scalar maths and the solids that the practice head is built from. Lengths in mm; a distance is negative inside. */

export const clamp = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** 0 at `from`, 1 at `to`, smooth between; `from` may be the larger one. */
export function smoothStep(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

/** A bump of height 1 at 0, 0.37 at ±1, nothing beyond ±4. */
export const bump = (x: number): number => (x > 4 || x < -4 ? 0 : Math.exp(-x * x));

/** Union with a fillet `k` mm wide (polynomial smooth minimum, Quilez 2013). */
export function blend(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  return h <= 0 ? Math.min(a, b) : Math.min(a, b) - (h * h) / (4 * k);
}

/** Intersection with an edge rounded over `k` mm; `carve(d, -solid, k)` takes the solid away. */
export function carve(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  return h <= 0 ? Math.max(a, b) : Math.max(a, b) + (h * h) / (4 * k);
}

/** First-order distance to an ellipsoid about the origin with the half-axes rx, ry, rz. */
export function ellipsoid(x: number, y: number, z: number, rx: number, ry: number, rz: number): number {
  const ax = x / rx;
  const ay = y / ry;
  const az = z / rz;
  const f = Math.sqrt(ax * ax + ay * ay + az * az);
  const bx = ax / rx;
  const by = ay / ry;
  const bz = az / rz;
  const slope = Math.sqrt(bx * bx + by * by + bz * bz);
  return slope < 1e-9 ? -Math.min(rx, ry, rz) : (f * (f - 1)) / slope;
}

/** First-order distance to the superellipsoid of exponent 2.125: an ellipsoid with slightly fuller shoulders. */
export function fullEllipsoid(x: number, y: number, z: number, rx: number, ry: number, rz: number): number {
  const ax = Math.abs(x) / rx;
  const ay = Math.abs(y) / ry;
  const az = Math.abs(z) / rz;
  const qx = Math.sqrt(Math.sqrt(Math.sqrt(ax)));
  const qy = Math.sqrt(Math.sqrt(Math.sqrt(ay)));
  const qz = Math.sqrt(Math.sqrt(Math.sqrt(az)));
  const f = Math.pow(ax * ax * qx + ay * ay * qy + az * az * qz, 1 / 2.125);
  if (f < 1e-6) return -Math.min(rx, ry, rz);
  const gx = (ax * qx) / rx;
  const gy = (ay * qy) / ry;
  const gz = (az * qz) / rz;
  const slope = Math.sqrt(gx * gx + gy * gy + gz * gz) / (f * Math.sqrt(Math.sqrt(Math.sqrt(f))));
  return (f - 1) / slope;
}

/** Distance to a rounded stick from (ax, ay, az) with radius ra to (bx, by, bz) with radius rb. */
export function stick(
  x: number,
  y: number,
  z: number,
  ax: number,
  ay: number,
  az: number,
  ra: number,
  bx: number,
  by: number,
  bz: number,
  rb: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const dz = bz - az;
  const px = x - ax;
  const py = y - ay;
  const pz = z - az;
  const t = clamp((px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz), 0, 1);
  const qx = px - dx * t;
  const qy = py - dy * t;
  const qz = pz - dz * t;
  return Math.sqrt(qx * qx + qy * qy + qz * qz) - (ra + (rb - ra) * t);
}
