import { NO_HAND_DOTS, type Case, type Design } from '../../../core/design/case';
import { activeDesign } from '../../../core/design/edits';
import { caseStore, commit } from '../../state/caseStore';
import { text } from '../../texts/texts';
import { freshSeed } from './caseOfPhoto';
import { commitAndTurn, sayWithWayBack, turn } from '../turning';

/** A copy with the same dots, to be changed; the studio turns to it. One step of undo. */
export function duplicateDesign(designId: string): void {
  const of = caseStore.getState().case;
  const design = of?.designs.find((each) => each.id === designId);
  if (of == null || design === undefined) return;
  add({ ...design, id: crypto.randomUUID(), name: nextName(of), notes: '' });
}

/** A design with nothing drawn yet; fill and treatment begin as the active one's are. */
export function startDesign(): void {
  const of = caseStore.getState().case;
  const model = of === null ? undefined : activeDesign(of);
  if (of === null || model === undefined) return;
  const empty = { areas: [], strokes: [], handDots: NO_HAND_DOTS, notes: '' };
  add({ ...model, ...empty, id: crypto.randomUUID(), name: nextName(of), seed: freshSeed() });
}

const add = (design: Design): void => {
  commitAndTurn({ type: 'addDesign', design });
};

export const showDesign = (designId: string): void => {
  turn({ type: 'activateDesign', designId });
};

/** Marks the design that the client has decided for, or takes the mark back. */
export function chooseDesign(designId: string): void {
  const chosen = caseStore.getState().case?.chosenDesignId;
  commit({ type: 'chooseDesign', designId: chosen === designId ? null : designId });
}

/** Deletes with a way back; the last design stays. */
export function deleteDesign(designId: string): void {
  const designs = caseStore.getState().case?.designs ?? [];
  const name = designs.find((each) => each.id === designId)?.name;
  if (name === undefined || designs.length < 2) return;
  commitAndTurn({ type: 'removeDesign', designId });
  sayWithWayBack(text('designs.deleted', { name }));
}

/** Name and notes belong to a design whether it is the active one or not; one step of undo. */
export function setDesignCard(designId: string, card: Partial<Pick<Design, 'name' | 'notes'>>): void {
  const of = caseStore.getState().case;
  if (of === null) return;
  const back = of.activeDesignId;
  commit({
    type: 'together',
    edits: [
      { type: 'activateDesign', designId },
      { type: 'setDesignCard', card },
      { type: 'activateDesign', designId: back },
    ],
  });
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The first of A, B, C … Z, A2, B2 … that no design bears. */
function nextName(of: Case): string {
  const taken = new Set(of.designs.map((design) => design.name));
  for (let n = 0; ; n++) {
    const round = Math.floor(n / LETTERS.length);
    const name = `${LETTERS[n % LETTERS.length] ?? ''}${round === 0 ? '' : String(round + 1)}`;
    if (!taken.has(name)) return name;
  }
}
