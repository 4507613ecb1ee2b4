import { readFileSync } from 'node:fs';
import { launchChromium } from '../browser/chromium';
import { PLAIN_AREA } from '../../src/core/design/area';
import { applyEdit } from '../../src/core/design/edits';
import { newCase } from '../../src/core/design/newCase';
import type { Look, Scene, SceneSession } from '../../src/core/design/scene';
import { sceneOf } from '../../src/core/design/sceneOf';
import { DEFAULT_TREATMENT } from '../../src/core/design/treatment';
import { drawnScale } from '../../src/core/pigment/marks/drawnScale';
import { kernelSet } from '../../src/core/pigment/marks/kernels';
import type { LightChoice } from '../../src/core/pigment/light/lightChoice';
import { looksOf } from '../../src/core/pigment/lookOf';
import { layOnPhoto, samplePhoto, type PhotoSamples } from '../../src/core/pigment/layOnPhoto';
import { drawPigment, scratchFor, type PigmentLayer } from '../../src/core/pigment/pigmentLayer';
import { resampleInto } from '../../src/core/pigment/light/resample';
import { halved, type Raster } from '../../src/core/pigment/light/mips';
import { dotsOfScene, type SceneDots } from '../../src/core/pigment/dots/sceneDots';
import guides from '../../public/samples/samples.json';
import type { HeadView } from '../head/camera';
import { samplePhoto as photoOfSample } from '../head/samplePhotos';
import { tonedPhoto, type SkinTone } from './looksSkin';

/** The practice head as the studio would show it, filled behind its sample hairline. */

const SAMPLES = new URL('../../public/samples/', import.meta.url);

const SEED = 7;

export interface PracticeHead {
  readonly view: HeadView;
  readonly photo: Raster;
  readonly guide: (typeof guides)[number];
}

/** A sample photo, decoded by a browser, and what is known of it. */
export async function practiceHead(view: HeadView): Promise<PracticeHead> {
  const guide = guides.find((each) => each.view === view);
  if (guide === undefined) throw new Error(`There is no sample ${view}.`);
  const rgba = await decoded(readFileSync(new URL(`${view}.jpg`, SAMPLES)), guide.width, guide.height);
  return { view, guide, photo: { width: guide.width, height: guide.height, rgba } };
}

async function decoded(jpeg: Buffer, width: number, height: number): Promise<Uint32Array> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const base64 = await page.evaluate(
      async ({ jpeg, width, height }) => {
        const bytes = Uint8Array.from(atob(jpeg), (c) => c.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const data = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
        let text = '';
        for (let i = 0; i < data.length; i += 8192) text += String.fromCharCode(...data.subarray(i, i + 8192));
        return btoa(text);
      },
      { jpeg: jpeg.toString('base64'), width, height },
    );
    const bytes = Buffer.from(base64, 'base64');
    return new Uint32Array(Uint8Array.from(bytes).buffer);
  } finally {
    await browser.close();
  }
}

/** The same head with another skin. */
export const withSkin = (head: PracticeHead, tone: SkinTone): PracticeHead => ({
  ...head,
  photo: tonedPhoto(head.photo, head.view, tone),
});

/** The head's scene with the design's defaults; sessions as given, or none named. */
export function headScene({ view, guide }: PracticeHead, sessions?: readonly SceneSession[]): Scene {
  const { photo } = photoOfSample(view);
  const empty = applyEdit(newCase({ caseId: 'case', designId: 'design', seed: SEED, engine: '1' }), {
    type: 'addPhoto',
    photo,
  });
  const drawn = applyEdit(empty, {
    type: 'putArea',
    area: { ...PLAIN_AREA, kind: 'hairline', id: 'hairline', photoId: photo.id, points: guide.hairline },
  });
  const scene = sceneOf(drawn, photo.id);
  if (!scene.ok) throw new Error(`The sample's hairline bounds no area: ${scene.error.kind}.`);
  return sessions === undefined ? scene.value : { ...scene.value, sessions };
}

/** The sessions of the default treatment after the step-th, `days` later. */
export function sessionsAt(step: number, days: number, light: LightChoice = 'asInPhoto'): readonly SceneSession[] {
  const { pigment, ownPigments, plan, healing } = DEFAULT_TREATMENT;
  const looks = looksOf({ pigment, ownPigments, plan, healing, step, days, light });
  if (!looks.ok) throw new Error('The default treatment has no looks.');
  return plan.sessions.flatMap(({ share }, session): { upTo: number; look: Look }[] => {
    const look = looks.value[session] ?? null;
    return look === null ? [] : [{ upTo: share, look }];
  });
}

export interface LaidHead {
  readonly head: PracticeHead;
  readonly scene: Scene;
  readonly made: SceneDots;
  readonly layer: PigmentLayer;
}

export function layHead(head: PracticeHead, sessions?: readonly SceneSession[]): LaidHead {
  const designed = headScene(head, sessions);
  const made = dotsOfScene(designed);
  if (!made.ok || made.value === null) throw new Error('The head has no dots.');
  const laid = layOnPhoto(designed, { samples: samplesOf(head.photo), hairMm: null });
  if (!laid.ok || laid.value === null) throw new Error('The head has no pigment.');
  const { scene, layer } = laid.value;
  return { head, scene, made: made.value, layer };
}

const samples = new WeakMap<Raster, PhotoSamples>();

function samplesOf(photo: Raster): PhotoSamples {
  const known = samples.get(photo);
  if (known !== undefined) return known;
  const mips: Raster[] = [photo];
  const mip = (level: number): Raster => (mips[level] ??= halved(mip(level - 1)));
  const made = samplePhoto(mip);
  samples.set(photo, made);
  return made;
}

/** A rectangle of the photo, in its px. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the head's photo at `scale`, without and with its pigment. */
export function drawHead(laid: LaidHead, part: Part, scale: number): { before: Raster; after: Raster } {
  const width = Math.round(part.width * scale);
  const height = Math.round(part.height * scale);
  const picture = { width, height, scale, originX: -part.x * scale, originY: -part.y * scale };
  const before = { width, height, rgba: new Uint32Array(width * height) };
  resampleInto(before.rgba, laid.head.photo, picture);
  const after = { width, height, rgba: new Uint32Array(width * height) };
  const drawn = drawnScale(kernelSet(scale / laid.scene.mmPerPx), laid.scene);
  const over = (rgba: Uint32Array): { rgba: Uint32Array; offset: number; stride: number } => ({
    rgba,
    offset: 0,
    stride: width,
  });
  drawPigment(over(after.rgba), over(before.rgba), laid.layer, drawn, picture, scratchFor(width * height));
  return { before, after };
}
