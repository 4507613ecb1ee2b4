import { hairlineOn, type CaseEdit } from '../design/edits';
import { insertOnCurve } from '../geometry/curveEdits';
import type { Mm } from '../geometry/units';
import { distance, subtract } from '../geometry/vec';
import { offsetOnScalp } from '../head/onScalp';
import { mmPerPx } from '../head/scale';
import { areasOn, isOutlined, moveAreas, removeAreas } from './area/areaEdit';
import { dragTarget, moveAreaPoint, moveHandle, withAreaPoints } from './dragTarget';
import { tangles, withHairline } from './hairline/hairlineEdit';
import type { HintKey } from './hints';
import { hairlineHit, hitTest, tangentHit } from './hitTest';
import type { AreaPointTarget, Target } from './target';
import { BLANK_VIEW, isSomewhere, still, type Tool, type ToolPointer, type ToolSetting, type ToolStep } from './tool';

export type SelectState =
  | {
      readonly kind: 'idle';
      readonly hover: Target | null;
      readonly selected: number | null;
      readonly point?: AreaPointTarget | null;
    }
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
      readonly pointBefore: AreaPointTarget | null;
    };

/** Nearer than this to where it was pressed, CSS px, a pointer has not moved: a tap never shifts a handle. Our choice. */
const SLOP_PX: Readonly<Record<ToolPointer['pointer'], number>> = { mouse: 2, pen: 3, touch: 6 };

const idle = (
  hover: Target | null,
  selected: number | null,
  point: AreaPointTarget | null = null,
): Extract<SelectState, { kind: 'idle' }> => ({ kind: 'idle', hover, selected, point });

/** Takes hold of handles, of the curve between them, and of the guides that are shown. */
export const selectTool: Tool<SelectState> = {
  start: idle(null, null),

  step(state, event, setting) {
    if (!isSomewhere(event)) return holding(state);
    switch (event.type) {
      case 'hover':
        return state.kind === 'idle'
          ? still(idle(targetAt(event, setting, state.selected), state.selected, state.point))
          : holding(state);
      case 'press':
        return state.kind === 'idle' ? press(state, event, setting) : holding(state);
      case 'drag':
        return state.kind === 'idle' ? still(state) : drag(state, event, setting);
      case 'release':
        return state.kind === 'idle' ? still(state) : release(state, event, setting);
      case 'cancel':
        return state.kind === 'dragging'
          ? still(idle(null, state.selectedBefore, state.pointBefore))
          : still(idle(null, null));
      case 'doubleTap':
        return state.kind === 'idle' ? doubleTap(state, event, setting) : holding(state);
      case 'remove':
        return state.kind === 'idle' ? remove(state, setting) : holding(state);
      case 'nudge':
        return state.kind === 'idle' ? nudge(state, event.dxMm, event.dyMm, setting) : holding(state);
      case 'finish':
        return state.kind === 'idle' ? still(nextHandle(state, setting)) : holding(state);
    }
  },

  view(state) {
    if (state.kind === 'dragging') {
      const selected = handleOf(state.target);
      return {
        ...BLANK_VIEW,
        hover: state.target,
        selected,
        areaPoint: state.target.kind === 'areaPoint' ? state.target : null,
        hint: state.tangled ? 'hint.wouldCross' : 'hint.dragging',
      };
    }
    return {
      ...BLANK_VIEW,
      hover: state.hover,
      selected: state.selected,
      areaPoint: state.point ?? null,
      hint: hintOver(state.hover),
    };
  },
};

/** The chosen handle's tangent lies above all else. */
const targetAt = (at: ToolPointer, setting: ToolSetting, selected: number | null): Target | null =>
  tangentHit(at, setting, selected) ?? hitTest(at, setting);

/** The handle that a target chooses. */
const handleOf = (target: Target): number | null =>
  target.kind === 'handle' || target.kind === 'tangent' ? target.index : null;

function press(
  before: Extract<SelectState, { kind: 'idle' }>,
  at: ToolPointer,
  setting: ToolSetting,
): ToolStep<SelectState> {
  const target = targetAt(at, setting, before.selected);
  // With Shift several areas are being chosen: what was chosen stays.
  if (target === null) return { ...still(idle(null, null)), select: at.shift ? undefined : [] };
  if (target.kind === 'curve' && at.alt) return addHandle(target, setting);
  if (target.kind === 'areaEdge' && at.alt) return addAreaPoint(target, at, setting);
  return still({
    kind: 'dragging',
    target,
    from: at,
    moved: false,
    edit: null,
    tangled: false,
    selectedBefore: before.selected,
    pointBefore: before.point ?? null,
  });
}

