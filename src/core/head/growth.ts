/** A whorl's centre in the chart of the scalp, cm. */
export interface ChartWhorl {
  readonly x: number;
  readonly y: number;
  /** As seen from above the head, which is how the chart lies (x to the client's left, y to the face, downwards). */
  readonly clockwise: boolean;
}

/** Where most whorls lie, some 4 cm behind the vertex and a little to the right, turning clockwise (most do). */
export const USUAL_WHORL: ChartWhorl = { x: -0.8, y: -7.4, clockwise: true };

/** Hair turns out of its whorl by so much at the centre, and by 1/e of it so far away. Our choice. */
const TURN_RAD = 1.2;
const TURN_FADES_CM = 2.2;

/**
 * The direction in the chart in which hair grows at a place, a unit vector: away from the whorl, so forward over the top, fanning
 * down the sides and down behind, and spiralling near it. Of two whorls the nearer decides, with a soft change between.
 */
export function growthAt(whorls: readonly ChartWhorl[], x: number, y: number, out: Float64Array): void {
  let gx = 0;
  let gy = 0;
  for (const whorl of whorls.length > 0 ? whorls : USUAL) {
    const dx = x - whorl.x;
    const dy = y - whorl.y;
    const away = Math.sqrt(dx * dx + dy * dy);
    if (away < LEAST_CM) continue;
    const turn = (whorl.clockwise ? TURN_RAD : -TURN_RAD) * Math.exp(-away / TURN_FADES_CM);
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    // A unit vector, weighed by the inverse cube of the distance.
    const weight = 1 / away ** 4;
    gx += weight * (dx * cos - dy * sin);
    gy += weight * (dx * sin + dy * cos);
  }
  const length = Math.sqrt(gx * gx + gy * gy);
  out[0] = length > 0 ? gx / length : 0;
  out[1] = length > 0 ? gy / length : 1;
}

const USUAL: readonly ChartWhorl[] = [USUAL_WHORL];
const LEAST_CM = 1e-6;

/** Hair lies flatter from the top of the head down to temples and nape: a mark's length to its breadth there. Our choice. */
const LONG_ON_TOP = 1.1;
const LONG_BELOW = 1.3;
const TOP_CM = 5;
const BELOW_CM = 11;

/** Length to breadth of a mark along the direction of growth, by how far from the chart's centre it lies. */
export function growthLength(x: number, y: number): number {
  const t = Math.min(1, Math.max(0, (Math.sqrt(x * x + y * y) - TOP_CM) / (BELOW_CM - TOP_CM)));
  return LONG_ON_TOP + (LONG_BELOW - LONG_ON_TOP) * t * t * (3 - 2 * t);
}

/** At a whorl's centre hair stands by so much denser, fading over so many cm. Our choice. */
const TIGHTER = 0.25;
const TIGHT_CM = 1.5;

/** Density near the whorls as a factor; 1 where none has been placed. */
export function whorlDensity(whorls: readonly ChartWhorl[], x: number, y: number): number {
  let factor = 1;
  for (const whorl of whorls) {
    const square = (x - whorl.x) ** 2 + (y - whorl.y) ** 2;
    factor += TIGHTER * Math.exp(-square / TIGHT_CM ** 2);
  }
  return factor;
}
