import type { Scene } from '../../../src/core/design/scene';
import { createPicture, type Picture } from '../../../src/studio/canvas/picture/picture';
import { flatScene, hairlineArea } from '../../core/design/flatScene';
import { PHOTO, PX_PER_MM, VIEW, nextFrame, painted, type Way } from './way';

const CM2 = (PHOTO.width * PHOTO.height) / (PX_PER_MM * 10) ** 2;

function sceneOf(dots: number, turn: number): Scene {
  const [w, h] = [PHOTO.width / PX_PER_MM / 10, PHOTO.height / PX_PER_MM / 10];
  const stroke = {
    id: 'stroke',
    kind: 'less' as const,
    // 7 % of the picture: a brush of 20 mm over 21 cm.
    pathCm: Float64Array.of(w / 2 - 10.5, h / 2, w / 2 + 10.5, h / 2 + 0.01 * turn),
    sizeMm: 20,
    feather: 0,
    strength: 0.2 + 0.02 * (turn % 10),
    perCm2: null,
  };
  return {
    ...flatScene(1 / PX_PER_MM),
    photoWidth: PHOTO.width,
    photoHeight: PHOTO.height,
    seed: 5,
    dotSizeMm: 0.28,
    sizeVariation: 0.25,
    irregularity: 0.5,
    strokes: turn === 0 ? [] : [stroke],
    areas: [
      hairlineArea({
        hairlineCm: Float64Array.of(0, 0, w, 0),
        ringCm: Float64Array.of(0, 0, w, 0, w, h, 0, h),
        areaCm2: CM2,
        perCm2: dots / CM2,
      }),
    ],
  };
}

function pictureOn(host: HTMLElement, photo: ImageData): Picture {
  const canvas = document.createElement('canvas');
  host.append(canvas);
  const picture = createPicture(canvas);
  picture.setSize(VIEW.width, VIEW.height, 1);
  picture.setCamera({ scale: VIEW.scale, x: 0, y: 0 });
  picture.setPhoto({ sha256: 'bench', width: photo.width, height: photo.height, pixels: photo.data });
  return picture;
}

/** Until the worker has made all that is in sight and it has been painted. */
async function shown(picture: Picture): Promise<void> {
  do await nextFrame();
  while (picture.figures().busy);
  await painted();
}

/** The photo on the same canvas with no dots: what no way can beat. */
export function photoAlone(): Way {
  let picture: Picture | null = null;
  return {
    name: 'the photo alone',
    async open(host, photo) {
      picture = pictureOn(host, photo);
      picture.setScene(null);
      await shown(picture);
      return 0;
    },
    pan: (x, y) => picture?.setCamera({ scale: VIEW.scale, x, y }),
    edit: () => painted(),
    close: () => picture?.dispose(),
  };
}

/** The studio's own picture. */
export function studioPicture(): Way {
  let picture: Picture | null = null;
  let wanted = 0;
  return {
    name: 'Follicle',
    async open(host, photo, dots) {
      wanted = dots;
      picture = pictureOn(host, photo);
      picture.setScene(sceneOf(dots, 0));
      await shown(picture);
      return picture.figures().dots;
    },
    pan: (x, y) => picture?.setCamera({ scale: VIEW.scale, x, y }),
    async edit(turn) {
      if (picture === null) return;
      picture.setScene(sceneOf(wanted, turn + 1));
      await shown(picture);
    },
    close: () => picture?.dispose(),
  };
}
