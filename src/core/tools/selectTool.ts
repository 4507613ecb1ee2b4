import { hairlineOn, type CaseEdit } from '../design/edits';
import { insertOnCurve } from '../geometry/curveEdits';
import type { Mm } from '../geometry/units';
import { distance } from '../geometry/vec';
import { mmPerPx } from '../head/scale';
import { dragTarget, moveHandle } from './dragTarget';
import { tangles, withHairline } from './hairlineEdit';
import type { HintKey } from './hints';
import { hairlineHit, hitTest } from './hitTest';
import type { Target } from './target';
import { BLANK_VIEW, isSomewhere, still, type Tool, type ToolPointer, type ToolSetting, type ToolStep } from './tool';

export type SelectState =
  | { readonly kind: 'idle'; readonly hover: Target | null; readonly selected: number | null }
  | {
      readonly kind: 'dragging';
      readonly target: Target;
      readonly from: ToolPointer;
      /** False while it may still be a tap. */
      readonly moved: boolean;
      /** What letting go would commit. */
      readonly edit: CaseEdit | null;
      /** The last place would have made the line cross itself: it waits at the one before. */
      readonly tangled: boolean;
      /** The handle that was chosen before, for a gesture that is taken back. */
      readonly selectedBefore: number | null;
    };

/** Nearer than this to where it was pressed, CSS px, a pointer has not moved: a tap never shifts a handle. Our choice. */
const SLOP_PX: Readonly<Record<ToolPointer['pointer'], number>> = { mouse: 2, pen: 3, touch: 6 };

const idle = (hover: Target | null, selected: number | null): SelectState => ({ kind: 'idle', hover, selected });

/** Takes hold of handles, of the curve between them, and of the guides that are shown. */
export const selectTool: Tool<SelectState> = {
  start: idle(null, null),

  step(state, event, setting) {
    if (!isSomewhere(event)) return holding(state);
    switch (event.type) {
      case 'hover':
        return state.kind === 'idle' ? still(idle(hitTest(event, setting), state.selected)) : holding(state);
      case 'press':
        return state.kind === 'idle' ? press(state.selected, event, setting) : holding(state);
      case 'drag':
        return state.kind === 'idle' ? still(state) : drag(state, event, setting);
      case 'release':
        return state.kind === 'idle' ? still(state) : release(state);
      case 'cancel':
        return still(idle(null, state.kind === 'dragging' ? state.selectedBefore : null));
      case 'doubleTap':
        return state.kind === 'idle' ? doubleTap(state, event, setting) : holding(state);
      case 'remove':
        return state.kind === 'idle' && state.selected !== null
          ? removeHandle(state.selected, setting)
          : holding(state);
      case 'nudge':
        return state.kind === 'idle' && state.selected !== null
          ? nudge(state, state.selected, event.dxMm, event.dyMm, setting)
          : holding(state);
      case 'finish':
        return holding(state);
    }
  },

  view(state) {
    if (state.kind === 'dragging') {
      const selected = state.target.kind === 'handle' ? state.target.index : null;
      return {
        ...BLANK_VIEW,
        hover: state.target,
        selected,
        hint: state.tangled ? 'hint.wouldCross' : 'hint.dragging',
      };
    }
    return { ...BLANK_VIEW, hover: state.hover, selected: state.selected, hint: hintOver(state.hover) };
  },
};

function press(selected: number | null, at: ToolPointer, setting: ToolSetting): ToolStep<SelectState> {
  const target = hitTest(at, setting);
  if (target === null) return still(idle(null, null));
  if (target.kind === 'curve' && at.alt) return addHandle(target, setting);
  return still({
    kind: 'dragging',
    target,
    from: at,
    moved: false,
    edit: null,
    tangled: false,
    selectedBefore: selected,
  });
}

/** Nothing happens; a gesture that runs goes on showing its draft. */
const holding = (state: SelectState): ToolStep<SelectState> => ({
  state,
  draft: state.kind === 'dragging' ? state.edit : null,
  commit: null,
});

function drag(
  state: Extract<SelectState, { kind: 'dragging' }>,
  to: ToolPointer,
  setting: ToolSetting,
): ToolStep<SelectState> {
  const away = distance(state.from.photo, to.photo) * setting.screenPxPerPhotoPx;
  if (!state.moved && away < SLOP_PX[to.pointer]) return holding(state);
  const edit = dragTarget(state.target, state.from, to, setting);
  if (tangles(edit, setting)) return holding({ ...state, moved: true, tangled: true });
  return holding({ ...state, moved: true, tangled: false, edit });
}

function release(state: Extract<SelectState, { kind: 'dragging' }>): ToolStep<SelectState> {
  const selected = state.target.kind === 'handle' ? state.target.index : null;
  return { state: idle(state.target, selected), draft: null, commit: state.edit };
}

/** Twice on the curve adds a handle there, twice on a handle deletes it. */
function doubleTap(state: SelectState, at: ToolPointer, setting: ToolSetting): ToolStep<SelectState> {
  const target = hairlineHit(at, setting);
  if (target?.kind === 'curve') return addHandle(target, setting);
  return target?.kind === 'handle' ? removeHandle(target.index, setting) : still(state);
}

function addHandle(place: Extract<Target, { kind: 'curve' }>, setting: ToolSetting): ToolStep<SelectState> {
  const commit = withHairline(setting, (points) => insertOnCurve(points, place));
  return { state: idle(null, commit === null ? null : place.segment + 1), draft: null, commit };
}

/** Two handles make the shortest line; neither of them can go. */
function removeHandle(index: number, setting: ToolSetting): ToolStep<SelectState> {
  const count = hairlineOn(setting.case, setting.photo.id)?.points.length ?? 0;
  const commit = index < count ? withHairline(setting, (points) => points.filter((_, i) => i !== index)) : null;
  if (commit === null || tangles(commit, setting)) return still(idle(null, index < count ? index : null));
  return { state: idle(null, null), draft: null, commit };
}

function nudge(state: SelectState, index: number, dxMm: Mm, dyMm: Mm, setting: ToolSetting): ToolStep<SelectState> {
  const { mmPerPx: scale } = mmPerPx(setting.photo);
  const commit = moveHandle(index, { x: dxMm / scale, y: dyMm / scale }, setting);
  return { state, draft: null, commit: tangles(commit, setting) ? null : commit };
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
