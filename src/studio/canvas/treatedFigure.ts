import type { Scene } from '../../core/design/scene';
import type { Cm2 } from '../../core/geometry/units';
import type { ScalpMap } from '../../core/head/scalpMap';
import { isJoined, treatedCm2 } from '../../core/plan/treatedArea';

/** The treated area as the foot of the window shows it. */
export interface TreatedFigure {
  /** The scene that is shown now, null where none is, and whether a hand is still at work on it. */
  readonly follow: (scene: Scene | null, map: ScalpMap | null, atWork: boolean) => void;
  readonly stop: () => void;
}

/** A hand rests when it has not moved for so long: frames of a slow tablet under load come oftener. Our choice. */
const REST_MS = 250;

/**
 * Tells the treated area of each scene. Areas that overlap or are cut take milliseconds to join, which a hand would feel:
 * while it moves the last figure stays, at rest it follows, and when the hand lets go it is told at once. Null where nothing
 * is to be dotted.
 */
export function treatedFigure(tell: (cm2: Cm2 | null) => void): TreatedFigure {
  let told: Cm2 | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const say = (cm2: Cm2 | null): void => {
    told = cm2;
    tell(cm2);
  };
  return {
    follow: (scene, map, atWork) => {
      stop();
      if (scene === null || scene.areas.length + scene.handDots.added.length === 0) say(null);
      else if (atWork && told !== null && isJoined(scene))
        timer = setTimeout(() => say(treatedCm2(scene, map)), REST_MS);
      else say(treatedCm2(scene, map));
    },
    stop,
  };
}
