import { hairlineOn, type CaseEdit } from '../../design/edits';
import type { CurveHandle } from '../../geometry/curve';
import type { PhotoPoint } from '../../geometry/units';
import { distance, isFinitePoint, samePoint } from '../../geometry/vec';
import { lineCrosses, nearPhoto, newLine, tangles, withHairline } from './hairlineEdit';
import type { HintKey } from '../hints';
import { hairlineHit } from '../hitTest';
import { STROKE_BEGINS_PX } from '../reach';
import { redrawnStretch } from './redraw';
import { selectTool, type SelectState } from '../selectTool';
import { fitStroke, strokeLine } from '../strokeLine';
import { mirroredLine } from './symmetry';
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

type HairlineState =
  /** `refused`: why the last stroke made no line. */
  | { readonly kind: 'idle'; readonly refused: HintKey | null; readonly hover: SelectState }
  /** Pressed, but not yet known whether it will be a stroke or a tap. */
  | { readonly kind: 'pressed'; readonly from: ToolPointer; readonly placed: PhotoPoint | null }
  /** `preview`: the line as it would be if the hand stopped here. */
  | {
      readonly kind: 'drawing';
      readonly trace: readonly PhotoPoint[];
      readonly placed: PhotoPoint | null;
      readonly preview: CaseEdit | null;
      /** One id for a new line through the whole stroke. */
      readonly newAreaId: string;
    }
  /** Taps place points one by one; the first waits here for its second, later ones stand in the document. */
  | { readonly kind: 'placing'; readonly first: PhotoPoint; readonly refused: HintKey | null }
  /** A press on the line that stands works on it as Select does. */
  | { readonly kind: 'editing'; readonly select: SelectState };

/** From so many samples on the line is shown while it is drawn; a fit takes about a millisecond whatever their number. */
const PREVIEW_FROM_SAMPLES = 12;

const resting: HairlineState = { kind: 'idle', refused: null, hover: selectTool.start };

/** Draws the hairline in one stroke, or places it point by point; a line that stands can be worked on at once. */
export const hairlineTool: Tool<HairlineState> = {
  start: resting,

  step(state, event, setting) {
    if (!isSomewhere(event)) return { state, draft: draftOf(state), commit: null };
    switch (state.kind) {
      case 'idle':
        return whenIdle(state, event, setting);
      case 'pressed':
        return whenPressed(state, event, setting);
      case 'drawing':
        return whenDrawing(state, event, setting);
      case 'placing':
        return whenPlacing(state, event, setting);
      case 'editing':
        return asSelect(state.select, event, setting);
    }
  },

  view(state) {
    switch (state.kind) {
      case 'idle': {
        const { hover, selected } = selectTool.view(state.hover);
        const hint = state.refused ?? (hover === null ? 'hint.hairline' : hintOf(state.hover));
        return { ...BLANK_VIEW, hover, selected, hint };
      }
      case 'pressed':
        return { ...BLANK_VIEW, placed: state.placed, hint: 'hint.hairline' };
      case 'drawing':
        return { ...BLANK_VIEW, trace: state.trace, hint: 'hint.drawing' };
      case 'placing':
        return { ...BLANK_VIEW, placed: state.first, hint: state.refused ?? 'hint.placing' };
      case 'editing':
        return selectTool.view(state.select);
    }
  },
};

const hintOf = (state: SelectState): HintKey => selectTool.view(state).hint;

function draftOf(state: HairlineState): CaseEdit | null {
  if (state.kind === 'drawing') return state.preview;
  return state.kind === 'editing' && state.select.kind === 'dragging' ? state.select.edit : null;
}

const placing = (first: PhotoPoint, refused: HintKey | null = null): HairlineState => ({
  kind: 'placing',
  first,
  refused,
});

function whenIdle(
  state: Extract<HairlineState, { kind: 'idle' }>,
  event: ToolEvent,
  setting: ToolSetting,
): ToolStep<HairlineState> {
  if (event.type === 'press' && hairlineHit(event, setting) === null) {
    return still({ kind: 'pressed', from: event, placed: null });
  }
  const step = asSelect(state.hover, event, setting);
  // Why a stroke was refused stays to be read until the next press.
  if (event.type !== 'hover' || step.state.kind !== 'idle') return step;
  return { ...step, state: { ...step.state, refused: state.refused } };
}

function whenPressed(
  state: Extract<HairlineState, { kind: 'pressed' }>,
  event: ToolEvent,
  setting: ToolSetting,
): ToolStep<HairlineState> {
  switch (event.type) {
    case 'drag': {
      const moved = distance(state.from.photo, event.photo) * setting.screenPxPerPhotoPx;
      if (moved < STROKE_BEGINS_PX) return still(state);
      const begun = { kind: 'drawing' as const, trace: [state.from.photo], placed: state.placed, preview: null };
      return lengthened({ ...begun, newAreaId: setting.newAreaId }, event, setting);
    }
    case 'release':
      return place(state, event.photo, setting);
    case 'cancel':
      return still(state.placed === null ? resting : placing(state.placed));
    default:
      return still(state);
  }
}

