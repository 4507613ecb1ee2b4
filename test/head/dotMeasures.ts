/** Dots laid over the practice head's photos, counted on the true skin. */
import { PLAIN_AREA } from '../../src/core/design/area';
import type { Photo } from '../../src/core/design/case';
import { applyEdit } from '../../src/core/design/edits';
import { newCase } from '../../src/core/design/newCase';
import { sceneOf } from '../../src/core/design/sceneOf';
import type { PhotoPoint } from '../../src/core/geometry/units';
import type { HeadOutline } from '../../src/core/head/headPhoto';
import { fromUnitCircle, toUnitCircle } from '../../src/core/head/outline';
import { placeDots } from '../../src/core/pigment/marks/placedDots';
import { dotsOfScene } from '../../src/core/pigment/dots/sceneDots';
import type { HeadView, Vec3 } from './camera';
import type { SamplePhoto } from './samplePhotos';
import { facingOf } from './surfaceTruth';
import { renderTruth, type HeadTruth } from './truth';

const TRUTH_WIDTH = 240;
export const PER_CM2 = 220;
const BANDS_DEG = [0, 20, 35, 45, 55, 63, 70] as const;
const SEEDS = [1, 2, 3, 4];
const LEAST_CM2 = 12;

/** An ellipse `share` times as large as the outline, without what lies below the level of the brow. */
const ringOf = (outline: HeadOutline, share: number): PhotoPoint[] =>
  Array.from({ length: 90 }, (_, i) => {
    const a = (i / 90) * 2 * Math.PI;
    const { x, y } = fromUnitCircle(outline, { x: share * Math.cos(a), y: share * Math.sin(a) });
    return { x, y: Math.min(y, outline.cy + 0.12 * outline.ry) };
  });

function isWithin(outline: HeadOutline, at: PhotoPoint): boolean {
  const { x, y } = toUnitCircle(outline, at);
  return x * x + y * y < 0.97 ** 2 && at.y - outline.cy < 0.05 * outline.ry;
}

/** Cosine between the skin's normal and the line of sight at a pixel of the truth; 0 where it is no skin. */
function facingAt({ surface, normal, positionMm, camera }: HeadTruth, o: number): number {
  if (surface[o] !== 1) return 0;
  const at3 = (of: ArrayLike<number>): Vec3 => [of[3 * o] ?? 0, of[3 * o + 1] ?? 0, of[3 * o + 2] ?? 0];
  return facingOf(camera, { at: at3(positionMm), normal: at3(normal) });
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

const truths = new Map<HeadView, HeadTruth>();

function truthOf({ view, width, height }: SamplePhoto['camera']): HeadTruth {
  const truth = truths.get(view) ?? renderTruth(view, TRUTH_WIDTH, (TRUTH_WIDTH * height) / width);
  truths.set(view, truth);
  return truth;
}

/** Dots on a photo in a case of these, by bands of the angle to the line of sight; but for those with little skin. */
export function measureDots({ photo, camera }: SamplePhoto, photos: readonly Photo[]): readonly DotBand[] {
  const truth = truthOf(camera);
  const { outline } = photo;
  const scale = photo.width / TRUTH_WIDTH;
  const bands = BANDS_DEG.slice(1).map(() => ({ dots: 0, cm2: 0, flat: 0, cosine: 0 }));
  for (let o = 0; o < truth.surface.length; o++) {
    const at = { x: ((o % truth.width) + 0.5) * scale, y: (Math.floor(o / truth.width) + 0.5) * scale };
    const facing = isWithin(outline, at) ? facingAt(truth, o) : 0;
    const band = bands[bandOf(facing)];
    if (band !== undefined) band.cm2 += cm2At(truth, o, facing);
  }
  for (const seed of SEEDS) {
    const empty = photos.reduce(
      (of, each) => applyEdit(of, { type: 'addPhoto', photo: each }),
      newCase({ caseId: 'c', designId: 'd', seed, engine: '1' }),
    );
    const rings = [ringOf(outline, 0.995)];
    const area = { ...PLAIN_AREA, kind: 'zone' as const, id: 'z', photoId: photo.id, purpose: 'full' as const };
    const filled = applyEdit(empty, { type: 'putArea', area: { ...area, perCm2: PER_CM2, rings, edgeMm: 0 } });
    const scene = sceneOf(filled, photo.id);
    const made = scene.ok ? dotsOfScene(scene.value) : scene;
    if (!scene.ok || !made.ok || made.value === null) throw new Error('The head has dots.');
    const { places } = placeDots(scene.value, made.value);
    for (let i = 0; i < places.x.length; i++) {
      const [x, y] = [places.x[i] ?? 0, places.y[i] ?? 0];
      const o = Math.floor(y / scale) * truth.width + Math.floor(x / scale);
      const facing = isWithin(outline, { x, y }) ? facingAt(truth, o) : 0;
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
