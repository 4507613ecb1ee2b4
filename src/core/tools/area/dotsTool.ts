import type { HandDots } from '../../design/case';
import { activeDesign, type CaseEdit } from '../../design/edits';
import { fnv1a32 } from '../../density/hash';
import type { PhotoPoint } from '../../geometry/units';
import { add, distance, samePoint, subtract } from '../../geometry/vec';
import { mmPerPx } from '../../head/scale';
import { nearPhoto } from '../hairline/hairlineEdit';
import { reachPx } from '../reach';
import {
  BLANK_VIEW,
  isSomewhere,
  still,
  type LaidDot,
  type Tool,
  type ToolPointer,
  type ToolSetting,
  type ToolStep,
} from '../tool';

type DotsState =
  | { readonly kind: 'idle'; readonly over: LaidDot | null }
  /** Pressed on no dot: it will be set here unless the hand goes on to erase. */
  | { readonly kind: 'setting'; readonly at: PhotoPoint; readonly cluster: boolean; readonly seed: string }
  | { readonly kind: 'moving'; readonly dot: LaidDot; readonly from: PhotoPoint; readonly to: PhotoPoint }
  | { readonly kind: 'erasing'; readonly gone: readonly number[]; readonly at: PhotoPoint };

/** Dots of a small cluster and their distances from its middle; hand-set clumps are of millimetres. Our choice. */
const CLUSTER = 5;
const CLUSTER_MM = 1.1;
/** Hand-set dots have this bit; laid dots leave it clear. */
const BY_HAND = 0x80000000;
/** Reach of a dot for a pointer at most; dots stand so near that a finger would take the wrong one. */
const REACH_MM = 0.6;
/** Dots differ in size about the design's; our choice, within its variation. */
const SIZES = [1, 0.9, 1.1, 0.95, 1.05] as const;

const idle = (over: LaidDot | null): DotsState => ({ kind: 'idle', over });

/** Sets, moves and takes away single dots. What a hand has done stays whatever becomes of the density. */
export const dotsTool: Tool<DotsState> = {
  start: idle(null),

  step(state, event, setting) {
    if (!isSomewhere(event)) return held(state, setting);
    switch (event.type) {
      case 'hover':
        return state.kind === 'idle' ? still(idle(dotUnder(event, setting))) : held(state, setting);
      case 'press':
        return state.kind === 'idle' ? press(event, setting) : held(state, setting);
      case 'drag':
        return drag(state, event, setting);
      case 'release':
        return { state: idle(null), draft: null, commit: editOf(state, setting) };
      case 'cancel':
        return still(idle(null));
      case 'remove':
        return state.kind === 'idle' && state.over !== null
          ? { state: idle(null), draft: null, commit: handEdit(without(state.over.id, handDotsOf(setting))) }
          : held(state, setting);
      default:
        return held(state, setting);
    }
  },

  view: (state) => ({
    ...BLANK_VIEW,
    ringed: ringedOf(state),
    hint: state.kind === 'idle' ? (state.over === null ? 'hint.dots' : 'hint.overDot') : 'hint.dotsAtWork',
  }),
};

function ringedOf(state: DotsState): PhotoPoint | null {
  switch (state.kind) {
    case 'idle':
      return state.over?.at ?? null;
    case 'moving':
      return state.to;
    case 'setting':
    case 'erasing':
      return state.at;
  }
}

const held = (state: DotsState, setting: ToolSetting): ToolStep<DotsState> => ({
  ...still(state),
  draft: editOf(state, setting),
});

function dotUnder(pointer: ToolPointer, setting: ToolSetting): LaidDot | null {
  const most = REACH_MM / mmPerPx(setting.photo).mmPerPx;
  return setting.dotNear(pointer.photo, Math.min(most, reachPx(pointer, setting)));
}

