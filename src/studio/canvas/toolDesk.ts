import type { Calibration } from '../../core/head/headPhoto';
import type { Case, Photo } from '../../core/design/case';
import { activePhoto, hairlineOn } from '../../core/design/edits';
import { toPhoto } from '../../core/geometry/camera';
import type { PhotoPoint } from '../../core/geometry/units';
import { excludeTool, hairTool, zoneTool } from '../../core/tools/area/areaTools';
import { brushTool } from '../../core/tools/area/brushTool';
import { donorTool } from '../../core/tools/area/donorTool';
import { dotsTool } from '../../core/tools/area/dotsTool';
import { hairlineTool } from '../../core/tools/hairline/hairlineTool';
import { headTool } from '../../core/tools/head/headTool';
import { pickTool } from '../../core/tools/pickTool';
import { scaleTool } from '../../core/tools/head/scaleTool';
import { scarTool } from '../../core/tools/area/scarTool';
import { selectTool } from '../../core/tools/selectTool';
import { smoothTool } from '../../core/tools/hairline/smoothTool';
import {
  BLANK_VIEW,
  type Tool,
  type ToolEvent,
  type ToolPointer,
  type ToolSetting,
  type ToolView,
} from '../../core/tools/tool';
import { caseStore, commit, redo, undo } from '../state/caseStore';
import { sessionStore, type SessionState, type ToolId } from '../state/sessionStore';
import type { PointerSample } from './gestures';
import { dotNear } from './laidDots';
import { guideOn, landmarksOn } from './overlay/landmarkGuides';

/**
 * The tools at work: each keeps its state here, events go in, edits come out. A draft goes to the session for the
 * picture, a commit to the document once.
 */
const desks = {
  select: desk(selectTool),
  hairline: desk(hairlineTool),
  smooth: desk(smoothTool),
  zone: desk(zoneTool),
  exclude: desk(excludeTool),
  brush: desk(brushTool),
  hair: desk(hairTool),
  scar: desk(scarTool),
  dots: desk(dotsTool),
  donor: desk(donorTool),
  head: desk(headTool),
  scale: desk(scaleTool),
  pick: desk(pickTool),
  hand: { step: () => null, view: (): ToolView => ({ ...BLANK_VIEW, hint: 'hint.hand' }), reset: () => undefined },
} as const;

interface Step {
  readonly draft: ReturnType<Tool<unknown>['step']>['draft'];
  readonly commit: ReturnType<Tool<unknown>['step']>['commit'];
  readonly select?: readonly string[] | undefined;
}

function desk<State>(tool: Tool<State>) {
  let state = tool.start;
  return {
    step: (event: ToolEvent, setting: ToolSetting): Step | null => {
      const step = tool.step(state, event, setting);
      state = step.state;
      return step;
    },
    view: (): ToolView => tool.view(state),
    lay: (next: State): void => {
      state = next;
    },
    reset: (): void => {
      state = tool.start;
    },
  };
}

/** Changing the tool takes back what the last one had begun. */
export function setTool(tool: ToolId): void {
  const before = sessionStore.getState().tool;
  if (before !== tool) {
    cancelTool();
    desks[before].reset();
  }
  sessionStore.setState({ tool, toolView: desks[tool].view(), draft: null, dragging: false });
  if (tool === 'scale') showKnownRuler();
  // Its lines are all there is to see of the skull, and its finer controls stand beside.
  if (tool === 'head') sessionStore.setState({ overlayHidden: false, section: 'head' });
}

/** The ruler that the scale came from stands again, to be looked at or corrected. */
function showKnownRuler(): void {
  const of = caseStore.getState().case;
  const calibration = of === null ? undefined : activePhoto(of)?.calibration;
  if (calibration === undefined || !('a' in calibration)) return;
  const { a, b } = calibration;
  desks.scale.lay({ kind: 'idle', measured: { a, b } });
  sessionStore.setState({ toolView: desks.scale.view() });
}

type PointerEventType = 'press' | 'drag' | 'release' | 'hover' | 'doubleTap';

