import type { Case, HairLoss, Photo } from '../../../core/design/case';
import type { HeadOutline, Midline } from '../../../core/head/headPhoto';
import { activePhoto, hairlineOn } from '../../../core/design/edits';
import { toScreen } from '../../../core/geometry/camera';
import { flattenCurve, type CurveHandle } from '../../../core/geometry/curve';
import type { PhotoPoint, ScreenPoint } from '../../../core/geometry/units';
import { mmPerPx } from '../../../core/head/scale';
import { areasOn, type PointedArea } from '../../../core/tools/area/areaEdit';
import { withDraft, type SessionState } from '../../state/sessionStore';

/** All that is drawn above the picture, in CSS pixels of the canvas. */
export interface OverlayModel {
  readonly photo: Photo;
  /** The hairline's handles in the photo. */
  readonly points: readonly CurveHandle[];
  readonly aids: SessionState['aids'];
  readonly hairLoss: HairLoss | null;
  readonly place: (p: PhotoPoint) => ScreenPoint;
  readonly scale: number;
  /** The hairline's curve, x0, y0 … in screen px; null where there is none. */
  readonly curve: Float64Array | null;
  /** The hairline's handles, while the tool in the hand takes hold of them. */
  readonly handles: readonly ScreenPoint[];
  readonly outline: HeadOutline | null;
  readonly midline: Midline | null;
  /** The outline's grips can be taken hold of. */
  readonly outlineHeld: boolean;
  /** The fitted skull is drawn while the head is being set. */
  readonly wireShown: boolean;
  readonly whorlsShown: boolean;
  readonly mmPerScreenPx: number;
  readonly estimated: boolean;
  readonly tool: SessionState['tool'];
  readonly view: SessionState['toolView'];
  /** Areas on the photo, hairlines apart, from the lowest to the topmost. */
  readonly areas: readonly PointedArea[];
  readonly selectedAreas: readonly string[];
  readonly brushMm: number;
}

/** A client's own photo shows its outline until a hand has placed it: all that is on the scalp follows from it. */
const toPlace = ({ outline, view }: Photo): boolean => !outline.placed && view !== 'other';

/** Other tools leave the hairline as it is: its handles beside theirs would only be mistaken for them. */
const WITH_HANDLES: ReadonlySet<SessionState['tool']> = new Set(['select', 'hand', 'hairline', 'smooth']);

/** Half a screen pixel is the finest that is seen. */
const CURVE_TOLERANCE_SCREEN_PX = 0.3;

export function overlayModel(of: Case | null, session: SessionState): OverlayModel | null {
  if (of === null) return null;
  const shown = withDraft(of, session.draft);
  const photo = activePhoto(shown);
  if (photo === undefined) return null;
  const { camera } = session;
  const place = (p: PhotoPoint): ScreenPoint => toScreen(camera, p);
  const points = hairlineOn(shown, photo.id)?.points ?? [];
  const scale = mmPerPx(photo);
  return {
    photo,
    points,
    aids: session.aids,
    hairLoss: shown.client.hairLoss,
    place,
    scale: camera.scale,
    curve: points.length < 2 ? null : onScreen(flattenCurve(points, CURVE_TOLERANCE_SCREEN_PX / camera.scale), place),
    handles: WITH_HANDLES.has(session.tool) ? points.map(place) : [],
    outline: session.outlineShown || toPlace(photo) || session.tool === 'head' ? photo.outline : null,
    outlineHeld: session.tool === 'head' || (session.tool === 'select' && session.outlineShown),
    wireShown: session.tool === 'head' || session.draft?.type === 'setPose',
    midline: session.midlineShown ? photo.midline : null,
    whorlsShown: session.aids.growth,
    mmPerScreenPx: scale.mmPerPx / camera.scale,
    estimated: scale.estimated,
    tool: session.tool,
    view: session.toolView,
    areas: areasOn({ case: shown, photo }),
    selectedAreas: session.selectedAreas,
    brushMm: session.craft.brush.sizeMm,
  };
}

function onScreen(photo: Float64Array, place: (p: PhotoPoint) => ScreenPoint): Float64Array {
  const screen = new Float64Array(photo.length);
  for (let i = 0; i + 1 < photo.length; i += 2) {
    const p = place({ x: photo[i] as number, y: photo[i + 1] as number });
    screen[i] = p.x;
    screen[i + 1] = p.y;
  }
  return screen;
}
