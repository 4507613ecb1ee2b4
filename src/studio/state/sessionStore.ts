import { createStore } from 'zustand/vanilla';
import type { Case } from '../../core/design/case';
import { applyEdit, type CaseEdit } from '../../core/design/edits';
import { HEALED_DAY } from '../../core/pigment/time/healingCurves';
import type { HairTile } from '../../core/pigment/hair/visibleHairs';
import { DEFAULT_LIGHT, type LightChoice } from '../../core/pigment/light/lightChoice';
import { NO_AIDS, type DesignAids } from './designAids';
import { DEFAULT_CRAFT, type Craft } from '../../core/tools/craft';
import { BLANK_VIEW, type ToolView } from '../../core/tools/tool';
import type { Camera } from '../../core/geometry/camera';

export type Compare = { readonly kind: 'after' } | { readonly kind: 'split'; readonly at: number };

export type SavingStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly sentence: string }
  /** The stored case has moved on elsewhere; `gone`: it was deleted there. */
  | { readonly kind: 'conflict'; readonly gone: boolean };

export const TOOL_IDS = [
  'select',
  'hand',
  'hairline',
  'smooth',
  'zone',
  'exclude',
  'brush',
  'hair',
  'scar',
  'dots',
  'head',
  'scale',
  'pick',
  'donor',
] as const;
export type ToolId = (typeof TOOL_IDS)[number];

export const SECTION_IDS = ['head', 'hairline', 'areas', 'dots', 'pigment', 'plan'] as const;
export type InspectorSection = (typeof SECTION_IDS)[number];

export type DialogId = 'cases' | 'open' | 'camera' | 'export' | 'share' | 'plan' | 'stencil' | 'keys' | 'settings';

/** A sentence that stands where its cause arose, until it is dismissed or the cause is gone. */
export interface Notice {
  readonly tone: 'info' | 'error';
  readonly sentence: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface LongWork {
  readonly label: string;
  /** 0–1. */
  readonly fraction: number;
  readonly cancel: () => void;
}

/** What the picture says of itself. */
export interface Figures {
  readonly dots: number;
  readonly busy: boolean;
  /** Why the photo shows no skin under the dots, if so. */
  readonly skinUnread: 'black' | 'white' | 'monochrome' | 'notSkinHue' | null;
  /** The hairs found in the photo so far, where dots are set among hair. */
  readonly hairs: readonly HairTile[];
  readonly problem: { readonly kind: 'scene' | 'outOfMemory' | 'unexpected' } | null;
}

export const SCREEN_MODES = ['live', 'frozen', 'blank'] as const;
/** What the second screen shows: what the technician sees, what was released last, nothing. */
export type ScreenMode = (typeof SCREEN_MODES)[number];

/** Designs on the photo before the technician, or what came of a plan beside the plan itself. */
export type Comparing =
  | { readonly kind: 'designs'; readonly designIds: readonly string[] }
  | { readonly kind: 'result'; readonly photoId: string };

/** What the client's preview changes for a while. */
export type TechnicianPlace = Pick<
  SessionState,
  'camera' | 'fitted' | 'viewport' | 'compare' | 'beforeHeld' | 'step' | 'days' | 'light'
>;

/** This tab's state: never undone, never part of the document. */
export interface SessionState {
  readonly tool: ToolId;
  readonly toolView: ToolView;
  /** Ids of the areas that are chosen; those that are gone count for nothing. */
  readonly selectedAreas: readonly string[];
  readonly craft: Craft;
  /** The running gesture's edit, applied for the picture only. */
  readonly draft: CaseEdit | null;
  readonly dragging: boolean;
  readonly spaceHeld: boolean;
  readonly camera: Camera;
  /** The whole photo is shown, and stays so when the window changes, until a hand moves it. */
  readonly fitted: boolean;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly compare: Compare;
  /** Which session's outcome is shown: 0 before the first, k after the k-th; null after the last. */
  readonly step: number | null;
  /** Days after the session of the step. */
  readonly days: number;
  readonly light: LightChoice;
  readonly beforeHeld: boolean;
  readonly overlayHidden: boolean;
  readonly inspectorOpen: boolean;
  readonly section: InspectorSection;
  readonly outlineShown: boolean;
  readonly midlineShown: boolean;
  readonly aids: DesignAids;
  /** The client's preview is open: where the technician was, to be returned to. */
  readonly preview: TechnicianPlace | null;
  /** The client's own screen; null while there is none. */
  readonly screen: { readonly mode: ScreenMode; readonly connected: boolean } | null;
  /** What lies side by side for the client to choose from; null while nothing does. */
  readonly comparing: Comparing | null;
  /** Where a photo goes that is chosen or taken in the dialogs. */
  readonly photosGo: 'newCase' | 'thisCase';
  readonly dialog: DialogId | null;
  readonly notice: Notice | null;
  readonly longWork: LongWork | null;
  readonly saving: SavingStatus;
  readonly figures: Figures;
  /** Null where there is no hairline or nothing behind it. */
  readonly areaCm2: number | null;
  readonly estimated: boolean;
  readonly regionProblem: string | null;
}

export const sessionStore = createStore<SessionState>()(() => ({
  tool: 'select',
  toolView: { ...BLANK_VIEW, hint: 'hint.select' },
  selectedAreas: [],
  craft: DEFAULT_CRAFT,
  draft: null,
  dragging: false,
  spaceHeld: false,
  camera: { scale: 0.25, x: 0, y: 0 },
  fitted: true,
  viewport: { width: 0, height: 0 },
  compare: { kind: 'after' },
  step: null,
  days: HEALED_DAY,
  light: DEFAULT_LIGHT,
  beforeHeld: false,
  overlayHidden: false,
  // On a phone the photo comes first; the sheet is a tap away.
  inspectorOpen: typeof innerWidth === 'undefined' || innerWidth >= 700,
  section: 'dots',
  outlineShown: false,
  midlineShown: false,
  aids: NO_AIDS,
  preview: null,
  screen: null,
  comparing: null,
  photosGo: 'newCase',
  dialog: null,
  notice: null,
  longWork: null,
  saving: { kind: 'saved' },
  figures: { dots: 0, busy: false, skinUnread: null, hairs: [], problem: null },
  areaCm2: null,
  estimated: true,
  regionProblem: null,
}));

const drafted = new WeakMap<CaseEdit, { readonly of: Case; readonly shown: Case }>();

/**
 * The document as the picture shows it: with the running gesture's draft. The same document and draft give the same
 * object, so that whoever watches the outcome is told only when it is another.
 */
export function withDraft(of: Case, draft: CaseEdit | null): Case {
  if (draft === null) return of;
  const known = drafted.get(draft);
  if (known?.of === of) return known.shown;
  const shown = applyEdit(of, draft);
  drafted.set(draft, { of, shown });
  return shown;
}

export const setAids = (aids: Partial<DesignAids>): void => {
  sessionStore.setState((before) => ({ aids: { ...before.aids, ...aids } }));
};
