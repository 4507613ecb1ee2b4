import { currentPicture } from '../../canvas/sceneFeed';
import { wordDrawer } from '../../export/drawWords';
import {
  exportFileName,
  exportPicture,
  type ExportKind,
  type ExportStep,
  type ExportWords,
} from '../../export/exportPicture';
import { healedSteps } from '../../export/healedSteps';
import { saveFile } from '../../export/saveFile';
import { caseStore } from '../../state/caseStore';
import { clinicStore } from '../../state/clinic';
import { clinicMarkStore } from '../../state/clinicMark';
import { formatNumber, text, texts } from '../../texts/texts';
import { beginLongWork } from '../longWork';
import { say } from '../notices';

interface PictureChoices {
  /** Of the photo's own resolution, 0–1. */
  readonly scale?: number;
  readonly withMark?: boolean;
}

/** Below this a picture is of no use any more. Our choice. */
const LEAST_SCALE = 1 / 8;

/** Makes the PNG and hands it to the technician; where there is no memory for it, a smaller one is offered. */
export async function saveExport(kind: ExportKind, choices: PictureChoices = {}): Promise<void> {
  const picture = currentPicture();
  if (picture === null) return;
  const { scale = 1, withMark = false } = choices;
  const work = beginLongWork(text('export.working'));
  try {
    const made = await exportPicture(picture, kind, {
      signal: work.signal,
      onProgress: work.progress,
      scale,
      steps: kind === 'steps' ? stepsToShow() : undefined,
      words: kind === 'steps' || withMark ? await words(withMark) : undefined,
    });
    if (!made.ok) {
      if (made.error.kind !== 'cancelled') sayNotMade(kind, made.error.kind, { scale, withMark });
      return;
    }
    const name = exportFileName(kind);
    saveFile(made.value, name);
    say('info', text('export.done', { name }));
  } finally {
    work.done();
  }
}

function sayNotMade(
  kind: ExportKind,
  problem: 'outOfMemory' | 'failed',
  { scale = 1, withMark = false }: PictureChoices,
) {
  const sentence = text(problem === 'outOfMemory' ? 'export.memory' : 'export.failed');
  if (scale / 2 < LEAST_SCALE) {
    say('error', sentence);
    return;
  }
  say('error', sentence, {
    label: text('export.smaller'),
    run: () => void saveExport(kind, { scale: scale / 2, withMark }),
  });
}

/** Before, then every session healed; none but before where nothing is drawn. */
function stepsToShow(): readonly ExportStep[] {
  const of = caseStore.getState().case;
  const steps = of === null ? [] : healedSteps(of);
  return [
    { caption: text('export.caption.before'), scene: null },
    ...steps.map(({ session, of: all, scene }) => ({
      caption: text(all === 1 ? 'export.caption.only' : 'export.caption.session', { session: formatNumber(session) }),
      scene,
    })),
  ];
}

function words(withMark: boolean): Promise<ExportWords> {
  return wordDrawer({
    direction: texts.dir(texts.language),
    estimate: text('export.estimate'),
    line: withMark ? clinicStore.getState().name : '',
    image: withMark ? clinicMarkStore.getState().image : null,
  });
}
