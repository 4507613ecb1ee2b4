import { activePhoto } from '../../../core/design/edits';
import { dayOfIsoDate } from '../../../core/pigment/time/isoDate';
import { err, ok, type Result } from '../../../core/result';
import { currentPicture } from '../../canvas/sceneFeed';
import { encodePhoto } from '../../export/encodePhoto';
import type { ExportProblem } from '../../export/exportPicture';
import { healedSteps, type HealedStep } from '../../export/healedSteps';
import { saveFile } from '../../export/saveFile';
import { sharePage, type SharedPicture, type ShareWords } from '../../export/share/sharePage';
import { caseStore } from '../../state/caseStore';
import { clinicStore } from '../../state/clinic';
import { formatDate, formatNumber, text, texts } from '../../texts/texts';

/** Longest side of a shared picture: sharp on a phone, some hundred kB. Our choice. */
const SHARED_SIDE_PX = 1600;
const SHARE_NAME = 'follicle-preview.html';

interface PrepareOptions {
  readonly signal: AbortSignal;
  /** Share done, 0–1. */
  readonly onProgress: (share: number) => void;
}

/** The pictures of the share file: before, then each session healed. They take seconds; what is chosen after them does not. */
export async function prepareShare(options: PrepareOptions): Promise<Result<readonly SharedPicture[], ExportProblem>> {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  const steps = of === null ? [] : healedSteps(of);
  if (photo === undefined || steps.length === 0) return err({ kind: 'failed' });
  const scale = Math.min(1, SHARED_SIDE_PX / Math.max(photo.width, photo.height));
  try {
    const pictures: SharedPicture[] = [
      {
        label: text('share.words.before'),
        says: text('share.words.before'),
        picture: await render(null, scale, options),
      },
    ];
    for (const step of steps) {
      options.onProgress(pictures.length / (steps.length + 1));
      pictures.push({ ...wordsOf(step), picture: await render(step, scale, options) });
    }
    options.onProgress(1);
    return ok(pictures);
  } catch (error) {
    if (options.signal.aborted) return err({ kind: 'cancelled' });
    return err({ kind: error instanceof RangeError ? 'outOfMemory' : 'failed' });
  }
}

async function render(step: HealedStep | null, scale: number, { signal }: PrepareOptions): Promise<Blob> {
  signal.throwIfAborted();
  const rows = currentPicture()?.openRows({ scene: step?.scene ?? null, scale }) ?? null;
  if (rows === null) throw new Error('There is no picture.');
  try {
    return await encodePhoto(rows, step === null ? 'before' : 'after', signal);
  } finally {
    rows.close();
  }
}

function wordsOf({ session, of, date }: HealedStep): { label: string; says: string } {
  const figures = { session: formatNumber(session), of: formatNumber(of) };
  const says = text(of === 1 ? 'share.says.only' : session === of ? 'share.says.last' : 'share.says.each', figures);
  const day = date === null ? null : dayOfIsoDate(date);
  if (day === null) return { label: text('share.session', figures), says };
  const when = formatDate(day * DAY_MS, { dateStyle: 'long', timeZone: 'UTC' });
  return { label: text('share.session', figures), says: `${says} ${text('share.says.date', { when })}` };
}

const DAY_MS = 24 * 60 * 60 * 1000;

interface ShareChoices {
  /** Write the client's name above the picture. */
  readonly withName: boolean;
  readonly withClinic: boolean;
  /** Null: whoever has the file can open it. */
  readonly passphrase: string | null;
}

/** The file itself, in the studio's language. */
export async function shareFile(pictures: readonly SharedPicture[], choices: ShareChoices): Promise<File> {
  const words = shareWords();
  const name = caseStore.getState().case?.client.name ?? '';
  const page = await sharePage({
    language: texts.language,
    direction: texts.dir(texts.language),
    words,
    heading: choices.withName && name !== '' ? text('share.heading', { name }) : words.title,
    clinic: choices.withClinic ? clinicStore.getState().name : '',
    pictures,
    passphrase: choices.passphrase,
  });
  return new File([page], SHARE_NAME, { type: 'text/html' });
}

function shareWords(): ShareWords {
  const word = (key: string): string => text(`share.words.${key}`);
  return {
    title: word('title'),
    before: word('before'),
    after: word('after'),
    divider: word('divider'),
    sessions: word('sessions'),
    estimate: word('estimate'),
    passphrase: word('passphrase'),
    passphraseHelp: word('passphraseHelp'),
    unlock: word('unlock'),
    unlocking: word('unlocking'),
    wrong: word('wrong'),
    unsupported: word('unsupported'),
    noScript: word('noScript'),
  };
}

/** Whether this device can hand a file to another app. */
export function canShareFiles(): boolean {
  // Older browsers have neither.
  if (!('canShare' in navigator) || !('share' in navigator)) return false;
  return navigator.canShare({ files: [new File([''], SHARE_NAME, { type: 'text/html' })] });
}

/** Opens the device's own sheet for the file; where that refuses, the file is saved. */
export async function handOver(file: File): Promise<'shared' | 'saved' | 'cancelled'> {
  try {
    await navigator.share({ files: [file] });
    return 'shared';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    saveFile(file, file.name);
    return 'saved';
  }
}
