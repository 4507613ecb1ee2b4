import * as z from 'zod/mini';
import { ok } from '../../core/result';
import type { Result } from '../../core/result';
import { refuse } from './refusal';
import type { PhotoRefusal } from './refusal';

// Without this zod tries out `new Function`, which the page's policy stops and reports.
z.config({ jitless: true });

/** The practice head's photos, in the order in which they are offered. */
export const SAMPLE_VIEWS = ['front', 'left', 'right', 'top', 'crown', 'front45'] as const;

export type SampleView = (typeof SAMPLE_VIEWS)[number];

const finite = z.number();
const positive = z.number().check(z.positive());
const point = z.object({ x: finite, y: finite });

const sampleTruth = z.object({
  width: positive,
  height: positive,
  view: z.enum(SAMPLE_VIEWS),
  outline: z.object({ cx: finite, cy: finite, rx: positive, ry: positive, angleDeg: finite }),
  pose: z.object({ yawDeg: finite, pitchDeg: finite, rollDeg: finite, distanceMm: positive }),
  midline: z.pipe(
    z.nullable(z.tuple([point, point])),
    z.transform((ends) => [...(ends ?? [])].sort((a, b) => a.y - b.y)),
  ),
  glabella: z.nullish(point),
  pupils: z.nullish(z.tuple([z.nullable(point), z.nullable(point)])),
  mmPerPx: positive,
  hairline: z.array(point).check(z.minLength(2)),
});

/**
 * What is known exactly of a sample photo, in its pixels: the head's outline as an ellipse, how it is turned, two points of the face's
 * midline (the upper one first; none where the view hides it), glabella and pupils where seen, the scale, and a
 * hairline that suits this head, left to right in the picture.
 */
export type SampleTruth = z.infer<typeof sampleTruth>;

/** The record of that view in the list, if it is there and whole; the others need not be. */
function truthOf(view: SampleView, truths: unknown): SampleTruth | undefined {
  for (const one of Array.isArray(truths) ? (truths as readonly unknown[]) : []) {
    const truth = sampleTruth.safeParse(one);
    if (truth.success && truth.data.view === view) return truth.data;
  }
  return undefined;
}

export interface LoadedSample {
  /** To be opened like any photo, with openPhoto. */
  readonly photo: Blob;
  readonly truth: SampleTruth;
}

export interface LoadSampleOptions {
  readonly signal?: AbortSignal;
  /** Called with a rising fraction, 0 to 1; not called where the server does not say how long the photo is. */
  readonly onProgress?: (fraction: number) => void;
}

const sampleUrl = (name: string): string => `${import.meta.env.BASE_URL}samples/${name}`;

/** The response's body; undefined where the server has no such file (or answers with the app's page in its place). */
async function readBody(response: Response, onProgress?: (fraction: number) => void): Promise<Blob | undefined> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !response.body || type.startsWith('text/html')) return undefined;
  const expectedBytes = Number(response.headers.get('content-length') ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    received += value.length;
    // Content-Length counts compressed bytes where the server compresses, so the fraction is held at 1.
    if (expectedBytes > 0) onProgress?.(Math.min(1, received / expectedBytes));
  }
  return new Blob(parts, { type });
}

/**
 * Fetches a sample photo and what is known of it. `offlineSampleMissing` where either cannot be had, or the
 * description does not fit; `cancelled` after the signal.
 */
export async function loadSample(
  view: SampleView,
  options: LoadSampleOptions = {},
): Promise<Result<LoadedSample, PhotoRefusal>> {
  const { signal, onProgress } = options;
  const init = signal ? { signal } : {};
  try {
    const [truths, photo] = await Promise.all([
      fetch(sampleUrl('samples.json'), init).then((response): unknown => response.json()),
      fetch(sampleUrl(`${view}.jpg`), init).then((response) => readBody(response, onProgress)),
    ]);
    const truth = truthOf(view, truths);
    return photo && truth ? ok({ photo, truth }) : refuse('offlineSampleMissing');
  } catch {
    return refuse(signal?.aborted ? 'cancelled' : 'offlineSampleMissing');
  }
}
