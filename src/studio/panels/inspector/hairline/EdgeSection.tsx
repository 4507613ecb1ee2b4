import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Design } from '../../../../core/design/case';
import { edgeSection, STRIP, type EdgeSection as Section, type StripDot } from '../../../../core/plan/edgeSection';
import { formatNumber } from '../../../texts/texts';
import styles from './HairlineSection.module.css';

/** Units of the drawing are mm of scalp: the strip, then the curves beside it on the same scale of depth. */
const CURVES_AT = STRIP.longMm + 2;
const CURVES_WIDE = 13;
const WIDE = CURVES_AT + CURVES_WIDE + 0.5;
const DEEP = STRIP.aheadMm + STRIP.behindMm;
const SHADES = [0.25, 0.5, 0.75, 1] as const;

/** The edge as it would be laid: real dots of this seed on a straight line, hair above, forehead below. */
export function EdgeDrawing(design: Pick<Design, 'fill' | 'edge' | 'seed'>) {
  const { t } = useTranslation();
  // The figures lead, the drawing follows: a slider never waits for it.
  const fill = useDeferredValue(design.fill);
  const edge = useDeferredValue(design.edge);
  const section = useMemo(() => edgeSection(fill, edge, design.seed), [fill, edge, design.seed]);
  if (section === null) return null;
  return (
    <svg
      className={styles.section}
      viewBox={`0 0 ${String(WIDE)} ${String(DEEP)}`}
      role="img"
      aria-label={t('edge.drawing', { mm: formatNumber(STRIP.longMm), dots: formatNumber(section.dots.length) })}
    >
      <rect width={STRIP.longMm} height={DEEP} fill="#b8b8b8" />
      <line
        x1={0}
        x2={STRIP.longMm}
        y1={yOf(0)}
        y2={yOf(0)}
        stroke="#6a6a6a"
        strokeWidth={0.12}
        strokeDasharray="0.8 0.6"
      />
      {SHADES.map((shade) => (
        <path key={shade} d={dotsOf(section.dots, shade)} fill="#161616" fillOpacity={shade} />
      ))}
      <Curves section={section} />
    </svg>
  );
}

function Curves({ section }: { readonly section: Section }) {
  const { t } = useTranslation();
  return (
    <g fill="none" strokeWidth={0.25}>
      {[0, 5, 10].map((mm) => (
        <g key={mm}>
          <line x1={CURVES_AT} x2={WIDE - 0.5} y1={yOf(mm)} y2={yOf(mm)} stroke="var(--line)" strokeWidth={0.12} />
          <text
            x={mm === 0 ? WIDE - 0.6 : CURVES_AT}
            y={yOf(mm) - 0.4}
            textAnchor={mm === 0 ? 'end' : 'start'}
            fontSize={1.5}
            fill="var(--quiet)"
            stroke="none"
          >
            {mm === 0 ? t('edge.line') : t('measure.mm', { figure: formatNumber(mm) })}
          </text>
        </g>
      ))}
      <polyline points={curveOf(section, 'count')} stroke="var(--accent-strong)" />
      <polyline points={curveOf(section, 'shade')} stroke="var(--text)" strokeDasharray="0.9 0.6" />
    </g>
  );
}

/** Behind the line lies above it, as on a head seen from the front. */
const yOf = (behindMm: number): number => STRIP.behindMm - behindMm;

const curveOf = ({ rise }: Section, what: 'count' | 'shade'): string =>
  rise
    .map((each) => `${short(CURVES_AT + Math.min(each[what], 1.1) * CURVES_WIDE * 0.8)},${short(yOf(each.behindMm))}`)
    .join(' ');

/** All dots of about one shade as one path. */
function dotsOf(dots: readonly StripDot[], shade: number): string {
  return dots
    .filter((dot) => SHADES.find((each) => dot.shade <= each + 1e-9) === shade)
    .map(({ alongMm, behindMm, diameterMm }) => {
      const r = short(diameterMm / 2);
      const across = short(diameterMm);
      return `M${short(alongMm - diameterMm / 2)} ${short(yOf(behindMm))}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 -${across} 0`;
    })
    .join('');
}

const short = (value: number): string => value.toFixed(2);
