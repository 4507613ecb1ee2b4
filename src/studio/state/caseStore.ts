import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { Case } from '../../core/design/case';
import { applyEdit, type CaseEdit } from '../../core/design/edits';

interface CaseState {
  /** Null only until storage has answered at the start. */
  readonly case: Case | null;
}

/** The document: undoable, saved. Only the functions of this file change it. */
export const caseStore = createStore<CaseState>()(
  temporal((): CaseState => ({ case: null }), { equality: (past, current) => past.case === current.case }),
);

/** One undo step; an edit that changes nothing leaves none. */
export function commit(edit: CaseEdit): void {
  const before = caseStore.getState().case;
  if (before === null) return;
  const after = applyEdit(before, edit);
  if (after !== before) caseStore.setState({ case: after });
}

/** Puts another case on the desk; its undo history starts here. */
export function replaceCase(next: Case): void {
  caseStore.setState({ case: next });
  caseStore.temporal.getState().clear();
}

let stepping = false;

/** Whether the change that is just being told of is a step of undo or redo. */
export const isHistoryStep = (): boolean => stepping;

function step(run: () => void): void {
  stepping = true;
  run();
  stepping = false;
}

export const undo = (): void => {
  step(() => {
    caseStore.temporal.getState().undo();
  });
};

export const redo = (): void => {
  step(() => {
    caseStore.temporal.getState().redo();
  });
};
