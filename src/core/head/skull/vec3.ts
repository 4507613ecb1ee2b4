/** x, y, z in the head's own axes: +x to the client's left, +y up, +z the way the face looks. */
export type Vec3 = readonly [number, number, number];

export const dot3 = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross3 = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
/** `a` times `s` plus `b` times `t`. */
export const blend3 = (a: Vec3, s: number, b: Vec3, t: number): Vec3 => [
  a[0] * s + b[0] * t,
  a[1] * s + b[1] * t,
  a[2] * s + b[2] * t,
];
export const unit3 = (a: Vec3): Vec3 => {
  const by = 1 / Math.sqrt(dot3(a, a));
  return [a[0] * by, a[1] * by, a[2] * by];
};
