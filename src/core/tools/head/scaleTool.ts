import type { PhotoPoint } from '../../geometry/units';
import { add, distance, subtract } from '../../geometry/vec';
import { straight } from '../dragTarget';
import { nearPhoto } from '../hairline/hairlineEdit';
import { nearest, reachPx } from '../reach';
import { BLANK_VIEW, isSomewhere, still, type Tool, type ToolPointer, type ToolSetting } from '../tool';

interface Measured {
  readonly a: PhotoPoint;
  readonly b: PhotoPoint;
}

type ScaleState =
  | { readonly kind: 'idle'; readonly measured: Measured | null }
  | {
      readonly kind: 'measuring';
      /** The end that stays. */
      readonly fixed: PhotoPoint;
      readonly moving: PhotoPoint;
      /** From the pointer to the end that it moves, so that the end does not jump when it is taken. */
      readonly grip: PhotoPoint;
      readonly before: Measured | null;
    };

/** Shorter than this on the screen was no measuring. */
const MIN_SCREEN_PX = 10;

/** Measures from one point to another and keeps the line, so that its true length can be asked for. */
export const scaleTool: Tool<ScaleState> = {
  start: { kind: 'idle', measured: null },

  step(state, event, setting) {
    if (!isSomewhere(event)) return still(state);
    switch (event.type) {
      case 'press':
        return still(state.kind === 'idle' ? press(state.measured, event, setting) : state);
      case 'drag': {
        if (state.kind === 'idle') return still(state);
        const to = nearPhoto(add(event.photo, state.grip), setting.photo);
        const moving = event.shift ? add(state.fixed, straight(subtract(to, state.fixed))) : to;
        return still({ ...state, moving });
      }
      case 'release': {
        if (state.kind === 'idle') return still(state);
        const long = distance(state.fixed, state.moving) * setting.screenPxPerPhotoPx >= MIN_SCREEN_PX;
        return still({ kind: 'idle', measured: long ? { a: state.fixed, b: state.moving } : state.before });
      }
      case 'cancel':
        return still({ kind: 'idle', measured: state.kind === 'measuring' ? state.before : null });
      case 'remove':
        return still(state.kind === 'idle' ? { kind: 'idle', measured: null } : state);
      default:
        return still(state);
    }
  },

  view(state) {
    if (state.kind === 'measuring') {
      return { ...BLANK_VIEW, measured: { a: state.fixed, b: state.moving }, hint: 'hint.measuring' };
    }
    const { measured } = state;
    return { ...BLANK_VIEW, measured, hint: measured === null ? 'hint.scale' : 'hint.measured' };
  },
};

/** An end of the line that stands is taken up again; anywhere else a new line begins. */
function press(before: Measured | null, at: ToolPointer, setting: ToolSetting): ScaleState {
  const ends = before === null ? [] : [before.a, before.b];
  const taken = nearest(
    ends.map((end) => ({ at: end, of: end })),
    at.photo,
    reachPx(at, setting),
  );
  if (before === null || taken === null) {
    const begin = nearPhoto(at.photo, setting.photo);
    return { kind: 'measuring', fixed: begin, moving: begin, grip: { x: 0, y: 0 }, before };
  }
  const fixed = taken === before.a ? before.b : before.a;
  return { kind: 'measuring', fixed, moving: taken, grip: subtract(taken, at.photo), before };
}
