import type { PhotoPoint } from '../../geometry/units';
import { rimAt } from './rim';
import { skullForm } from './shape';
import type { SkullFit } from './skullFit';
import { dot3, type Vec3 } from './vec3';

/** The skull's silhouette in the photo, a closed ring of this many points. */
export function silhouette({ shape, axes, distanceMm, focalPx, centre }: SkullFit, count = 96): PhotoPoint[] {
  const form = skullForm(shape);
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    const away = rimAt(form, axes, distanceMm, angle).tangent * focalPx;
    return { x: centre.x + away * Math.cos(angle), y: centre.y + away * Math.sin(angle) };
  });
}

/** A line of the wire: `main` for the midline and the level of the greatest breadth, by which a head is set upright. */
export interface WireLine {
  readonly points: readonly PhotoPoint[];
  readonly main: boolean;
}

/** Every so many degrees a meridian (through the vertex) and a parallel (level), and points along them. Our choice. */
const EVERY_DEG = 30;
const STEP_DEG = 5;
const RIM_POINTS = 120;
/** Parallels reach down to the brow and the ears, no further: there the skull ends and the face begins. */
const LOWEST_DEG = -15;

/** Meridians and parallels of the skull, as far as they face the camera. */
export function wire(fit: SkullFit): WireLine[] {
  const lines: WireLine[] = [];
  for (let azimuth = 0; azimuth < 180; azimuth += EVERY_DEG) {
    // Over the vertex from one side's lower end to the other's.
    const places: Vec3[] = [];
    for (let angle = LOWEST_DEG; angle <= 180 - LOWEST_DEG; angle += STEP_DEG) places.push(direction(azimuth, angle));
    lines.push(...visible(fit, places, azimuth === 0));
  }
  for (let elevation = 0; elevation < 90; elevation += EVERY_DEG) {
    const places: Vec3[] = [];
    for (let azimuth = 0; azimuth <= 360; azimuth += STEP_DEG) places.push(direction(azimuth, elevation));
    lines.push(...visible(fit, places, elevation === 0));
  }
  return [...lines, ...rimAbove(fit)];
}

/** The silhouette above brow and ears, from one side of the head to the other. */
function rimAbove({ shape, axes, distanceMm, focalPx, centre }: SkullFit): WireLine[] {
  const form = skullForm(shape);
  const rim = Array.from({ length: RIM_POINTS }, (_, i) => {
    const angle = (i / RIM_POINTS) * 2 * Math.PI;
    const { tangent, y } = rimAt(form, axes, distanceMm, angle);
    const away = tangent * focalPx;
    const above = y > Math.sin((LOWEST_DEG * Math.PI) / 180);
    return { above, at: { x: centre.x + away * Math.cos(angle), y: centre.y + away * Math.sin(angle) } };
  });
  // From where the line comes up; all round where it never goes down.
  const first = rim.findIndex(({ above }, i) => above && rim.at(i - 1)?.above === false);
  const begun = first < 0 ? [...rim, ...rim.slice(0, 1)] : [...rim.slice(first), ...rim.slice(0, first)];
  const points = begun.filter(({ above }) => above).map(({ at }) => at);
  return points.length > 1 ? [{ points, main: true }] : [];
}

function direction(azimuthDeg: number, elevationDeg: number): Vec3 {
  const a = (azimuthDeg * Math.PI) / 180;
  const e = (elevationDeg * Math.PI) / 180;
  return [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)];
}

/** The runs of a line that face the camera. */
function visible(fit: SkullFit, directions: readonly Vec3[], main: boolean): WireLine[] {
  const { axes, distanceMm, focalPx, centre } = fit;
  const form = skullForm(fit.shape);
  const gradient = new Float64Array(3);
  const runs: PhotoPoint[][] = [];
  let run: PhotoPoint[] | null = null;
  for (const u of directions) {
    form.gradient(...u, gradient);
    const normal: Vec3 = [gradient[0] as number, gradient[1] as number, gradient[2] as number];
    const r = Math.sqrt(form.radiusSquared(...u));
    const faces = distanceMm * dot3(normal, axes.back) > r * dot3(normal, u);
    if (!faces) {
      run = null;
      continue;
    }
    if (run === null) runs.push((run = []));
    const perDepth = focalPx / (distanceMm - r * dot3(u, axes.back));
    run.push({ x: centre.x + perDepth * r * dot3(u, axes.right), y: centre.y + perDepth * r * dot3(u, axes.down) });
  }
  return runs.filter((points) => points.length > 1).map((points) => ({ points, main }));
}
