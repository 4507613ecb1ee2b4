import type { Rgb } from '../../design/scene';
import { labOfLinear } from '../colour/lab';
import { LINEAR_OF_BYTE } from '../light/light';
import type { Raster } from '../light/mips';
import { bareLight } from './skinSample';
import { proposeSkinType, type NotSkin } from './skinType';

/** The skin that a fill lies on, as the photo shows it. */
export interface SkinReading {
  /** Mean linear light of bare skin under the area, shine and hair left out. */
  readonly light: Rgb;
  /** Individual typology angle; of an unread skin what its lightness alone would have on usual skin. */
  readonly itaDegrees: number;
  /** Why this can be no skin, if so: its colour is then not relied on. */
  readonly unread: NotSkin['reason'] | null;
}

/** Places in photo px under which to read. */
export interface PhotoPlaces {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** So many pixels give the mean to 0.5 %. */
const SAMPLES = 3000;
/** A reading is rounded to steps of its logarithm: with squaresUnder a moved handle seldom changes the whole picture by a trifle. */
const LN_STEP = 0.04;
/** Yellowness b* of usual skin, where the photo's colour can't be relied on (our choice). */
const USUAL_B = 16;

/** Reads a skin from its linear light. */
export function skinReading(light: Rgb): SkinReading {
  const proposed = proposeSkinType(light);
  if (proposed.ok) return { light, itaDegrees: proposed.value.itaDegrees, unread: null };
  const { l } = labOfLinear(light);
  return { light, itaDegrees: (Math.atan2(l - 50, USUAL_B) * 180) / Math.PI, unread: proposed.error.reason };
}

/**
 * Reads the skin under some places of a photo; null where too few of them lie on it. `level` is the photo or a smaller
 * picture of it, `shrink` photo px per px of that.
 */
export function readSkin(level: Raster, shrink: number, places: PhotoPlaces): SkinReading | null {
  const bare = bareLight(lightsUnder(level, shrink, places));
  return bare === null ? null : skinReading([rounded(bare[0]), rounded(bare[1]), rounded(bare[2])]);
}

/** Linear light under some of the places, three values each. */
function lightsUnder({ width, height, rgba }: Raster, shrink: number, { count, x, y }: PhotoPlaces): Float64Array {
  const step = Math.max(1, Math.floor(count / SAMPLES));
  const lights = new Float64Array(3 * Math.ceil(count / step));
  let next = 0;
  for (let i = 0; i < count; i += step) {
    const column = Math.floor((x[i] as number) / shrink);
    const row = Math.floor((y[i] as number) / shrink);
    if (!(column >= 0 && row >= 0 && column < width && row < height)) continue;
    const pixel = rgba[row * width + column] as number;
    lights[next++] = LINEAR_OF_BYTE[pixel & 255] as number;
    lights[next++] = LINEAR_OF_BYTE[(pixel >>> 8) & 255] as number;
    lights[next++] = LINEAR_OF_BYTE[(pixel >>> 16) & 255] as number;
  }
  return lights.subarray(0, next);
}

const rounded = (light: number): number =>
  light <= 0 ? 0 : Math.min(1, Math.exp(LN_STEP * Math.round(Math.log(light) / LN_STEP)));
