import { hairlineOn, type CaseEdit } from '../design/edits';
import { insertOnCurve } from '../geometry/curveEdits';
import { mmPerPx } from '../head/scale';
import { dragTarget, moveHandle, withHairline } from './dragTarget';
import type { HintKey } from './hints';
import { hairlineHit, hitTest, type Target } from './hitTest';
import { BLANK_VIEW, still, type Tool, type ToolPointer, type ToolSetting, type ToolStep } from './tool';

export type SelectState =
  | { readonly kind: 'idle'; readonly hover: Target | null; readonly selected: number | null }
  | {
      readonly kind: 'dragging';
      readonly target: Target;
      readonly from: ToolPointer;
      readonly edit: CaseEdit | null;
      /** The handle that was chosen before, for a gesture that is taken back. */
      readonly selectedBefore: number | null;
    };

const idle = (hover: Target | null, selected: number | null): SelectState => ({ kind: 'idle', hover, selected });

/** Takes hold of handles, of the curve between them, and of the guides that are shown. */
export const selectTool: Tool<SelectState> = {
  start: idle(null, null),

  step(state, event, setting) {
    switch (event.type) {
      case 'hover':
        return still(state.kind === 'idle' ? idle(hitTest(event, setting), state.selected) : state);
      case 'press':
        return state.kind === 'idle' ? press(state.selected, event, setting) : still(state);
      case 'drag': {
        if (state.kind === 'idle') return still(state);
        const edit = dragTarget(state.target, state.from, event, setting);
        return { state: { ...state, edit }, draft: edit, commit: null };
      }
      case 'release':
        return state.kind === 'idle' ? still(state) : release(state);
      case 'cancel':
        return still(idle(null, state.kind === 'dragging' ? state.selectedBefore : null));
      case 'doubleTap':
        return doubleTap(state, event, setting);
      case 'remove':
        return state.kind === 'idle' && state.selected !== null ? removeHandle(state.selected, setting) : still(state);
      case 'nudge':
        return nudge(state, event.dxMm, event.dyMm, setting);
      case 'finish':
        return still(state);
    }
  },

  view(state) {
    if (state.kind === 'dragging') {
      const selected = state.target.kind === 'handle' ? state.target.index : null;
      return { ...BLANK_VIEW, hover: state.target, selected, hint: 'hint.dragging' };
    }
    return { ...BLANK_VIEW, hover: state.hover, selected: state.selected, hint: hintOver(state.hover) };
  },
};

function press(selected: number | null, at: ToolPointer, setting: ToolSetting): ToolStep<SelectState> {
  const target = hitTest(at, setting);
  if (target === null) return still(idle(null, null));
  if (target.kind === 'curve' && at.alt) return addHandle(target, setting);
  return still({ kind: 'dragging', target, from: at, edit: null, selectedBefore: selected });
}

function release(state: Extract<SelectState, { kind: 'dragging' }>): ToolStep<SelectState> {
  const selected = state.target.kind === 'handle' ? state.target.index : null;
  return { state: idle(state.target, selected), draft: null, commit: state.edit };
}

/** Twice on the curve adds a handle there, twice on a handle deletes it. */
function doubleTap(state: SelectState, at: ToolPointer, setting: ToolSetting): ToolStep<SelectState> {
  if (state.kind !== 'idle') return still(state);
  const target = hairlineHit(at, setting);
  if (target?.kind === 'curve') return addHandle(target, setting);
  return target?.kind === 'handle' ? removeHandle(target.index, setting) : still(state);
}

function addHandle(place: Extract<Target, { kind: 'curve' }>, setting: ToolSetting): ToolStep<SelectState> {
  const commit = withHairline(setting, (points) => insertOnCurve(points, place));
  return { state: idle(null, place.segment + 1), draft: null, commit };
}

/** Two handles make the shortest line; neither of them can go. */
function removeHandle(index: number, setting: ToolSetting): ToolStep<SelectState> {
  const count = hairlineOn(setting.case, setting.photo.id)?.points.length ?? 0;
  if (count <= 2 || index >= count) return still(idle(null, index < count ? index : null));
  const commit = withHairline(setting, (points) => points.filter((_, i) => i !== index));
  return { state: idle(null, null), draft: null, commit };
}

function nudge(state: SelectState, dxMm: number, dyMm: number, setting: ToolSetting): ToolStep<SelectState> {
  if (state.kind !== 'idle' || state.selected === null) return still(state);
  const { mmPerPx: scale } = mmPerPx(setting.photo);
  const commit = moveHandle(state.selected, { x: dxMm / scale, y: dyMm / scale }, setting);
  return { state, draft: null, commit };
}

function hintOver(target: Target | null): HintKey {
  switch (target?.kind) {
    case undefined:
      return 'hint.select';
    case 'handle':
      return 'hint.overHandle';
    case 'curve':
      return 'hint.overCurve';
    case 'outline':
      return 'hint.overOutline';
    case 'midline':
      return 'hint.overMidline';
  }
}
