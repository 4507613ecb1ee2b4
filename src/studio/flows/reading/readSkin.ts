import type { Case, Photo } from '../../../core/design/case';
import { activeDesign, activePhoto } from '../../../core/design/edits';
import type { Rgb } from '../../../core/design/scene';
import { regionBehind } from '../../../core/head/region';
import { skinWithin } from '../../../core/pigment/skin/skinSample';
import { proposeSkinType, type NotSkin, type SkinTypeProposal } from '../../../core/pigment/skin/skinType';
import { err, ok, type Result } from '../../../core/result';
import { currentPicture } from '../../canvas/sceneFeed';
import { caseStore } from '../../state/caseStore';

export interface SkinRead extends SkinTypeProposal {
  /** Mean linear light of the skin that was read. */
  readonly skin: Rgb;
}

export type SkinUnread =
  NotSkin | { readonly kind: 'noArea' } | { readonly kind: 'noSkinThere' } | { readonly kind: 'noPicture' };

/** The photo is read so small, in pixels of its longer side: a mean needs no more. Our choice. */
const READ_PX = 256;

/** Proposes a skin type from the bare skin of the untouched photo under the areas of the design. */
export async function readSkin(): Promise<Result<SkinRead, SkinUnread>> {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  if (of === null || photo === undefined) return err({ kind: 'noPicture' });
  const rings = ringsOn(of, photo);
  if (rings.length === 0) return err({ kind: 'noArea' });
  const small = await smallPhoto(photo);
  if (small === null) return err({ kind: 'noPicture' });
  const scale = small.width / photo.width;
  const skin = skinWithin(
    small.rgba,
    small.width,
    small.height,
    rings.map((ring) => ring.map(([x, y]) => [x * scale, y * scale] as const)),
  );
  if (skin === null) return err({ kind: 'noSkinThere' });
  const proposed = proposeSkinType(skin);
  return proposed.ok ? ok({ ...proposed.value, skin }) : proposed;
}

async function smallPhoto({ width, height }: Photo) {
  const rows = currentPicture()?.openRows({ scale: Math.min(1, READ_PX / Math.max(width, height)) }) ?? null;
  if (rows === null) return null;
  try {
    const rgba = await rows.read('before', 0, rows.height);
    return rgba === null ? null : { rgba: new Uint8Array(rgba), width: rows.width, height: rows.height };
  } finally {
    rows.close();
  }
}

type PhotoRing = readonly (readonly [number, number])[];

/** The areas that are to be dotted on a photo, as rings in its pixels. */
function ringsOn(of: Case, photo: Photo): readonly PhotoRing[] {
  const areas = activeDesign(of)?.areas.filter(({ photoId }) => photoId === photo.id) ?? [];
  return areas.flatMap((area): readonly PhotoRing[] => {
    if (area.kind === 'zone') return area.rings.map((ring) => ring.map(({ x, y }) => [x, y] as const));
    if (area.kind !== 'hairline') return [];
    const region = regionBehind(area.points, photo.outline, photo.view);
    return region.ok ? [pairs(region.value.ring)] : [];
  });
}

function pairs(flat: Float64Array): PhotoRing {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i] as number, flat[2 * i + 1] as number] as const);
}
