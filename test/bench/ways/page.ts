import { konvaCircles, konvaShape, reactKonvaCircles } from './konvaWays';
import { photoAlone, studioPicture } from './ownWays';
import { nextFrame, PHOTO, type Way } from './way';

/** The page of ways.part.ts: opens one way at a time and measures it. */

const WAYS: Readonly<Record<string, () => Way>> = {
  photo: photoAlone,
  follicle: studioPicture,
  shape: konvaShape,
  circles: () => konvaCircles(false),
  cached: () => konvaCircles(true),
  react: reactKonvaCircles,
};

export interface WayFigures {
  readonly name: string;
  readonly dots: number;
  readonly firstMs: number;
  readonly panMs: number;
  /** From the call to the pixels. */
  readonly editMs: number;
  readonly editWorstMs: number;
}

const PAN_FRAMES = 30;
const EDITS = 7;

function skin(): ImageData {
  const photo = new ImageData(PHOTO.width, PHOTO.height);
  const pixels = new Uint32Array(photo.data.buffer);
  for (let i = 0; i < pixels.length; i++) {
    const grain = (Math.imul(i + 1, 0x9e3779b1) >>> 28) - 8;
    pixels[i] = 0xff000000 + ((142 + grain) << 16) + ((168 + grain) << 8) + 206 + grain;
  }
  return photo;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function panTime(way: Way): Promise<number> {
  const frames: number[] = [];
  let before = await nextFrame();
  for (let i = 1; i <= PAN_FRAMES; i++) {
    way.pan(-3 * i, -2 * i);
    const now = await nextFrame();
    frames.push(now - before);
    before = now;
  }
  return median(frames.slice(2));
}

let open: Way | null = null;

export const waysPage = {
  async measure(key: string, dots: number): Promise<WayFigures> {
    const way = WAYS[key]?.();
    if (way === undefined) throw new Error(`There is no way called ${key}.`);
    open?.close();
    open = way;
    document.body.replaceChildren();
    const photo = skin();
    await nextFrame();
    const start = performance.now();
    const made = await way.open(document.body, photo, dots);
    const firstMs = performance.now() - start;
    await way.edit(0);
    const panMs = await panTime(way);
    const edits: number[] = [];
    for (let turn = 1; turn <= EDITS; turn++) {
      const begun = performance.now();
      await way.edit(turn);
      edits.push(performance.now() - begun);
    }
    return { name: way.name, dots: made, firstMs, panMs, editMs: median(edits), editWorstMs: Math.max(...edits) };
  },
};

declare global {
  var ways: typeof waysPage;
}
globalThis.ways = waysPage;
