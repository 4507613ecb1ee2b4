import { distance } from '../../geometry/vec';
import type { Mm, PhotoPoint } from '../../geometry/units';
import { LANDMARKS, type HeadPhoto, type Landmark, type LandmarkName } from '../headPhoto';
import { MEAN_BREADTH_MM, MEAN_LENGTH_MM, MEAN_UP_MM, shapeBreadthMm, shapeLengthMm, shapeUpMm } from '../skull/shape';
import { dot3, unit3, type Vec3 } from '../skull/vec3';
import type { HeadInPhoto } from './headInPhoto';

/** A landmark of a mean head: its place, and the direction from which it is seen best. */
interface MeanLandmark {
  readonly at: Vec3;
  readonly faces: Vec3;
}

/**
 * Mean places, mm from the skull's centre on a head of mean size. Pupils 63 mm apart (Dodgson 2004); the thirds of the
 * face equal, 67 mm each, as drawing rules and means of adults have them; depths are our choice after such faces.
 */
const MEAN: Readonly<Record<LandmarkName, MeanLandmark>> = {
  glabella: { at: [0, -17, 96], faces: [0, 0.2, 1] },
  nasion: { at: [0, -28, 91], faces: [0, 0, 1] },
  pupilLeft: { at: [31.5, -35, 86], faces: [0.35, 0.1, 0.94] },
  pupilRight: { at: [-31.5, -35, 86], faces: [-0.35, 0.1, 0.94] },
  canthusLeft: { at: [46, -36, 72], faces: [0.6, 0, 0.8] },
  canthusRight: { at: [-46, -36, 72], faces: [-0.6, 0, 0.8] },
  subnasale: { at: [0, -84, 104], faces: [0, -0.6, 0.8] },
  menton: { at: [0, -151, 92], faces: [0, -0.55, 0.84] },
};

/** A landmark that turns further from the camera than this is hidden, or lies behind what stands before it. Our choice. */
const LEAST_FACING = 0.08;
/** Landmarks of the midline are still seen as the profile's own line. */
const LEAST_IN_PROFILE = -0.12;

const onMidline = (name: LandmarkName): boolean => MEAN[name].at[0] === 0;

/** Where a landmark stands on a head of these sizes whose face nobody has marked. */
export function meanPlace(name: LandmarkName, { shape }: Pick<HeadInPhoto, 'shape'>): Vec3 {
  const [x, y, z] = MEAN[name].at;
  return [
    (x * shapeBreadthMm(shape)) / MEAN_BREADTH_MM,
    (y * shapeUpMm(shape)) / MEAN_UP_MM,
    (z * shapeLengthMm(shape)) / MEAN_LENGTH_MM,
  ];
}

export function isInView(name: LandmarkName, head: HeadInPhoto): boolean {
  return dot3(unit3(MEAN[name].faces), head.back) > (onMidline(name) ? LEAST_IN_PROFILE : LEAST_FACING);
}

/** No face departs by more from a mean one: a landmark put further off is a slip, and carries others only so far. Our choice. */
const MOST_CARRIED_MM: Mm = 20;

/**
 * The landmarks of a photo: those that stand in it, and a proposal for every other that the view shows. Proposals follow from
 * the fitted head and are carried along by what the confirmed ones have shown of this face, the nearest most.
 */
export function landmarksOf(photo: Pick<HeadPhoto, 'landmarks'>, head: HeadInPhoto): readonly Landmark[] {
  const proposed = (name: LandmarkName): PhotoPoint => head.toPhoto(meanPlace(name, head));
  const shown = photo.landmarks.map(({ name, at }) => {
    const was = proposed(name);
    const away = distance(at, was);
    const carried = Math.min(1, (MOST_CARRIED_MM * head.pxPerMm) / Math.max(away, 1e-9));
    return { was, dx: (at.x - was.x) * carried, dy: (at.y - was.y) * carried };
  });
  return LANDMARKS.flatMap((name): Landmark[] => {
    const placed = photo.landmarks.find((each) => each.name === name);
    if (placed !== undefined) return [placed];
    if (!isInView(name, head)) return [];
    const at = proposed(name);
    let [dx, dy, sum] = [0, 0, 0];
    for (const each of shown) {
      const weight = 1 / (1 + distance(each.was, at));
      dx += weight * each.dx;
      dy += weight * each.dy;
      sum += weight;
    }
    return [{ name, at: sum > 0 ? { x: at.x + dx / sum, y: at.y + dy / sum } : at, confirmed: false }];
  });
}