export function toolPointer(type: PointerEventType, sample: PointerSample): void {
  const { camera } = sessionStore.getState();
  const pointer: ToolPointer = {
    photo: toPhoto(camera, sample.at),
    screen: sample.at,
    pointer: sample.kind,
    shift: sample.shift,
    alt: sample.alt,
    ...(sample.pressure == null ? {} : { pressure: sample.pressure }),
  };
  const coalesced = sample.coalesced.map((at) => toPhoto(camera, at));
  send(type === 'drag' ? { type, ...pointer, coalesced } : { type, ...pointer });
  if (type === 'press' || type === 'drag') setDragging(true);
  if (type === 'release') setDragging(false);
}

/** Told only when it is news: every reader of the session would look again at each move. */
function setDragging(dragging: boolean): void {
  if (sessionStore.getState().dragging !== dragging) sessionStore.setState({ dragging });
}

export function keyToTool(event: Extract<ToolEvent, { type: 'nudge' | 'remove' | 'finish' | 'cancel' }>): void {
  if (event.type === 'cancel') cancelTool();
  else send(event);
}

export function cancelTool(): void {
  send({ type: 'cancel' });
  setDragging(false);
}

/** The lines of the guides that are shown; without the line's own handles they stay the same while it is dragged. */
const guideLines = (of: Case, photo: Photo, { aids }: SessionState): readonly (readonly PhotoPoint[])[] =>
  aids.guides.flatMap((id) => {
    const guide = guideOn(id, photo, hairlineOn(of, photo.id)?.points ?? []);
    return guide.ok ? guide.value.lines : [];
  });

/** The id of the next area; a fresh one after each commit, not one for every pointer that moves. */
let newAreaId = crypto.randomUUID();

function send(event: ToolEvent): void {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  const session = sessionStore.getState();
  if (of === null || photo === undefined) return;
  const step = desks[session.tool].step(event, {
    case: of,
    photo,
    screenPxPerPhotoPx: session.camera.scale,
    newAreaId,
    outlineShown: session.outlineShown && !session.overlayHidden,
    midlineShown: session.midlineShown && !session.overlayHidden,
    whorlsShown: session.aids.growth && !session.overlayHidden,
    areasShown: !session.overlayHidden,
    selectedAreas: session.selectedAreas,
    craft: session.craft,
    symmetric: session.aids.symmetric,
    snapLines: session.aids.snapping && !session.overlayHidden ? guideLines(of, photo, session) : [],
    dotNear,
    landmarks: session.aids.guides.length > 0 && !session.overlayHidden ? landmarksOn(photo) : [],
  });
  if (step === null) return;
  // The document takes the commit in the same breath as the draft goes, so the picture never shows the state before.
  if (step.commit !== null) {
    commit(step.commit);
    newAreaId = crypto.randomUUID();
  }
  if (step.select !== undefined) chooseAreas(step.select);
  const toolView = desks[session.tool].view();
  if (step.draft !== session.draft || !sameView(toolView, session.toolView)) {
    sessionStore.setState({ draft: step.draft, toolView });
  }
}

/** Which areas the panel and the next stroke speak of. */
export function chooseAreas(ids: readonly string[]): void {
  const before = sessionStore.getState().selectedAreas;
  if (ids.length === before.length && ids.every((id, i) => id === before[i])) return;
  sessionStore.setState({ selectedAreas: ids });
}

/** A hover over nothing new redraws nothing. */
const sameView = (a: ToolView, b: ToolView): boolean =>
  a.hint === b.hint &&
  a.selected === b.selected &&
  a.trace === b.trace &&
  a.placed === b.placed &&
  a.measured === b.measured &&
  a.picked === b.picked &&
  a.loop === b.loop &&
  a.brush === b.brush &&
  a.ringed === b.ringed &&
  a.areaPoint === b.areaPoint &&
  (a.hover === b.hover || JSON.stringify(a.hover) === JSON.stringify(b.hover));

/** Undo and redo first end what is being done, so that a step never runs under a moving hand. */
export function undoStep(): void {
  cancelTool();
  undo();
}

export function redoStep(): void {
  cancelTool();
  redo();
}

/** The ruler's true length is known: one undo step, and back to the tool that works on the line. */
export function setScaleFromRuler(calibration: Calibration): void {
  const of = caseStore.getState().case;
  if (of === null || of.activePhotoId === null) return;
  commit({ type: 'setCalibration', photoId: of.activePhotoId, calibration });
  setTool('select');
}
