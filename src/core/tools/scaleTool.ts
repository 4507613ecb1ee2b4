import type { PhotoPoint } from '../geometry/units';
import { distance, subtract, add } from '../geometry/vec';
import { straight } from './dragTarget';
import { nearest, reachPx } from './hitTest';
import { BLANK_VIEW, still, type Tool, type ToolPointer, type ToolSetting } from './tool';

interface Measured {
  readonly a: PhotoPoint;
  readonly b: PhotoPoint;
}

export type ScaleState =
  | { readonly kind: 'idle'; readonly measured: Measured | null }
  | {
      readonly kind: 'measuring';
      /** The end that stays. */
      readonly fixed: PhotoPoint;
      readonly moving: PhotoPoint;
      readonly from: ToolPointer;
      readonly before: Measured | null;
    };

/** Shorter than this on the screen was no measuring. */
const MIN_SCREEN_PX = 10;

/** Measures from one point to another and keeps the line, so that its true length can be asked for. */
export const scaleTool: Tool<ScaleState> = {
  start: { kind: 'idle', measured: null },

  step(state, event, setting) {
    switch (event.type) {
      case 'press':
        return still(state.kind === 'idle' ? press(state.measured, event, setting) : state);
      case 'drag': {
        if (state.kind === 'idle') return still(state);
        const delta = subtract(event.photo, state.fixed);
        return still({ ...state, moving: event.shift ? add(state.fixed, straight(delta)) : event.photo });
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
function press(measured: Measured | null, at: ToolPointer, setting: ToolSetting): ScaleState {
  const begun = { kind: 'measuring' as const, from: at, before: measured };
  if (measured !== null) {
    const end = nearest(
      [
        { at: measured.a, of: 'a' as const },
        { at: measured.b, of: 'b' as const },
      ],
      at.photo,
      reachPx(at, setting),
    );
    if (end === 'a') return { ...begun, fixed: measured.b, moving: measured.a };
    if (end === 'b') return { ...begun, fixed: measured.a, moving: measured.b };
  }
  return { ...begun, fixed: at.photo, moving: at.photo };
}
