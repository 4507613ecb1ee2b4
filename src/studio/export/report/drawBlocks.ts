import type { TextStyle } from '../pdf/paper';
import { leadingOf, RULE, STYLES, type Flow } from './flow';
import type { ReportBlock, ReportTable } from './reportContent';

/** Least height that a part wants together, so that a table is not torn where a page would hold it whole. */
export function heightTogether(block: ReportBlock): number {
  switch (block.kind) {
    case 'table':
      // Cells seldom wrap to more than two lines.
      return (block.rows.length + (block.sum === null ? 1 : 2)) * (2 * leadingOf(STYLES.body) + 2 * CELL_PAD);
    case 'facts':
      return block.rows.length * (leadingOf(STYLES.body) + 2 * CELL_PAD);
    case 'signatures':
      return Math.ceil(block.names.length / 2) * (SIGNATURE_HEIGHT + leadingOf(STYLES.small));
    case 'text':
    case 'note':
      return 3 * leadingOf(STYLES.body);
    default:
      return block satisfies never;
  }
}

/** One part of a section; those that would be torn by the page's end begin on the next page. */
export function drawBlock(flow: Flow, block: ReportBlock): void {
  switch (block.kind) {
    case 'table':
      drawTable(flow, block);
      return;
    case 'facts':
      drawFacts(flow, block.rows, block.total);
      return;
    case 'text':
      drawText(flow, block.text);
      return;
    case 'note':
      flow.lines(block.text, STYLES.small);
      flow.skip(8);
      return;
    case 'signatures':
      drawSignatures(flow, block.names);
      return;
    default:
      return block satisfies never;
  }
}

const CELL_GAP = 8;
const CELL_PAD = 3.5;

function drawTable(flow: Flow, { head, shares, figures, rows, sum }: ReportTable): void {
  const { width } = flow;
  const whole = shares.reduce((total, share) => total + share, 0);
  const widths = shares.map((share) => ((width - CELL_GAP * (shares.length - 1)) * share) / whole);
  const drawRow = (cells: readonly string[], style: TextStyle): void => {
    const wrapped = cells.map((cell, i) => flow.paper.wrapped(cell, widths[i] ?? 0, style));
    const lines = Math.max(1, ...wrapped.map(({ length }) => length));
    const top = flow.take(lines * leadingOf(style) + 2 * CELL_PAD) + CELL_PAD;
    let x = flow.x;
    wrapped.forEach((texts, i) => {
      const room = widths[i] ?? 0;
      const align = figures[i] === true ? 'end' : 'start';
      texts.forEach((text, line) => {
        flow.paper.line(text, x, top + style.size + line * leadingOf(style), room, { ...style, align });
      });
      x += room + CELL_GAP;
    });
  };
  const rule = (weight: number, colour = RULE): void => {
    flow.paper.rule(flow.x, flow.y(), width, colour, weight);
  };
  // A head alone at a page's foot says nothing.
  if (flow.room() < 5 * leadingOf(STYLES.body)) flow.newPage();
  drawRow(head, { ...STYLES.small, face: 'bold' });
  rule(0.8, '#5c5c5c');
  for (const row of rows) {
    drawRow(row, STYLES.body);
    rule(0.4);
  }
  if (sum !== null) drawRow(sum, STYLES.strong);
  flow.skip(8);
}

function drawFacts(flow: Flow, rows: readonly (readonly [string, string])[], total: boolean): void {
  const half = flow.width / 2 - CELL_GAP;
  rows.forEach(([name, figure], i) => {
    const style = total && i === rows.length - 1 ? STYLES.strong : STYLES.body;
    const names = flow.paper.wrapped(name, half, style);
    const figuresOf = flow.paper.wrapped(figure, half, style);
    const lines = Math.max(names.length, figuresOf.length);
    const top = flow.take(lines * leadingOf(style) + 2 * CELL_PAD) + CELL_PAD;
    names.forEach((text, line) => {
      flow.paper.line(text, flow.x, top + style.size + line * leadingOf(style), half, style);
    });
    figuresOf.forEach((text, line) => {
      const x = flow.x + flow.width - half;
      flow.paper.line(text, x, top + style.size + line * leadingOf(style), half, { ...style, align: 'end' });
    });
    flow.paper.rule(flow.x, flow.y(), flow.width, RULE, 0.4);
  });
  flow.skip(8);
}

const BULLET_INDENT = 14;

function drawText(flow: Flow, text: string): void {
  const style = STYLES.body;
  for (const line of text.split('\n')) {
    const item = /^\s*[-•]\s+(.*)$/.exec(line)?.[1];
    if (line.trim() === '') {
      flow.skip(leadingOf(style) / 2);
      continue;
    }
    if (item === undefined) {
      flow.lines(line.trim(), style);
      flow.skip(2);
      continue;
    }
    flow.paper.wrapped(item, flow.width - BULLET_INDENT, style).forEach((part, i) => {
      const top = flow.take(leadingOf(style));
      if (i === 0) flow.paper.line('•', flow.x + 3, top + style.size, BULLET_INDENT, style);
      flow.paper.line(part, flow.x + BULLET_INDENT, top + style.size, flow.width - BULLET_INDENT, style);
    });
    flow.skip(3);
  }
  flow.skip(4);
}

/** Room for a hand to sign in. */
const SIGNATURE_HEIGHT = 46;

/** Two to a row, so that a name and its date stand beside each other. */
function drawSignatures(flow: Flow, names: readonly string[]): void {
  const gap = 24;
  const room = (flow.width - gap) / 2;
  for (let i = 0; i < names.length; i += 2) {
    const top = flow.take(SIGNATURE_HEIGHT + leadingOf(STYLES.small));
    names.slice(i, i + 2).forEach((name, column) => {
      const x = flow.x + column * (room + gap);
      flow.paper.rule(x, top + SIGNATURE_HEIGHT, room, '#1a1a1a', 0.6);
      flow.paper.line(name, x, top + SIGNATURE_HEIGHT + 2 + STYLES.small.size, room, STYLES.small);
    });
  }
}
