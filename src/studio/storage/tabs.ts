import * as z from 'zod/mini';
import type { Case } from '../../core/design/case';
import { ok, type Result } from '../../core/result';
import type { CaseChange, CaseStorage } from './caseStorage';
import type { StorageProblem } from './problems';

/** The part of a BroadcastChannel that is used: what is posted reaches every other tab, never the own one. */
export interface TabChannel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

export interface OtherTabsOptions {
  /** The case on this tab's desk at the revision that this tab knows (Autosave.revision), or null. */
  readonly open: () => { readonly caseId: string; readonly revision: number } | null;
  /** Another tab saved, deleted or brought back the very case that is open here. Offer its version, or keeping this one as a copy. */
  readonly onOpenCaseChanged: (change: CaseChange) => void;
  /** Anything that another tab did to any case: time to read the list again. */
  readonly onChange?: (change: CaseChange) => void;
  readonly channel?: TabChannel | null;
}

export interface OtherTabs {
  /** Tells the other tabs; fits CaseStorageOptions.onChange. */
  readonly announce: (change: CaseChange) => void;
  readonly stop: () => void;
}

const caseChange = z.object({
  kind: z.enum(['saved', 'removed', 'restored']),
  caseId: z.string(),
  revision: z.int(),
});

/**
 * Hears at once when another tab changes a case. It is the warning, not the safeguard: a browser without
 * BroadcastChannel, or a tab that slept, still finds out by the revision check of its next save, which writes nothing then.
 */
export function watchOtherTabs(options: OtherTabsOptions): OtherTabs {
  const { open, onOpenCaseChanged, onChange } = options;
  const channel = options.channel === undefined ? openChannel() : options.channel;
  if (channel === null) return { announce: () => undefined, stop: () => undefined };
  let stopped = false;
  channel.onmessage = (event) => {
    const message = caseChange.safeParse(event.data);
    if (!message.success) return;
    const change = message.data;
    onChange?.(change);
    const mine = open();
    if (mine === null || mine.caseId !== change.caseId) return;
    if (change.kind !== 'saved' || change.revision > mine.revision) onOpenCaseChanged(change);
  };
  return {
    announce: (change) => {
      if (!stopped) channel.postMessage(change);
    },
    stop: () => {
      stopped = true;
      channel.onmessage = null;
      channel.close();
    },
  };
}

function openChannel(): TabChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('follicle.cases');
}

/** Keeps this tab's version beside the other one, as a case of its own. `name` is the client's name on the copy. */
export async function saveAsCopy(
  storage: Pick<CaseStorage, 'save'>,
  of: Case,
  newId: string,
  name: string = of.client.name,
): Promise<Result<{ readonly case: Case; readonly revision: number }, StorageProblem>> {
  const copy: Case = { ...of, id: newId, client: { ...of.client, name } };
  const saved = await storage.save({ case: copy, expectedRevision: 0 });
  return saved.ok ? ok({ case: copy, revision: saved.value.revision }) : saved;
}
