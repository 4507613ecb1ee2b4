import { useStore } from 'zustand';
import { caseStore } from './caseStore';
import { preferences, type Preferences } from './preferences';
import { sessionStore, withDraft, type SessionState } from './sessionStore';
import type { Case } from '../../core/design/case';

export const useCase = <T>(select: (of: Case | null) => T): T => useStore(caseStore, (state) => select(state.case));

export const useSession = <T>(select: (state: SessionState) => T): T => useStore(sessionStore, select);

export const usePreferences = <T>(select: (state: Preferences) => T): T => useStore(preferences, select);

/** A value of the case with the running draft applied: what sliders and figures show while a hand drags. */
export function useCaseWithDraft<T>(select: (of: Case | null) => T): T {
  const draft = useSession((state) => state.draft);
  return useCase((of) => select(of === null ? null : withDraft(of, draft)));
}

export const useHistory = (): { canUndo: boolean; canRedo: boolean } => ({
  canUndo: useStore(caseStore.temporal, (state) => state.pastStates.length > 0),
  canRedo: useStore(caseStore.temporal, (state) => state.futureStates.length > 0),
});
