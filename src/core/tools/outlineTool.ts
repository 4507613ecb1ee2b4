import type { Rings } from '../design/area';
import type { CaseEdit } from '../design/edits';
import type { PhotoPoint } from '../geometry/units';
import { distance, isFinitePoint } from '../geometry/vec';
import { scalpOf } from '../head/scalpOf';
import { lassoRings, type OutlineProblem } from '../head/zoneOutlines';
import { joinedToChosen, type OutlinedArea } from './area/areaEdit';
import { nearPhoto } from './hairline/hairlineEdit';
import type { HintKey } from './hints';
import { reachPx, STROKE_BEGINS_PX } from './reach';
import {
  BLANK_VIEW,
  isSomewhere,
  still,
  type Tool,
  type ToolEvent,
  type ToolPointer,
  type ToolSetting,
  type ToolStep,
} from './tool';

/** What an outline becomes. */
interface OutlineKind {
  readonly kind: OutlinedArea['kind'];
  readonly hint: HintKey;
  readonly area: (id: string, rings: Rings, setting: ToolSetting) => OutlinedArea;
}

type OutlineState =
  /** `refused`: why the last outline made no area. */
  | { readonly kind: 'idle'; readonly refused: HintKey | null }
  | {
      readonly kind: 'pressed';
      readonly from: ToolPointer;
      readonly points: readonly PhotoPoint[];
      readonly id: string;
    }
  | {
      readonly kind: 'drawing';
      readonly trace: readonly PhotoPoint[];
      readonly how: 'new' | 'add' | 'cut';
      /** The area as it would be if the hand stopped here. */
      readonly preview: CaseEdit | null;
      readonly id: string;
    }
  | { readonly kind: 'placing'; readonly points: readonly PhotoPoint[]; readonly id: string };

/** From so many places on the area is shown while it is drawn. */
const PREVIEW_FROM = 10;

const resting: OutlineState = { kind: 'idle', refused: null };

const REFUSALS: Readonly<Record<OutlineProblem['kind'], HintKey>> = {
  tooSmall: 'hint.areaTooSmall',
  nothingLeft: 'hint.areaNothingLeft',
  offHead: 'hint.areaOffHead',
};

/** A tool that draws a closed outline in one stroke, or places it point by point. */
export function outlineTool(of: OutlineKind): Tool<OutlineState> {
  return {
    start: resting,
    step(state, event, setting) {
      if (!isSomewhere(event)) return { ...still(state), draft: draftOf(of, state, setting) };
      switch (state.kind) {
        case 'idle':
          return still(
            event.type === 'press' ? { kind: 'pressed', from: event, points: [], id: setting.newAreaId } : state,
          );
        case 'pressed':
          return whenPressed(of, state, event, setting);
        case 'drawing':
          return whenDrawing(of, state, event, setting);
        case 'placing':
          return whenPlacing(of, state, event, setting);
      }
    },
    view(state) {
      switch (state.kind) {
        case 'idle':
          return { ...BLANK_VIEW, hint: state.refused ?? of.hint };
        case 'drawing':
          return { ...BLANK_VIEW, loop: state.trace, hint: 'hint.outlineDrawing' };
        case 'pressed':
          return { ...BLANK_VIEW, ...placedView(state.points), hint: of.hint };
        case 'placing':
          return { ...BLANK_VIEW, ...placedView(state.points), hint: 'hint.outlinePlacing' };
      }
    },
  };
}

const placedView = (points: readonly PhotoPoint[]) => ({ loop: points, placed: points[0] ?? null });

function whenPressed(
  of: OutlineKind,
  state: Extract<OutlineState, { kind: 'pressed' }>,
  event: ToolEvent,
  setting: ToolSetting,
): ToolStep<OutlineState> {
  switch (event.type) {
    case 'drag': {
      const moved = distance(state.from.photo, event.photo) * setting.screenPxPerPhotoPx;
      if (moved < STROKE_BEGINS_PX || state.points.length > 0) return held(of, state, setting);
      const how = event.shift ? 'add' : event.alt ? 'cut' : 'new';
      const begun = { kind: 'drawing' as const, trace: [state.from.photo], how, preview: null, id: state.id } as const;
      return lengthened(of, begun, event.coalesced, setting);
    }
    case 'release':
      return placed(of, state, event, setting);
    case 'cancel':
      return still(state.points.length === 0 ? resting : { kind: 'placing', points: state.points, id: state.id });
    default:
      return held(of, state, setting);
  }
}

type Drawing = Extract<OutlineState, { kind: 'drawing' }>;

