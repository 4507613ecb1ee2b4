import type { Scene } from '../../src/core/design/scene';
import { exportPicture, type ExportKind } from '../../src/studio/export/exportPicture';
import { createPicture } from '../../src/studio/canvas/picture/picture';
import type { Compare } from '../../src/studio/canvas/picture/viewGeometry';
import { TILE_PX, type FromPictureWorker } from '../../src/studio/workers/pictureMessages';
import { patchScene } from '../core/pigment/flatSkin';

/**
 * The page of picture.test.ts: a picture of the patch of skin (600 × 600 px, grain and all) on a canvas, and what the
 * test asks about it. It is bundled by the test.
 */

const SIDE = 600;

const photo = ((): Uint8ClampedArray => {
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const grain = (Math.imul(i + 1, 0x9e3779b1) >>> 28) - 8;
    pixels.set([206 + grain, 168 + grain, 142 + grain, 255], 4 * i);
  }
  return pixels;
})();

interface Told {
  level: number;
  frame: number;
}

let told: Told = { level: 0, frame: 0 };
let lastNews = 0;
const workers: Worker[] = [];
const RealWorker = Worker;
/** Counts the tiles that come, by what they belong to. */
globalThis.Worker = class extends RealWorker {
  constructor(...given: ConstructorParameters<typeof Worker>) {
    super(...given);
    workers.push(this);
    this.addEventListener('message', ({ data }: MessageEvent<readonly FromPictureWorker[]>) => {
      lastNews = performance.now();
      for (const news of data) if (news.type === 'tiles') for (const { surface } of news.tiles) told[surface.kind]++;
    });
  }
};

const canvas = document.createElement('canvas');
document.body.append(canvas);
const picture = createPicture(canvas);

/** Nothing has come from the worker, and the camera has rested, for a while. */
async function settled(): Promise<void> {
  const called = performance.now();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = performance.now();
    if (now - called > 300 && now - lastNews > 250 && !picture.figures().busy) return;
  }
}

function shown(): ImageData {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The canvas has no context.');
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

async function exported(kind: ExportKind): Promise<ImageData> {
  const made = await exportPicture(picture, kind);
  if (!made.ok) throw new Error(made.error.kind);
  const bitmap = await createImageBitmap(made.value);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('No canvas for the exported picture.');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  let greatest = 0;
  for (let i = 0; i < a.length; i++) greatest = Math.max(greatest, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return greatest;
}

export const picturePage = {
  async open(
    size: { width: number; height: number; ratio: number },
    scene: Scene | null = patchScene(),
  ): Promise<void> {
    picture.setSize(size.width, size.height, size.ratio);
    picture.setCamera({ scale: Math.min(size.width, size.height) / SIDE, x: 0, y: 0 });
    picture.setPhoto({ sha256: 'skin', width: SIDE, height: SIDE, pixels: photo });
    picture.setScene(scene);
    await settled();
  },
  /** A small green picture stands in on an empty canvas; greens of the middle and of a corner. */
  async standIn(): Promise<{ middle: number; corner: number }> {
    const small = document.createElement('canvas');
    small.width = small.height = 60;
    const context = small.getContext('2d');
    if (context !== null) context.fillStyle = '#00ff00';
    context?.fillRect(0, 0, 60, 60);
    picture.setSize(600, 600, 1);
    picture.setPlaceholder(small);
    await settled();
    const { data } = shown();
    return { middle: data[(300 * 600 + 300) * 4 + 1] ?? 0, corner: data[1] ?? 0 };
  },
  async size(width: number, height: number, ratio: number): Promise<void> {
    picture.setSize(width, height, ratio);
    await settled();
  },
  async camera(scale: number, x: number, y: number): Promise<void> {
    picture.setCamera({ scale, x, y });
    await settled();
  },
  async compare(compare: Compare): Promise<void> {
    picture.setCompare(compare);
    await settled();
  },
  /** A new scene with the hairline bent locally; returns the tiles that came for it. */
  async bend(bumpMm: number): Promise<Told> {
    told = { level: 0, frame: 0 };
    picture.setScene(patchScene({ bumpMm }));
    await settled();
    return told;
  },
  async tilesOf(action: 'pan' | 'samePhoto'): Promise<Told> {
    told = { level: 0, frame: 0 };
    if (action === 'pan') {
      for (let i = 0; i < 10; i++) {
        picture.setCamera({ scale: 1, x: -10 * i, y: -5 * i });
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }
    if (action === 'samePhoto') picture.setPhoto({ sha256: 'skin', width: SIDE, height: SIDE, pixels: photo });
    await settled();
    return told;
  },
  figures: (): { dots: number; problem: string | null } => ({
    dots: picture.figures().dots,
    problem: picture.figures().problem?.kind ?? null,
  }),
  tilesOfLevel: (level: number): number => Math.ceil(Math.ceil(SIDE / 2 ** level) / TILE_PX) ** 2,
  /** Mean of the red bytes on a rectangle of the screen in device px. */
  meanRed(x: number, y: number, width: number, height: number): number {
    const context = canvas.getContext('2d');
    const { data } = context?.getImageData(x, y, width, height) ?? { data: new Uint8ClampedArray(4) };
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) sum += data[i] ?? 0;
    return (4 * sum) / data.length;
  },
  /** At 100 % with the photo's corner in the canvas's corner: screen against export and against the photo's first rows. */
  async differences(): Promise<{ toExport: number; toPhotoAbove: number; beforeToPhoto: number; besideAfter: number }> {
    const screen = shown();
    const after = await exported('after');
    const both = await exported('sideBySide');
    const right = new Uint8ClampedArray(SIDE * 4);
    right.set(both.data.subarray((400 * both.width + both.width - SIDE) * 4, 401 * both.width * 4));
    return {
      toExport: greatestDifference(screen.data, after.data),
      toPhotoAbove: greatestDifference(screen.data.subarray(0, 90 * SIDE * 4), photo.subarray(0, 90 * SIDE * 4)),
      beforeToPhoto: greatestDifference((await exported('before')).data, photo),
      besideAfter: greatestDifference(right, after.data.subarray(400 * SIDE * 4, 401 * SIDE * 4)),
    };
  },
  /** The worker stops answering for good. */
  async loseWorker(): Promise<void> {
    workers.at(-1)?.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
    await settled();
  },
  workers: (): number => workers.length,
  /** Whether the page lets go of the pixels of a photo that is on show, when they can be decoded again. */
  async forgetsPixels(): Promise<boolean> {
    const given = ((): WeakRef<Uint8ClampedArray> => {
      const pixels = photo.slice();
      picture.setPhoto({ sha256: 'again', width: SIDE, height: SIDE, pixels, reload: () => Promise.resolve(null) });
      return new WeakRef(pixels);
    })();
    await settled();
    globalThis.gc?.();
    return given.deref() === undefined;
  },
};

declare global {
  var page: typeof picturePage;
}
globalThis.page = picturePage;
