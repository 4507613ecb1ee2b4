/** RGBA, 8 bits a channel, rows from the top. */
export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: ArrayLike<number>;
}

/** The ground behind a head: each channel as a plane over the picture, so that a wall may be lit from one side. */
export interface Background {
  /** Per channel: value at (0, 0), change per px to the right, change per px down. */
  readonly planes: readonly (readonly [number, number, number])[];
  /** How far the ground's own pixels lie from it, levels. */
  readonly spread: number;
  /** Share of the border that it explains. */
  readonly share: number;
}

/** The border is this share of the width, on top and on both sides of the upper part; below stand the shoulders. Our choice. */
const BORDER_SHARE = 0.04;
const UPPER_SHARE = 0.55;
/** Pixels further off than so many spreads are none of the ground's; and the least spread of any camera, levels. */
const OUTSIDE_SPREADS = 2.5;
const LEAST_SPREAD = 3;
const ROUNDS = 4;

/** Least squares on the border, again without what lies far off, as hair or a shoulder that reaches it. */
export function backgroundOf({ width, height, rgba }: SmallPicture): Background {
  const margin = Math.max(2, Math.round(BORDER_SHARE * width));
  const border: number[] = [];
  for (let y = 0; y < height * UPPER_SHARE; y++)
    for (let x = 0; x < width; x++) if (y < margin || x < margin || x >= width - margin) border.push(y * width + x);
  let kept = border;
  let planes: Background['planes'] = [];
  let spread = 0;
  for (let round = 0; round < ROUNDS; round++) {
    planes = [0, 1, 2].map((channel) => planeThrough(kept, width, (pixel) => rgba[4 * pixel + channel] as number));
    const off = (pixel: number): number => distanceFrom(planes, rgba, pixel, pixel % width, Math.floor(pixel / width));
    // The middle of the distances is not moved by the few that are far.
    spread = Math.max(LEAST_SPREAD, median(border.map(off)));
    kept = border.filter((pixel) => off(pixel) <= OUTSIDE_SPREADS * spread);
  }
  return { planes, spread, share: kept.length / border.length };
}

/** How far a pixel's colour lies from the ground there, levels. */
export function distanceFrom(
  planes: Background['planes'],
  rgba: ArrayLike<number>,
  pixel: number,
  x: number,
  y: number,
): number {
  let sum = 0;
  for (const [channel, [at, right, down]] of planes.entries()) {
    const off = (rgba[4 * pixel + channel] as number) - (at + right * x + down * y);
    sum += off * off;
  }
  return Math.sqrt(sum);
}

function planeThrough(
  pixels: readonly number[],
  width: number,
  value: (pixel: number) => number,
): readonly [number, number, number] {
  const count = Math.max(1, pixels.length);
  let [mx, my, mv] = [0, 0, 0];
  for (const pixel of pixels) {
    mx += pixel % width;
    my += Math.floor(pixel / width);
    mv += value(pixel);
  }
  [mx, my, mv] = [mx / count, my / count, mv / count];
  let [xx, xy, yy, xv, yv] = [0, 0, 0, 0, 0];
  for (const pixel of pixels) {
    const x = (pixel % width) - mx;
    const y = Math.floor(pixel / width) - my;
    const v = value(pixel) - mv;
    xx += x * x;
    xy += x * y;
    yy += y * y;
    xv += x * v;
    yv += y * v;
  }
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-6)) return [mv, 0, 0];
  const right = (xv * yy - yv * xy) / determinant;
  const down = (yv * xx - xv * xy) / determinant;
  return [mv - right * mx - down * my, right, down];
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}
