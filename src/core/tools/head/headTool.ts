import type { CaseEdit } from '../../design/edits';
import { add, distance, subtract } from '../../geometry/vec';
import { checkHead } from '../../head/checkHead';
import type { HeadOutline } from '../../head/headPhoto';
import { setPose } from '../../head/poseRanges';
import { nearPhoto } from '../hairline/hairlineEdit';
import { nearest, reachPx } from '../reach';
import { dragOutline, outlineGrips, type OutlineGrip } from '../outlineGrips';
import { BLANK_VIEW, isSomewhere, still, type Tool, type ToolPointer, type ToolSetting, type ToolStep } from '../tool';

/** What a hand has hold of: a grip of the outline, or the head itself, to turn it. */
type Hold = OutlineGrip | 'turn';

export type HeadState =
  | { readonly kind: 'idle'; readonly hover: OutlineGrip | null }
  | {
      readonly kind: 'dragging';
      readonly hold: Hold;
      readonly from: ToolPointer;
      readonly edit: CaseEdit | null;
      /** The last place would have made no head: the outline waits at the one before. */
      readonly refused: boolean;
    };

/** The head turns by this share of what would keep its surface under the pointer: gently. Our choice. */
const GENTLE = 0.5;
/** Degrees for a millimetre of the arrow keys: 1° a press, 10° with Shift. Our choice. */
const DEG_PER_NUDGE_MM = 2;

const idle = (hover: OutlineGrip | null): HeadState => ({ kind: 'idle', hover });

/** Fits the skull to the photo: grips move its outline, a drag anywhere else turns it; with Shift in the picture. */
export const headTool: Tool<HeadState> = {
  start: idle(null),

  step(state, event, setting) {
    if (!isSomewhere(event)) return holding(state);
    switch (event.type) {
      case 'hover':
        return state.kind === 'idle' ? still(idle(gripAt(event, setting))) : holding(state);
      case 'press':
        return state.kind === 'idle'
          ? still({
              kind: 'dragging',
              hold: gripAt(event, setting) ?? 'turn',
              from: event,
              edit: null,
              refused: false,
            })
          : holding(state);
      case 'drag':
        return state.kind === 'dragging' ? drag(state, event, setting) : still(state);
      case 'release':
        return state.kind === 'dragging'
          ? { state: idle(state.hold === 'turn' ? null : state.hold), draft: null, commit: state.edit }
          : still(state);
      case 'cancel':
        return still(idle(null));
      case 'nudge':
        return state.kind === 'idle'
          ? { state, draft: null, commit: turn(event.dxMm * DEG_PER_NUDGE_MM, event.dyMm * DEG_PER_NUDGE_MM, setting) }
          : holding(state);
      case 'doubleTap':
      case 'remove':
      case 'finish':
        return holding(state);
    }
  },

  view(state) {
    if (state.kind === 'idle') {
      const hover = state.hover === null ? null : ({ kind: 'outline', grip: state.hover } as const);
      return { ...BLANK_VIEW, hover, hint: hover === null ? 'hint.head' : 'hint.overOutline' };
    }
    const { hold } = state;
    return {
      ...BLANK_VIEW,
      hover: hold === 'turn' ? null : { kind: 'outline', grip: hold },
      hint: state.refused ? 'hint.headRefused' : 'hint.headTurning',
    };
  },
};

const holding = (state: HeadState): ToolStep<HeadState> => ({
  state,
  draft: state.kind === 'dragging' ? state.edit : null,
  commit: null,
});

function gripAt(at: ToolPointer, setting: ToolSetting): OutlineGrip | null {
  const grips = outlineGrips(setting.photo.outline).map(({ grip, at: place }) => ({ at: place, of: grip }));
  return nearest(grips, at.photo, reachPx(at, setting));
}

function drag(
  state: Extract<HeadState, { kind: 'dragging' }>,
  to: ToolPointer,
  setting: ToolSetting,
): ToolStep<HeadState> {
  const { photo } = setting;
  const delta = subtract(to.photo, state.from.photo);
  if (distance(to.photo, state.from.photo) === 0) return holding({ ...state, edit: null, refused: false });
  if (state.hold === 'turn') {
    const radius = Math.max(1, Math.sqrt(photo.outline.rx * photo.outline.ry));
    const degrees = (GENTLE * 180) / Math.PI / radius;
    return holding({ ...state, edit: to.shift ? roll(state.from, to, setting) : turnBy(delta, degrees, setting) });
  }
  const grip = outlineGrips(photo.outline).find((each) => each.grip === state.hold);
  if (grip === undefined) return holding(state);
  const outline = dragOutline(photo.outline, state.hold, nearPhoto(add(grip.at, delta), photo));
  if (!isHead(outline, setting)) return holding({ ...state, refused: true });
  return holding({ ...state, refused: false, edit: { type: 'setOutline', photoId: photo.id, outline } });
}

const isHead = (outline: HeadOutline, { photo }: ToolSetting): boolean => checkHead({ ...photo, outline }).ok;

const turnBy = (delta: { x: number; y: number }, degrees: number, setting: ToolSetting): CaseEdit | null =>
  turn(delta.x * degrees, delta.y * degrees, setting);

/** What faces the camera goes right and down with the hand. */
function turn(right: number, down: number, { photo }: ToolSetting): CaseEdit | null {
  const { pose } = photo;
  const change = { yawDeg: tenths(pose.yawDeg + right), pitchDeg: tenths(pose.pitchDeg - down) };
  return { type: 'setPose', photoId: photo.id, pose: setPose(pose, change) };
}

/** By the angle that the pointer goes about the outline's centre. */
function roll(from: ToolPointer, to: ToolPointer, { photo }: ToolSetting): CaseEdit | null {
  const angle = ({ photo: { x, y } }: ToolPointer): number => Math.atan2(y - photo.outline.cy, x - photo.outline.cx);
  const degrees = ((angle(to) - angle(from)) * 180) / Math.PI;
  const nearer = ((((degrees + 180) % 360) + 360) % 360) - 180;
  const rollDeg = tenths(photo.pose.rollDeg + nearer);
  return { type: 'setPose', photoId: photo.id, pose: setPose(photo.pose, { rollDeg }) };
}

const tenths = (deg: number): number => Math.round(deg * 10) / 10;
