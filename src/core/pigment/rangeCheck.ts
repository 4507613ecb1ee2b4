import { err, ok, type Result } from '../result';

/** What a figure may be: the range that is offered and its default. */
export interface FigureRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
}

/** A figure outside its range, with the range for the sentence. */
export interface OutOfRange<Field extends string = string> {
  readonly kind: 'outOfRange';
  readonly field: Field;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/** The value itself, or what range it missed. */
export function inRange<Field extends string>(
  field: Field,
  value: number,
  range: Pick<FigureRange, 'min' | 'max'>,
): Result<number, OutOfRange<Field>> {
  const { min, max } = range;
  return value >= min && value <= max ? ok(value) : err({ kind: 'outOfRange', field, value, min, max });
}
