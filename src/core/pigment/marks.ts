import { mix32 } from '../density/hash';
import type { Scene } from '../design/scene';
import { LOAD_MAX, LOAD_STEPS, MEASURED_LOAD_MAX } from './amplitude';
import { depthAt, type DepthGrid } from './depthGrid';
import { markKind, SHAPE_COUNT, softnessPlace, softnessSigmaMm } from './kernels';
import { STRENGTH_AT_LINE, STRENGTH_FULL_MM, TONE_LN_SD } from './markFigures';
import { absorbedMm2, darkenedLoads, darknessOf } from './markLoad';
import { PROFILE_COUNT, profileClass, profileOf } from './profile';
import type { SceneDots } from './sceneDots';
import { shownSessions, type ShownSession } from './shownSessions';
import { smooth } from './smooth';

/** What is to be drawn for each dot; entry i of every array belongs to mark i. */
export interface Marks {
  readonly count: number;
  /** Place in photo px. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Profile, softness and shape (kernels.ts). */
  readonly kind: Uint16Array;
  /** Light absorbed, ∫(1 − e^−D) over the profile's integral, in LOAD_STEPS steps of LOAD_MAX. */
  readonly load: Uint16Array;
}

export const marksFor = (count: number): Marks => ({
  count,
  x: new Float32Array(count),
  y: new Float32Array(count),
  kind: new Uint16Array(count),
  load: new Uint16Array(count),
});

const TONE_STEPS = 256;
/** e^(sd · z) at the middles of TONE_STEPS equal shares of a normal distribution, over its mean. */
const TONE_FACTORS = Float32Array.from({ length: TONE_STEPS }, (_, i) =>
  Math.exp(TONE_LN_SD * normalQuantile((i + 0.5) / TONE_STEPS) - TONE_LN_SD ** 2 / 2),
);

/** Marks of one look are a rung of softness sharper or softer than its middle, or just that (our choice of spread). */
const SOFTNESS_SPREAD = 3;

/** What the marks of one session have in common. */
interface Brush {
  readonly dotRadiusMm: number;
  /** The softness lies so far up the ladder: the rung below, and the share of marks that go to the next one. */
  readonly rung: number;
  readonly beyond: number;
  readonly darkness: number;
  /** By profile, what a measured mark's load becomes, made when first asked for; null: the same. */
  readonly loads: (Uint16Array | null | undefined)[];
}

function brushOf({ look }: ShownSession, dotSizeMm: number): Brush {
  const place = softnessPlace(look.sigmaMm);
  const rung = Math.floor(place);
  return {
    dotRadiusMm: (dotSizeMm / 2) * look.sizeFactor,
    rung,
    beyond: place - rung,
    darkness: darknessOf(look),
    loads: new Array<Uint16Array | null | undefined>(PROFILE_COUNT).fill(undefined),
  };
}

/**
 * The marks of a scene's dots, or of those of the given sessions. A dot in several areas takes the deepest's strength; one
 * that stays keeps its mark whatever sessions come.
 */
export function marksOf(scene: Scene, { dots, session, depths }: SceneDots, only?: readonly number[]): Marks {
  const brushes = shownSessions(scene).map((shown) => brushOf(shown, scene.dotSizeMm));
  const wanted = brushes.map((_, each) => only === undefined || only.includes(each));
  const marks = marksFor(countOf(dots.count, session, wanted));
  const pxPerCm = 10 / scene.mmPerPx;
  let next = 0;
  for (let i = 0; i < dots.count; i++) {
    const of = session === null ? 0 : (session[i] as number);
    const brush = brushes[of];
    if (brush === undefined || wanted[of] !== true) continue;
    const radiusMm = brush.dotRadiusMm * (dots.size[i] as number);
    const chance = mix32(dots.id[i] as number);
    const rung = brush.rung + (chance >>> 16 < brush.beyond * 0x10000 ? 1 : 0);
    const softness = rung + (chance % SOFTNESS_SPREAD) - 1;
    const sigmaMm = softnessSigmaMm(softness);
    const profile = profileClass(radiusMm / sigmaMm);
    const tone = TONE_FACTORS[Math.min(TONE_STEPS - 1, Math.floor((dots.tone[i] as number) * TONE_STEPS))] as number;
    const strength = strengthAt(depths, dots.x[i] as number, dots.y[i] as number);
    const absorbed = absorbedMm2(radiusMm, strength) * tone;
    marks.x[next] = (dots.x[i] as number) * pxPerCm;
    marks.y[next] = (dots.y[i] as number) * pxPerCm;
    marks.kind[next] = markKind(profile, softness, (chance >>> 8) % SHAPE_COUNT);
    const share = absorbed / (profileOf(profile).integral * sigmaMm * sigmaMm);
    const load = Math.round((Math.min(MEASURED_LOAD_MAX, share) * LOAD_STEPS) / LOAD_MAX);
    const loads = loadsOf(brush, profile);
    marks.load[next] = loads === null ? load : (loads[load] as number);
    next++;
  }
  return marks;
}

function loadsOf(brush: Brush, profile: number): Uint16Array | null {
  const known = brush.loads[profile];
  if (known !== undefined) return known;
  const fresh = darkenedLoads(profile, brush.darkness);
  brush.loads[profile] = fresh;
  return fresh;
}

function countOf(count: number, session: Uint8Array | null, wanted: readonly boolean[]): number {
  if (session === null || !wanted.includes(false)) return wanted.length === 0 ? 0 : count;
  let those = 0;
  for (let i = 0; i < count; i++) if (wanted[session[i] as number] === true) those++;
  return those;
}

function strengthAt(depths: readonly DepthGrid[], x: number, y: number): number {
  let depth = 0;
  for (const grid of depths) depth = Math.max(depth, depthAt(grid, x, y));
  return STRENGTH_AT_LINE + (1 - STRENGTH_AT_LINE) * smooth(depth / STRENGTH_FULL_MM);
}

/** Standard normal quantile, good to 0.005 (Winitzki 2008, inverse of his approximation of erf). */
function normalQuantile(p: number): number {
  const a = 0.147;
  const u = 2 * p - 1;
  const log = Math.log(1 - u * u);
  const middle = 2 / (Math.PI * a) + log / 2;
  return Math.sign(u) * Math.SQRT2 * Math.sqrt(Math.sqrt(middle * middle - log / a) - middle);
}
