import type { ScreenPoint } from '../../core/geometry/units';

export type PointerKind = 'mouse' | 'pen' | 'touch';

/** A pointer event with nothing of the browser left in it. */
export interface PointerSample {
  readonly id: number;
  readonly kind: PointerKind;
  readonly at: ScreenPoint;
  /** Milliseconds on the event's own clock. */
  readonly time: number;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Of a pen, 0–1; null of pointers that do not tell. */
  readonly pressure?: number | null;
  /** Middle button, or the hand is asked for by tool or space bar. */
  readonly wantsPan: boolean;
  /** Positions since the last event, this one included, oldest first. */
  readonly coalesced: readonly ScreenPoint[];
}

export type GestureAction =
  | { readonly type: 'press'; readonly sample: PointerSample }
  | { readonly type: 'drag'; readonly sample: PointerSample }
  | { readonly type: 'release'; readonly sample: PointerSample }
  | { readonly type: 'doubleTap'; readonly sample: PointerSample }
  | { readonly type: 'hover'; readonly sample: PointerSample }
  | { readonly type: 'cancel' }
  | { readonly type: 'pan'; readonly dx: number; readonly dy: number }
  | {
      readonly type: 'pinch';
      readonly factor: number;
      readonly about: ScreenPoint;
      readonly dx: number;
      readonly dy: number;
    }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'penSeen' };

/** A touch becomes a stroke only after this long or this far, so that a pinch never leaves a mark. */
const TOUCH_HOLD_MS = 100;
const TOUCH_SLOP_PX = 6;
/** Two- and three-finger taps: short and still. Our choice, as iPad drawing programs feel. */
const TAP_MS = 280;
const TAP_SLOP_PX = 12;
const DOUBLE_TAP_MS = 350;
const DOUBLE_TAP_SLOP_PX = 24;

type Phase =
  | { readonly kind: 'idle' }
  /** A finger is down, but may still turn out to be the first of a pinch. */
  | { readonly kind: 'waiting'; readonly first: PointerSample }
  | { readonly kind: 'tool'; readonly pointer: number; readonly pointerKind: PointerKind }
  | { readonly kind: 'pan'; readonly pointer: number; readonly last: ScreenPoint }
  | { readonly kind: 'fingers'; readonly since: number; readonly most: number; readonly moved: boolean };

interface Finger {
  readonly start: ScreenPoint;
  at: ScreenPoint;
}

/**
 * Sorts pointers into strokes for the tool and movements of the camera: one pen, mouse or finger draws, two fingers pan
 * and zoom, the space bar or the middle button pans, short taps of two or three fingers undo and redo, a palm that lay
 * down before the pen is dropped.
 */
export class Gestures {
  private phase: Phase = { kind: 'idle' };
  private readonly fingers = new Map<number, Finger>();
  private lastTap: { at: ScreenPoint; time: number } | null = null;
  private pressedAt: { at: ScreenPoint; time: number } | null = null;

  constructor(private readonly fingersOnlyMove: () => boolean) {}

  get busy(): boolean {
    return this.phase.kind === 'tool' || this.phase.kind === 'waiting';
  }

  down(sample: PointerSample): GestureAction[] {
    if (sample.kind === 'touch') return this.fingerDown(sample);
    const actions: GestureAction[] = sample.kind === 'pen' ? [{ type: 'penSeen' }] : [];
    if (this.phase.kind === 'tool') {
      if (this.phase.pointerKind !== 'touch') return actions;
      actions.push({ type: 'cancel' });
    }
    if (sample.wantsPan) {
      this.phase = { kind: 'pan', pointer: sample.id, last: sample.at };
      return actions;
    }
    actions.push(...this.beginStroke(sample));
    return actions;
  }

  move(sample: PointerSample): GestureAction[] {
    const finger = this.fingers.get(sample.id);
    const before = finger?.at ?? null;
    if (finger !== undefined) finger.at = sample.at;
    switch (this.phase.kind) {
      case 'idle':
        return sample.kind === 'touch' ? [] : [{ type: 'hover', sample }];
      case 'waiting':
        return this.whileWaiting(this.phase.first, sample);
      case 'tool':
        return this.phase.pointer === sample.id ? [{ type: 'drag', sample }] : [];
      case 'pan':
        return this.panned(this.phase, sample);
      case 'fingers':
        return before === null ? [] : this.fingersMoved(sample, before);
    }
  }

  up(sample: PointerSample): GestureAction[] {
    const phase = this.phase;
    this.fingers.delete(sample.id);
    switch (phase.kind) {
      case 'waiting':
        this.phase = { kind: 'idle' };
        return phase.first.id === sample.id ? [...this.beginStroke(phase.first), ...this.endStroke(sample)] : [];
      case 'tool':
        return phase.pointer === sample.id ? this.endStroke(sample) : [];
      case 'pan':
        if (phase.pointer === sample.id) this.phase = { kind: 'idle' };
        return [];
      case 'fingers':
        return this.fingerUp(phase, sample);
      case 'idle':
        return [];
    }
  }

