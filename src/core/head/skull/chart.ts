import type { Mm } from '../../geometry/units';
import { skullForm, type SkullShape } from './shape';
import type { Vec3 } from './vec3';

/** The chart's centre lies so far from the vertex towards the forehead: where most of the work is. Our choice. */
const TIPPED = (30 * Math.PI) / 180;

/** The chart's centre on the head, and its axes there: x to the client's left, y towards the face (down from the front). */
export const POLE: Vec3 = [0, Math.cos(TIPPED), Math.sin(TIPPED)];
export const CHART_X: Vec3 = [1, 0, 0];
export const CHART_Y: Vec3 = [0, -Math.sin(TIPPED), Math.cos(TIPPED)];

/** How far from the chart's centre the scalp reaches, for the mean of the stretch; radians. */
const SCALP_REACH = (100 * Math.PI) / 180;
const SAMPLES = 400;
const GOLDEN_TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Radius of the sphere whose area-true map (Lambert's azimuthal) is the chart: its cap about the chart's centre has the area of
 * the skull's scalp.
 */
export function chartRadiusMm(shape: SkullShape): Mm {
  const form = skullForm(shape);
  const n = new Float64Array(3);
  let sum = 0;
  for (let i = 0; i < SAMPLES; i++) {
    // Evenly over the cap, on a spiral (Vogel 1979).
    const cos = 1 - ((i + 0.5) / SAMPLES) * (1 - Math.cos(SCALP_REACH));
    const sin = Math.sqrt(1 - cos * cos);
    const cx = sin * Math.cos(i * GOLDEN_TURN);
    const cy = sin * Math.sin(i * GOLDEN_TURN);
    const x = cx;
    const y = cy * CHART_Y[1] + cos * POLE[1];
    const z = cy * CHART_Y[2] + cos * POLE[2];
    form.gradient(x, y, z, n);
    const [nx = 0, ny = 0, nz = 0] = n;
    sum += (form.radiusSquared(x, y, z) * Math.hypot(nx, ny, nz)) / (nx * x + ny * y + nz * z);
  }
  return Math.sqrt(sum / SAMPLES);
}
