import * as z from 'zod/mini';
import type { Case, Design, Photo } from '../../../core/design/case';
import { activeDesign, activePhoto } from '../../../core/design/edits';
import { fitCamera, type Camera, type Size } from '../../../core/geometry/camera';
import { LIGHT_CHOICES } from '../../../core/pigment/light/lightChoice';
import type { ShownMoment } from '../../../core/pigment/time/sessionsAt';
import type { Compare } from '../../state/sessionStore';
import { parseCase } from '../../storage/caseSchema';

/** What the studio lets the second screen show: enough for the picture, and no word of the technician's. */
export interface Released extends ShownMoment {
  readonly case: Case;
  readonly compare: Compare;
  readonly beforeHeld: boolean;
  readonly look: Look;
}

/** A camera for canvases of any size: how much larger than fitted, and which place of the photo is in the middle, 0–1. */
export interface Look {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** Every message carries the studio window that it is from or to, so that two of them don't mix. */
export type FromStudio =
  /** Null: nothing is released, the screen is blank. */
  | { readonly type: 'show'; readonly studio: string; readonly released: Released | null }
  | { readonly type: 'leave'; readonly studio: string };

/** `studio` is null for a screen that was opened by its address alone: whoever answers first has it. */
export interface FromScreen {
  readonly type: 'hello' | 'gone';
  readonly studio: string | null;
}

export const SCREEN_CHANNEL = 'follicle.secondScreen';

/** Held by a studio window for as long as it lives; whoever waits for it learns of its end, crashes included. */
export const lockOf = (studio: string): string => `${SCREEN_CHANNEL}.${studio}`;

/**
 * One photo and one design, without names, notes and dates; of the other photos only what they tell of the head. Null where
 * there is no photo.
 */
export function withoutWords(of: Case): Case | null {
  const photo = activePhoto(of);
  const design = activeDesign(of);
  if (photo === undefined || design === undefined) return null;
  return {
    ...of,
    id: 'screen',
    client: { name: '', notes: '', hairLoss: null },
    photos: of.photos.map((each) => (each.id === photo.id ? bare(each) : headAlone(each))),
    designs: [bareDesign(design, photo.id)],
    chosenDesignId: null,
  };
}

const bare = (photo: Photo): Photo => ({ ...photo, takenOn: null, followsId: null });

/** The shape of the head follows from all its photos, growth from whichever shows the whorl. */
const headAlone = (photo: Photo): Photo => ({ ...bare(photo), sha256: '0'.repeat(64), landmarks: [] });

function bareDesign(design: Design, photoId: string): Design {
  const { treatment, handDots } = design;
  const isOn = (each: { readonly photoId: string }): boolean => each.photoId === photoId;
  return {
    ...design,
    name: '',
    notes: '',
    areas: design.areas.filter(isOn).map((area) => ({ ...area, name: '' })),
    strokes: design.strokes.filter(isOn),
    handDots: { ...handDots, added: handDots.added.filter(isOn), moved: handDots.moved.filter(isOn) },
    treatment: {
      ...treatment,
      ownPigments: treatment.ownPigments.map((pigment) => ({ ...pigment, name: '' })),
      plan: { ...treatment.plan, firstDate: null },
    },
  };
}

export function lookOfCamera(camera: Camera, photo: Size, viewport: Size): Look {
  return {
    zoom: camera.scale / fitCamera(photo, viewport).scale,
    x: (viewport.width / 2 - camera.x) / (camera.scale * photo.width),
    y: (viewport.height / 2 - camera.y) / (camera.scale * photo.height),
  };
}

export function cameraOfLook(look: Look, photo: Size, viewport: Size): Camera {
  const scale = look.zoom * fitCamera(photo, viewport).scale;
  return {
    scale,
    x: viewport.width / 2 - look.x * photo.width * scale,
    y: viewport.height / 2 - look.y * photo.height * scale,
  };
}

const finite = z.number();
const released = z.object({
  case: z.unknown(),
  step: z.nullable(z.int().check(z.gte(0))),
  days: finite.check(z.gte(0)),
  light: z.enum(LIGHT_CHOICES),
  compare: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('after') }),
    z.object({ kind: z.literal('split'), at: finite }),
  ]),
  beforeHeld: z.boolean(),
  look: z.object({ zoom: finite.check(z.gt(0)), x: finite, y: finite }),
});

/** What was released, from a message or from what a reload has left; null for anything else. */
export function readReleased(value: unknown): Released | null {
  const read = released.safeParse(value);
  if (!read.success) return null;
  const of = parseCase(read.data.case);
  return of.ok ? { ...read.data, case: of.value } : null;
}

const fromStudio = z.object({
  type: z.enum(['show', 'leave']),
  studio: z.string(),
  released: z.optional(z.unknown()),
});

export function readFromStudio(value: unknown): FromStudio | null {
  const read = fromStudio.safeParse(value);
  if (!read.success) return null;
  const { type, studio } = read.data;
  return type === 'leave' ? { type, studio } : { type, studio, released: readReleased(read.data.released) };
}

const fromScreen = z.object({ type: z.enum(['hello', 'gone']), studio: z.nullable(z.string()) });

export function readFromScreen(value: unknown): FromScreen | null {
  const read = fromScreen.safeParse(value);
  return read.success ? read.data : null;
}
