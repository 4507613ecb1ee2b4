/** RGBA, 8 bits a channel, rows from the top. */
export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: ArrayLike<number>;
}

/** The border that the ground is followed from: on top and on both sides of the upper part; below stand the shoulders. */
const UPPER_SHARE = 0.5;
/** A step from one pixel to the next that is larger than so many usual ones, and than this, is an edge; levels. Our choice. */
const EDGE_STEPS = 5;
const EDGE_LEVELS = 9;
/** Beyond this the ground is so rough that no edge stands out; levels. Our choice. */
const ROUGH_LEVELS = 7;
/** How fast the colour that is followed goes with the ground: over some seven pixels. Our choice. */
const FOLLOW = 0.15;

/**
 * Marks (1) what is not the ground behind the head. The ground is followed from the picture's border, pixel by pixel, as far
 * as its colour changes only gradually: a wall may be lit unevenly or fall off towards the corners. Null where it
 * is too rough for that.
 */
export function notGround({ width, height, rgba }: SmallPicture): Uint8Array | null {
  const usual = usualStep({ width, height, rgba });
  if (usual > ROUGH_LEVELS) return null;
  const edge = Math.max(EDGE_LEVELS, EDGE_STEPS * usual);
  const marked = new Uint8Array(width * height).fill(1);
  const followed = new Float32Array(width * height * 3);
  const queue = new Int32Array(width * height);
  let [head, tail] = [0, 0];
  const take = (pixel: number, from: number): void => {
    marked[pixel] = 0;
    for (let channel = 0; channel < 3; channel++) {
      const own = rgba[4 * pixel + channel] as number;
      const before = from < 0 ? own : (followed[3 * from + channel] as number);
      followed[3 * pixel + channel] = before + (own - before) * FOLLOW;
    }
    queue[tail++] = pixel;
  };
  const offer = (pixel: number, from: number): void => {
    if (marked[pixel] === 0) return;
    let sum = 0;
    for (let channel = 0; channel < 3; channel++) {
      const off = (rgba[4 * pixel + channel] as number) - (followed[3 * from + channel] as number);
      sum += off * off;
    }
    if (sum < edge * edge) take(pixel, from);
  };
  for (const pixel of border(width, height)) if (marked[pixel] === 1) take(pixel, -1);
  while (head < tail) {
    const pixel = queue[head++] as number;
    const column = pixel % width;
    if (column > 0) offer(pixel - 1, pixel);
    if (column < width - 1) offer(pixel + 1, pixel);
    if (pixel >= width) offer(pixel - width, pixel);
    if (pixel + width < marked.length) offer(pixel + width, pixel);
  }
  return marked;
}

/** The outermost pixels of the upper part. */
function* border(width: number, height: number): Generator<number> {
  for (let x = 0; x < width; x++) yield x;
  for (let y = 1; y < height * UPPER_SHARE; y++) {
    yield y * width;
    yield y * width + width - 1;
  }
}

/** How much neighbours along the border differ, levels: four fifths of them less. */
function usualStep({ width, height, rgba }: SmallPicture): number {
  const steps: number[] = [];
  let before = -1;
  for (const pixel of border(width, height)) {
    const near = before >= 0 && pixel < width ? before : pixel - width;
    before = pixel;
    if (near < 0) continue;
    let sum = 0;
    for (let channel = 0; channel < 3; channel++)
      sum += ((rgba[4 * pixel + channel] as number) - (rgba[4 * near + channel] as number)) ** 2;
    steps.push(Math.sqrt(sum));
  }
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length * 0.8)] ?? 0;
}
