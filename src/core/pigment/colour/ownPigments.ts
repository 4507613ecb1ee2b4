import type { Design } from '../../design/case';
import type { OwnPigment, PigmentChoice, Treatment } from '../../design/treatment';
import { err, ok, type Result } from '../../result';

/**
 * A case holds every own pigment that it uses, so that it can be opened anywhere; a device keeps all that were entered on
 * it and offers them in every case.
 */

/** The own pigments that can be chosen in a case: its own as they are there, then the device's others. */
export function offeredPigments(inCase: readonly OwnPigment[], onDevice: readonly OwnPigment[]): readonly OwnPigment[] {
  return [...inCase, ...onDevice.filter(({ id }) => !inCase.some((each) => each.id === id))];
}

/** The bottles of a choice. */
export const bottlesOf = (choice: PigmentChoice): readonly string[] =>
  choice.kind === 'single' ? [choice.pigmentId] : [choice.firstId, choice.secondId];

/** A choice with the own pigments that the case then holds. */
export function withChoice(
  choice: PigmentChoice,
  inCase: readonly OwnPigment[],
  offered: readonly OwnPigment[],
): Pick<Treatment, 'pigment' | 'ownPigments'> {
  const bottles = bottlesOf(choice);
  const missing = offered.filter(({ id }) => bottles.includes(id) && !inCase.some((each) => each.id === id));
  return { pigment: choice, ownPigments: [...inCase, ...missing] };
}

/** A list with a pigment in its place if the list has it, else at its end. */
export const withPigment = (list: readonly OwnPigment[], pigment: OwnPigment): readonly OwnPigment[] =>
  list.some(({ id }) => id === pigment.id)
    ? list.map((each) => (each.id === pigment.id ? pigment : each))
    : [...list, pigment];

export interface PigmentInUse {
  readonly kind: 'inUse';
  readonly name: string;
}

/** The design's own pigments without one; refused while the design or an area of it is made with it. */
export function withoutPigment(
  design: Pick<Design, 'treatment' | 'areas'>,
  { id, name }: OwnPigment,
): Result<readonly OwnPigment[], PigmentInUse> {
  const ofAreas = design.areas.flatMap((area) => ('pigment' in area && area.pigment !== null ? [area.pigment] : []));
  const choices = [design.treatment.pigment, ...ofAreas];
  if (choices.some((choice) => bottlesOf(choice).includes(id))) return err({ kind: 'inUse', name });
  return ok(design.treatment.ownPigments.filter((each) => each.id !== id));
}
