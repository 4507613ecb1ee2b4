import type { HairArea } from '../../../core/design/area';
import type { Design, Photo } from '../../../core/design/case';
import { activeDesign, activePhoto, hairlineOn, type CaseEdit } from '../../../core/design/edits';
import { FILL_RANGES } from '../../../core/design/fillRanges';
import type { Look } from '../../../core/design/scene';
import { combineOutlines, outlinesArea } from '../../../core/geometry/outlines';
import type { PhotoPoint } from '../../../core/geometry/units';
import { insideOutline } from '../../../core/head/outline';
import { regionBehind } from '../../../core/head/region';
import { mmPerPx } from '../../../core/head/scale';
import { scalpOf } from '../../../core/head/scalpOf';
import { fillOverDonor, readDonor } from '../../../core/pigment/hair/donorPatch';
import { hairTexture, proposeHair, smoothPlaceNear, type HairTexture } from '../../../core/pigment/hair/hairTexture';
import { looksOf } from '../../../core/pigment/lookOf';
import { HEALED_DAY } from '../../../core/pigment/time/healingCurves';
import { DEFAULT_LIGHT } from '../../../core/pigment/light/lightChoice';
import { meanOfPatch } from '../../../core/pigment/skin/patch';
import { standingHair } from '../../../core/tools/area/areaTools';
import { currentPicture } from '../../canvas/sceneFeed';
import { chooseAreas } from '../../canvas/toolDesk';
import { caseStore, commit } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';
import { formatNumber, text } from '../../texts/texts';
import { say } from '../notices';

export interface ReadPhoto {
  readonly photoId: string;
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly texture: HairTexture;
}

/** The last photo that was read: a slider asks for the same one again and again. */
let read: ReadPhoto | null = null;

/** The photo as it is without dots; null while none is shown. */
export async function readPhoto(photo: Photo): Promise<ReadPhoto | null> {
  if (read?.photoId === photo.id) return read;
  const rows = currentPicture()?.openRows() ?? null;
  if (rows === null) return null;
  try {
    const bytes = await rows.read('before', 0, rows.height);
    if (bytes === null) return null;
    const rgba = new Uint8Array(bytes);
    const texture = hairTexture(rgba, rows.width, rows.height, mmPerPx(photo).mmPerPx);
    read = { photoId: photo.id, rgba, width: rows.width, texture };
    return read;
  } finally {
    rows.close();
  }
}

const photoNow = (): Photo | undefined => {
  const of = caseStore.getState().case;
  return of === null ? undefined : activePhoto(of);
};

/** A proposal takes the place of the one before it, so that the threshold can be tried out. */
let proposedId: string | null = null;

/** Shows what would be taken for hair at a threshold (0–1), or keeps it; says so where nothing is. */
export async function proposeHairArea(threshold: number, how: 'draft' | 'commit'): Promise<void> {
  const photo = photoNow();
  if (photo === undefined) return;
  const known = await readPhoto(photo);
  if (known === null || photoNow()?.id !== photo.id) return;
  const rings = proposeHair(known.texture, mmPerPx(photo).mmPerPx, threshold, headOf(photo));
  if (rings.length === 0) {
    sessionStore.setState({ draft: null });
    say('info', text('areas.hair.none'));
    return;
  }
  const edit = hairEdit(photo, rings);
  if (how === 'draft') {
    sessionStore.setState({ draft: edit.edit });
    return;
  }
  sessionStore.setState({ draft: null });
  commit(edit.edit);
  chooseAreas([edit.id]);
  proposedId = edit.id;
}

function hairEdit(photo: Photo, rings: HairArea['rings']): { readonly id: string; readonly edit: CaseEdit } {
  const of = caseStore.getState().case;
  const before = of === null ? undefined : activeDesign(of)?.areas.find(({ id }) => id === proposedId);
  if (before?.kind === 'hair' && before.photoId === photo.id) {
    return { id: before.id, edit: { type: 'putArea', area: { ...before, rings } } };
  }
  proposedId = crypto.randomUUID();
  return { id: proposedId, edit: { type: 'putArea', area: standingHair(proposedId, photo.id, rings) } };
}

/** On the fitted skull, and on a close-up everywhere. */
function headOf(photo: Photo): (p: PhotoPoint) => boolean {
  const { map } = scalpOf(photo);
  return (p) => (photo.view === 'other' || insideOutline(photo.outline, p)) && map.toChart(p) !== null;
}

/** Reads a donor patch whenever its place is picked. Called once. */
export function watchDonor(): void {
  sessionStore.subscribe(({ tool, toolView }, before) => {
    if (tool !== 'donor' || toolView.ringed === null || toolView.ringed === before.toolView.ringed) return;
    void matchDonor(toolView.ringed);
  });
}

