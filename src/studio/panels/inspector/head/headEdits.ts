import type { CaseEdit } from '../../../../core/design/edits';
import type { Photo } from '../../../../core/design/case';
import { checkHead, type HeadProblem } from '../../../../core/head/checkHead';
import { commit } from '../../../state/caseStore';
import { sessionStore } from '../../../state/sessionStore';
import { formatNumber, text } from '../../../texts/texts';

/** While a hand drags: for the picture only. */
export const draftHead = (edit: CaseEdit): void => {
  sessionStore.setState({ draft: edit });
};

/** One undo step. */
export const keepHead = (edit: CaseEdit): void => {
  sessionStore.setState({ draft: null });
  commit(edit);
};

/** What keeps outline and scale of a photo from being a head's, in words; null where all is well. */
export function headSentence(photo: Photo): string | null {
  const checked = checkHead(photo);
  return checked.ok ? null : problemSentence(checked.error);
}

function problemSentence({ kind, ...figures }: HeadProblem): string {
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries<number>(figures)) words[name] = formatNumber(value);
  return text(`headProblem.${kind}`, words);
}
