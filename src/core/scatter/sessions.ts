import type { DensityField } from '../density/field';
import { densityAt } from '../density/field';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { Dots } from './dots';

/** Shares must rise to 1: sessions only add. */
export interface SessionSharesError {
  readonly kind: 'sharesNotRising';
}

/**
 * The session in which each dot is set, 0 for the first: the first s with appearsAt < share[s] · density at the dot.
 * `shares` are cumulative, rising to 1 (say 0.3, 0.7, 1); `field` the one the dots were scattered with. Every
 * cumulative set is itself evenly spread, because it is what the lower density alone would give.
 */
export function sessionOfDots(
  dots: Dots,
  field: DensityField,
  shares: readonly number[],
): Result<Uint8Array, SessionSharesError> {
  const rising = shares.every((share, s) => share > (shares[s - 1] ?? 0));
  if (!rising || shares[shares.length - 1] !== 1) return err({ kind: 'sharesNotRising' });
  const sessions = new Uint8Array(dots.count);
  for (let i = 0; i < dots.count; i++) {
    const density = densityAt(field, dots.x[i] as number, dots.y[i] as number);
    sessions[i] = sessionAt(dots.appearsAt[i] as number, density, shares);
  }
  return ok(sessions);
}

/** The same for one dot where the density is known. */
export function sessionAt(appearsAt: number, density: number, shares: readonly number[]): number {
  let session = 0;
  while (session < shares.length - 1 && appearsAt >= (shares[session] ?? 1) * density) session++;
  return session;
}