/** The face on the head, mm in the head's axes; what this view hides is where a mean face has it. */
export interface Face {
  readonly at: (name: LandmarkName) => Vec3;
  /** The landmark is seen on this photo, proposed or confirmed. */
  readonly seen: (name: LandmarkName) => boolean;
  /** A technician has confirmed it on this photo. */
  readonly marked: (name: LandmarkName) => boolean;
  /** x of the plane of symmetry. */
  readonly middleMm: number;
}

/** A view shows the middle of the face where its right and the head's breadth agree by this much (cosine). Our choice. */
const SHOWS_MIDDLE = 0.6;

export function faceOf(photo: Pick<HeadPhoto, 'landmarks'>, head: HeadInPhoto): Face {
  const landmarks = landmarksOf(photo, head);
  const places = new Map<LandmarkName, Vec3>();
  for (const name of LANDMARKS) {
    const mean = meanPlace(name, head);
    const seen = landmarks.find((each) => each.name === name);
    places.set(name, seen === undefined ? mean : head.atDepthOf(seen.at, mean));
  }
  const at = (name: LandmarkName): Vec3 => places.get(name) ?? meanPlace(name, head);
  // Upright faces are looked at from the front; from the side the midline has no breadth to be measured.
  const shows =
    Math.abs(head.back[0]) < SHOWS_MIDDLE && landmarks.some(({ name, confirmed }) => name === 'glabella' && confirmed);
  return {
    at,
    seen: (name) => landmarks.some((each) => each.name === name),
    marked: (name) => landmarks.some((each) => each.name === name && each.confirmed),
    middleMm: shows ? at('glabella')[0] : 0,
  };
}

/** Half the breadth between the lateral canthi, mm: where the vertical through each stands from the middle. */
export function canthusAcrossMm(face: Face, head: HeadInPhoto): number {
  const both = (['canthusLeft', 'canthusRight'] as const).filter(
    (name) => face.seen(name) && Math.abs(head.back[0]) < SHOWS_MIDDLE,
  );
  const across = (both.length > 0 ? both : (['canthusLeft'] as const)).map((name) =>
    Math.abs(face.at(name)[0] - face.middleMm),
  );
  const mean = across.reduce((sum, each) => sum + each, 0) / across.length;
  return both.length > 0 ? mean : Math.abs(meanPlace('canthusLeft', head)[0]);
}

/** From the forehead down; what stands lower in this list stands lower in the face. */
const DOWNWARDS: readonly LandmarkName[] = ['glabella', 'nasion', 'subnasale', 'menton'];

export type FaceProblem =
  | { readonly kind: 'order'; readonly above: LandmarkName; readonly below: LandmarkName }
  | { readonly kind: 'notSeen'; readonly name: LandmarkName };

/** What makes a construction from these landmarks senseless: one that the view hides, or a chin above the brow. */
export function faceProblem(face: Face, names: readonly LandmarkName[]): FaceProblem | null {
  const hidden = names.find((name) => !face.seen(name));
  if (hidden !== undefined) return { kind: 'notSeen', name: hidden };
  const column = DOWNWARDS.filter((name) => names.includes(name));
  for (const [i, below] of column.entries()) {
    const above = column[i - 1];
    if (above !== undefined && face.at(above)[1] <= face.at(below)[1]) return { kind: 'order', above, below };
  }
  const crossed = names.includes('canthusLeft') && names.includes('canthusRight');
  if (crossed && face.at('canthusLeft')[0] <= face.at('canthusRight')[0])
    return { kind: 'order', above: 'canthusLeft', below: 'canthusRight' };
  return null;
}

/** The landmarks with one put where a hand has it: confirmed from then on. */
export const withLandmark = (
  landmarks: readonly Landmark[],
  name: LandmarkName,
  at: PhotoPoint,
): readonly Landmark[] => [...landmarks.filter((each) => each.name !== name), { name, at, confirmed: true }];
