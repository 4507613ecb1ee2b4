import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { caseStore } from './caseStore';
import { preferences, type Preferences } from './preferences';
import { sessionStore, withDraft, type SessionState } from './sessionStore';
import type { Case } from '../../core/design/case';

export const useCase = <T>(select: (of: Case | null) => T): T => useStore(caseStore, (state) => select(state.case));

export const useSession = <T>(select: (state: SessionState) => T): T => useStore(sessionStore, select);

export const usePreferences = <T>(select: (state: Preferences) => T): T => useStore(preferences, select);

/**
 * A value of the case with the running draft applied: what sliders and figures show while a hand drags. A reader is drawn
 * again only when what it selects is another value, so it selects no more than it shows.
 */
export const useCaseWithDraft = <T>(select: (of: Case | null) => T): T =>
  useSyncExternalStore(watchCaseWithDraft, () => select(caseWithDraft()));

function caseWithDraft(): Case | null {
  const of = caseStore.getState().case;
  return of === null ? null : withDraft(of, sessionStore.getState().draft);
}

function watchCaseWithDraft(changed: () => void): () => void {
  const stopCase = caseStore.subscribe(changed);
  const stopDraft = sessionStore.subscribe((now, before) => {
    if (now.draft !== before.draft) changed();
  });
  return () => {
    stopCase();
    stopDraft();
  };
}

export const useHistory = (): { canUndo: boolean; canRedo: boolean } => ({
  canUndo: useStore(caseStore.temporal, (state) => state.pastStates.length > 0),
  canRedo: useStore(caseStore.temporal, (state) => state.futureStates.length > 0),
});