/** Half the side of the patch that is read, mm: a square centimetre holds enough hairs for a count. Our choice. */
const PATCH_MM = 5;
/** Nearer than this in luminance, healed, counts as a match; our choice, about what is just seen. */
const MATCHES_WITHIN = 0.08;

/** Reads the hair around a place and takes its density over, for the chosen zones or else for the design. */
async function matchDonor(at: PhotoPoint): Promise<void> {
  const photo = photoNow();
  const known = photo === undefined ? null : await readPhoto(photo);
  const of = caseStore.getState().case;
  const design = of === null ? undefined : activeDesign(of);
  if (photo === undefined || known === null || design === undefined) return;
  const scalp = scalpOf(photo);
  const on = scalp.map.toChart(at);
  const place = on === null ? null : scalp.map.place(on);
  const perPx = place === null ? scalp.mmPerPx : 1 / place.pxPerMm;
  const found = readDonor({
    ...at,
    rgba: known.rgba,
    width: known.width,
    firstRow: 0,
    mmPerPx: perPx,
    halfMm: PATCH_MM,
    facing: place?.facing ?? 1,
  });
  if (!found.ok) {
    say('error', text(`areas.hair.${found.error.kind}`));
    return;
  }
  const { min, max } = FILL_RANGES.perCm2;
  const perCm2 = Math.round(Math.min(max, Math.max(min, found.value.hairsPerCm2)));
  const { selectedAreas } = sessionStore.getState();
  const zones = design.areas.filter((area) => area.kind === 'zone' && selectedAreas.includes(area.id));
  commit(
    zones.length === 0
      ? { type: 'setFill', fill: { perCm2 } }
      : { type: 'together', edits: zones.map((area) => ({ type: 'putArea', area: { ...area, perCm2 } })) },
  );
  const look = healedLook(design);
  const smooth = smoothPlaceNear(known.texture, at, headOf(photo));
  const skin =
    smooth === null ? null : meanOfPatch(known.rgba, known.width, 0, { ...smooth, radius: known.texture.cellPx / 2 });
  const over = look === null || skin === null ? 1 : fillOverDonor(found.value, skin, look, design.fill);
  const words = { perCm2: formatNumber(perCm2), percent: formatNumber(Math.abs(over - 1) * 100) };
  const shade = Math.abs(over - 1) <= MATCHES_WITHIN ? 'matched' : over > 1 ? 'lighter' : 'darker';
  say('info', text(`areas.hair.${shade}`, words));
}

/** How the last session's dots look once they have healed; null where the pigment is not known any more. */
export function healedLook({ treatment }: Design): Look | null {
  const step = treatment.plan.sessions.length;
  const looks = looksOf({ ...treatment, step, days: HEALED_DAY, light: DEFAULT_LIGHT });
  return looks.ok ? (looks.value.at(-1) ?? null) : null;
}

/** Views from which a style's area runs over the hair at the side. */
const SIDE_VIEWS: readonly Photo['view'][] = ['front45', 'left', 'right'];
/** Less hair under the area than this is no matter; our choice. */
const WORTH_MARKING_CM2 = 4;
const OFFER_THRESHOLD = 0.5;

/** After a style has been placed: offers to mark the standing hair that its area runs over, where there is much of it. */
export async function offerHair(): Promise<void> {
  const photo = photoNow();
  const of = caseStore.getState().case;
  if (photo === undefined || of === null || !SIDE_VIEWS.includes(photo.view)) return;
  const areas = activeDesign(of)?.areas.filter(({ photoId }) => photoId === photo.id) ?? [];
  const line = hairlineOn(of, photo.id);
  const region = line === undefined ? null : regionBehind(line.points, photo.outline, photo.view);
  if (areas.some(({ kind }) => kind === 'hair') || region?.ok !== true) return;
  const known = await readPhoto(photo);
  if (known === null || caseStore.getState().case !== of) return;
  const perPx = mmPerPx(photo).mmPerPx;
  const hair = proposeHair(known.texture, perPx, OFFER_THRESHOLD, headOf(photo));
  const ring = Array.from({ length: region.value.ring.length / 2 }, (_, i) => ({
    x: region.value.ring[2 * i] ?? 0,
    y: region.value.ring[2 * i + 1] ?? 0,
  }));
  const shared = outlinesArea(combineOutlines('intersect', hair, [ring])) * (perPx / 10) ** 2;
  if (shared < WORTH_MARKING_CM2) return;
  say('info', text('areas.hair.offer'), {
    label: text('areas.hair.offerMark'),
    run: () => {
      sessionStore.setState({ notice: null });
      void proposeHairArea(OFFER_THRESHOLD, 'commit');
    },
  });
}
