import type { Case, Photo } from '../design/case';
import type { CaseEdit } from '../design/edits';
import type { Mm, PhotoPoint, ScreenPoint } from '../geometry/units';
import { isFinitePoint } from '../geometry/vec';
import type { Landmark } from '../head/headPhoto';
import type { Craft } from './craft';
import type { HintKey } from './hints';
import type { AreaPointTarget, Target } from './target';

/** Where a pointer is, in both spaces, and what is held with it. */
export interface ToolPointer {
  readonly photo: PhotoPoint;
  readonly screen: ScreenPoint;
  readonly pointer: 'mouse' | 'pen' | 'touch';
  readonly shift: boolean;
  readonly alt: boolean;
  /** How hard a pen presses, 0–1; absent where the pointer does not tell. */
  readonly pressure?: number;
}

export type ToolEvent =
  | ({ readonly type: 'press' | 'release' | 'hover' | 'doubleTap' } & ToolPointer)
  /** `coalesced`: every place since the last event, this one included, oldest first. */
  | ({ readonly type: 'drag'; readonly coalesced: readonly PhotoPoint[] } & ToolPointer)
  /** Escape, or the browser took the pointer away: the gesture leaves no trace. */
  | { readonly type: 'cancel' }
  /** Enter: what is being placed is finished. */
  | { readonly type: 'finish' }
  | { readonly type: 'remove' }
  | { readonly type: 'nudge'; readonly dxMm: Mm; readonly dyMm: Mm };

/** What a tool may know of the world when it takes a step. */
export interface ToolSetting {
  /** The committed case, without any draft. */
  readonly case: Case;
  readonly photo: Photo;
  readonly screenPxPerPhotoPx: number;
  /** The id of an area, should one be made now. */
  readonly newAreaId: string;
  /** Lines that can't be seen can't be taken hold of. */
  readonly outlineShown: boolean;
  readonly midlineShown: boolean;
  readonly whorlsShown?: boolean;
  /** Those that are shown, proposals too; left out: none. */
  readonly landmarks?: readonly Landmark[];
  readonly areasShown: boolean;
  /** Ids of the areas that are chosen. */
  readonly selectedAreas: readonly string[];
  readonly craft: Craft;
  /** What is done on one side of the head is done on the other. */
  readonly symmetric?: boolean;
  /** Lines of the guides that take hold of what is dragged near them; none: nothing does. */
  readonly snapLines?: readonly (readonly PhotoPoint[])[];
  /** The dot as laid nearest to a place, within a reach in photo px. */
  readonly dotNear: (p: PhotoPoint, reach: number) => LaidDot | null;
}

/** A dot of the design where it stands in the photo. */
export interface LaidDot {
  readonly id: number;
  readonly at: PhotoPoint;
}

/** What the overlay draws of a tool's state. */
export interface ToolView {
  readonly hover: Target | null;
  /** Index of the chosen handle of the hairline. */
  readonly selected: number | null;
  /** The stroke as it is being drawn. */
  readonly trace: readonly PhotoPoint[] | null;
  /** A first point that waits for its second. */
  readonly placed: PhotoPoint | null;
  readonly measured: { readonly a: PhotoPoint; readonly b: PhotoPoint } | null;
  /** Places whose colours are to be compared. */
  readonly picked: readonly PhotoPoint[];
  /** A closed outline that is being made. */
  readonly loop: readonly PhotoPoint[] | null;
  /** Where the brush is. */
  readonly brush: PhotoPoint | null;
  /** The dot, or the place of one, that is at hand. */
  readonly ringed: PhotoPoint | null;
  /** The chosen point of an area. */
  readonly areaPoint: AreaPointTarget | null;
  readonly hint: HintKey;
}

/**
 * A step's outcome. While a gesture runs its edit is a `draft`, applied for the picture only; its end is one `commit`.
 */
export interface ToolStep<State> {
  readonly state: State;
  readonly draft: CaseEdit | null;
  readonly commit: CaseEdit | null;
  /** Which areas are chosen from now on; left out where that stays as it is. */
  readonly select?: readonly string[] | undefined;
}

/** A state machine: event → next state and edits, nothing else. */
export interface Tool<State> {
  readonly start: State;
  readonly step: (state: State, event: ToolEvent, setting: ToolSetting) => ToolStep<State>;
  readonly view: (state: State) => ToolView;
}

export const BLANK_VIEW: Omit<ToolView, 'hint'> = {
  hover: null,
  selected: null,
  trace: null,
  placed: null,
  measured: null,
  picked: [],
  loop: null,
  brush: null,
  ringed: null,
  areaPoint: null,
};

/** Whether an event is somewhere at all; one that is nowhere is passed over. */
export const isSomewhere = (event: ToolEvent): boolean => {
  if (event.type === 'nudge') return Number.isFinite(event.dxMm) && Number.isFinite(event.dyMm);
  return !('photo' in event) || isFinitePoint(event.photo);
};

/** A step that edits nothing. */
export const still = <State>(state: State): ToolStep<State> => ({ state, draft: null, commit: null });
