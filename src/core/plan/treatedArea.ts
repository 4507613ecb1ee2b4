import type { Scene, SceneArea, SceneScar } from '../design/scene';
import { combineOutlines, thickened, type Outlines } from '../geometry/outlines';
import type { Cm2 } from '../geometry/units';
import { scalpAreaCm2 } from '../head/scalpArea';
import type { ScalpMap } from '../head/scalpMap';
import { sameMapOf } from '../head/scalpTable';

/** All from which a treated area follows. */
type Shapes = Pick<Scene, 'areas' | 'cuts' | 'geometry'>;

let last: { readonly of: Shapes; readonly cm2: Cm2 } | null = null;

/**
 * Scalp that is dotted, each place once however many areas lie over it; without exclusions, and without standing hair but
 * where dots are set among it. Some milliseconds where areas overlap or are cut; as long as the same areas and cuts are asked
 * for it is told again. `map` is the map of the scene's geometry where it is at hand.
 */
export function treatedCm2(scene: Scene, map: ScalpMap | null = null): Cm2 {
  const { areas, cuts, geometry } = scene;
  if (!isJoined(scene)) return areas[0]?.areaCm2 ?? 0;
  if (last !== null && sameShapes(last.of, scene)) return last.cm2;
  const isAmongHair = (area: SceneArea): boolean => area.kind === 'zone' && area.amongHair;
  const joined = (of: readonly SceneArea[]): Outlines =>
    of.reduce<Outlines>((all, area) => combineOutlines('union', all, outlinesOf(area)), []);
  const cut = (from: Outlines, kind: 'hair' | 'exclusion'): Outlines =>
    cuts.reduce((left, each) => {
      return each.kind === kind ? combineOutlines('subtract', left, each.ringsCm.map(placesOf)) : left;
    }, from);
  const besideHair = cut(joined(areas.filter((area) => !isAmongHair(area))), 'hair');
  const all = combineOutlines('union', besideHair, joined(areas.filter(isAmongHair)));
  const cm2 = areaOf(scene, map ?? sameMapOf(geometry), cut(all, 'exclusion'));
  last = { of: { areas, cuts, geometry }, cm2 };
  return cm2;
}

/** Whether the treated scalp is more than its one area's own figure, and takes its time to tell. */
export const isJoined = ({ areas, cuts }: Scene): boolean => areas.length > 1 || cuts.length > 0;

/** sceneOf gives areas and cuts that have not changed as the same values, and new ones on another scalp. */
const sameShapes = (a: Shapes, b: Shapes): boolean =>
  a.areas.length === b.areas.length &&
  a.cuts.length === b.cuts.length &&
  a.areas.every((area, i) => area === b.areas[i]) &&
  a.cuts.every((cut, i) => cut === b.cuts[i]) &&
  (a.geometry === b.geometry || JSON.stringify(a.geometry) === JSON.stringify(b.geometry));

interface Place {
  readonly x: number;
  readonly y: number;
}

function outlinesOf(area: SceneArea): Outlines {
  switch (area.kind) {
    case 'hairline':
      return [placesOf(area.ringCm)];
    case 'zone':
      return area.ringsCm.map(placesOf);
    case 'scar':
      return scarOutlines(area);
  }
}

/** Without the blend: what is blended lies on skin beside the scar. */
function scarOutlines({ form, pointsCm, widthMm }: SceneScar): Outlines {
  const places = placesOf(pointsCm);
  return thickened(form === 'strip' ? [places] : places.map((place) => [place]), widthMm / 20);
}

function placesOf(flat: Float64Array): Place[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => ({
    x: flat[2 * i] as number,
    y: flat[2 * i + 1] as number,
  }));
}

/** Of outlines as operations give them: holes run the other way round. */
function areaOf({ geometry }: Scene, map: ScalpMap, outlines: Outlines): Cm2 {
  const scalp = { geometry, map };
  return outlines.reduce((sum, ring) => {
    const flat = Float64Array.from(ring.flatMap(({ x, y }) => [x, y]));
    return sum + Math.sign(turn(ring)) * scalpAreaCm2(scalp, flat);
  }, 0);
}

/** Twice the signed area. */
const turn = (ring: readonly Place[]): number =>
  ring.reduce((sum, { x, y }, i) => {
    const next = ring[(i + 1) % ring.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