  /**
   * The browser took a pointer away: what it did is undone, and nothing else: a pen goes on where a palm is refused.
   * Without a pointer all of them are let go.
   */
  cancel(pointer?: number): GestureAction[] {
    const { phase } = this;
    if (pointer === undefined) this.fingers.clear();
    else {
      // A finger that has left already takes nothing with it.
      if (!this.fingers.delete(pointer) && phase.kind === 'fingers') return [];
      // What the browser has taken a finger from was no tap.
      if (phase.kind === 'fingers' && this.fingers.size > 0) this.phase = { ...phase, moved: true };
      if (!endsWith(phase, pointer, this.fingers.size)) return [];
    }
    this.phase = { kind: 'idle' };
    return phase.kind === 'tool' ? [{ type: 'cancel' }] : [];
  }

  private beginStroke(sample: PointerSample): GestureAction[] {
    this.phase = { kind: 'tool', pointer: sample.id, pointerKind: sample.kind };
    this.pressedAt = { at: sample.at, time: sample.time };
    return [{ type: 'press', sample }];
  }

  private endStroke(sample: PointerSample): GestureAction[] {
    this.phase = { kind: 'idle' };
    const actions: GestureAction[] = [{ type: 'release', sample }];
    const still = this.pressedAt !== null && distance(this.pressedAt.at, sample.at) < TOUCH_SLOP_PX;
    if (!still) {
      this.lastTap = null;
      return actions;
    }
    const second =
      this.lastTap !== null &&
      sample.time - this.lastTap.time < DOUBLE_TAP_MS &&
      distance(this.lastTap.at, sample.at) < DOUBLE_TAP_SLOP_PX;
    if (second) actions.push({ type: 'doubleTap', sample });
    this.lastTap = second ? null : { at: sample.at, time: sample.time };
    return actions;
  }

  private fingerDown(sample: PointerSample): GestureAction[] {
    if (this.phase.kind === 'tool' && this.phase.pointerKind !== 'touch') return [];
    this.fingers.set(sample.id, { start: sample.at, at: sample.at });
    if (this.fingers.size === 1) {
      if (sample.wantsPan || this.fingersOnlyMove()) {
        this.phase = { kind: 'fingers', since: sample.time, most: 1, moved: false };
      } else this.phase = { kind: 'waiting', first: sample };
      return [];
    }
    const actions: GestureAction[] = this.phase.kind === 'tool' ? [{ type: 'cancel' }] : [];
    const already = this.phase.kind === 'fingers' ? this.phase : null;
    this.phase = {
      kind: 'fingers',
      since: already?.since ?? (this.phase.kind === 'waiting' ? this.phase.first.time : sample.time),
      most: Math.max(this.fingers.size, already?.most ?? 0),
      moved: already?.moved ?? actions.length > 0,
    };
    return actions;
  }

  private whileWaiting(first: PointerSample, sample: PointerSample): GestureAction[] {
    if (sample.id !== first.id) return [];
    const begins = distance(first.at, sample.at) >= TOUCH_SLOP_PX || sample.time - first.time >= TOUCH_HOLD_MS;
    return begins ? [...this.beginStroke(first), { type: 'drag', sample }] : [];
  }

  private panned(phase: Extract<Phase, { kind: 'pan' }>, sample: PointerSample): GestureAction[] {
    if (phase.pointer !== sample.id) return [];
    this.phase = { ...phase, last: sample.at };
    return [{ type: 'pan', dx: sample.at.x - phase.last.x, dy: sample.at.y - phase.last.y }];
  }

  private fingersMoved(sample: PointerSample, before: ScreenPoint): GestureAction[] {
    if (this.phase.kind !== 'fingers') return [];
    const finger = this.fingers.get(sample.id);
    if (finger !== undefined && distance(finger.start, sample.at) > TAP_SLOP_PX)
      this.phase = { ...this.phase, moved: true };
    const [a, b] = [...this.fingers.keys()];
    if (b === undefined) return [{ type: 'pan', dx: sample.at.x - before.x, dy: sample.at.y - before.y }];
    if (sample.id !== a && sample.id !== b) return [];
    const other = this.fingers.get(sample.id === a ? b : (a ?? b))?.at ?? sample.at;
    const spanBefore = Math.max(1, distance(before, other));
    const spanAfter = Math.max(1, distance(sample.at, other));
    return [
      {
        type: 'pinch',
        factor: spanAfter / spanBefore,
        about: { x: (before.x + other.x) / 2, y: (before.y + other.y) / 2 },
        dx: (sample.at.x - before.x) / 2,
        dy: (sample.at.y - before.y) / 2,
      },
    ];
  }

  private fingerUp(phase: Extract<Phase, { kind: 'fingers' }>, sample: PointerSample): GestureAction[] {
    if (this.fingers.size > 0) return [];
    this.phase = { kind: 'idle' };
    const tapped = !phase.moved && sample.time - phase.since < TAP_MS;
    if (!tapped) return [];
    if (phase.most === 2) return [{ type: 'undo' }];
    return phase.most === 3 ? [{ type: 'redo' }] : [];
  }
}

/** Whether what runs cannot go on without a pointer that is gone; `fingersLeft` still lie on the glass. */
function endsWith(phase: Phase, pointer: number, fingersLeft: number): boolean {
  switch (phase.kind) {
    case 'idle':
      return false;
    case 'waiting':
      return phase.first.id === pointer;
    case 'tool':
    case 'pan':
      return phase.pointer === pointer;
    case 'fingers':
      return fingersLeft === 0;
  }
}

const distance = (a: ScreenPoint, b: ScreenPoint): number => Math.hypot(a.x - b.x, a.y - b.y);
