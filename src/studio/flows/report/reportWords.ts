import type { Area } from '../../../core/design/area';
import type { Case } from '../../../core/design/case';
import type { IsoDate, OwnPigment, PigmentChoice } from '../../../core/design/treatment';
import { priceEstimate, type PriceEstimate, type PriceProblem } from '../../../core/plan/price';
import type { SheetSession } from '../../../core/plan/planSheet';
import type { Result } from '../../../core/result';
import type { ClinicMark, ReportContent, ReportSection, ReportTable } from '../../export/report/reportContent';
import { decimalsOf, formatDay, formatMoney, formatPercent } from '../../export/report/figures';
import type { Clinic } from '../../state/clinic';
import { formatArea, formatLength } from '../../texts/measures';
import { formatNumber, text, texts } from '../../texts/texts';
import { hairlineFigures } from './hairlineFigures';
import type { CasePlan } from './planOf';
import type { PhotoPictures } from './reportPictures';

/** What the paper says of a case, in the studio's language. The order is that in which a client reads. */
interface ReportInputs {
  readonly of: Case;
  readonly plan: CasePlan;
  readonly clinic: Clinic;
  readonly pictures: readonly PhotoPictures[];
  readonly today: IsoDate;
  readonly withName: boolean;
  readonly mark: ClinicMark | null;
}

export function reportContent(inputs: ReportInputs): ReportContent {
  const { of, plan, clinic, pictures, today, withName } = inputs;
  const { sheet } = plan;
  const [first] = pictures;
  if (first === undefined) throw new Error('A report has a picture at least.');
  return {
    title: text('sheet.paper.title'),
    subtitle: [text('sheet.paper.design', { name: plan.design.name }), formatDay(today)].join(' · '),
    clinic: { name: clinic.name, contact: isolated(clinic.contact), mark: inputs.mark },
    client: withName && of.client.name !== '' ? of.client.name : null,
    cover: { jpeg: first.after, aspect: aspectOf(first), caption: text('sheet.paper.coverCaption') },
    keyFigures: [
      { value: formatArea(sheet.cm2), label: text('sheet.paper.ofScalp') },
      { value: formatNumber(sheet.dots), label: text('sheet.paper.inDots') },
      { value: formatNumber(sheet.sessions.length), label: text('sheet.paper.inSessions') },
      { value: text('plan.hours', { hours: formatNumber(sheet.hours, 1) }), label: text('sheet.paper.ofWork') },
    ],
    galleries: [
      ...pictures.map((each) => ({
        title: pictures.length === 1 ? text('sheet.paper.beforeAfter') : viewName(each),
        pictures: [
          { jpeg: each.before, aspect: aspectOf(each), caption: text('canvas.before') },
          { jpeg: each.after, aspect: aspectOf(each), caption: text('canvas.after'), note: text('sheet.paper.healed') },
        ],
      })),
      {
        title: text('sheet.paper.steps'),
        pictures: first.steps.map((jpeg, step) => ({
          jpeg,
          aspect: aspectOf(first),
          caption: text('sheet.session', { n: step + 1 }),
          note: stepNote(sheet.sessions[step]),
        })),
      },
    ],
    sections: [...planSections(inputs), ...closingSections(inputs)],
    foot: text('sheet.paper.foot'),
    pageOf: (page, pages) => text('sheet.paper.page', { page, pages }),
  };
}

const aspectOf = ({ photo }: PhotoPictures): number => photo.width / photo.height;
const viewName = ({ photo }: PhotoPictures): string => text(`head.views.${photo.view}`);

function stepNote(session: SheetSession | undefined): string {
  if (session === undefined) return '';
  const dots = text('plan.dots', { count: session.dots });
  return session.date === null ? dots : `${dots} · ${formatDay(session.date, 'medium')}`;
}

function planSections({ of, plan, clinic }: ReportInputs): readonly ReportSection[] {
  const { sheet, design } = plan;
  const areas: ReportTable = {
    kind: 'table',
    head: [text('sheet.area'), text('sheet.size'), text('sheet.dots')],
    shares: [3, 1, 1],
    figures: [false, true, true],
    rows: sheet.areas.map(({ id, cm2, dots }) => [areaName(plan.areas.get(id)), formatArea(cm2), formatNumber(dots)]),
    sum: sheet.areas.length < 2 ? null : [text('sheet.together'), formatArea(sheet.cm2), formatNumber(sheet.dots)],
  };
  const notes = [design.notes, of.client.notes].filter((note) => note.trim() !== '').join('\n');
  return [
    {
      title: text('sheet.sessions'),
      blocks: [
        sessionTable(plan),
        { kind: 'note', text: text(plan.estimated ? 'sheet.paper.scaleEstimated' : 'sheet.paper.planEstimated') },
      ],
    },
    { title: text('sheet.areas'), blocks: [areas] },
    ...hairlineSection(of),
    ...priceSection(of, plan, clinic),
    ...(notes === '' ? [] : [{ title: text('sheet.paper.notes'), blocks: [{ kind: 'text' as const, text: notes }] }]),
  ];
}

/** The hairline in figures, as a tape measures them on the head. */
function hairlineSection(of: Case): readonly ReportSection[] {
  const rows = hairlineFigures(of).map(({ key, mm }) => [text(`sheet.figures.${key}`), formatLength(mm)] as const);
  return rows.length === 0
    ? []
    : [{ title: text('sheet.figures.title'), blocks: [{ kind: 'facts', rows, total: false }] }];
}

