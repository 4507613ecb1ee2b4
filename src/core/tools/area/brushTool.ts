import type { BrushKind, BrushStroke } from '../../design/brushStroke';
import type { CaseEdit } from '../../design/edits';
import type { PhotoPoint } from '../../geometry/units';
import { distance, isFinitePoint } from '../../geometry/vec';
import { mmPerPx } from '../../head/scale';
import { nearPhoto } from '../hairline/hairlineEdit';
import { BLANK_VIEW, isSomewhere, still, type Tool, type ToolPointer, type ToolSetting, type ToolStep } from '../tool';

type BrushState =
  | { readonly kind: 'idle'; readonly at: PhotoPoint | null }
  | {
      readonly kind: 'painting';
      readonly stroke: BrushStroke;
      readonly at: PhotoPoint;
      /** How hard the pen has pressed so far: the sum of what it told, and how often it did. */
      readonly pressed: { readonly sum: number; readonly times: number };
    };

type Painting = Extract<BrushState, { kind: 'painting' }>;

/** Places nearer together than this say nothing more of a stroke's way; our choice. */
const LEAST_STEP_MM = 0.3;
/** A tenth of a photo pixel is finer than any hand. */
const PX_DECIMALS = 10;
/** No hand draws longer in one stroke; our choice. */
const MOST_PLACES = 5_000;

const OPPOSITE: Partial<Record<BrushKind, BrushKind>> = { more: 'less', less: 'more' };

/** Paints the density: each stroke is one step of undo. */
export const brushTool: Tool<BrushState> = {
  start: { kind: 'idle', at: null },

  step(state, event, setting) {
    if (!isSomewhere(event)) return holding(state);
    switch (event.type) {
      case 'hover':
        return state.kind === 'idle' ? still({ kind: 'idle', at: event.photo }) : holding(state);
      case 'press':
        return state.kind === 'idle' ? press(event, setting) : holding(state);
      case 'drag':
        return state.kind === 'idle'
          ? still(state)
          : holding(
              pressedOn(
                lengthened(state, event.shift ? [event.photo] : event.coalesced, event.shift, setting),
                event,
                setting,
              ),
            );
      case 'release':
        if (state.kind === 'idle') return still(state);
        return { state: { kind: 'idle', at: state.at }, draft: null, commit: editOf(state) };
      case 'cancel':
        return still({ kind: 'idle', at: state.at });
      default:
        return holding(state);
    }
  },

  view: (state) => ({
    ...BLANK_VIEW,
    brush: state.at,
    hint: state.kind === 'painting' ? 'hint.brushing' : 'hint.brush',
  }),
};

const holding = (state: BrushState): ToolStep<BrushState> => ({ ...still(state), draft: editOf(state) });

const editOf = (state: BrushState): CaseEdit | null =>
  state.kind === 'painting' ? { type: 'addStroke', stroke: state.stroke } : null;

function press(at: ToolPointer, setting: ToolSetting): ToolStep<BrushState> {
  const { kind, sizeMm, feather, strength, perCm2 } = setting.craft.brush;
  const meant = at.alt ? (OPPOSITE[kind] ?? kind) : kind;
  const stroke: BrushStroke = {
    id: setting.newAreaId,
    photoId: setting.photo.id,
    kind: meant,
    path: placeOf(at.photo, setting),
    sizeMm,
    feather,
    strength,
    perCm2: meant === 'target' ? perCm2 : null,
  };
  const begun = { kind: 'painting', stroke, at: at.photo, pressed: { sum: 0, times: 0 } } as const;
  return holding(pressedOn(begun, at, setting));
}

/** A stroke works as hard as the pen has pressed on the whole, where that is wanted and told. */
function pressedOn(state: Painting, { pressure }: ToolPointer, { craft }: ToolSetting): Painting {
  if (!craft.brush.pressure || pressure === undefined || !(pressure >= 0 && pressure <= 1)) return state;
  const pressed = { sum: state.pressed.sum + pressure, times: state.pressed.times + 1 };
  const strength = craft.brush.strength * (pressed.sum / pressed.times);
  return { ...state, pressed, stroke: { ...state.stroke, strength } };
}

/** With Shift the stroke is straight, from where it was pressed. */
function lengthened(state: Painting, places: readonly PhotoPoint[], straight: boolean, setting: ToolSetting): Painting {
  const least = LEAST_STEP_MM / mmPerPx(setting.photo).mmPerPx;
  const path = straight ? state.stroke.path.slice(0, 2) : [...state.stroke.path];
  for (const place of places) {
    if (!isFinitePoint(place) || path.length >= 2 * MOST_PLACES) continue;
    const last = { x: path.at(-2) ?? place.x, y: path.at(-1) ?? place.y };
    if (distance(last, place) >= least) path.push(...placeOf(place, setting));
  }
  const at = places.findLast(isFinitePoint) ?? state.at;
  return { ...state, stroke: { ...state.stroke, path }, at };
}

function placeOf(p: PhotoPoint, { photo }: ToolSetting): readonly [number, number] {
  const { x, y } = nearPhoto(p, photo);
  return [Math.round(x * PX_DECIMALS) / PX_DECIMALS, Math.round(y * PX_DECIMALS) / PX_DECIMALS];
}
