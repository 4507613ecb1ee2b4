/** Six photos of one head in one case: each with the edge that its picture shows, and each knowing of the others. */
import type { PhotoOfHead } from '../../src/core/design/headsTogether';
import type { PhotoPoint } from '../../src/core/geometry/units';
import { HEAD_VIEWS, type Camera } from './camera';
import { fieldDistance } from './head';
import { farthestTowards, otherPhoto } from './otherHeads';
import { SKULL_CENTRE } from './sampleGuide';
import { samplePhoto, type SamplePhoto } from './samplePhotos';
import type { Field } from './surfaceTruth';

const STEP_DEG = 6;
/** Lower stand ears and brow, mm from the skull's middle. */
const FROM_MM = -4;
/** How far off a picture's edge is found (standard deviation of the practice head's own photos: 0.2–0.3 mm). */
const OFF_MM = 0.3;

/** A repeatable scatter between -1 and 1. */
const scatter = (i: number): number => (((Math.imul(i + 1, 0x9e3779b1) >>> 8) / 0x800000) % 2) - 1;

/** The edge of a head above brow and ears: in each direction of the picture the farthest place of its surface. */
export function edgeOf(camera: Camera, field: Field = fieldDistance): readonly PhotoPoint[] {
  const edge: PhotoPoint[] = [];
  for (let degrees = 0; degrees < 360; degrees += STEP_DEG) {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const { at, px, depthMm } = farthestTowards(camera, field, degrees);
    if (at[1] - SKULL_CENTRE[1] <= FROM_MM) continue;
    // Even between its ends, so that its deviation is 0.58 of them.
    const off = ((OFF_MM / 0.58) * scatter(edge.length)) / (depthMm * camera.pixelSlope);
    edge.push({ x: px.x + off * c, y: px.y + off * s });
  }
  return edge;
}

function joined(
  alone: readonly SamplePhoto[],
  field: Field,
): readonly (SamplePhoto & { readonly photo: PhotoOfHead })[] {
  const seen = alone.map((sample) => ({ ...sample, photo: { ...sample.photo, edge: edgeOf(sample.camera, field) } }));
  return seen.map((sample) => ({
    ...sample,
    photo: { ...sample.photo, others: seen.filter((each) => each !== sample).map(({ photo }) => photo) },
  }));
}

export const joinedPhotos = () => joined(HEAD_VIEWS.map(samplePhoto), fieldDistance);

export const joinedOthers = (field: Field) =>
  joined(
    HEAD_VIEWS.map((view) => otherPhoto(field, view)),
    field,
  );
