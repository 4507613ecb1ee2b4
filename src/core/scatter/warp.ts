import { exactSinTurns } from '../density/exactMath';

/*
 * The plane of repeated tiles is sheared twice, x by a wave over y, then y by a wave over x. A shear keeps area exactly,
 * so density stays exact, and copies of a dot one tile apart no longer lie one tile apart.
 */
const PERIOD_CM = 128; // the waves repeat after this, four heads away
const ENTRIES = 32768; // 39 µm a step
/** Waves: how many fit in the period, height in cm, phase in turns. Their slopes add up to at most 0.13 (our choice). */
const SHEAR_X = [
  { waves: 7, cm: 0.19, turns: 0.21 },
  { waves: 12, cm: 0.11, turns: 0.65 },
] as const;
const SHEAR_Y = [
  { waves: 8, cm: 0.17, turns: 0.11 },
  { waves: 11, cm: 0.12, turns: 0.35 },
] as const;

export const WARP_MASK = ENTRIES - 1;
/** Table entries per cm. */
export const WARP_PER_CM = ENTRIES / PERIOD_CM;
/** No dot is moved farther than this along one axis, cm. */
export const WARP_REACH_CM = 0.3;
/** Within a quarter of a centimetre a wave strays at most this far (cm) from between its values at the ends. */
export const WARP_SLACK_CM = 0.002;

/** Shifts in cm, ENTRIES each: entry (y · WARP_PER_CM) & WARP_MASK of `x` moves x, and the other way round. */
export interface Warp {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

type Wave = { readonly waves: number; readonly cm: number; readonly turns: number };

function waveTable(waves: readonly Wave[]): Float32Array {
  const table = new Float32Array(ENTRIES);
  for (let i = 0; i < ENTRIES; i++) {
    let shift = 0;
    for (const wave of waves) shift += wave.cm * exactSinTurns((wave.waves * i) / ENTRIES + wave.turns);
    table[i] = shift;
  }
  return table;
}

let cached: Warp | null = null;

/** The two shear tables; made on the first call (about 3 ms), then kept. */
export function warpTables(): Warp {
  cached ??= { x: waveTable(SHEAR_X), y: waveTable(SHEAR_Y) };
  return cached;
}
