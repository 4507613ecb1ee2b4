import type { Case, Photo } from '../../../core/design/case';
import { activePhoto, hairlineOn } from '../../../core/design/edits';
import { mmPerPx } from '../../../core/head/scale';
import { isoDateOfDay } from '../../../core/pigment/time/isoDate';
import { stencilOf, type Stencil } from '../../../core/plan/stencil';
import { err, ok, type Result } from '../../../core/result';
import { paperFonts } from '../../export/pdf/fonts';
import { saveFile } from '../../export/saveFile';
import { stencilSvg } from '../../export/stencil/stencilSvg';
import type { StencilWords } from '../../export/stencil/stencilShapes';
import { clinicStore } from '../../state/clinic';
import { caseStore } from '../../state/caseStore';
import { formatNumber, text, texts } from '../../texts/texts';
import { beginLongWork } from '../longWork';
import { say } from '../notices';
import { localDay } from './today';

const FILE_NAMES = { pdf: 'follicle-stencil.pdf', svg: 'follicle-stencil.svg' } as const;
export type StencilFormat = keyof typeof FILE_NAMES;

interface CaseStencil {
  readonly photo: Photo;
  readonly stencil: Stencil;
  /** Nothing was measured on the photo: lengths on the paper are no better than its scale. */
  readonly estimated: boolean;
}

/** The stencil of the hairline on the active photo. */
export function caseStencil(of: Case): Result<CaseStencil, { readonly kind: 'noLine' | 'offHead' }> {
  const photo = activePhoto(of);
  const line = photo === undefined ? undefined : hairlineOn(of, photo.id);
  if (photo === undefined || line === undefined || line.points.length < 2) return err({ kind: 'noLine' });
  const stencil = stencilOf(photo, line.points);
  return stencil.ok ? ok({ photo, stencil: stencil.value, estimated: mmPerPx(photo).estimated }) : stencil;
}

/** Makes the stencil of the hairline on the desk and hands it to the technician as a file. */
export async function saveStencil(format: StencilFormat): Promise<void> {
  const of = caseStore.getState().case;
  const made = of === null ? null : caseStencil(of);
  if (made?.ok !== true) return;
  const work = beginLongWork(text('stencil.working'));
  try {
    const file = format === 'svg' ? svgOf(made.value) : await pdfOf(made.value);
    if (work.signal.aborted) return;
    saveFile(file, FILE_NAMES[format]);
    say('info', text('sheet.done', { name: FILE_NAMES[format] }));
  } catch (error) {
    if (!work.signal.aborted) say('error', text(error instanceof RangeError ? 'sheet.memory' : 'stencil.failed'));
  } finally {
    work.done();
  }
}

const svgOf = (made: CaseStencil): Blob =>
  new Blob([stencilSvg(made.stencil, wordsOf(made))], { type: 'image/svg+xml' });

async function pdfOf(made: CaseStencil): Promise<Blob> {
  const [fonts, { drawStencil }] = await Promise.all([
    paperFonts(texts.dir() === 'rtl'),
    import('../../export/stencil/drawStencil'),
  ]);
  const { bytes } = await drawStencil(made.stencil, wordsOf(made), {
    paper: clinicStore.getState().paper,
    fonts,
    rtl: texts.dir() === 'rtl',
    lang: texts.language,
    date: new Date(`${isoDateOfDay(localDay(new Date()))}T00:00:00Z`),
  });
  return new Blob([bytes], { type: 'application/pdf' });
}

const wordsOf = ({ stencil, estimated }: CaseStencil): StencilWords => ({
  title: text(estimated ? 'stencil.titleEstimated' : 'stencil.title', { mm: formatNumber(stencil.lengthMm) }),
  print: text('stencil.print'),
  checkBar: text('stencil.checkBar'),
  join: text('stencil.join'),
  sheetOf: (sheet, sheets) => text('stencil.sheetOf', { sheet, sheets }),
  figure: (mm) => formatNumber(mm),
});
