import { profileOf } from './profile';

/**
 * How dark a mark must be drawn so that it takes away the same light at every zoom. A mark is known by its load: the
 * share of light that it absorbs, ∫(1 − e^−D), over the integral of its profile. Where the profile is drawn over few
 * pixels it is flatter and, e^−D not being linear, would absorb more at the same density (4–12 % at small zooms); the
 * amplitude is lowered by just that.
 */
export type AmplitudeTable = Float32Array;

/** A solid disc of the measured density reaches 0.87, but soft marks of dark tone take more than their profile's integral. */
export const MEASURED_LOAD_MAX = 1.5;
/** The load of the densest fresh marks of undiluted pigment. */
export const LOAD_MAX = 2.85;
/** Marks keep their load in steps of 0.4 % of a solid disc. */
export const LOAD_STEPS = 765;
/** Fresh marks of undiluted pigment come near this at their centre. */
const AMPLITUDE_MAX = 12;
const TRIAL_STEPS = 80;

/** Amplitude for a load of 0–LOAD_MAX. */
export function amplitudeFor(table: AmplitudeTable, load: number): number {
  const at = Math.min(load, LOAD_MAX) * (LOAD_STEPS / LOAD_MAX);
  const step = Math.min(LOAD_STEPS - 1, Math.floor(at));
  const low = table[step] as number;
  return low + ((table[step + 1] as number) - low) * (at - step);
}

/** The other way round: the load that an amplitude up to a table's greatest gives. */
export function loadFor(table: AmplitudeTable, amplitude: number): number {
  let step = 0;
  while (step < LOAD_STEPS - 1 && (table[step + 1] as number) < amplitude) step++;
  const low = table[step] as number;
  const share = Math.min(1, (amplitude - low) / Math.max(1e-9, (table[step + 1] as number) - low));
  return ((step + share) * LOAD_MAX) / LOAD_STEPS;
}

/**
 * The table for a profile as it is drawn: `values` are pixels of its kernels over one or more subpixel phases, `weight`
 * the plane's area that one of them stands for, `whole` the true integral in the same unit.
 */
export function amplitudeTable(values: Float32Array, weight: number, whole: number): AmplitudeTable {
  const trials = Float64Array.from({ length: TRIAL_STEPS + 1 }, (_, i) => AMPLITUDE_MAX * (i / TRIAL_STEPS) ** 2);
  const loads = absorbedAt(values);
  for (let i = 0; i < loads.length; i++) loads[i] = ((loads[i] as number) * weight) / whole;
  return inverted(trials, loads);
}

/**
 * Σ (1 − e^−amplitude·value) at the amplitudes AMPLITUDE_MAX · (i / TRIAL_STEPS)². From one to the next the power grows by an
 * odd number of the first, so one exponential a value and two products a step do for all.
 */
function absorbedAt(values: Float32Array): Float64Array {
  const absorbed = new Float64Array(TRIAL_STEPS + 1);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!(value > 0)) continue;
    let factor = Math.exp((-AMPLITUDE_MAX * value) / TRIAL_STEPS ** 2);
    const growth = factor * factor;
    let left = 1;
    for (let trial = 1; trial <= TRIAL_STEPS; trial++) {
      left *= factor;
      factor *= growth;
      absorbed[trial] = (absorbed[trial] as number) + 1 - left;
    }
  }
  return absorbed;
}

/** Amplitude by even steps of load, from rising pairs of amplitude and load. */
function inverted(trials: Float64Array, loads: Float64Array): AmplitudeTable {
  const table = new Float32Array(LOAD_STEPS + 1);
  let at = 0;
  for (let step = 1; step <= LOAD_STEPS; step++) {
    const wanted = (step / LOAD_STEPS) * LOAD_MAX;
    while (at < TRIAL_STEPS - 1 && (loads[at + 1] as number) < wanted) at++;
    const low = loads[at] as number;
    const high = loads[at + 1] as number;
    const share = Math.min(1, (wanted - low) / Math.max(1e-9, high - low));
    const from = trials[at] as number;
    table[step] = from + ((trials[at + 1] as number) - from) * share;
  }
  return table;
}

const continuous: (AmplitudeTable | undefined)[] = [];

/** The table of a profile drawn at endless resolution: what every zoom is held to. */
export function continuousAmplitude(profile: number): AmplitudeTable {
  const known = continuous[profile];
  if (known !== undefined) return known;
  const { extent, bySquare, integral } = profileOf(profile);
  const rings = bySquare.length - 1;
  const middles = Float32Array.from({ length: rings }, (_, i) => ((bySquare[i] ?? 0) + (bySquare[i + 1] ?? 0)) / 2);
  const table = amplitudeTable(middles, (Math.PI * extent * extent) / rings, integral);
  continuous[profile] = table;
  return table;
}
