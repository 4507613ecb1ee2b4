import type { Look, Scene } from '../design/scene';
import { DEFAULT_LOOK } from './markFigures';

/** A session that the scene shows. */
export interface ShownSession {
  readonly look: Look;
  /** Share of the final density that it adds, 0–1. */
  readonly added: number;
}

/** The sessions that a scene shows, in order; one in the default look where it speaks of none. */
export function shownSessions({ sessions }: Scene): readonly ShownSession[] {
  if (sessions === undefined) return [{ look: DEFAULT_LOOK, added: 1 }];
  return sessions.map(({ upTo, look }, session) => ({ look, added: upTo - (sessions[session - 1]?.upTo ?? 0) }));
}
