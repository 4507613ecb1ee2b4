import type { Scene, SceneArea, SceneScar } from '../design/scene';
import { combineOutlines, thickened, type Outlines } from '../geometry/outlines';
import type { Cm2 } from '../geometry/units';
import { scalpAreaCm2 } from '../head/scalpArea';
import type { ScalpMap } from '../head/scalpMap';
import type { Scalp } from '../head/scalpOf';
import { distanceOnScalp, sameMapOf, scalpTableOf, type ScalpTable } from '../head/scalpTable';

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
  const ground = { geometry, map: map ?? sameMapOf(geometry) };
  const table = scalpTableOf(geometry, ground.map);
  const isAmongHair = (area: SceneArea): boolean => area.kind === 'zone' && area.amongHair;
  const joined = (of: readonly SceneArea[]): Outlines =>
    of.reduce<Outlines>((all, area) => combineOutlines('union', all, outlinesOf(area, table)), []);
  const cut = (from: Outlines, kind: 'hair' | 'exclusion'): Outlines =>
    cuts.reduce((left, each) => {
      return each.kind === kind ? combineOutlines('subtract', left, each.ringsCm.map(placesOf)) : left;
    }, from);
  const besideHair = cut(joined(areas.filter((area) => !isAmongHair(area))), 'hair');
  const all = combineOutlines('union', besideHair, joined(areas.filter(isAmongHair)));
  const cm2 = areaOf(ground, cut(all, 'exclusion'));
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

function outlinesOf(area: SceneArea, table: ScalpTable | null): Outlines {
  switch (area.kind) {
    case 'hairline':
      return [placesOf(area.ringCm)];
    case 'zone':
      return area.ringsCm.map(placesOf);
    case 'scar':
      return scarOutlines(area, table);
  }
}

/** Without the blend: what is blended lies on skin beside the scar. */
function scarOutlines({ form, pointsCm, widthMm }: SceneScar, table: ScalpTable | null): Outlines {
  const places = placesOf(pointsCm);
  const halfCm = widthMm / 20;
  return form === 'strip'
    ? thickened([places], halfCm / acrossStrip(pointsCm, table))
    : thickened(
        places.map((place) => [place]),
        halfCm,
      );
}

/** Scalp length per chart length across a strip, on its mean: where the chart draws lengths out it narrows what lies across. */
function acrossStrip(pointsCm: Float64Array, table: ScalpTable | null): number {
  if (table === null) return 1;
  let lengthCm = 0;
  let across = 0;
  for (let i = 2; i + 1 < pointsCm.length; i += 2) {
    const [fromX, fromY] = [pointsCm[i - 2] as number, pointsCm[i - 1] as number];
    const [toX, toY] = [pointsCm[i] as number, pointsCm[i + 1] as number];
    const piece = Math.hypot(toX - fromX, toY - fromY);
    if (piece === 0) continue;
    lengthCm += piece;
    const [overX, overY] = [(fromY - toY) / piece, (toX - fromX) / piece];
    across += piece * distanceOnScalp(table, (fromX + toX) / 2, (fromY + toY) / 2, overX, overY);
  }
  return lengthCm === 0 ? 1 : across / lengthCm;
}

function placesOf(flat: Float64Array): Place[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => ({
    x: flat[2 * i] as number,
    y: flat[2 * i + 1] as number,
  }));
}

/** Of outlines as operations give them: holes run the other way round. */
function areaOf(scalp: Pick<Scalp, 'geometry' | 'map'>, outlines: Outlines): Cm2 {
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