/** Who has no pointer goes from handle to handle; after the last comes the first. */
function nextHandle(state: Extract<SelectState, { kind: 'idle' }>, setting: ToolSetting): SelectState {
  const count = hairlineOn(setting.case, setting.photo.id)?.points.length ?? 0;
  return count === 0 ? state : idle(state.hover, state.selected === null ? 0 : (state.selected + 1) % count);
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

function release(
  state: Extract<SelectState, { kind: 'dragging' }>,
  at: ToolPointer,
  setting: ToolSetting,
): ToolStep<SelectState> {
  const { target } = state;
  const selected = handleOf(target);
  const point = target.kind === 'areaPoint' ? target : null;
  const chosen = state.moved ? undefined : chosenBy(target, at.shift, setting);
  return { state: idle(target, selected, point), draft: null, commit: state.edit, select: chosen };
}

/** A tap on an area chooses it, with Shift besides the others or no longer; elsewhere areas stay as they are chosen. */
function chosenBy(target: Target, several: boolean, { selectedAreas }: ToolSetting): readonly string[] | undefined {
  if (target.kind !== 'area' && target.kind !== 'areaEdge') return undefined;
  if (!several) return [target.areaId];
  return selectedAreas.includes(target.areaId)
    ? selectedAreas.filter((id) => id !== target.areaId)
    : [...selectedAreas, target.areaId];
}

/** Twice on the curve adds a handle there, twice on a handle deletes it. */
function doubleTap(state: SelectState, at: ToolPointer, setting: ToolSetting): ToolStep<SelectState> {
  const target =
    tangentHit(at, setting, state.kind === 'idle' ? state.selected : null) ??
    hairlineHit(at, setting) ??
    hitTest(at, setting);
  if (target?.kind === 'tangent') return dropTangent(target.index, setting);
  if (target?.kind === 'curve') return addHandle(target, setting);
  if (target?.kind === 'areaEdge') return addAreaPoint(target, at, setting);
  if (target?.kind === 'areaPoint') return removeAreaPoint(target, setting);
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

function addAreaPoint(
  place: Extract<Target, { kind: 'areaEdge' }>,
  { photo: at }: ToolPointer,
  setting: ToolSetting,
): ToolStep<SelectState> {
  const area = areasOn(setting).find((each) => each.id === place.areaId);
  // Marks have no line on which a point could be added.
  if (area === undefined || !(isOutlined(area) || area.form === 'strip')) return still(idle(null, null));
  const index = place.index + 1;
  const commit = withAreaPoints(place, setting, (points) => points.toSpliced(index, 0, at));
  const point = { kind: 'areaPoint' as const, areaId: place.areaId, ring: place.ring, index };
  return { state: idle(null, null, commit === null ? null : point), draft: null, commit };
}

function removeAreaPoint(point: AreaPointTarget, setting: ToolSetting): ToolStep<SelectState> {
  const commit = withAreaPoints(point, setting, (points) => points.toSpliced(point.index, 1));
  return { state: idle(null, null, commit === null ? point : null), draft: null, commit };
}

/** The chosen handle or point goes; where none is chosen, the chosen areas do. */
function remove(state: Extract<SelectState, { kind: 'idle' }>, setting: ToolSetting): ToolStep<SelectState> {
  if (state.selected !== null) return removeHandle(state.selected, setting);
  if (state.point != null) return removeAreaPoint(state.point, setting);
  const commit = removeAreas(setting.selectedAreas, setting);
  return commit === null ? holding(state) : { state: idle(null, null), draft: null, commit, select: [] };
}

function nudge(
  state: Extract<SelectState, { kind: 'idle' }>,
  dxMm: Mm,
  dyMm: Mm,
  setting: ToolSetting,
): ToolStep<SelectState> {
  const { mmPerPx: scale } = mmPerPx(setting.photo);
  const by = { x: dxMm / scale, y: dyMm / scale };
  if (state.selected !== null) {
    const handle = hairlineOn(setting.case, setting.photo.id)?.points[state.selected];
    // On the skin, not in the picture: towards the silhouette half a millimetre is few pixels.
    const onSkin = handle === undefined ? by : subtract(offsetOnScalp(setting.photo, handle, dxMm, dyMm), handle);
    const commit = moveHandle(state.selected, onSkin, setting);
    return { state, draft: null, commit: tangles(commit, setting) ? null : commit };
  }
  const commit =
    state.point != null ? moveAreaPoint(state.point, by, setting) : moveAreas(setting.selectedAreas, by, setting);
  return { state, draft: null, commit };
}

/** Twice on a tangent's end: the curve finds its own way through the handle again. */
function dropTangent(index: number, setting: ToolSetting): ToolStep<SelectState> {
  const commit = withHairline(setting, (points) => points.map((p, i) => (i === index ? { x: p.x, y: p.y } : p)));
  return { state: idle(null, index), draft: null, commit: tangles(commit, setting) ? null : commit };
}

function hintOver(target: Target | null): HintKey {
  switch (target?.kind) {
    case undefined:
      return 'hint.select';
    case 'handle':
      return 'hint.overHandle';
    case 'tangent':
      return 'hint.overTangent';
    case 'curve':
      return 'hint.overCurve';
    case 'outline':
      return 'hint.overOutline';
    case 'midline':
      return 'hint.overMidline';
    case 'whorl':
      return 'hint.overWhorl';
    case 'landmark':
      return 'hint.overLandmark';
    case 'areaPoint':
      return 'hint.overAreaPoint';
    case 'areaEdge':
      return 'hint.overAreaEdge';
    case 'area':
      return 'hint.overArea';
  }
}
