import { PLAIN_AREA, type ScarArea } from '../../design/area';
import type { CaseEdit } from '../../design/edits';
import { simplifyLine } from '../../geometry/outlines';
import type { PhotoPoint } from '../../geometry/units';
import { distance, isFinitePoint } from '../../geometry/vec';
import { mmPerPx } from '../../head/scale';
import { areasOn } from './areaEdit';
import { CRAFT_RANGES } from '../craft';
import { nearPhoto } from '../hairline/hairlineEdit';
import { marksWithin } from './marksWithin';
import { STROKE_BEGINS_PX } from '../reach';
import {
  BLANK_VIEW,
  isSomewhere,
  still,
  type Tool,
  type ToolEvent,
  type ToolPointer,
  type ToolSetting,
  type ToolStep,
} from '../tool';

type ScarState =
  | { readonly kind: 'idle'; readonly refused: boolean }
  | {
      readonly kind: 'pressed';
      readonly from: ToolPointer;
      readonly points: readonly PhotoPoint[];
      readonly id: string;
    }
  | {
      readonly kind: 'drawing';
      readonly trace: readonly PhotoPoint[];
      readonly form: ScarArea['form'];
      readonly id: string;
    }
  /** A strip is being placed point by point. */
  | { readonly kind: 'placing'; readonly points: readonly PhotoPoint[]; readonly id: string };

/** A strip shorter than this was a slip; our choice. */
const SHORTEST_MM = 3;
/** A path is kept to within this; our choice. */
const KEPT_MM = 0.3;

/** A scar is to vanish among the hair about it, not among a full fill: some hairs fewer than stand there. Our choice. */
const SCAR_PER_CM2 = 150;

const resting: ScarState = { kind: 'idle', refused: false };

/** Draws a strip along its path; or sets marks, one a tap, a field of them with a loop. */
export const scarTool: Tool<ScarState> = {
  start: resting,

  step(state, event, setting) {
    if (!isSomewhere(event)) return held(state, setting);
    switch (state.kind) {
      case 'idle':
        return still(
          event.type === 'press' ? { kind: 'pressed', from: event, points: [], id: setting.newAreaId } : state,
        );
      case 'pressed':
        return whenPressed(state, event, setting);
      case 'drawing':
        return whenDrawing(state, event, setting);
      case 'placing':
        return whenPlacing(state, event, setting);
    }
  },

  view(state) {
    switch (state.kind) {
      case 'idle':
        return { ...BLANK_VIEW, hint: state.refused ? 'hint.scarTooShort' : 'hint.scar' };
      case 'drawing':
        return state.form === 'strip'
          ? { ...BLANK_VIEW, trace: state.trace, hint: 'hint.scarDrawing' }
          : { ...BLANK_VIEW, loop: state.trace, hint: 'hint.outlineDrawing' };
      case 'pressed':
      case 'placing':
        return {
          ...BLANK_VIEW,
          trace: state.points.length > 1 ? state.points : null,
          placed: state.points.at(-1) ?? null,
          hint: state.kind === 'placing' ? 'hint.scarPlacing' : 'hint.scar',
        };
    }
  },
};

const held = (state: ScarState, setting: ToolSetting): ToolStep<ScarState> => ({
  ...still(state),
  draft: draftOf(state, setting),
});

function whenPressed(
  state: Extract<ScarState, { kind: 'pressed' }>,
  event: ToolEvent,
  setting: ToolSetting,
): ToolStep<ScarState> {
  switch (event.type) {
    case 'drag': {
      const moved = distance(state.from.photo, event.photo) * setting.screenPxPerPhotoPx;
      if (moved < STROKE_BEGINS_PX || state.points.length > 0) return held(state, setting);
      const { form } = setting.craft.scar;
      return lengthened({ kind: 'drawing', trace: [state.from.photo], form, id: state.id }, event.coalesced, setting);
    }
    case 'release':
      return tapped(state, nearPhoto(event.photo, setting.photo), setting);
    case 'cancel':
      return still(state.points.length === 0 ? resting : { kind: 'placing', points: state.points, id: state.id });
    default:
      return held(state, setting);
  }
}

type Drawing = Extract<ScarState, { kind: 'drawing' }>;

