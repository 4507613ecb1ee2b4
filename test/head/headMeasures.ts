/** How true the fitted skull is to the practice head: areas of regions, and how skin faces the camera. */
import { ringArea } from '../../src/core/geometry/polygon';
import { scalpAreaCm2 } from '../../src/core/head/scalpArea';
import { scalpOf } from '../../src/core/head/scalpOf';
import type { Vec3 } from './camera';
import { fieldDistance } from './head';
import { direction, facingOf, projected, regionAbout, surfaceTowards, type Field, type Region } from './surfaceTruth';
import type { SamplePhoto } from './samplePhotos';

/** Where on the cap regions are laid: above the brow in front, above the ears at the sides, down to their middle behind. */
const lowest = (azimuthDeg: number): number => (Math.abs(azimuthDeg) > 125 ? 0 : 12);

export interface CapRegion extends Region {
  readonly name: string;
}

/** Regions of some 9 cm² all over the cap, made once. */
export function capRegions(field: Field = fieldDistance, withinDeg = 11, stepDeg = 20): CapRegion[] {
  const regions: CapRegion[] = [];
  for (let elevation = 5; elevation < 90; elevation += stepDeg) {
    const around = Math.max(1, Math.round((360 * Math.cos((elevation * Math.PI) / 180)) / (stepDeg * 1.5)));
    for (let i = 0; i < around; i++) {
      const azimuth = (i / around) * 360 - 180;
      if (elevation - withinDeg < lowest(azimuth) - withinDeg / 2) continue;
      const name = `${String(Math.round(azimuth))}°/${String(elevation)}°`;
      regions.push({ name, ...regionAbout(direction(azimuth, elevation), withinDeg, field) });
    }
  }
  return regions;
}

export interface RegionMeasure {
  readonly name: string;
  /** Angle between the region's mean surface and the line of sight. */
  readonly angleDeg: number;
  readonly trueCm2: number;
  readonly skullCm2: number;
  readonly flatCm2: number;
}

/** A border that turns further away than this is not drawn on this photo. */
const STEEPEST = Math.cos((82 * Math.PI) / 180);

/** What the app makes of the regions that a photo shows, drawn exactly along their border. */
export function measureRegions(sample: SamplePhoto, regions: readonly CapRegion[]): RegionMeasure[] {
  const { photo, camera, flatMmPerPx } = sample;
  const scalp = scalpOf(photo);
  return regions.flatMap(({ name, middle, border, areaCm2 }) => {
    if ([middle, ...border].some((point) => facingOf(camera, point) < STEEPEST)) return [];
    const px = projected(camera, border);
    const ring = Float64Array.from(
      px.flatMap((p) => {
        const c = scalp.map.toChart(p) ?? scalp.map.toChart(scalp.map.snapToRim(p));
        return c === null ? [] : [c.x, c.y];
      }),
    );
    return {
      name,
      angleDeg: (Math.acos(facingOf(camera, middle)) * 180) / Math.PI,
      trueCm2: areaCm2,
      skullCm2: scalpAreaCm2(scalp, ring),
      flatCm2: (ringArea(Float64Array.from(px.flatMap(({ x, y }) => [x, y]))) * flatMmPerPx ** 2) / 100,
    };
  });
}

/** One region in two views. */
export interface RegionPair {
  readonly name: string;
  /** The first view's area over the second's, less 1. */
  readonly apartBy: number;
}

/** All pairs of views that show one region. */
export const pairsOf = (measures: readonly RegionMeasure[]): RegionPair[] =>
  measures.flatMap((a, i) =>
    measures
      .slice(i + 1)
      .filter(({ name }) => name === a.name)
      .map((b) => ({ name: a.name, apartBy: a.skullCm2 / b.skullCm2 - 1 })),
  );

export interface FacingBand {
  readonly fromDeg: number;
  readonly count: number;
  readonly trueFacing: number;
  readonly skullFacing: number;
  /** Scalp that a pixel is taken for over what it truly shows, by the band's sum: the count of dots goes by it. */
  readonly areaRatio: number;
}

/** Bands of 10° of the angle between skin and line of sight, up to 70°; points of the cap about 4 mm apart. */
export function measureFacing({ photo, camera }: SamplePhoto, stepDeg = 3): FacingBand[] {
  const { map } = scalpOf(photo);
  const sums = Array.from({ length: 7 }, () => ({ count: 0, truth: 0, skull: 0, trueArea: 0, skullArea: 0 }));
  const look = (u: Vec3): void => {
    const point = surfaceTowards(u);
    const truth = facingOf(camera, point);
    const band = sums[Math.floor((Math.acos(Math.min(1, truth)) * 18) / Math.PI)];
    const [p] = projected(camera, [point]);
    if (truth <= 0 || band === undefined || p === undefined) return;
    const chart = map.toChart(p);
    const place = chart === null ? null : map.place(chart);
    const pxPerMm = 1 / (depthOf(camera, point.at) * camera.pixelSlope);
    // Each direction stands for the picture area that its patch of skin covers.
    const weight = truth * pxPerMm * pxPerMm;
    band.count++;
    band.truth += truth;
    band.trueArea += weight / (truth * pxPerMm * pxPerMm);
    if (place === null) return;
    band.skull += place.facing;
    band.skullArea += weight / (place.facing * place.pxPerMm * place.pxPerMm);
  };
  for (let elevation = 2; elevation < 90; elevation += stepDeg) {
    const around = Math.max(1, Math.round((360 * Math.cos((elevation * Math.PI) / 180)) / stepDeg));
    for (let i = 0; i < around; i++) {
      const azimuth = (i / around) * 360 - 180;
      if (elevation >= lowest(azimuth)) look(direction(azimuth, elevation));
    }
  }
  return sums.map((sum, i) => ({
    fromDeg: 10 * i,
    count: sum.count,
    trueFacing: sum.truth / sum.count,
    skullFacing: sum.skull / sum.count,
    areaRatio: sum.skullArea / sum.trueArea,
  }));
}

function depthOf(camera: SamplePhoto['camera'], at: Vec3): number {
  const { positionMm: p, back } = camera;
  return (p[0] - at[0]) * back[0] + (p[1] - at[1]) * back[1] + (p[2] - at[2]) * back[2];
}