function sessionTable(plan: CasePlan): ReportTable {
  const { sheet, design } = plan;
  const pigment = pigmentName(sheet.pigment, design.treatment.ownPigments);
  return {
    kind: 'table',
    head: ['session', 'when', 'needle', 'pigment', 'dilution', 'dots', 'hours'].map((key) => text(`sheet.${key}Head`)),
    shares: [1, 2, 1.6, 1.9, 1.2, 1, 1],
    figures: [false, false, false, false, true, true, true],
    rows: sheet.sessions.map((session) => [
      formatNumber(session.number),
      whenOf(session),
      needleName(session),
      pigment,
      text('sheet.toOne', { water: formatNumber(session.dilution) }),
      formatNumber(session.dots),
      formatNumber(session.hours, 1),
    ]),
    sum: [text('sheet.together'), '', '', '', '', formatNumber(sheet.dots), formatNumber(sheet.hours, 1)],
  };
}

function priceSection(of: Case, plan: CasePlan, clinic: Clinic): readonly ReportSection[] {
  const price = priceOf(of, plan, clinic);
  if (!price.ok) return [];
  return [
    {
      title: text('sheet.price.title'),
      blocks: [
        { kind: 'facts', rows: priceRows(price.value, clinic, of), total: true },
        { kind: 'note', text: text('sheet.price.estimate') },
      ],
    },
  ];
}

export const priceOf = (of: Case, plan: CasePlan, clinic: Clinic): Result<PriceEstimate, PriceProblem> =>
  priceEstimate(
    { cm2: plan.sheet.cm2, sessions: plan.sheet.sessions.length, hairLoss: of.client.hairLoss },
    clinic.prices,
    decimalsOf(clinic.currency),
  );

/** What is reckoned, the tax where there is one, and the estimate: names and sums. */
export function priceRows(
  price: PriceEstimate,
  { currency, prices }: Clinic,
  of: Case,
): readonly (readonly [string, string])[] {
  const money = (amount: number): string => formatMoney(amount, currency);
  const { hairLoss } = of.client;
  const what =
    price.basis === 'area'
      ? text('sheet.price.byArea', { cm2: formatNumber(price.quantity, 1), each: money(price.each) })
      : price.basis === 'session'
        ? text('sheet.price.bySession', { count: price.quantity, each: money(price.each) })
        : text('sheet.price.byStage', {
            stage: hairLoss === null ? '' : text(`sheet.stages.${hairLoss.scale}`, { stage: hairLoss.stage }),
          });
  const taxed = prices.taxPercent > 0;
  const { taxIncluded } = prices;
  const taxName = text(taxIncluded ? 'sheet.price.taxWithin' : 'sheet.price.tax', {
    percent: formatPercent(prices.taxPercent),
  });
  return [
    [what, money(taxIncluded ? price.total : price.net)],
    ...(taxed ? [[taxName, money(price.tax)] as const] : []),
    [text('sheet.price.total'), money(price.total)],
  ];
}

function closingSections({ clinic, of, withName }: ReportInputs): readonly ReportSection[] {
  return [
    {
      title: text('sheet.aftercare.title'),
      ownPage: true,
      blocks: [{ kind: 'text', text: aftercareOf(clinic) }],
    },
    {
      title: text('sheet.consent.title'),
      ownPage: true,
      blocks: [
        { kind: 'text', text: consentOf(clinic) },
        {
          kind: 'signatures',
          names: [
            withName && of.client.name !== ''
              ? text('sheet.consent.clientNamed', { name: of.client.name })
              : text('sheet.consent.client'),
            text('sheet.consent.date'),
            text('sheet.consent.technician'),
            text('sheet.consent.date'),
          ],
        },
      ],
    },
  ];
}

export const aftercareOf = ({ aftercare }: Clinic): string => aftercare ?? text('sheet.aftercare.default');
export const consentOf = ({ consent }: Clinic): string => consent ?? text('sheet.consent.default');

/** An area's own name, or that of its kind; without an area, what stands for dots that a hand has set beside all areas. */
export function areaName(area: Area | undefined): string {
  if (area === undefined) return text('sheet.kinds.byHand');
  if (area.name !== '') return area.name;
  return text(`sheet.kinds.${area.kind === 'zone' ? area.purpose : area.kind}`);
}

export function whenOf({ date, dayOffset, number }: SheetSession): string {
  if (date !== null) return formatDay(date, 'medium');
  return number === 1 ? text('sheet.firstDay') : text('sheet.daysLater', { count: dayOffset });
}

export const needleName = ({ needle }: SheetSession): string =>
  text('sheet.needle', { kind: needle.kind, mm: formatNumber(needle.diameterMm, 2) });

export function pigmentName(choice: PigmentChoice, own: readonly OwnPigment[]): string {
  const one = (id: string): string => own.find((each) => each.id === id)?.name ?? text(`pigment.names.${id}`);
  if (choice.kind === 'single') return one(choice.pigmentId);
  return text('pick.mixture', {
    first: one(choice.firstId),
    second: one(choice.secondId),
    percent: formatNumber(choice.share * 100),
  });
}

/** Telephone numbers keep their order in a line that is read from the right. */
const isolated = (line: string): string =>
  texts.dir() === 'rtl' ? line.replaceAll(/\+?\d[\d\s()-]{5,}\d/g, (number) => `\u2066${number}\u2069`) : line;
