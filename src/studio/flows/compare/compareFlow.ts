import { cancelTool } from '../../canvas/toolDesk';
import { caseStore } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';

/** So many pictures can be told apart on one screen. Our choice. */
export const MOST_COMPARED = 4;

/** Lays designs side by side: the active one and those beside it. */
export function openCompare(): void {
  const of = caseStore.getState().case;
  if (of === null || of.designs.length < 2) return;
  cancelTool();
  const active = of.designs.findIndex((design) => design.id === of.activeDesignId);
  // Two fill the screen best; with more, the client chooses.
  const first = Math.max(0, Math.min(active, of.designs.length - 2));
  const ids = of.designs.length <= MOST_COMPARED ? of.designs : of.designs.slice(first, first + 2);
  sessionStore.setState({ comparing: { kind: 'designs', designIds: ids.map(({ id }) => id) }, dialog: null });
}

/** Lays a photo of what came of the treatment beside the plan for that day. */
export function openResult(photoId: string): void {
  cancelTool();
  sessionStore.setState({ comparing: { kind: 'result', photoId }, dialog: null });
}

export const closeCompare = (): void => {
  sessionStore.setState({ comparing: null });
};
