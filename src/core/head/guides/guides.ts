import type { Mm, PhotoPoint } from '../../geometry/units';
import { err, ok, type Result } from '../../result';
import { blend3, type Vec3 } from '../skull/vec3';
import { canthusAcrossMm, faceProblem, type Face, type FaceProblem } from './face';
import { gargOn, glabellaOn } from './garg';
import type { HeadInPhoto } from './headInPhoto';
import { lineOnHead, middleOfLine } from './lineOnHead';
import { onSkull, pieces, type OnSkull } from './onSkull';

export const GUIDES = ['thirds', 'garg', 'canthus', 'height', 'symmetry'] as const;
export type GuideId = (typeof GUIDES)[number];

/** A guide as it is drawn over the photo. */
export interface Guide {
  readonly id: GuideId;
  readonly lines: readonly (readonly PhotoPoint[])[];
  /** The construction's own points, by their letters. */
  readonly marks: readonly { readonly letter: string; readonly at: PhotoPoint }[];
  readonly figures: readonly { readonly at: PhotoPoint; readonly mm: Mm }[];
}

export type GuideProblem = FaceProblem | { readonly kind: 'noLine' };

/** A guide of a face on a photo's head; where it can't be made, why. `handles` are those of the photo's hairline, if any. */
export function guideOf(
  id: GuideId,
  head: HeadInPhoto,
  face: Face,
  handles: readonly PhotoPoint[],
): Result<Guide, GuideProblem> {
  switch (id) {
    case 'thirds':
      return thirds(head, face);
    case 'garg':
      return garg(head, face);
    case 'canthus':
      return canthus(head, face);
    case 'height':
      return height(head, face, handles);
    case 'symmetry':
      return symmetry(head, face);
    default:
      return id satisfies never;
  }
}

/** How far a level line runs round the forehead from the middle, and across the face below it. Our choice. */
const LEVEL_MM: Mm = 95;
const ACROSS_FACE_MM: Mm = 48;
/** Places of lines over the skull lie so far apart. */
const STEP_MM: Mm = 4;
/** Where the thirds' figures stand, as a share of the lines' half length. */
const FIGURES_ASIDE = 0.85;

/**
 * The face in three: brow to nose and nose to chin as they are, and over the brow a third as high as their mean, at
 * whose top the hairline stands. Heights are upright, as callipers take them.
 */
function thirds(head: HeadInPhoto, face: Face): Result<Guide, GuideProblem> {
  const problem = faceProblem(face, ['glabella', 'subnasale', 'menton']);
  if (problem !== null) return err(problem);
  const skull = onSkull(head.shape);
  const [brow, nose, chin] = [face.at('glabella'), face.at('subnasale'), face.at('menton')];
  const third = (brow[1] - chin[1]) / 2;
  const a = glabellaOn(skull, face);
  const top = skull.front(face.middleMm, a[1] + third);
  const levels = [top, a].map((from) => (from === null ? [] : seen(levelLine(skull, from, LEVEL_MM), head)));
  const across = [nose, chin].map((at) =>
    [-1, 1].map((side) => head.toPhoto([at[0] + side * ACROSS_FACE_MM, at[1], at[2]])),
  );
  // Beside the middle, where other guides have their figures.
  const between = (p: Vec3, q: Vec3): PhotoPoint => {
    const [x, y, z] = blend3(p, 0.5, q, 0.5);
    return head.toPhoto([x - ACROSS_FACE_MM * FIGURES_ASIDE, y, z]);
  };
  return ok({
    id: 'thirds',
    lines: [...levels.flat(), ...across],
    marks: [],
    figures: [
      ...(top === null ? [] : [{ at: between(top, a), mm: third }]),
      { at: between(brow, nose), mm: brow[1] - nose[1] },
      { at: between(nose, chin), mm: nose[1] - chin[1] },
    ],
  });
}

function garg(head: HeadInPhoto, face: Face): Result<Guide, GuideProblem> {
  const problem = faceProblem(face, ['glabella']);
  if (problem !== null) return err(problem);
  const skull = onSkull(head.shape);
  const sides = ([1, -1] as const).map((side) => gargOn(head, face, side));
  const lines: (readonly PhotoPoint[])[] = [];
  const marks = new Map<string, Guide['marks'][number]>();
  const figures: { at: PhotoPoint; mm: Mm }[] = [];
  for (const [i, { a, b, c, d, e }] of sides.entries()) {
    const ways: readonly (readonly [Vec3, Vec3])[] = [[a, e], [b, c], [c, e], ...(i === 0 ? [[a, b] as const] : [])];
    for (const [from, to] of ways) {
      const line = seen(skull.way(from, to), head);
      lines.push(...line);
      const middle = skull.between(from, to, 0.5);
      if (head.facing(middle) > SEEN && from !== c)
        figures.push({ at: head.toPhoto(middle), mm: skull.skinMm(from, to) });
    }
    for (const [letter, at] of Object.entries({ A: a, B: b, C: c, D: d, E: e })) {
      const key = letter === 'A' || letter === 'B' ? letter : `${letter}${String(i)}`;
      if (head.facing(at) > SEEN) marks.set(key, { letter, at: head.toPhoto(at) });
    }
  }
  return ok({ id: 'garg', lines, marks: [...marks.values()], figures });
}

