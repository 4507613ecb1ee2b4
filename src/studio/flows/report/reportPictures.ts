import type { Design, Photo } from '../../../core/design/case';
import type { Scene } from '../../../core/design/scene';
import { HEALED_DAY } from '../../../core/pigment/time/healingCurves';
import { DEFAULT_LIGHT } from '../../../core/pigment/light/lightChoice';
import { sessionsAt } from '../../../core/pigment/time/sessionsAt';
import { currentPicture } from '../../canvas/sceneFeed';
import { jpegOf } from '../../export/report/jpeg';
import { openPhoto } from '../../photo/openPhoto';
import { pictureClient, type PictureClient } from '../../workers/pictureClient';
import { storage } from '../desk';
import type { PlannedPhoto } from './planOf';

export interface PhotoPictures {
  readonly photo: Photo;
  readonly before: ArrayBuffer;
  readonly after: ArrayBuffer;
  /** After each session; only of the first photo. */
  readonly steps: readonly ArrayBuffer[];
}

/** Longest sides in px: enough for 200 dpi on paper, or for a screen and an e-mail. Our choice. */
export const PICTURE_SIZES = { fine: { large: 1_600, small: 900 }, small: { large: 800, small: 480 } } as const;
export type PictureSize = keyof typeof PICTURE_SIZES;

type RowsSource = Pick<PictureClient, 'openRows' | 'dispose'>;

interface Making {
  readonly activePhotoId: string | null;
  readonly size: PictureSize;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/**
 * Before, after and session steps of the photos, healed and in the photo's own light; the view on the desk stays as it is.
 * Rejects when aborted, when a photo can't be had or memory runs out.
 */
export async function reportPictures(
  photos: readonly PlannedPhoto[],
  design: Design,
  making: Making,
): Promise<readonly PhotoPictures[]> {
  const sessions = design.treatment.plan.sessions.length;
  const whole = photos.length * 2 + Math.max(0, sessions - 1);
  let done = 0;
  const made: PhotoPictures[] = [];
  for (const [place, planned] of photos.entries()) {
    const source = await rowsFrom(planned.photo, making.activePhotoId, making.signal);
    try {
      const draw = async (layer: 'before' | 'after', step: number, side: number): Promise<ArrayBuffer> => {
        const jpeg = await drawn(source, planned, design, { layer, step, side }, making, (share) => {
          making.onProgress((done + share) / whole);
        });
        done++;
        return jpeg;
      };
      const { large, small } = PICTURE_SIZES[making.size];
      const before = await draw('before', 0, large);
      const after = await draw('after', sessions, large);
      const steps: ArrayBuffer[] = [];
      if (place === 0) {
        for (let step = 1; step < sessions; step++) steps.push(await draw('after', step, small));
        steps.push(after);
      }
      made.push({ photo: planned.photo, before, after, steps });
    } finally {
      source.dispose();
    }
  }
  return made;
}

async function drawn(
  source: RowsSource,
  { photo, scene }: PlannedPhoto,
  design: Design,
  { layer, step, side }: { readonly layer: 'before' | 'after'; readonly step: number; readonly side: number },
  { signal }: Making,
  onProgress: (share: number) => void,
): Promise<ArrayBuffer> {
  const scale = Math.min(1, side / Math.max(photo.width, photo.height));
  const shown: Scene = { ...scene, sessions: sessionsAt(design, { step, days: HEALED_DAY, light: DEFAULT_LIGHT }) };
  const rows = source.openRows({ scene: shown, scale });
  if (rows === null) throw new Error('There is no photo.');
  try {
    return await jpegOf(rows, layer, { signal, onProgress });
  } finally {
    rows.close();
  }
}

/** The picture on the desk for its own photo; for another a worker that has it. */
async function rowsFrom(photo: Photo, activePhotoId: string | null, signal: AbortSignal): Promise<RowsSource> {
  const shown = photo.id === activePhotoId ? currentPicture() : null;
  if (shown !== null) return { openRows: shown.openRows, dispose: () => undefined };
  const stored = await storage.getPhoto(photo.sha256);
  const opened = stored.ok ? await openPhoto(stored.value, { signal }) : stored;
  if (!opened.ok) throw new Error(`A photo of the case can't be opened: ${opened.error.kind}.`);
  const client = pictureClient({
    onMessage: () => undefined,
    onRestart: () => undefined,
    onFailure: () => undefined,
  });
  client.setPhoto(opened.value);
  return client;
}