function whenDrawing(of: OutlineKind, state: Drawing, event: ToolEvent, setting: ToolSetting): ToolStep<OutlineState> {
  switch (event.type) {
    case 'drag': {
      const how = event.shift ? 'add' : event.alt ? 'cut' : state.how;
      return lengthened(of, { ...state, how }, event.coalesced, setting);
    }
    case 'release':
      return finished(of, state, setting);
    case 'cancel':
      return still(resting);
    default:
      return { ...still(state), draft: state.preview };
  }
}

function lengthened(
  of: OutlineKind,
  state: Drawing,
  coalesced: readonly PhotoPoint[],
  setting: ToolSetting,
): ToolStep<OutlineState> {
  const trace = [...state.trace, ...coalesced.filter(isFinitePoint).map((p) => nearPhoto(p, setting.photo))];
  const made = trace.length < PREVIEW_FROM ? null : areaOf(of, trace, state.how, state.id, setting);
  const preview = made?.ok === true ? ({ type: 'putArea', area: made.area } as const) : state.preview;
  return { ...still<OutlineState>({ ...state, trace, preview }), draft: preview };
}

function finished(
  of: OutlineKind,
  { trace, how, id }: { trace: readonly PhotoPoint[]; how: Drawing['how']; id: string },
  setting: ToolSetting,
): ToolStep<OutlineState> {
  const made = areaOf(of, trace, how, id, setting);
  if (!made.ok) return still({ kind: 'idle', refused: REFUSALS[made.problem.kind] });
  return { state: resting, draft: null, commit: { type: 'putArea', area: made.area }, select: [made.area.id] };
}

type Made =
  { readonly ok: true; readonly area: OutlinedArea } | { readonly ok: false; readonly problem: OutlineProblem };

function areaOf(
  of: OutlineKind,
  loop: readonly PhotoPoint[],
  how: Drawing['how'],
  id: string,
  setting: ToolSetting,
): Made {
  const rings = lassoRings(loop, scalpOf(setting.photo));
  if (!rings.ok) return { ok: false, problem: rings.error };
  if (how !== 'new') {
    const joined = joinedToChosen(of.kind, rings.value, how, setting);
    if (!joined.ok) return { ok: false, problem: joined.error };
    if (joined.value !== null) return { ok: true, area: joined.value };
  }
  return { ok: true, area: of.area(id, rings.value, setting) };
}

function whenPlacing(
  of: OutlineKind,
  state: Extract<OutlineState, { kind: 'placing' }>,
  event: ToolEvent,
  setting: ToolSetting,
): ToolStep<OutlineState> {
  switch (event.type) {
    case 'press':
      return held(of, { kind: 'pressed', from: event, points: state.points, id: state.id }, setting);
    case 'doubleTap':
    case 'finish':
      return finished(of, { trace: state.points, how: 'new', id: state.id }, setting);
    case 'cancel':
      return still(resting);
    case 'remove': {
      const points = state.points.slice(0, -1);
      return held(of, points.length === 0 ? resting : { ...state, points }, setting);
    }
    default:
      return held(of, state, setting);
  }
}

/** A tap sets a point; one on the first closes the outline. */
function placed(
  of: OutlineKind,
  state: Extract<OutlineState, { kind: 'pressed' }>,
  event: ToolPointer,
  setting: ToolSetting,
): ToolStep<OutlineState> {
  const at = nearPhoto(event.photo, setting.photo);
  const [first] = state.points;
  const last = state.points.at(-1);
  const reach = reachPx(event, setting);
  if (first !== undefined && state.points.length >= 3 && distance(first, at) <= reach) {
    return finished(of, { trace: state.points, how: 'new', id: state.id }, setting);
  }
  // The second tap of a double tap would set a point upon the last one.
  const again = last !== undefined && distance(last, at) * setting.screenPxPerPhotoPx < STROKE_BEGINS_PX;
  const points = again ? state.points : [...state.points, at];
  return held(of, { kind: 'placing', points, id: state.id }, setting);
}

const held = (of: OutlineKind, state: OutlineState, setting: ToolSetting): ToolStep<OutlineState> => ({
  ...still(state),
  draft: draftOf(of, state, setting),
});

/** What the picture shows of an outline that is not finished. */
function draftOf(of: OutlineKind, state: OutlineState, setting: ToolSetting): CaseEdit | null {
  if (state.kind === 'drawing') return state.preview;
  if (state.kind === 'idle' || state.points.length < 3) return null;
  const made = areaOf(of, state.points, 'new', state.id, setting);
  return made.ok ? { type: 'putArea', area: made.area } : null;
}
