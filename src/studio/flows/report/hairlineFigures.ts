import type { Case } from '../../../core/design/case';
import { activePhoto, hairlineOn } from '../../../core/design/edits';
import type { Mm } from '../../../core/geometry/units';
import { faceOf, type Face } from '../../../core/head/guides/face';
import { guideOf } from '../../../core/head/guides/guides';
import { headInPhoto, type HeadInPhoto } from '../../../core/head/guides/headInPhoto';
import { heightOfLineMm, lineOnHead } from '../../../core/head/guides/lineOnHead';
import { stencilOf } from '../../../core/plan/stencil';

interface HairlineFigure {
  readonly key: 'length' | 'height';
  readonly mm: Mm;
}

/** What can be measured of the hairline on the active photo: its length, and its height over the brow. */
export function hairlineFigures(of: Case): readonly HairlineFigure[] {
  const photo = activePhoto(of);
  const points = photo === undefined ? undefined : hairlineOn(of, photo.id)?.points;
  if (photo === undefined || points === undefined) return [];
  const stencil = stencilOf(photo, points);
  if (!stencil.ok) return [];
  const head = headInPhoto(photo);
  const length = { key: 'length' as const, mm: stencil.value.lengthMm };
  return head === null ? [length] : [length, ...onHead(head, faceOf(photo, head), points)];
}

function onHead(head: HeadInPhoto, face: Face, points: Parameters<typeof lineOnHead>[0]): readonly HairlineFigure[] {
  const line = lineOnHead(points, head);
  // The height guide says whether the brow is known on this photo.
  const height = guideOf('height', head, face, points).ok ? heightOfLineMm(line, face, head) : null;
  return height === null ? [] : [{ key: 'height', mm: height }];
}