type Drawing = Extract<HairlineState, { kind: 'drawing' }>;

function whenDrawing(state: Drawing, event: ToolEvent, around: ToolSetting): ToolStep<HairlineState> {
  const setting = { ...around, newAreaId: state.newAreaId };
  switch (event.type) {
    case 'drag':
      return lengthened(state, event, setting);
    case 'release':
      return finished(state, setting);
    case 'cancel':
      return still(resting);
    default:
      return { state, draft: state.preview, commit: null };
  }
}

function lengthened(
  state: Drawing,
  { coalesced }: Extract<ToolEvent, { type: 'drag' }>,
  setting: ToolSetting,
): ToolStep<HairlineState> {
  const trace = [...state.trace, ...coalesced.filter(isFinitePoint)];
  const fitted = trace.length < PREVIEW_FROM_SAMPLES ? null : drawnLine(fitStroke(trace, setting), setting);
  // A loop bounds no area: while the hand is in one the last whole line stays to be seen.
  const preview = fitted === null || tangles(fitted, setting) ? state.preview : fitted;
  return { state: { ...state, trace, preview }, draft: preview, commit: null };
}

function finished({ trace }: Drawing, setting: ToolSetting): ToolStep<HairlineState> {
  const line = strokeLine(trace, setting);
  if (!line.ok) return still({ ...resting, refused: line.error });
  const commit = drawnLine(line.value, setting);
  return tangles(commit, setting)
    ? still({ ...resting, refused: 'hint.strokeCrosses' })
    : { state: resting, draft: null, commit };
}

/** What a stroke draws: a stretch of the line that it follows, else a line of its own, whole on both sides if wanted. */
function drawnLine(stroke: readonly CurveHandle[], setting: ToolSetting): CaseEdit {
  const stretch = redrawnStretch(stroke, setting);
  if (stretch === null)
    return newLine(setting.symmetric === true ? mirroredLine(stroke, setting.photo) : stroke, setting);
  return withHairline(setting, () => stretch) ?? newLine(stretch, setting);
}

function whenPlacing(
  state: Extract<HairlineState, { kind: 'placing' }>,
  event: ToolEvent,
  setting: ToolSetting,
): ToolStep<HairlineState> {
  switch (event.type) {
    case 'press':
      return still({ kind: 'pressed', from: event, placed: state.first });
    case 'doubleTap':
    case 'finish':
    case 'cancel':
      return still(resting);
    case 'remove':
      return removeLast(state, setting);
    default:
      return still(state);
  }
}

/** A first point waits; a second makes the line, replacing one that stood; each later one lengthens it. */
function place(
  state: Extract<HairlineState, { kind: 'pressed' }>,
  tapped: PhotoPoint,
  setting: ToolSetting,
): ToolStep<HairlineState> {
  const at = nearPhoto(tapped, setting.photo);
  const first = state.placed;
  if (first === null) return still(placing(at));
  const before = ownLine(first, setting) ?? [first];
  const last = before.at(-1) ?? first;
  // The second tap of a double tap would set a point upon the last one.
  if (distance(last, at) * setting.screenPxPerPhotoPx < STROKE_BEGINS_PX) return still(placing(first));
  const points = [...before, at];
  if (lineCrosses(points)) return still(placing(first, 'hint.wouldCross'));
  return { state: placing(first), draft: null, commit: newLine(points, setting) };
}

function removeLast(state: Extract<HairlineState, { kind: 'placing' }>, setting: ToolSetting): ToolStep<HairlineState> {
  const area = hairlineOn(setting.case, setting.photo.id);
  const own = ownLine(state.first, setting);
  if (area === undefined || own === null) return still(resting);
  if (own.length > 2) return { state, draft: null, commit: newLine(own.slice(0, -1), setting) };
  return { state, draft: null, commit: { type: 'removeArea', areaId: area.id } };
}

/** The line in the document, if it is the one that began with this point; after an undo it may be an older one. */
function ownLine(first: PhotoPoint, setting: ToolSetting): readonly PhotoPoint[] | null {
  const points = hairlineOn(setting.case, setting.photo.id)?.points;
  return points?.[0] !== undefined && samePoint(points[0], first) ? points : null;
}

/** The line that stands is worked on with the Select tool's own hand. */
function asSelect(select: SelectState, event: ToolEvent, setting: ToolSetting): ToolStep<HairlineState> {
  const step = selectTool.step(select, event, {
    ...setting,
    outlineShown: false,
    midlineShown: false,
    landmarks: [],
    areasShown: false,
  });
  const state: HairlineState =
    step.state.kind === 'dragging'
      ? { kind: 'editing', select: step.state }
      : { kind: 'idle', refused: null, hover: step.state };
  return { state, draft: step.draft, commit: step.commit };
}
