import { formatNumber, text } from './texts';

/** Needles, depths and dot sizes are in millimetres everywhere; what is measured on the head may be read in inches. */
export const UNITS = ['metric', 'inches'] as const;
export type Units = (typeof UNITS)[number];

const MM_PER_INCH = 25.4;
const CM2_PER_SQUARE_INCH = 6.4516;

let units: Units = 'metric';

/** From now on lengths and areas are written in these units; who has drawn them draws them anew. */
export const writeIn = (chosen: Units): void => {
  units = chosen;
};

/** A length on the head with its unit: millimetres, or inches to the hundredth. */
export const formatLength = (mm: number, digits = 0): string =>
  units === 'inches' ? inches(mm) : text('measure.mm', { figure: formatNumber(mm, digits) });

/** A height of the face with its unit, which is spoken of in centimetres. */
export const formatHeight = (mm: number, digits = 1): string =>
  units === 'inches' ? inches(mm) : text('measure.cm', { figure: formatNumber(mm / 10, digits) });

/** An area on the scalp with its unit. */
export const formatArea = (cm2: number, digits = 1): string =>
  units === 'inches'
    ? text('measure.in2', { figure: formatNumber(cm2 / CM2_PER_SQUARE_INCH, digits + 1) })
    : text('plan.area', { cm2: formatNumber(cm2, digits) });

/** The likely error of an area, in the unit in which areas are written; as fine as it takes not to read as none. */
export function areaErrorFigure(cm2: number): string {
  const error = units === 'inches' ? cm2 / CM2_PER_SQUARE_INCH : cm2;
  return formatNumber(error, error >= 9.5 ? 0 : error >= 0.095 ? 1 : 2);
}

const inches = (mm: number): string => text('measure.in', { figure: formatNumber(mm / MM_PER_INCH, 2) });
