import { sessionStore, type Notice } from '../state/sessionStore';
import { text } from '../texts/texts';
import type { PhotoRefusal } from '../photo/refusal';
import type { StorageProblem } from '../storage/problems';

export function say(tone: Notice['tone'], sentence: string, action?: Notice['action']): void {
  sessionStore.setState({ notice: { tone, sentence, ...(action === undefined ? {} : { action }) } });
}

/** What the technician cancelled needs no sentence. */
export function sayRefusal(refusal: PhotoRefusal): void {
  if (refusal.kind === 'cancelled') return;
  say('error', text(`photoRefusal.${refusal.kind}`, refusal.parameters));
}

export const storageSentence = (problem: StorageProblem): string => text(`storageProblem.${problem.kind}`);
