import { PLAIN_AREA } from '../../../core/design/area';
import { FRESH_PHOTO, type Case, type Photo } from '../../../core/design/case';
import type { HeadOutline, View, Landmark } from '../../../core/head/headPhoto';
import { newCase } from '../../../core/design/newCase';
import { ENGINE_VERSION } from '../../../core/scatter/engineVersion';
import { defaultMidline } from '../../../core/head/midline';
import { defaultOutline } from '../../../core/head/outline';
import { findHead, type FoundHead } from '../../../core/head/silhouette/findHead';
import { shrink } from '../../../core/head/silhouette/shrink';
import type { OpenedPhoto } from '../../photo/openPhoto';
import type { SampleTruth } from '../../photo/samples';

/** The samples' midline is known down to the brow; the chin lies about so many times as far from the hairline. */
const CHIN = 2.8;

export const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

export const emptyCase = (name: string): Case => {
  const made = newCase({
    caseId: crypto.randomUUID(),
    designId: crypto.randomUUID(),
    seed: freshSeed(),
    engine: ENGINE_VERSION,
  });
  return { ...made, client: { ...made.client, name } };
};

/** A new case on a client's photo: the head's outline is a guess until it is placed, and no hairline yet. */
export function caseOfPhoto(opened: OpenedPhoto): Case {
  return withPhoto(emptyCase(''), plainPhoto(opened, 'front'));
}

/** A new case on a sample, with the outline that is known of it and a finished hairline. */
export function caseOfSample(opened: OpenedPhoto, truth: SampleTruth, name: string): Case {
  // The outline is known in the sample file's own pixels, which the work copy may have made fewer of.
  const ratio = opened.width / truth.width;
  const outline: HeadOutline = {
    cx: truth.outline.cx * ratio,
    cy: truth.outline.cy * ratio,
    rx: truth.outline.rx * ratio,
    ry: truth.outline.ry * ratio,
    angleDeg: truth.outline.angleDeg,
    placed: true,
  };
  const [top, brow] = truth.midline.map((p) => ({ x: p.x * ratio, y: p.y * ratio }));
  const bottom = top && brow && { x: top.x + (brow.x - top.x) * CHIN, y: top.y + (brow.y - top.y) * CHIN };
  const plain = plainPhoto(opened, truth.view);
  const pose = { ...truth.pose, placed: true };
  const landmarks = landmarksOf(truth, ratio);
  const photo = { ...plain, outline, pose, landmarks, ...(top && bottom ? { midline: { top, bottom } } : {}) };
  const made = withPhoto(emptyCase(name), photo);
  const points = truth.hairline.map((p) => ({ x: p.x * ratio, y: p.y * ratio }));
  const area = { ...PLAIN_AREA, kind: 'hairline' as const, id: crypto.randomUUID(), photoId: photo.id, points };
  return {
    ...made,
    // One arrangement for everybody's first look; "New arrangement" is a tap away.
    designs: made.designs.map((design) => ({ ...design, seed: 1, areas: [area] })),
  };
}

/** Brow and pupils as the sample knows them: they count as confirmed. The picture's left pupil is the client's right. */
function landmarksOf({ glabella, pupils }: SampleTruth, ratio: number): readonly Landmark[] {
  const known = { glabella, pupilRight: pupils?.[0], pupilLeft: pupils?.[1] };
  return (['glabella', 'pupilRight', 'pupilLeft'] as const).flatMap((name) => {
    const at = known[name];
    return at == null ? [] : [{ name, at: { x: at.x * ratio, y: at.y * ratio }, confirmed: true }];
  });
}

/** What is known of a photo that was just opened. */
export function plainPhoto(opened: OpenedPhoto, view: View): Photo {
  const { outline, edge } = headIn(opened, view);
  return {
    ...FRESH_PHOTO,
    id: crypto.randomUUID(),
    sha256: opened.sha256,
    width: opened.width,
    height: opened.height,
    view,
    calibration: { kind: 'estimate' },
    outline,
    edge,
    midline: defaultMidline(outline, view),
  };
}

/** A copy this small shows the silhouette to half a millimetre and is searched in some 10 ms. */
const SEARCHED_PX = 220;

/** The head's own silhouette before a plain ground; where it can't be found, where a usual photo has it. */
function headIn({ width, height, pixels }: OpenedPhoto, view: View): FoundHead {
  const { factor, ...small } = shrink({ width, height, rgba: pixels }, SEARCHED_PX);
  const found = findHead(small, view);
  if (found === null) return { outline: defaultOutline(view, width, height), edge: [] };
  const { cx, cy, rx, ry } = found.outline;
  return {
    outline: { ...found.outline, cx: cx * factor, cy: cy * factor, rx: rx * factor, ry: ry * factor },
    edge: found.edge.map(({ x, y }) => ({ x: Math.round(x * factor), y: Math.round(y * factor) })),
  };
}

const withPhoto = (of: Case, photo: Photo): Case => ({ ...of, photos: [photo], activePhotoId: photo.id });
