import { activeDesign } from '../../../../core/design/edits';
import type { Absorption, OwnPigment, PigmentChoice, Treatment } from '../../../../core/design/treatment';
import { offeredPigments, withChoice, withoutPigment, withPigment } from '../../../../core/pigment/colour/ownPigments';
import { absorptionOf, checkOwnPigment, type PigmentProblem } from '../../../../core/pigment/colour/pigments';
import { caseStore } from '../../../state/caseStore';
import { dropPigment, keepPigment } from '../../../state/preferences';
import { usePreferences } from '../../../state/useStores';
import { formatNumber, text } from '../../../texts/texts';
import { draft, dropDraft, keep, set } from '../plan/treatmentEdits';

/** The own pigments that can be chosen here: the case's and this device's. */
export function useOffered(treatment: Treatment): readonly OwnPigment[] {
  const onDevice = usePreferences((state) => state.ownPigments);
  return offeredPigments(treatment.ownPigments, onDevice);
}

/** A pigment's name: the catalogue's for the palette, else the technician's. */
export const pigmentName = (id: string, offered: readonly OwnPigment[]): string =>
  offered.find((each) => each.id === id)?.name ?? text(`pigment.names.${id}`);

/** Chooses; an own pigment of the device goes into the case with it. */
export function choosePigment(treatment: Treatment, offered: readonly OwnPigment[], choice: PigmentChoice): void {
  keep(set(withChoice(choice, treatment.ownPigments, offered)));
}

/** What is chosen now as an own pigment of its own, chosen in its place; null where it can't be. */
export function saveAsOwn(treatment: Treatment, name: string): OwnPigment | null {
  const absorption = absorptionOf(treatment.pigment, treatment.ownPigments);
  if (!absorption.ok) return null;
  const made = checkOwnPigment({ id: crypto.randomUUID(), name, absorption: absorption.value });
  if (!made.ok) return null;
  keepPigment(made.value);
  keep(
    set({
      ownPigments: withPigment(treatment.ownPigments, made.value),
      pigment: { kind: 'single', pigmentId: made.value.id },
    }),
  );
  return made.value;
}

/** The pigment as changed, in the case and on the device, or the sentence that refuses it; then all stays as it was. */
export function keepOwn(treatment: Treatment, changed: OwnPigment): string | null {
  const checked = checkOwnPigment(changed);
  if (!checked.ok) {
    dropDraft();
    return pigmentSentence(checked.error);
  }
  keepPigment(checked.value);
  keep(set({ ownPigments: inCase(treatment, checked.value) }));
  return null;
}

/** While a hand drags its colour. */
export function draftOwn(treatment: Treatment, pigment: OwnPigment, absorption: Absorption): void {
  const checked = checkOwnPigment({ ...pigment, absorption });
  if (checked.ok) draft(set({ ownPigments: inCase(treatment, checked.value) }));
}

/** Takes it from the case and from the device, or says why it stays. */
export function deleteOwn(pigment: OwnPigment): string | null {
  const of = caseStore.getState().case;
  const design = of === null ? undefined : activeDesign(of);
  if (design === undefined) return null;
  const left = withoutPigment(design, pigment);
  if (!left.ok) return text('own.inUse', { name: left.error.name });
  dropPigment(pigment.id);
  keep(set({ ownPigments: left.value }));
  return null;
}

const inCase = ({ ownPigments }: Treatment, pigment: OwnPigment): readonly OwnPigment[] =>
  ownPigments.some(({ id }) => id === pigment.id) ? withPigment(ownPigments, pigment) : ownPigments;

function pigmentSentence(problem: PigmentProblem): string {
  switch (problem.kind) {
    case 'outOfRange':
      return text(`own.outOfRange.${problem.field}`, {
        min: formatNumber(problem.min),
        max: formatNumber(problem.max),
      });
    case 'clear':
      return text('own.clear');
    case 'idTaken':
    case 'unknownPigment':
      return text('own.unknown');
    default:
      return problem satisfies never;
  }
}
