import type { Scene, SceneStroke } from '../../core/design/scene';

/**
 * A scene on its way to a worker: of its strokes only those that come after the `strokesKept` first of the scene sent
 * before. A design may have thousands, and a moved handle changes none; to clone two thousand takes milliseconds.
 */
export interface WiredScene {
  readonly scene: Scene | null;
  /** Absent: none. */
  readonly strokesKept?: number;
}

/** Leaves out the strokes that the last scene had; equal strokes are one object, as sceneOf gives them. */
export interface SceneSender {
  readonly pack: (scene: Scene | null) => WiredScene;
  /** Another worker listens, who has heard nothing yet. */
  readonly restart: () => void;
}

export function sceneSender(): SceneSender {
  let sent: readonly SceneStroke[] = [];
  return {
    pack: (scene) => {
      if (scene === null) return { scene, strokesKept: 0 };
      const { strokes } = scene;
      const most = Math.min(sent.length, strokes.length);
      let strokesKept = 0;
      while (strokesKept < most && sent[strokesKept] === strokes[strokesKept]) strokesKept++;
      sent = strokes;
      return { scene: strokesKept === 0 ? scene : { ...scene, strokes: strokes.slice(strokesKept) }, strokesKept };
    },
    restart: () => {
      sent = [];
    },
  };
}

/** Puts the scenes together again; each must be given once, in the order in which they were sent. */
export function sceneReceiver(): (wired: WiredScene) => Scene | null {
  let known: readonly SceneStroke[] = [];
  return ({ scene, strokesKept = 0 }) => {
    if (scene === null) return null;
    known = strokesKept === 0 ? scene.strokes : [...known.slice(0, strokesKept), ...scene.strokes];
    return { ...scene, strokes: known };
  };
}
