import { exactSinTurns } from '../density/exactMath';

/*
 * The plane of repeated tiles is sheared twice, x by a wave over y, then y by a wave over x. A shear keeps area exactly,
 * so density stays exact, and copies of a dot one tile apart no longer lie one tile apart.
 */
const ENTRIES = 32768; // 39 µm a step: the waves repeat after 128 cm, four heads away
/** Waves: how many fit in the table, height in cm, phase in turns. Their slopes add up to at most 0.10 (our choice). */
const SHEAR_X = [
  { waves: 7, cm: 0.15, turns: 0.21 },
  { waves: 12, cm: 0.08, turns: 0.65 },
] as const;
const SHEAR_Y = [
  { waves: 8, cm: 0.13, turns: 0.11 },
  { waves: 11, cm: 0.09, turns: 0.35 },
] as const;

/** Places in the plane are counted in units of 2⁻¹⁷ cm: whole numbers are the same in every engine, and fast. */
export const UNITS_PER_CM = 1 << 17;
export const WARP_MASK = ENTRIES - 1;
/** A place in units, shifted right by this, is an index into a shear table. */
export const WARP_SHIFT = 9;
/** No dot is moved farther than this along one axis, cm. */
export const WARP_REACH_CM = 0.25;
/** Within half a centimetre a wave strays at most this far (cm) from between its values at the ends. */
export const WARP_SLACK_CM = 0.004;

/** Where the table of the shear of y begins, behind that of x. */
export const WARP_Y = ENTRIES;

interface Wave {
  readonly waves: number;
  readonly cm: number;
  readonly turns: number;
}

function fillWaves(table: Int32Array, at: number, waves: readonly Wave[]): void {
  for (let i = 0; i < ENTRIES; i++) {
    let cm = 0;
    for (const wave of waves) cm += wave.cm * exactSinTurns((wave.waves * i) / ENTRIES + wave.turns);
    table[at + i] = Math.round(cm * UNITS_PER_CM);
  }
}

/** The memory of the shear tables, zero until `warpTable` is first called: inner loops hold it as a constant. */
export const WARP = new Int32Array(2 * ENTRIES);

let isFilled = false;

/**
 * Shifts in units: entry ((y >> WARP_SHIFT) + offset) & WARP_MASK moves x, entry WARP_Y + the same of x moves y. Made on
 * the first call (about 5 ms), then kept.
 */
export function warpTable(): Int32Array {
  if (!isFilled) {
    fillWaves(WARP, 0, SHEAR_X);
    fillWaves(WARP, WARP_Y, SHEAR_Y);
  }
  isFilled = true;
  return WARP;
}