function press(at: ToolPointer, setting: ToolSetting): ToolStep<DotsState> {
  const dot = dotUnder(at, setting);
  if (at.alt) return held({ kind: 'erasing', gone: dot === null ? [] : [dot.id], at: at.photo }, setting);
  if (dot !== null) return held({ kind: 'moving', dot, from: at.photo, to: dot.at }, setting);
  return held(
    { kind: 'setting', at: nearPhoto(at.photo, setting.photo), cluster: at.shift, seed: setting.newAreaId },
    setting,
  );
}

function drag(state: DotsState, to: ToolPointer, setting: ToolSetting): ToolStep<DotsState> {
  switch (state.kind) {
    case 'idle':
      return still(state);
    case 'setting':
      return held({ ...state, at: nearPhoto(to.photo, setting.photo) }, setting);
    case 'moving':
      return held(
        { ...state, to: nearPhoto(add(state.dot.at, subtract(to.photo, state.from)), setting.photo) },
        setting,
      );
    case 'erasing': {
      const dot = dotUnder(to, setting);
      const gone = dot === null || state.gone.includes(dot.id) ? state.gone : [...state.gone, dot.id];
      return held({ ...state, gone, at: to.photo }, setting);
    }
  }
}

function editOf(state: DotsState, setting: ToolSetting): CaseEdit | null {
  const before = handDotsOf(setting);
  switch (state.kind) {
    case 'idle':
      return null;
    case 'setting':
      return handEdit({ ...before, added: [...before.added, ...newDots(state, setting)] });
    case 'moving':
      return samePoint(state.to, state.dot.at) ? null : handEdit(moved(state.dot.id, state.to, before, setting));
    case 'erasing':
      return state.gone.length === 0 ? null : handEdit(state.gone.reduce((hand, id) => without(id, hand), before));
  }
}

const handEdit = (handDots: HandDots): CaseEdit => ({ type: 'setHandDots', handDots });

const handDotsOf = ({ case: of }: ToolSetting): HandDots =>
  activeDesign(of)?.handDots ?? { added: [], moved: [], removed: [] };

/** One dot, or a small cluster about the place: all from the gesture's own id, so that the draft and the dot kept are one. */
function newDots({ at, cluster, seed }: Extract<DotsState, { kind: 'setting' }>, setting: ToolSetting) {
  const perMm = 1 / mmPerPx(setting.photo).mmPerPx;
  const base = fnv1a32(Uint8Array.from(seed, (letter) => letter.charCodeAt(0)));
  return Array.from({ length: cluster ? CLUSTER : 1 }, (_, i) => {
    const turn = (i * 2.4 + (base % 628) / 100) % (2 * Math.PI);
    const away = i === 0 ? 0 : CLUSTER_MM * perMm * (0.75 + 0.1 * i);
    return {
      id: ((base + i) | BY_HAND) >>> 0,
      photoId: setting.photo.id,
      at: { x: at.x + Math.cos(turn) * away, y: at.y + Math.sin(turn) * away },
      size: SIZES[i] ?? 1,
    };
  });
}

const isByHand = (id: number): boolean => (id & BY_HAND) !== 0;

function moved(id: number, at: PhotoPoint, hand: HandDots, { photo }: ToolSetting): HandDots {
  if (isByHand(id)) return { ...hand, added: hand.added.map((dot) => (dot.id === id ? { ...dot, at } : dot)) };
  const others = hand.moved.filter((dot) => dot.id !== id);
  return { ...hand, moved: [...others, { id, photoId: photo.id, at }] };
}

function without(id: number, hand: HandDots): HandDots {
  if (isByHand(id)) return { ...hand, added: hand.added.filter((dot) => dot.id !== id) };
  const moved = hand.moved.filter((dot) => dot.id !== id);
  return { ...hand, moved, removed: hand.removed.includes(id) ? hand.removed : [...hand.removed, id] };
}

/** Which of some dots is nearest to a place, within a reach in photo px. */
export function nearestDot(dots: Iterable<LaidDot>, p: PhotoPoint, reach: number): LaidDot | null {
  let best: LaidDot | null = null;
  let within = reach;
  for (const dot of dots) {
    const away = distance(dot.at, p);
    if (away > within) continue;
    best = dot;
    within = away;
  }
  return best;
}
