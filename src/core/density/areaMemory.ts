import type { Result } from '../result';
import type { HairlineFieldError } from './hairlineField';
import type { AreaField } from './areaField';

type Made = Result<AreaField, HairlineFieldError>;

/** Keeps the fields of a scene's areas, so that a stroke or another area that changes doesn't make them anew. */
export interface AreaMemory {
  /** The field of the area at a place in the scene: the one made before where all that it is made of is equal. */
  readonly field: (place: number, of: object, make: () => Made) => Made;
  /** Lets go of areas from this place on. */
  readonly keep: (count: number) => void;
}

export function areaMemory(): AreaMemory {
  const known: { readonly of: object; readonly made: Made }[] = [];
  return {
    field: (place, of, make) => {
      const before = known[place];
      if (before !== undefined && equal(before.of, of)) return before.made;
      const made = make();
      known[place] = { of, made };
      return made;
    },
    keep: (count) => {
      known.length = Math.min(known.length, count);
    },
  };
}

/** Equal plain values: numbers by their bits but for the sign of zero, arrays and objects by what they hold. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Float64Array) return b instanceof Float64Array && sameNumbers(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  if (left.length !== right.length) return false;
  return left.every(([key, value]) => Object.hasOwn(b, key) && equal(value, (b as Record<string, unknown>)[key]));
}

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