/** Height over the glabella to which the canthi's verticals run, mm of skin. Our choice. */
const CANTHUS_UP_MM: Mm = 110;

function canthus(head: HeadInPhoto, face: Face): Result<Guide, GuideProblem> {
  const seenOnes = (['canthusLeft', 'canthusRight'] as const).filter((name) => face.seen(name));
  const problem = faceProblem(face, seenOnes.length === 0 ? ['canthusLeft'] : seenOnes);
  if (problem !== null) return err(problem);
  const skull = onSkull(head.shape);
  const across = canthusAcrossMm(face, head);
  const lines = seenOnes.flatMap((name) => {
    const x = face.middleMm + (name === 'canthusLeft' ? across : -across);
    const from = skull.front(x, face.at('glabella')[1]);
    const eye = face.at(name);
    const below = head.toPhoto([x, eye[1], eye[2]]);
    if (from === null) return [];
    return seen(upLine(skull, from, CANTHUS_UP_MM), head).map((line, i) => (i === 0 ? [below, ...line] : line));
  });
  return ok({ id: 'canthus', lines, marks: [], figures: [] });
}

function height(head: HeadInPhoto, face: Face, handles: readonly PhotoPoint[]): Result<Guide, GuideProblem> {
  const problem = faceProblem(face, ['glabella']);
  if (problem !== null) return err(problem);
  const skull = onSkull(head.shape);
  const a = glabellaOn(skull, face);
  const middle = middleOfLine(lineOnHead(handles, head), face);
  const b = middle === null ? null : skull.front(face.middleMm, middle[1]);
  if (b === null) return err({ kind: 'noLine' });
  const mm = skull.skinMm(a, b);
  const half = skull.between(a, b, 0.5);
  return ok({
    id: 'height',
    // In a profile the forehead is the silhouette itself, so nothing of this line is left out as turned away.
    lines: [skull.way(a, b).map(head.toPhoto)],
    marks: [],
    figures: [{ at: head.toPhoto(half), mm }],
  });
}

/** How far over the top the axis of symmetry is drawn, mm of skin from the glabella. Our choice. */
const SYMMETRY_MM: Mm = 330;

function symmetry(head: HeadInPhoto, face: Face): Result<Guide, GuideProblem> {
  const skull = onSkull(head.shape);
  const a = glabellaOn(skull, face);
  const over = seen(upLine(skull, a, SYMMETRY_MM), head);
  const down = (['glabella', 'nasion', 'subnasale', 'menton'] as const)
    .filter((name) => face.seen(name))
    .map((name) => head.toPhoto(face.at(name)));
  return ok({ id: 'symmetry', lines: [...over, ...(down.length > 1 ? [down] : [])], marks: [], figures: [] });
}

const upLine = (skull: OnSkull, from: Vec3, mm: Mm): readonly Vec3[] => chain(from, mm, (at) => skull.up(at, STEP_MM));

const levelLine = (skull: OnSkull, from: Vec3, mm: Mm): readonly Vec3[] => [
  ...chain(from, mm, (at) => skull.level(at, -STEP_MM)).toReversed(),
  ...chain(from, mm, (at) => skull.level(at, STEP_MM)).slice(1),
];

function chain(from: Vec3, mm: Mm, next: (at: Vec3) => Vec3): readonly Vec3[] {
  const line = [from];
  for (let walked = 0; walked < mm; walked += STEP_MM) line.push(next(line.at(-1) ?? from));
  return line;
}

/** A place that faces the camera by less is turned away, or as good as. */
const SEEN = 0.03;

/** The parts of a line on the skull that the camera sees. */
export function seen(line: readonly Vec3[], head: HeadInPhoto): readonly (readonly PhotoPoint[])[] {
  const parts: PhotoPoint[][] = [];
  for (const [a, b] of pieces(line)) {
    if (head.facing(a) <= SEEN || head.facing(b) <= SEEN) continue;
    const last = parts.at(-1);
    const from = head.toPhoto(a);
    if (last?.at(-1)?.x === from.x && last.at(-1)?.y === from.y) last.push(head.toPhoto(b));
    else parts.push([from, head.toPhoto(b)]);
  }
  return parts;
}
