import { colourRatio } from './markLoad';
import type { ShownSession } from '../time/shownSessions';

/** Ratios of colour channels that differ by less count as one: at most 0.4 % of the light (our choice). */
const ALIKE = 0.03;

/**
 * Sessions whose marks have nearly one colour and are drawn together, by number; nearly always there is one group. Marks
 * are summed up in one channel for each group, so that what the others cost is only paid where colours differ.
 */
export function colourGroups(shown: readonly ShownSession[]): readonly (readonly number[])[] {
  const groups: { readonly ratio: readonly number[]; readonly sessions: number[] }[] = [];
  shown.forEach(({ look }, session) => {
    const ratio = colourRatio(look);
    const alike = groups.find((group) => group.ratio.every((each, c) => Math.abs(each - (ratio[c] ?? 0)) < ALIKE));
    if (alike === undefined) groups.push({ ratio, sessions: [session] });
    else alike.sessions.push(session);
  });
  return groups.map(({ sessions }) => sessions);
}
