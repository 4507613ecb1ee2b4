import { isoDateOfDay } from '../../../core/pigment/time/isoDate';
import { RIGHT_TO_LEFT } from '../../export/pdf/rightToLeft';
import { paperFonts } from '../../export/pdf/fonts';
import type { PaperFile } from '../../export/pdf/paper';
import type { ClinicMark } from '../../export/report/reportContent';
import { saveFile } from '../../export/saveFile';
import { caseStore } from '../../state/caseStore';
import { clinicStore } from '../../state/clinic';
import { clinicMarkStore } from '../../state/clinicMark';
import { preferences } from '../../state/preferences';
import { text, texts } from '../../texts/texts';
import { beginLongWork, type RunningWork } from '../longWork';
import { say } from '../notices';
import { casePlan } from './planOf';
import { reportPictures, type PictureSize } from './reportPictures';
import { reportContent } from './reportWords';
import { localDay } from './today';

/** A name that says what the paper is and nothing of whom it speaks. */
const FILE_NAME = 'follicle-treatment-plan.pdf';

interface ReportChoices {
  readonly size: PictureSize;
  readonly withName: boolean;
}

/** Makes the report of the case on the desk and hands it to the technician as a file. */
export async function saveReport(choices: ReportChoices): Promise<void> {
  const work = beginLongWork(text('sheet.working'));
  try {
    const made = await madeReport(choices, work);
    if (made === null) return;
    saveFile(new Blob([made.bytes], { type: 'application/pdf' }), FILE_NAME);
    if (made.missing.length === 0) say('info', text('sheet.done', { name: FILE_NAME }));
    else say('error', text('sheet.missing', { name: FILE_NAME, letters: made.missing.slice(0, MOST_NAMED).join(' ') }));
  } catch (error) {
    if (!work.signal.aborted) sayFailed(error, choices);
  } finally {
    work.done();
  }
}

/** Letters that a sentence names. */
const MOST_NAMED = 12;

/** Pictures take nearly all of the time. Our choice, from the practice head. */
const PICTURES_SHARE = 0.85;

async function madeReport({ size, withName }: ReportChoices, work: RunningWork): Promise<PaperFile | null> {
  const of = caseStore.getState().case;
  if (of === null) return null;
  const plan = casePlan(of, preferences.getState().paceDots);
  if (plan === null) return null;
  const clinic = clinicStore.getState();
  // The active photo comes first: it is the one on the cover.
  const photos = plan.photos.toSorted(
    (a, b) => Number(b.photo.id === of.activePhotoId) - Number(a.photo.id === of.activePhotoId),
  );
  const pictures = await reportPictures(photos, plan.design, {
    activePhotoId: of.activePhotoId,
    size,
    signal: work.signal,
    onProgress: (share) => {
      work.progress(share * PICTURES_SHARE);
    },
  });
  const today = isoDateOfDay(localDay(new Date()));
  const content = reportContent({ of, plan, clinic, pictures, today, withName, mark: clinicMark() });
  const rtl = texts.dir() === 'rtl';
  // A client's or clinic's name may be Arabic in any language.
  const withArabic = rtl || RIGHT_TO_LEFT.test(JSON.stringify(content));
  const [fonts, { drawReport }] = await Promise.all([paperFonts(withArabic), import('../../export/report/drawReport')]);
  work.signal.throwIfAborted();
  const made = await drawReport(content, {
    paper: clinic.paper,
    fonts,
    rtl,
    lang: texts.language,
    date: new Date(`${today}T00:00:00Z`),
  });
  work.signal.throwIfAborted();
  work.progress(1);
  return made;
}

/** The clinic's image as the file that it is kept as, and its shape from the PNG's header. */
function clinicMark(): ClinicMark | null {
  const { image } = clinicMarkStore.getState();
  if (image === null) return null;
  const png = Uint8Array.from(atob(image.slice(image.indexOf(',') + 1)), (letter) => letter.charCodeAt(0)).buffer;
  if (png.byteLength < PNG_HEADER_BYTES) return null;
  const header = new DataView(png);
  const aspect = header.getUint32(16) / header.getUint32(20);
  return aspect > 0 && Number.isFinite(aspect) ? { png, aspect } : null;
}

/** Signature, then the first chunk with width and height. */
const PNG_HEADER_BYTES = 33;

function sayFailed(error: unknown, choices: ReportChoices): void {
  if (!(error instanceof RangeError)) {
    say('error', text('sheet.failed'));
    return;
  }
  if (choices.size === 'small') say('error', text('sheet.memory'));
  else {
    say('error', text('sheet.memory'), {
      label: text('sheet.smaller'),
      run: () => void saveReport({ ...choices, size: 'small' }),
    });
  }
}
