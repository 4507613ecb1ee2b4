import { hairlineOn, type CaseEdit } from '../design/edits';
import { fitCurve } from '../geometry/fitCurve';
import type { PhotoPoint } from '../geometry/units';
import { distance } from '../geometry/vec';
import { hairlineHit } from './hitTest';
import { selectTool, type SelectState } from './selectTool';
import {
  BLANK_VIEW,
  still,
  type Tool,
  type ToolEvent,
  type ToolPointer,
  type ToolSetting,
  type ToolStep,
} from './tool';

export type HairlineState =
  | { readonly kind: 'idle'; readonly tooShort: boolean; readonly hover: SelectState }
  /** Pressed, but not yet known whether it will be a stroke or a tap. */
  | { readonly kind: 'pressed'; readonly from: ToolPointer; readonly placed: PhotoPoint | null }
  | { readonly kind: 'drawing'; readonly trace: readonly PhotoPoint[]; readonly placed: PhotoPoint | null }
  /** Taps place points one by one; the first waits here for its second, later ones stand in the document. */
  | { readonly kind: 'placing'; readonly first: PhotoPoint | null }
  /** A press on the line that stands works on it as Select does. */
  | { readonly kind: 'editing'; readonly select: SelectState };

/** Farther than this on the screen a press is a stroke. */
const STROKE_BEGINS_PX = 6;
/** The curve keeps within this of the stroke: a steady hand's tremor is less, a technician's intention more. Our choice. */
const FIT_TOLERANCE_SCREEN_PX = 2.5;
/** A stroke shorter than this on the screen is a slip. Our choice. */
const MIN_STROKE_PX = 24;

const resting: HairlineState = { kind: 'idle', tooShort: false, hover: selectTool.start };

/** Draws the hairline in one stroke, or places it point by point; a line that stands can be worked on at once. */
export const hairlineTool: Tool<HairlineState> = {
  start: resting,

  step(state, event, setting) {
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
        const hint = state.tooShort ? 'hint.strokeTooShort' : hover === null ? 'hint.hairline' : hintOf(state.hover);
        return { ...BLANK_VIEW, hover, selected, hint };
      }
      case 'pressed':
        return { ...BLANK_VIEW, placed: state.placed, hint: 'hint.hairline' };
      case 'drawing':
        return { ...BLANK_VIEW, trace: state.trace, hint: 'hint.drawing' };
      case 'placing':
        return { ...BLANK_VIEW, placed: state.first, hint: 'hint.placing' };
      case 'editing':
        return selectTool.view(state.select);
    }
  },
};

const hintOf = (state: SelectState) => selectTool.view(state).hint;

function whenIdle(
  state: Extract<HairlineState, { kind: 'idle' }>,
  event: ToolEvent,
  setting: ToolSetting,
): ToolStep<HairlineState> {
  if (event.type === 'press' && hairlineHit(event, setting) === null) {
    return still({ kind: 'pressed', from: event, placed: null });
  }
  return asSelect(state.hover, event, setting);
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
      return still({ kind: 'drawing', trace: [state.from.photo, ...event.coalesced], placed: state.placed });
    }
    case 'release':
      return place(state, event.photo, setting);
    case 'cancel':
      return still(state.placed === null ? resting : { kind: 'placing', first: state.placed });
    default:
      return still(state);
  }
}

function whenDrawing(
  state: Extract<HairlineState, { kind: 'drawing' }>,
  event: ToolEvent,
  setting: ToolSetting,
): ToolStep<HairlineState> {
  switch (event.type) {
    case 'drag':
      return still({ ...state, trace: [...state.trace, ...event.coalesced] });
    case 'release': {
      const points = fitCurve(state.trace, FIT_TOLERANCE_SCREEN_PX / setting.screenPxPerPhotoPx);
      const long = pathLength(state.trace) * setting.screenPxPerPhotoPx >= MIN_STROKE_PX;
      if (!long || points.length < 2) return still({ ...resting, tooShort: true });
      return { state: resting, draft: null, commit: lineOf(points, setting) };
    }
    case 'cancel':
      return still(resting);
    default:
      return still(state);
  }
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
  at: PhotoPoint,
  setting: ToolSetting,
): ToolStep<HairlineState> {
  if (state.placed === null) return still({ kind: 'placing', first: at });
  const before = hairlineOn(setting.case, setting.photo.id)?.points ?? [];
  const lengthened = before.some((p) => p.x === state.placed?.x && p.y === state.placed.y);
  const points = lengthened ? [...before, at] : [state.placed, at];
  const last = before.at(-1);
  // The second tap of a double tap would set a point upon the last one.
  if (
    distance(lengthened && last !== undefined ? last : state.placed, at) * setting.screenPxPerPhotoPx <
    STROKE_BEGINS_PX
  )
    return still({ kind: 'placing', first: state.placed });
  return { state: { kind: 'placing', first: state.placed }, draft: null, commit: lineOf(points, setting) };
}

function removeLast(state: Extract<HairlineState, { kind: 'placing' }>, setting: ToolSetting): ToolStep<HairlineState> {
  const area = hairlineOn(setting.case, setting.photo.id);
  const own = area?.points.some((p) => p.x === state.first?.x && p.y === state.first.y) ?? false;
  if (area === undefined || !own) return still(resting);
  if (area.points.length > 2) return { state, draft: null, commit: lineOf(area.points.slice(0, -1), setting) };
  return { state, draft: null, commit: { type: 'removeArea', areaId: area.id } };
}

/** The line that stands is worked on with the Select tool's own hand. */
function asSelect(select: SelectState, event: ToolEvent, setting: ToolSetting): ToolStep<HairlineState> {
  const step = selectTool.step(select, event, { ...setting, outlineShown: false, midlineShown: false });
  const state: HairlineState =
    step.state.kind === 'dragging'
      ? { kind: 'editing', select: step.state }
      : { kind: 'idle', tooShort: false, hover: step.state };
  return { state, draft: step.draft, commit: step.commit };
}

/** A photo has one hairline: a new one takes the place and the id of the old. */
function lineOf(points: readonly PhotoPoint[], setting: ToolSetting): CaseEdit {
  const areaId = hairlineOn(setting.case, setting.photo.id)?.id ?? setting.newAreaId;
  return { type: 'setHairline', areaId, photoId: setting.photo.id, points };
}

function pathLength(points: readonly PhotoPoint[]): number {
  let sum = 0;
  for (const [i, p] of points.entries()) sum += distance(p, points[Math.max(0, i - 1)] ?? p);
  return sum;
}
