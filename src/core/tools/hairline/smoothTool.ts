import { hairlineOn, type CaseEdit } from '../../design/edits';
import type { CurveHandle } from '../../geometry/curve';
import { simplifyHandles, smoothHandles } from '../../geometry/smoothHandles';
import type { PhotoPoint } from '../../geometry/units';
import { distance } from '../../geometry/vec';
import { mmPerPx } from '../../head/scale';
import { tangles, withHairline } from './hairlineEdit';
import { BLANK_VIEW, isSomewhere, still, type Tool, type ToolPointer, type ToolSetting, type ToolStep } from '../tool';

type SmoothState =
  | { readonly kind: 'idle'; readonly at: PhotoPoint | null }
  | {
      readonly kind: 'smoothing';
      readonly at: PhotoPoint;
      readonly points: readonly CurveHandle[];
      /** Places at which the brush has touched the line. */
      readonly touches: readonly PhotoPoint[];
      readonly edit: CaseEdit | null;
    };

/** The line may leave its smoothed course by so much where a handle is spared. Our choice. */
const SIMPLER_MM = 0.4;
/** From touch to touch the brush moves on by this share of its radius. */
const EVERY = 0.3;

const radiusPx = (setting: ToolSetting): number => setting.craft.brush.sizeMm / 2 / mmPerPx(setting.photo).mmPerPx;

/** Brushes along the hairline and makes it calmer; letting go takes away the handles that it no longer needs. */
export const smoothTool: Tool<SmoothState> = {
  start: { kind: 'idle', at: null },

  step(state, event, setting) {
    if (!isSomewhere(event)) return holding(state);
    switch (event.type) {
      case 'hover':
        return state.kind === 'idle' ? still({ kind: 'idle', at: event.photo }) : holding(state);
      case 'press':
        return state.kind === 'idle' ? press(event, setting) : holding(state);
      case 'drag':
        return state.kind === 'smoothing' ? touch(state, event, setting) : still(state);
      case 'release':
        return state.kind === 'smoothing' ? release(state, setting) : still(state);
      case 'cancel':
        return still({ kind: 'idle', at: null });
      default:
        return holding(state);
    }
  },

  view(state) {
    const hint = state.kind === 'idle' ? 'hint.smooth' : 'hint.smoothing';
    return { ...BLANK_VIEW, brush: state.at, hint };
  },
};

const holding = (state: SmoothState): ToolStep<SmoothState> => ({
  state,
  draft: state.kind === 'smoothing' ? state.edit : null,
  commit: null,
});

function press(at: ToolPointer, setting: ToolSetting): ToolStep<SmoothState> {
  const points = hairlineOn(setting.case, setting.photo.id)?.points;
  if (points === undefined) return still({ kind: 'idle', at: at.photo });
  return touch({ kind: 'smoothing', at: at.photo, points, touches: [], edit: null }, at, setting);
}

function touch(
  state: Extract<SmoothState, { kind: 'smoothing' }>,
  { photo: at }: ToolPointer,
  setting: ToolSetting,
): ToolStep<SmoothState> {
  const last = state.touches.at(-1);
  const radius = radiusPx(setting);
  if (last !== undefined && distance(last, at) < EVERY * radius) return holding({ ...state, at });
  const points = smoothHandles(state.points, at, radius);
  const edit = withHairline(setting, () => points);
  return holding({ kind: 'smoothing', at, points, touches: [...state.touches, at], edit });
}

function release(state: Extract<SmoothState, { kind: 'smoothing' }>, setting: ToolSetting): ToolStep<SmoothState> {
  const radius = radiusPx(setting);
  const isTouched = (index: number): boolean => {
    const p = state.points[index];
    return p !== undefined && state.touches.some((each) => distance(each, p) < radius);
  };
  const simpler = simplifyHandles(state.points, SIMPLER_MM / mmPerPx(setting.photo).mmPerPx, isTouched);
  const simplified = setting.symmetric === true ? null : withHairline(setting, () => simpler);
  const edit = simplified !== null && !tangles(simplified, setting) ? simplified : state.edit;
  return { state: { kind: 'idle', at: state.at }, draft: null, commit: edit };
}
