import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { refuse } from './refusal';
import type { PhotoRefusal } from './refusal';

/** A running camera. Show `stream` in a <video>; `stop` releases the camera and may be called more than once. */
export interface Camera {
  readonly stream: MediaStream;
  readonly stop: () => void;
}

const JPEG_QUALITY = 0.95;

/** Asked for, not demanded: the camera gives the nearest it has. Our choice, the work copy's longer side in 4:3. */
const IDEAL_WIDTH_PX = 4096;
const IDEAL_HEIGHT_PX = 3072;

/** Whether this device has a camera (it may still be blocked); false where the page may not ask. */
export async function hasCamera(): Promise<boolean> {
  try {
    // Outside a secure context mediaDevices is absent, whatever the type says.
    const devices = await (navigator.mediaDevices as MediaDevices | undefined)?.enumerateDevices();
    return devices?.some((device) => device.kind === 'videoinput') ?? false;
  } catch {
    return false;
  }
}

function refuseCamera(reason: unknown): ReturnType<typeof refuse> {
  const name = reason instanceof DOMException ? reason.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return refuse('cameraBlocked');
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return refuse('cameraMissing');
  return refuse('cameraFailed');
}

function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * Starts the camera that looks away from the screen, where there are two, at its highest resolution. The signal may
 * come while the browser still asks for permission: the camera is then stopped as soon as it is given.
 */
export async function startCamera(signal?: AbortSignal): Promise<Result<Camera, PhotoRefusal>> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        facingMode: { ideal: 'environment' },
        width: { ideal: IDEAL_WIDTH_PX },
        height: { ideal: IDEAL_HEIGHT_PX },
      },
    });
  } catch (reason) {
    return refuseCamera(reason);
  }
  if (signal?.aborted) {
    stopStream(stream);
    return refuse('cancelled');
  }
  const stop = (): void => stopStream(stream);
  signal?.addEventListener('abort', stop, { once: true });
  return ok({ stream, stop });
}

const toJpeg = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));

/**
 * Takes the video's present frame as a JPEG at the camera's own resolution, and stops the camera whatever comes of
 * it. `cameraFailed` where the video shows nothing yet.
 */
export async function capturePhoto(camera: Camera, video: HTMLVideoElement): Promise<Result<Blob, PhotoRefusal>> {
  const canvas = document.createElement('canvas');
  try {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context || video.videoWidth === 0 || video.videoHeight === 0) return refuse('cameraFailed');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    context.drawImage(video, 0, 0);
    const photo = await toJpeg(canvas);
    return photo ? ok(photo) : refuse('cameraFailed');
  } catch {
    return refuse('cameraFailed');
  } finally {
    canvas.width = 0;
    canvas.height = 0;
    camera.stop();
  }
}
