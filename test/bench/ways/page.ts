import { SPAN_MARKS } from '../spanMarks';
import { caseWithRest } from './benchCase';
import { benchDots } from './benchDots';
import { flushed, frameShown, shownHash, nextFrame, takeFrames } from './frames';
import { konvaCircles, konvaShape, reactKonvaCircles } from './konvaWays';
import { brushed, handleDragged, handleDraggedOn, studioPicture } from './ownWays';
import { photoAlone, photoCanvas, type PhotoCanvas } from './photoWay';
import { samples, type Repeats } from './samples';
import { PHOTO } from './benchScreen';
import type { Way } from './way';
import { listenToWorkers } from './workerRest';

/** The page of ways.part.ts: opens one way and measures what it is asked to. */

const WAYS: Readonly<Record<string, () => Way>> = {
  photo: photoAlone,
  brushed: () => studioPicture(brushed),
  handle: () => studioPicture(handleDragged),
  shape: konvaShape,
  circles: () => konvaCircles(false),
  cached: () => konvaCircles(true),
  react: reactKonvaCircles,
};

/** Skin with grain, as no photo is flat. */
function skin(): ImageData {
  const photo = new ImageData(PHOTO.width, PHOTO.height);
  const pixels = new Uint32Array(photo.data.buffer);
  for (let i = 0; i < pixels.length; i++) {
    const grain = (Math.imul(i + 1, 0x9e3779b1) >>> 28) - 8;
    pixels[i] = 0xff000000 + ((142 + grain) << 16) + ((168 + grain) << 8) + 206 + grain;
  }
  return photo;
}

listenToWorkers();
const frames = takeFrames(globalThis, () => performance.now());
let open: Way = photoAlone();
let turns = 0;
let pointerShown: Promise<number> = Promise.resolve(0);
let beside: PhotoCanvas | null = null;

/** At rest: nothing is being made behind the picture, and what was drawn is on the screen. */
async function settled(): Promise<void> {
  await open.settle?.();
  await frameShown();
}

async function opened(way: Way, dots: ReturnType<typeof benchDots>): Promise<number> {
  open = way;
  const photo = skin();
  await nextFrame();
  const start = performance.now();
  await way.open(document.body, photo, dots);
  await frameShown();
  const took = performance.now() - start;
  await settled();
  return took;
}

/** One edit begun in a frame, as pointer moves are; marked until the frame that shows it is done, then rest. */
async function edited(): Promise<void> {
  await nextFrame();
  performance.mark(SPAN_MARKS.from);
  await open.edit(++turns);
  await frameShown();
  performance.mark(SPAN_MARKS.to);
  await settled();
}

/** The clock of an edit is only right if the edit changed the canvas and nothing came after its end. */
function mustHaveShown(before: number, atEnd: number, atRest: number): void {
  if (before === atEnd) throw new Error(`${open.name}: the edit changed nothing.`);
  if (atEnd !== atRest) throw new Error(`${open.name}: not all of the edit was shown when its clock stopped.`);
}

export const waysPage = {
  name: (): string => open.name,

  /** Ms from the decoded photo and the dots' document to the first picture on the screen. */
  open: (key: string, dots: number): Promise<number> => {
    const way = WAYS[key]?.();
    if (way === undefined) throw new Error(`There is no way called ${key}.`);
    return opened(way, benchDots(dots));
  },

  /** Lays dots and makes a photo, and lets go of both: what the bench itself leaves behind counts for no way. */
  warm: (dots: number): void => {
    benchDots(dots);
    skin();
  },

  /** Follicle with so many dots at rest beside those that a drag touches. */
  openAtRest: async (dots: number): Promise<void> => {
    const of = caseWithRest(dots);
    const none = new Float32Array();
    const given = { of, x: none, y: none, radius: none, id: new Uint32Array(), strip: new Uint32Array() };
    await opened(studioPicture(handleDraggedOn(of)), given);
  },

  /** Ms from one frame to the next while the picture moves. */
  pan: async (repeats: Repeats): Promise<number[]> => {
    let before = await nextFrame();
    const taken = await samples(repeats, async (turn) => {
      open.pan(-3 * turn, -2 * turn);
      const now = await nextFrame();
      const took = now - before;
      before = now;
      return took;
    });
    open.pan(0, 0);
    return taken;
  },

  /** After a pan: the refined view is there again, and nothing is left to be made. */
  rest: async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await settled();
  },

  /** What the edits of the next measurement are given ready. */
  prepare: (count: number): void => {
    for (let turn = 1; turn <= count; turn++) open.prepare?.(turns + turn);
  },

  /** Ms of work from the edit until its pixels lie in the visible canvas, with no frame waited for, each from rest. */
  localEdits: (repeats: Repeats): Promise<number[]> =>
    samples(repeats, async (turn) => {
      const before = turn === 0 ? shownHash(open.canvas()) : 0;
      frames.hold();
      performance.mark(SPAN_MARKS.from);
      const start = performance.now();
      await open.edit(++turns);
      frames.run();
      flushed(open.canvas());
      const took = performance.now() - start;
      performance.mark(SPAN_MARKS.to);
      const after = turn === 0 ? shownHash(open.canvas()) : 0;
      frames.release();
      await settled();
      if (turn === 0) mustHaveShown(before, after, shownHash(open.canvas()));
      return took;
    }),

  /** The same without rest: each edit as soon as the one before lies in the canvas. */
  dragOn: async (repeats: Repeats): Promise<number[]> => {
    frames.hold();
    const taken = await samples(repeats, async () => {
      const start = performance.now();
      await open.edit(++turns);
      frames.run();
      flushed(open.canvas());
      return performance.now() - start;
    });
    frames.release();
    await settled();
    return taken;
  },

  /** From now on waits for a pointer event, which makes an edit. */
  awaitPointer: (): void => {
    const moved = async (event: PointerEvent): Promise<number> => {
      await open.edit(++turns);
      await frameShown();
      return performance.now() - event.timeStamp;
    };
    pointerShown = new Promise<PointerEvent>((resolve) => {
      addEventListener('pointermove', resolve, { once: true });
    }).then(moved);
  },

  /** Ms from that pointer event, as the browser has dated it, to the end of the frame that shows its edit. */
  latency: async (): Promise<number> => {
    const took = await pointerShown;
    await settled();
    return took;
  },

  /** Edits one after the other, each shown and the picture at rest before the next; how many there were. */
  edits: (repeats: Repeats): Promise<number> =>
    samples(repeats, async () => {
      await edited();
      return 0;
    }).then(({ length }) => length + 1),

  /** Makes ready what photoDraws draws. */
  preparePhoto: (): void => {
    beside = photoCanvas(document.createElement('div'), skin());
  },

  /** The photo alone drawn so often in this page, each time to its pixels. */
  photoDraws: (count: number): void => {
    for (let i = 0; i < count; i++) {
      beside?.draw(0, i % 2);
      flushed(beside?.canvas ?? null);
    }
  },

  /** Shows what takes the most memory. */
  fillMemory: async (): Promise<void> => {
    open.fillMemory?.();
    await waysPage.rest();
  },
};

declare global {
  var ways: typeof waysPage;
}
globalThis.ways = waysPage;
