import type { Case } from '../../../src/core/design/case';
import type { Scene, SceneStroke } from '../../../src/core/design/scene';
import type { PictureFigures } from '../../../src/studio/canvas/picture/figures';
import { createPicture, type Picture } from '../../../src/studio/canvas/picture/picture';
import { treatedCm2 } from '../../../src/core/plan/treatedArea';
import { pulled, sceneNow } from './benchCase';
import type { BenchDots } from './benchDots';
import { PX_PER_MM, VIEW } from './benchScreen';
import type { Way } from './way';
import { workerRest } from './workerRest';

const PX_PER_CM = 10 * PX_PER_MM;
/** A pull from none to so much changes 7 % of the dots (benchDots.test.ts). */
export const PULL_PX = 125;

/** Follicle's own picture, with how its document changes at each turn of an edit. */
export interface PictureEdits {
  readonly name: string;
  readonly start: (dots: BenchDots) => Case;
  /** Makes the scene in advance, outside the clock, where that is not this edit's own work. */
  readonly prepare?: (dots: BenchDots, of: Scene, turn: number) => Scene;
  /** Makes the scene within the clock. */
  readonly scene: (of: Case, turn: number) => Scene;
}

/**
 * A brush stroke over the same 7 % of the dots, now weak and now strong: nearly all of them go or come back. The scene is
 * made in advance; how the studio makes it is measured with the handle.
 */
export const brushed: PictureEdits = {
  name: 'Follicle, brushed',
  start: (dots) => dots.of,
  scene: sceneNow,
  prepare: (dots, of, turn) => ({ ...of, strokes: [strokeOver(dots, turn)] }),
};

function strokeOver({ strip, x, y }: BenchDots, turn: number): SceneStroke {
  const across = bounds(Array.from(strip, (i) => x[i] as number));
  const down = bounds(Array.from(strip, (i) => y[i] as number));
  const radius = (down.high - down.low) / 2;
  const middle = (down.low + down.high) / 2 / PX_PER_CM;
  return {
    id: 'bench',
    kind: 'less',
    pathCm: Float64Array.of((across.low + radius) / PX_PER_CM, middle, (across.high - radius) / PX_PER_CM, middle),
    sizeMm: (2 * radius) / PX_PER_MM,
    feather: 0,
    strength: (turn % 2 === 0 ? 0.05 : 0.85) + (turn % 97) / 1000,
    perCm2: null,
  };
}

const bounds = (values: readonly number[]): { readonly low: number; readonly high: number } => ({
  low: values.reduce((least, value) => Math.min(least, value), Infinity),
  high: values.reduce((most, value) => Math.max(most, value), -Infinity),
});

/** What the studio does at a move of the hairline's handle: document, scene and treated area are made anew. */
export const handleDragged: PictureEdits = {
  name: 'Follicle, handle dragged',
  start: (dots) => dots.of,
  scene: (of, turn) => sceneDragged(of, (turn % 2) * PULL_PX + (turn % 97) / 16),
};

function sceneDragged(of: Case, upPx: number): Scene {
  const scene = sceneNow(pulled(of, upPx));
  treatedCm2(scene);
  return scene;
}

/** The handle dragged on by small steps over the same few thousand dots, whatever rests elsewhere. */
export const handleDraggedOn = (of: Case): PictureEdits => ({
  name: 'Follicle, handle dragged on',
  start: () => of,
  scene: (shown, turn) => sceneDragged(shown, dragAt(turn)),
});

/** A hand that drags on: a few px a move, to places where it has not been. */
export const dragAt = (turn: number): number => 30 * Math.sin(turn / 3) + (turn % 97) / 16;

/** Until all that the last scene changes in sight lies in the picture's canvases. */
function drawn(picture: Picture): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = ({ busy, problem }: PictureFigures): void => {
      if (busy && problem === null) return;
      stop();
      if (problem === null) resolve();
      else reject(new Error(`The picture has failed: ${problem.kind}`));
    };
    const stop = picture.subscribe(hear);
    hear(picture.figures());
  });
}

export function studioPicture({ name, start, prepare, scene }: PictureEdits): Way {
  let picture: Picture | null = null;
  let canvas: HTMLCanvasElement | null = null;
  let dots: BenchDots | null = null;
  let first: Scene | null = null;
  const ready = new Map<number, Scene>();
  return {
    name,
    async open(host, photo, given) {
      dots = given;
      canvas = document.createElement('canvas');
      host.append(canvas);
      picture = createPicture(canvas);
      picture.setSize(VIEW.width, VIEW.height, 1);
      picture.setCamera({ scale: VIEW.scale, x: 0, y: 0 });
      // As in the studio, which decodes the stored photo again should it be needed.
      const reload = (): Promise<null> => Promise.resolve(null);
      picture.setPhoto({ sha256: 'bench', width: photo.width, height: photo.height, pixels: photo.data, reload });
      first = sceneNow(start(given));
      picture.setScene(first);
      await drawn(picture);
    },
    pan: (x, y) => picture?.setCamera({ scale: VIEW.scale, x, y }),
    prepare: (turn) => {
      if (prepare !== undefined && dots !== null && first !== null) ready.set(turn, prepare(dots, first, turn));
    },
    async edit(turn) {
      if (picture === null || dots === null) return;
      picture.setScene(ready.get(turn) ?? scene(start(dots), turn));
      ready.delete(turn);
      await drawn(picture);
    },
    settle: workerRest,
    canvas: () => canvas,
    fillMemory: () => {
      // Before and after at full size, and large enough that the refined view is made, too.
      picture?.setCompare({ kind: 'split', at: 0.5 });
      picture?.setCamera({ scale: 0.9, x: -VIEW.width / 2, y: -VIEW.height / 2 });
    },
  };
}
