import type { Scene } from '../../design/scene';
import { placesOn, type HairyPlaces } from '../../head/scalpGrid';
import { sameMapOf } from '../../head/scalpTable';
import type { Dots } from '../../scatter/dots';
import { SET_BY_HAND } from '../dots/handDots';
import type { SceneDots } from '../dots/sceneDots';
import { depthAt, type DepthGrid } from '../haze/depthGrid';
import { smooth } from '../haze/smooth';
import { placeInShown } from '../time/shownSessions';
import { STRENGTH_FULL_MM } from './markFigures';

/** Dots as they lie in the photo, and what their marks follow from; entry i of every array belongs to dot i. */
export interface PlacedDots {
  readonly dots: Dots;
  /** As in SceneDots. */
  readonly area: Uint16Array | null;
  readonly keeps: Float32Array | null;
  readonly places: HairyPlaces;
  /** The entry of shownSessions that each is drawn as. */
  readonly shown: Uint8Array;
  /** Its strength between that at the line and the full one, 0–1. */
  readonly within: Float32Array;
}

/**
 * Places a scene's dots in its photo. A dot in several areas takes the deepest's strength; one set by hand stands at full
 * strength wherever it is.
 */
export function placeDots(scene: Scene, { dots, session, area, keeps, depths }: SceneDots): PlacedDots {
  const { geometry, whorls } = scene;
  const shown = new Uint8Array(dots.count);
  const within = new Float32Array(dots.count);
  for (let i = 0; i < dots.count; i++) {
    const pigment = scene.areas[area === null ? 0 : (area[i] as number)]?.pigment ?? 0;
    shown[i] = placeInShown(scene, session === null ? 0 : (session[i] as number), pigment);
    within[i] = withinOf(dots, i, depths);
  }
  const places = placesOn(geometry, sameMapOf(geometry), whorls, dots.x, dots.y, dots.count);
  return { dots, area, keeps, places, shown, within };
}

const withinOf = ({ appearsAt, x, y }: Dots, i: number, depths: readonly DepthGrid[]): number =>
  appearsAt[i] === SET_BY_HAND ? 1 : smooth(depthOf(depths, x[i] as number, y[i] as number) / STRENGTH_FULL_MM);

/**
 * Gives placed dots from … to − 1 the strength that they have at other depths, and notes which have another (KeptMarks); whether
 * any has.
 */
export function renewWithin(
  { dots, within }: PlacedDots,
  isStale: Uint8Array,
  depths: readonly DepthGrid[],
  from: number,
  to: number,
): boolean {
  let isOther = false;
  for (let i = from; i < to; i++) {
    const before = within[i] as number;
    within[i] = withinOf(dots, i, depths);
    if (within[i] === before) continue;
    isStale[i] = 1;
    isOther = true;
  }
  return isOther;
}

function depthOf(depths: readonly DepthGrid[], x: number, y: number): number {
  let depth = 0;
  for (const grid of depths) depth = Math.max(depth, depthAt(grid, x, y));
  return depth;
}
