import { openPaper, PT_PER_MM, type PaperFile, type PaperOptions } from '../pdf/paper';
import { drawBlock, heightTogether } from './drawBlocks';
import { ACCENT, leadingOf, openFlow, RULE, STYLES, type Flow } from './flow';
import type { Gallery, ReportContent, ReportPicture, ReportSection } from './reportContent';

/**
 * The report as a PDF: the cover with the outcome and the key figures, the pictures, then the sections. The same content
 * and date give the same bytes.
 */
export async function drawReport(content: ReportContent, options: Omit<PaperOptions, 'title'>): Promise<PaperFile> {
  const paper = openPaper({ ...options, title: content.title });
  const flow = openFlow(paper);
  drawCover(flow, content);
  content.galleries.forEach((gallery) => {
    drawGallery(flow, gallery);
  });
  content.sections.forEach((section) => {
    drawSection(flow, section);
  });
  const pages = paper.pages();
  for (let page = 0; page < pages; page++) {
    paper.turnTo(page);
    drawFoot(flow, content, page + 1, pages);
  }
  return paper.finish();
}

/** On the cover the picture leaves this much to the title above it and the figures below. */
const COVER_TEXT_MM = 118;

/** The clinic's mark in the corner, beside its name. */
const MARK_MM = { width: 46, height: 17 } as const;

function drawCover(flow: Flow, content: ReportContent): void {
  const { paper, x, width } = flow;
  const { clinic, client, cover, keyFigures } = content;
  if (clinic.mark !== null) {
    const [markWidth, markHeight] = fitted(clinic.mark.aspect, MARK_MM.width * PT_PER_MM, MARK_MM.height * PT_PER_MM);
    paper.image(clinic.mark.png, x + width - markWidth, flow.y(), markWidth, markHeight);
  }
  if (clinic.name !== '') {
    flow.lines(clinic.name, { ...STYLES.strong, size: 12 });
    if (clinic.contact !== '') flow.lines(clinic.contact, STYLES.small);
    flow.skip(16);
  }
  paper.box(x, flow.y(), 34, 3, ACCENT);
  flow.skip(14);
  flow.lines(content.title, STYLES.title);
  flow.lines(content.subtitle, { ...STYLES.small, size: 10.5 });
  if (client !== null) flow.lines(client, { ...STYLES.strong, size: 12 });
  flow.skip(14);
  const most = paper.height - COVER_TEXT_MM * PT_PER_MM;
  const [pictureWidth, pictureHeight] = fitted(cover.aspect, width, most);
  const top = flow.take(pictureHeight);
  paper.image(cover.jpeg, x + (width - pictureWidth) / 2, top, pictureWidth, pictureHeight);
  flow.skip(6);
  flow.lines(cover.caption, { ...STYLES.small, align: 'centre' });
  flow.skip(12);
  drawKeyFigures(flow, keyFigures);
}

function drawKeyFigures({ paper, x, width, take, y }: Flow, figures: ReportContent['keyFigures']): void {
  paper.rule(x, y(), width, RULE, 0.6);
  const room = width / Math.max(1, figures.length);
  const value = STYLES.figure;
  const top = take(12 + leadingOf(value) + leadingOf(STYLES.small)) + 10;
  figures.forEach((figure, i) => {
    const at = x + i * room;
    const size = Math.min(value.size, (value.size * (room - 8)) / Math.max(1, paper.widthOf(figure.value, value)));
    paper.line(figure.value, at, top + value.size, room, { ...value, size });
    paper.line(figure.label, at, top + value.size + leadingOf(STYLES.small) + 3, room - 6, STYLES.small);
  });
}

const GALLERY_GAP = 10;
/** No gallery's picture is higher than this share of the page: a profile and a crown have room under each other. */
const GALLERY_HEIGHT = 0.42;
const MOST_IN_A_ROW = 4;

function drawGallery(flow: Flow, { title, pictures }: Gallery): void {
  if (pictures.length === 0) return;
  const { paper, x, width } = flow;
  const rows: ReportPicture[][] = [];
  for (let i = 0; i < pictures.length; i += MOST_IN_A_ROW) rows.push(pictures.slice(i, i + MOST_IN_A_ROW));
  const across = Math.min(MOST_IN_A_ROW, pictures.length);
  const room = (width - GALLERY_GAP * (across - 1)) / across;
  const most = paper.height * GALLERY_HEIGHT;
  const textHeight = leadingOf(STYLES.strong) + leadingOf(STYLES.small) * 2 + 6;
  rows.forEach((row, first) => {
    const boxes = row.map(({ aspect }) => fitted(aspect, room, most));
    const height = Math.max(...boxes.map(([, boxHeight]) => boxHeight));
    const titleHeight = first === 0 ? leadingOf(STYLES.section) + 20 : 0;
    if (flow.room() < height + textHeight + titleHeight) flow.newPage();
    if (first === 0) drawTitle(flow, title);
    const top = flow.take(height + textHeight);
    row.forEach((picture, i) => {
      const [boxWidth, boxHeight] = boxes[i] ?? [room, height];
      const at = x + i * (room + GALLERY_GAP);
      paper.image(picture.jpeg, at, top, boxWidth, boxHeight);
      const under = top + boxHeight + 4;
      paper.line(picture.caption, at, under + STYLES.strong.size, room, STYLES.strong);
      if (picture.note === undefined) return;
      paper.wrapped(picture.note, room, STYLES.small).forEach((line, n) => {
        const baseline = under + leadingOf(STYLES.strong) + STYLES.small.size + n * leadingOf(STYLES.small);
        paper.line(line, at, baseline, room, STYLES.small);
      });
    });
    flow.skip(6);
  });
  flow.skip(8);
}

function drawSection(flow: Flow, { title: words, ownPage, blocks }: ReportSection): void {
  const [first] = blocks;
  const together = first === undefined ? 0 : heightTogether(first);
  const title = leadingOf(STYLES.section) + 10;
  if (ownPage === true || flow.room() < Math.min(together + title, flow.paper.height / 2)) flow.newPage();
  drawTitle(flow, words);
  for (const block of blocks) drawBlock(flow, block);
  flow.skip(14);
}

function drawTitle(flow: Flow, title: string): void {
  flow.lines(title, STYLES.section);
  flow.paper.rule(flow.x, flow.y() + 1, flow.width, RULE, 0.6);
  flow.skip(9);
}

const FOOT_MM = 11;

function drawFoot({ paper, x, width }: Flow, { foot, pageOf }: ReportContent, page: number, pages: number): void {
  const baseline = paper.height - FOOT_MM * PT_PER_MM;
  const style = { ...STYLES.small, size: 7.5 };
  paper.rule(x, baseline - 11, width, RULE, 0.4);
  paper.line(foot, x, baseline, width * 0.85, style);
  paper.line(pageOf(page, pages), x, baseline, width, { ...style, align: 'end' });
}

/** The largest box of an aspect within a width and a height. */
function fitted(aspect: number, width: number, height: number): readonly [width: number, height: number] {
  return width / aspect <= height ? [width, width / aspect] : [height * aspect, height];
}
