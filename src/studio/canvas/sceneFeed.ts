import type { Case } from '../../core/design/case';
import { activeDesign, activePhoto, hairlineOn } from '../../core/design/edits';
import type { SceneSession } from '../../core/design/scene';
import { sessionsAt } from '../../core/pigment/time/sessionsAt';
import type { ScreenPoint } from '../../core/geometry/units';
import { sceneOf } from '../../core/design/sceneOf';
import { mmPerPx } from '../../core/head/scale';
import { scalpOf } from '../../core/head/scalpOf';
import { caseStore } from '../state/caseStore';
import { preferences } from '../state/preferences';
import { sessionStore, withDraft, type SessionState } from '../state/sessionStore';
import { createPicture, type Picture, type PicturePhoto } from './picture/picture';
import { treatedFigure, type TreatedFigure } from './treatedFigure';

/**
 * Feeds the picture: document and draft become a scene, the session's camera and divider its view, its figures go back
 * to the session. The picture lives outside React.
 */

let picture: Picture | null = null;
/** Waits here for a picture that is not made yet. */
let waiting: PicturePhoto | null = null;
let waitingPlaceholder: HTMLImageElement | null = null;
let photoShown = false;
/** A photo that comes without a change of the document needs its scene once more. */
let feedAgain: () => void = () => undefined;

export const currentPicture = (): Picture | null => picture;

/** The photo under the dots. */
export function setPicturePhoto(next: PicturePhoto | null): void {
  photoShown = next !== null;
  if (picture === null) waiting = next;
  else {
    picture.setPhoto(next);
    feedAgain();
  }
}

/** Where the hand is; tiles near it are drawn first. */
export const focusPicture = (at: ScreenPoint | null): void => picture?.setFocus(at);

/**
 * A small picture of the same shape that stands in for a photo until the full one is there; only where nothing is shown
 * yet. It fits itself into the canvas, whose size may not be known so early.
 */
export async function showPlaceholder(url: string): Promise<void> {
  if (photoShown) return;
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch {
    return;
  }
  // The full photo may have come first.
  if (isShown()) return;
  if (picture === null) waitingPlaceholder = image;
  else picture.setPlaceholder(image);
}

const isShown = (): boolean => photoShown;

/** Starts a picture on a canvas and feeds it until the returned function is called. */
export function showPicture(canvas: HTMLCanvasElement): () => void {
  const made = createPicture(canvas);
  picture = made;
  made.setPhoto(waiting);
  if (waiting === null) made.setPlaceholder(waitingPlaceholder);
  waiting = null;
  waitingPlaceholder = null;
  const stopFigures = made.subscribe((figures) => {
    sessionStore.setState({ figures });
  });
  const area = treatedFigure((areaCm2) => {
    tellDesk({ areaCm2 });
  });
  const feedScene = (): void => {
    made.setScene(sceneNow(area));
  };
  feedAgain = feedScene;
  const stops = [
    caseStore.subscribe(feedScene),
    sessionStore.subscribe((now, before) => {
      if (sceneChanged(now, before)) feedScene();
      if (viewChanged(now, before)) feedView(made, now);
    }),
    preferences.subscribe(() => {
      made.setSurround(surroundOf(canvas));
    }),
    watchPixelRatio(() => {
      feedView(made, sessionStore.getState());
    }),
  ];
  made.setSurround(surroundOf(canvas));
  feedScene();
  feedView(made, sessionStore.getState());
  return () => {
    for (const stop of stops) stop();
    area.stop();
    stopFigures();
    made.dispose();
    if (picture === made) picture = null;
  };
}

/** The theme's own grey round the photo. */
const surroundOf = (canvas: HTMLCanvasElement): string =>
  getComputedStyle(canvas).getPropertyValue('--surround').trim();

/** The scene of what is on the desk; its area and scale go to the session on the way. */
function sceneNow(area: TreatedFigure): Parameters<Picture['setScene']>[0] {
  const of = caseStore.getState().case;
  const { draft } = sessionStore.getState();
  const shown = of === null ? null : withDraft(of, draft);
  const on = shown === null ? undefined : activePhoto(shown);
  if (shown === null || on === undefined) {
    area.follow(null, null, false);
    tellDesk({ estimated: true, regionProblem: null });
    return null;
  }
  const scene = sceneOf(shown, on.id);
  const drawn = hairlineOn(shown, on.id) !== undefined;
  area.follow(scene.ok ? scene.value : null, scalpOf(on).map, draft !== null);
  tellDesk({
    estimated: mmPerPx(on).estimated,
    regionProblem: scene.ok || !drawn ? null : scene.error.kind,
  });
  return scene.ok ? { ...scene.value, sessions: sessionsShown(shown) } : null;
}

/** News for the session alone: while a hand moves most of this stays, and every reader would look again. */
function tellDesk(news: Partial<Pick<SessionState, 'areaCm2' | 'estimated' | 'regionProblem'>>): void {
  const before = sessionStore.getState();
  const { areaCm2, estimated, regionProblem } = { ...before, ...news };
  const isNews = areaCm2 !== before.areaCm2 || estimated !== before.estimated || regionProblem !== before.regionProblem;
  if (isNews) sessionStore.setState({ areaCm2, estimated, regionProblem });
}

/** The sessions that the strip shows, and how their dots look then. */
function sessionsShown(of: Case): readonly SceneSession[] {
  const design = activeDesign(of);
  return design === undefined ? [] : sessionsAt(design, sessionStore.getState());
}

const sceneChanged = (now: SessionState, before: SessionState): boolean =>
  now.draft !== before.draft || now.step !== before.step || now.days !== before.days || now.light !== before.light;

const viewChanged = (now: SessionState, before: SessionState): boolean =>
  now.camera !== before.camera ||
  now.viewport !== before.viewport ||
  now.compare !== before.compare ||
  now.beforeHeld !== before.beforeHeld;

function feedView(to: Picture, { camera, viewport, compare, beforeHeld }: SessionState): void {
  to.setSize(viewport.width, viewport.height, devicePixelRatio);
  to.setCamera(camera);
  to.setCompare(beforeHeld ? { kind: 'before' } : compare);
}

/** Calls back when the window moves to a screen of another pixel ratio, or the browser zooms. */
function watchPixelRatio(changed: () => void): () => void {
  let query = matchMedia(`(resolution: ${String(devicePixelRatio)}dppx)`);
  const again = (): void => {
    query.removeEventListener('change', again);
    query = matchMedia(`(resolution: ${String(devicePixelRatio)}dppx)`);
    query.addEventListener('change', again);
    changed();
  };
  query.addEventListener('change', again);
  return () => {
    query.removeEventListener('change', again);
  };
}
