/** Dots laid over the practice head's photos, counted on the true skin. */
import { readFileSync } from 'node:fs';
import { PLAIN_AREA } from '../../src/core/design/area';
import type { Photo } from '../../src/core/design/case';
import { applyEdit } from '../../src/core/design/edits';
import { newCase } from '../../src/core/design/newCase';
import { sceneOf } from '../../src/core/design/sceneOf';
import type { PhotoPoint } from '../../src/core/geometry/units';
import type { HeadOutline, View } from '../../src/core/head/headPhoto';
import { placeDots } from '../../src/core/pigment/marks/placedDots';
import { dotsOfScene } from '../../src/core/pigment/dots/sceneDots';
import { HEAD_VIEWS, type HeadView } from './camera';
import { edgeOf } from './joinedPhotos';
import { samplePhoto } from './samplePhotos';
import { renderTruth, type HeadTruth } from './truth';

export interface Sample {
  readonly view: HeadView & View;
  readonly width: number;
  readonly height: number;
  readonly outline: Omit<HeadOutline, 'placed'>;
}

export const SAMPLES = JSON.parse(
  readFileSync(new URL('../../public/samples/samples.json', import.meta.url), 'utf8'),
) as readonly Sample[];

const TRUTH_WIDTH = 240;
export const PER_CM2 = 220;
const BANDS_DEG = [0, 20, 35, 45, 55, 63, 70] as const;
const SEEDS = [1, 2, 3, 4];
const LEAST_CM2 = 12;

/** An ellipse `share` times as large as the outline, without what lies below the level of the brow. */
function ringOf({ outline }: Sample, share: number): PhotoPoint[] {
  const turn = (outline.angleDeg * Math.PI) / 180;
  return Array.from({ length: 90 }, (_, i) => {
    const a = (i / 90) * 2 * Math.PI;
    const [u, v] = [outline.rx * share * Math.cos(a), outline.ry * share * Math.sin(a)];
    const [x, y] = [u * Math.cos(turn) - v * Math.sin(turn), u * Math.sin(turn) + v * Math.cos(turn)];
    return { x: outline.cx + x, y: Math.min(outline.cy + y, outline.cy + 0.12 * outline.ry) };
  });
}

const isWithin = (sample: Sample, x: number, y: number): boolean => {
  const { outline } = sample;
  const turn = (-outline.angleDeg * Math.PI) / 180;
  const [dx, dy] = [x - outline.cx, y - outline.cy];
  const u = (dx * Math.cos(turn) - dy * Math.sin(turn)) / outline.rx;
  const v = (dx * Math.sin(turn) + dy * Math.cos(turn)) / outline.ry;
  return u * u + v * v < 0.97 ** 2 && dy < 0.05 * outline.ry;
};

/** Cosine between the skin's normal and the line of sight at a pixel of the truth; 0 where it is no skin. */
function facingAt({ surface, normal, positionMm, camera }: HeadTruth, o: number): number {
  if (surface[o] !== 1) return 0;
  const [px, py, pz] = camera.positionMm;
  const v = [px - (positionMm[3 * o] ?? 0), py - (positionMm[3 * o + 1] ?? 0), pz - (positionMm[3 * o + 2] ?? 0)];
  const dot = v.reduce((sum, each, c) => sum + each * (normal[3 * o + c] ?? 0), 0);
  return dot / Math.hypot(...v);
}

/**
 * Scalp that a pixel shows: its own size over the cosine, and over how slantingly its ray leaves the camera's axis (1.1 % in
 * the picture's corners).
 */
function cm2At({ camera, mmPerPx, positionMm }: HeadTruth, o: number, facing: number): number {
  const scale = mmPerPx[o] ?? 0;
  const ray = Math.hypot(...camera.positionMm.map((mm, c) => mm - (positionMm[3 * o + c] ?? 0)));
  const depth = scale / camera.pixelSlope;
  return (scale ** 2 * depth) / ray / facing / 100;
}

const bandOf = (facing: number): number => {
  const angle = (Math.acos(Math.min(1, facing)) * 180) / Math.PI;
  return facing > 0 ? BANDS_DEG.findIndex((from, i) => angle >= from && angle < (BANDS_DEG[i + 1] ?? 0)) : -1;
};

export interface DotBand {
  readonly fromDeg: number;
  readonly dots: number;
  readonly cm2: number;
  /** Mean flattening of the marks over the mean cosine. */
  readonly flattening: number;
}

/** The six photos as one case holds them. */
export const SIX: readonly Photo[] = HEAD_VIEWS.map((view) => {
  const sample = samplePhoto(view);
  return { ...sample.photo, edge: edgeOf(sample.camera) };
});

const truths = new Map<HeadView, HeadTruth>();

function truthOf({ view, width, height }: Sample): HeadTruth {
  const truth = truths.get(view) ?? renderTruth(view, TRUTH_WIDTH, (TRUTH_WIDTH * height) / width);
  truths.set(view, truth);
  return truth;
}

/** Dots on one photo of a case, by bands of the angle to the line of sight; but for those with little skin. */
export function measureDots(sample: Sample, photos: readonly Photo[]): readonly DotBand[] {
  const truth = truthOf(sample);
  const scale = sample.width / TRUTH_WIDTH;
  const photo = photos.find(({ view }) => view === sample.view);
  if (photo === undefined) throw new Error('The case has the photo.');
  const bands = BANDS_DEG.slice(1).map(() => ({ dots: 0, cm2: 0, flat: 0, cosine: 0 }));
  for (let o = 0; o < truth.surface.length; o++) {
    const [x, y] = [((o % truth.width) + 0.5) * scale, (Math.floor(o / truth.width) + 0.5) * scale];
    const facing = isWithin(sample, x, y) ? facingAt(truth, o) : 0;
    const band = bands[bandOf(facing)];
    if (band !== undefined) band.cm2 += cm2At(truth, o, facing);
  }
  for (const seed of SEEDS) {
    const empty = photos.reduce(
      (of, each) => applyEdit(of, { type: 'addPhoto', photo: each }),
      newCase({ caseId: 'c', designId: 'd', seed, engine: '1' }),
    );
    const rings = [ringOf(sample, 0.995)];
    const area = { ...PLAIN_AREA, kind: 'zone' as const, id: 'z', photoId: photo.id, purpose: 'full' as const };
    const filled = applyEdit(empty, { type: 'putArea', area: { ...area, perCm2: PER_CM2, rings, edgeMm: 0 } });
    const scene = sceneOf(filled, photo.id);
    const made = scene.ok ? dotsOfScene(scene.value) : scene;
    if (!scene.ok || !made.ok || made.value === null) throw new Error('The head has dots.');
    const { places } = placeDots(scene.value, made.value);
    for (let i = 0; i < places.x.length; i++) {
      const [x, y] = [places.x[i] ?? 0, places.y[i] ?? 0];
      const o = Math.floor(y / scale) * truth.width + Math.floor(x / scale);
      const facing = isWithin(sample, x, y) ? facingAt(truth, o) : 0;
      const band = bands[bandOf(facing)];
      if (band === undefined) continue;
      band.dots++;
      band.flat += places.facing[i] ?? 0;
      band.cosine += facing;
    }
  }
  return bands
    .map(({ dots, cm2, flat, cosine }, i) => ({
      fromDeg: BANDS_DEG[i] ?? 0,
      dots: dots / SEEDS.length,
      cm2,
      flattening: flat / cosine,
    }))
    .filter(({ cm2 }) => cm2 > LEAST_CM2);
}
