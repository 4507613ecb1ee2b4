import type { Case, Photo } from '../../../../core/design/case';
import { hairlineOn, type CaseEdit } from '../../../../core/design/edits';
import { faceOf } from '../../../../core/head/guides/face';
import { headInPhoto } from '../../../../core/head/guides/headInPhoto';
import { placeStyle, type StyleOptions, type StyleProblem } from '../../../../core/head/styles/placeStyle';
import type { StyleEdge, StyleId } from '../../../../core/head/styles/style';
import { STYLES } from '../../../../core/head/styles/styles';
import { placedAs } from '../../../state/designAids';
import { err, ok, type Result } from '../../../../core/result';

/** The edits that give the design an edge: one undo step together. */
export const edgeEdits = ({ softEdgeMm, ...edge }: StyleEdge): readonly CaseEdit[] => [
  { type: 'setFill', fill: { softEdgeMm } },
  { type: 'setEdge', edge },
];

/** The edit that puts a style on a photo in place of its line, with the style's edge; one undo step. */
export function styleEdit(
  of: Case,
  photo: Photo,
  id: StyleId,
  options: StyleOptions,
  newAreaId: string,
): Result<CaseEdit, StyleProblem | { readonly kind: 'noHead' }> {
  const head = headInPhoto(photo);
  if (head === null) return err({ kind: 'noHead' });
  const style = STYLES[id];
  const points = placeStyle(style, options, head, faceOf(photo, head));
  if (!points.ok) return points;
  placedAs.set(points.value, { id, options });
  const areaId = hairlineOn(of, photo.id)?.id ?? newAreaId;
  const line: CaseEdit = { type: 'setHairline', areaId, photoId: photo.id, points: points.value };
  return ok({ type: 'together', edits: [line, ...edgeEdits(style.edge)] });
}