function whenDrawing(state: Drawing, event: ToolEvent, setting: ToolSetting): ToolStep<ScarState> {
  switch (event.type) {
    case 'drag':
      return lengthened(state, event.coalesced, setting);
    case 'release': {
      const edit = draftOf(state, setting);
      return edit === null ? still({ kind: 'idle', refused: true }) : committed(edit);
    }
    case 'cancel':
      return still(resting);
    default:
      return held(state, setting);
  }
}

function lengthened(state: Drawing, coalesced: readonly PhotoPoint[], setting: ToolSetting): ToolStep<ScarState> {
  const more = coalesced.filter(isFinitePoint).map((p) => nearPhoto(p, setting.photo));
  return held({ ...state, trace: [...state.trace, ...more] }, setting);
}

function whenPlacing(
  state: Extract<ScarState, { kind: 'placing' }>,
  event: ToolEvent,
  setting: ToolSetting,
): ToolStep<ScarState> {
  switch (event.type) {
    case 'press':
      return held({ kind: 'pressed', from: event, points: state.points, id: state.id }, setting);
    case 'doubleTap':
    case 'finish': {
      const edit = draftOf(state, setting);
      return edit === null ? still({ kind: 'idle', refused: true }) : committed(edit);
    }
    case 'cancel':
      return still(resting);
    case 'remove': {
      const points = state.points.slice(0, -1);
      return held(points.length === 0 ? resting : { ...state, points }, setting);
    }
    default:
      return held(state, setting);
  }
}

/** A tap sets a mark at once, or the next point of a strip. */
function tapped(
  state: Extract<ScarState, { kind: 'pressed' }>,
  at: PhotoPoint,
  setting: ToolSetting,
): ToolStep<ScarState> {
  if (setting.craft.scar.form === 'marks') {
    const edit = marksEdit([at], state.id, setting);
    return edit === null ? still(resting) : committed(edit);
  }
  const last = state.points.at(-1);
  const again = last !== undefined && distance(last, at) * setting.screenPxPerPhotoPx < STROKE_BEGINS_PX;
  return held({ kind: 'placing', points: again ? state.points : [...state.points, at], id: state.id }, setting);
}

function committed(edit: CaseEdit): ToolStep<ScarState> {
  return { state: resting, draft: null, commit: edit, select: edit.type === 'putArea' ? [edit.area.id] : undefined };
}

function draftOf(state: ScarState, setting: ToolSetting): CaseEdit | null {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'drawing':
      return state.form === 'strip'
        ? stripEdit(state.trace, state.id, setting)
        : marksEdit(marksWithin(state.trace, setting), state.id, setting);
    case 'pressed':
    case 'placing':
      return stripEdit(state.points, state.id, setting);
  }
}

function stripEdit(trace: readonly PhotoPoint[], id: string, setting: ToolSetting): CaseEdit | null {
  const perPx = mmPerPx(setting.photo).mmPerPx;
  const points = simplifyLine(trace, KEPT_MM / perPx);
  const long = points.reduce((sum, p, i) => sum + distance(p, points[i - 1] ?? p), 0) * perPx;
  if (points.length < 2 || long < SHORTEST_MM) return null;
  return { type: 'putArea', area: scarOf('strip', points, id, setting) };
}

/** Marks go on with those that are chosen; else a new set begins. */
function marksEdit(points: readonly PhotoPoint[], id: string, setting: ToolSetting): CaseEdit | null {
  if (points.length === 0) return null;
  const chosen = areasOn(setting).find(
    (area): area is ScarArea =>
      area.kind === 'scar' && area.form === 'marks' && !area.locked && setting.selectedAreas.includes(area.id),
  );
  const area =
    chosen === undefined ? scarOf('marks', points, id, setting) : { ...chosen, points: [...chosen.points, ...points] };
  return { type: 'putArea', area };
}

function scarOf(form: ScarArea['form'], points: readonly PhotoPoint[], id: string, setting: ToolSetting): ScarArea {
  const { widthMm, blendMm } = setting.craft.scar;
  return {
    ...PLAIN_AREA,
    kind: 'scar',
    id,
    photoId: setting.photo.id,
    form,
    points,
    widthMm,
    blendMm,
    perCm2: SCAR_PER_CM2,
    retention: CRAFT_RANGES.retention.default,
    extraSessions: CRAFT_RANGES.extraSessions.default,
  };
}
