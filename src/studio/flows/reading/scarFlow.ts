import type { ScarArea } from '../../../core/design/area';
import type { Photo } from '../../../core/design/case';
import { activeDesign, activePhoto } from '../../../core/design/edits';
import type { Rgb, Scene } from '../../../core/design/scene';
import { sceneOf } from '../../../core/design/sceneOf';
import { insideRings } from '../../../core/geometry/rings';
import type { PhotoPoint } from '../../../core/geometry/units';
import { scalpOf } from '../../../core/head/scalpOf';
import { meanOfPatch } from '../../../core/pigment/skin/patch';
import { matchScar } from '../../../core/pigment/hair/scarMatch';
import { caseStore, commit } from '../../state/caseStore';
import { formatNumber, text } from '../../texts/texts';
import { healedLook, readPhoto, type ReadPhoto } from './hairFlow';
import { say } from '../notices';

/** Places along a scar at which it is held against what lies beside it; our choice. */
const MOST_PLACES = 24;
/** What is compared begins this far past the scar's border and is this wide: our choice, clear of its rim. */
const BESIDE_MM = 2.5;
const BESIDE_RADIUS_MM = 1.5;

/** Gives a scar the density at which it vanishes, healed, in the skin and hair beside it, and says what was read. */
export async function matchScarArea(area: ScarArea): Promise<void> {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  const design = of === null ? undefined : activeDesign(of);
  if (of === null || photo === undefined || design === undefined || photo.id !== area.photoId) return;
  const known = await readPhoto(photo);
  const scene = sceneOf(of, photo.id);
  const look = healedLook(design);
  const read = known === null || !scene.ok ? null : readBeside(area, photo, known, scene.value);
  if (read === null || look === null || caseStore.getState().case !== of) {
    say('error', text('areas.scarMatch.unread'));
    return;
  }
  const kept = 1 - (1 - area.retention) ** (1 + area.extraSessions);
  const dotSizeMm = area.dotSizeMm ?? design.fill.dotSizeMm;
  const { perCm2, lighterBy } = matchScar({ ...read, kept }, look, { ...design.fill, dotSizeMm });
  commit({ type: 'putArea', area: { ...area, perCm2 } });
  const percent = Math.round(100 * lighterBy);
  const words = { perCm2: formatNumber(perCm2), percent: formatNumber(percent) };
  say('info', text(percent > 0 ? 'areas.scarMatch.matched' : 'areas.scarMatch.notPaler', words));
}

interface Beside {
  readonly tissue: Rgb;
  readonly around: Rgb;
  readonly aroundPerCm2: number;
}

/** Null where the photo shows nothing beside the scar. */
function readBeside(area: ScarArea, photo: Photo, known: ReadPhoto, scene: Scene): Beside | null {
  const { map, mmPerPx } = scalpOf(photo);
  const mean = (places: readonly PhotoPoint[], radiusMm: number): Rgb | null =>
    meanOf(
      places.flatMap((p) => {
        const colour = meanOfPatch(known.rgba, known.width, 0, { ...p, radius: radiusMm / mmPerPx });
        return colour === null ? [] : [colour];
      }),
    );
  const middles = middlesOf(area);
  const awayPx = (area.widthMm / 2 + BESIDE_MM) / mmPerPx;
  const beside = middles.flatMap(({ x, y, across }) =>
    [awayPx, -awayPx].map((px) => ({ x: x + px * across.x, y: y + px * across.y })),
  );
  const seen = beside.filter((p) => map.toChart(p) !== null);
  const tissue = mean(middles, Math.max(area.widthMm * 0.3, mmPerPx));
  const around = mean(seen, BESIDE_RADIUS_MM);
  if (tissue === null || around === null || 2 * seen.length < beside.length) return null;
  const densities = seen.map((p) => {
    const at = map.toChart(p);
    return at === null ? 0 : densityAround(scene, at.x, at.y);
  });
  return { tissue, around, aroundPerCm2: densities.reduce((sum, each) => sum + each, 0) / seen.length };
}

/** What the areas that are no scars dot a place with. */
const densityAround = ({ areas }: Scene, x: number, y: number): number =>
  areas.reduce((most, area) => {
    if (area.kind === 'scar') return most;
    const rings = area.kind === 'zone' ? area.ringsCm : [area.ringCm];
    return insideRings(rings, x, y) ? Math.max(most, area.perCm2) : most;
  }, 0);

/** Places on the scar, each with the direction across it. */
function middlesOf({ form, points }: ScarArea): (PhotoPoint & { readonly across: PhotoPoint })[] {
  const every = Math.max(1, Math.ceil(points.length / MOST_PLACES));
  return points.flatMap((p, i) => {
    if (i % every !== 0) return [];
    const [from, to] = form === 'strip' ? [points[i - 1] ?? p, points[i + 1] ?? p] : [p, p];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const across = length === 0 ? { x: 0, y: 1 } : { x: (from.y - to.y) / length, y: (to.x - from.x) / length };
    return [{ ...p, across }];
  });
}

function meanOf(colours: readonly Rgb[]): Rgb | null {
  if (colours.length === 0) return null;
  const of = (channel: 0 | 1 | 2): number => colours.reduce((sum, each) => sum + each[channel], 0) / colours.length;
  return [of(0), of(1), of(2)];
}
