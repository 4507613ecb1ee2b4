import { useTranslation } from 'react-i18next';
import type { CasePlan } from '../../flows/report/planOf';
import { areaName, needleName, pigmentName, whenOf } from '../../flows/report/reportWords';
import { formatArea } from '../../texts/measures';
import { formatNumber } from '../../texts/texts';
import styles from './PlanSheet.module.css';

export function AreaTable({ plan }: { readonly plan: CasePlan }) {
  const { t } = useTranslation();
  const { sheet, areas } = plan;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('sheet.area')}</th>
          <th scope="col" className={styles.figure}>
            {t('sheet.size')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('sheet.dots')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sheet.areas.map(({ id, cm2, dots }) => (
          <tr key={id}>
            <td>{areaName(areas.get(id))}</td>
            <td className={styles.figure}>{formatArea(cm2)}</td>
            <td className={styles.figure}>{formatNumber(dots)}</td>
          </tr>
        ))}
      </tbody>
      {sheet.areas.length < 2 ? null : (
        <tfoot>
          <tr>
            <th scope="row">{t('sheet.together')}</th>
            <td className={styles.figure}>{formatArea(sheet.cm2)}</td>
            <td className={styles.figure}>{formatNumber(sheet.dots)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** Words first, figures at their columns' ends. */
const COLUMNS = ['session', 'when', 'needle', 'pigment', 'dilution', 'dots', 'hours'] as const;
const FIGURES_FROM = 4;
/** What a session is done with: on a narrow screen below the rest. */
const DONE_WITH: readonly string[] = ['needle', 'pigment', 'dilution'];

export function SessionTable({ plan }: { readonly plan: CasePlan }) {
  const { t } = useTranslation();
  const { sheet, design } = plan;
  const pigment = pigmentName(sheet.pigment, design.treatment.ownPigments);
  return (
    <div className={styles.wide} role="group" aria-label={t('sheet.sessions')} tabIndex={0}>
      <table className={[styles.table, styles.sessions].join(' ')}>
        <thead>
          <tr>
            {COLUMNS.map((key, column) => (
              <th
                key={key}
                scope="col"
                className={[
                  column < FIGURES_FROM ? '' : styles.figure,
                  DONE_WITH.includes(key) ? styles.with : '',
                ].join(' ')}
              >
                {t(`sheet.${key}Head`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.sessions.map((session) => (
            <tr key={session.number}>
              <td>{formatNumber(session.number)}</td>
              <td>{whenOf(session)}</td>
              <td className={styles.with}>{needleName(session)}</td>
              <td className={styles.with}>{pigment}</td>
              <td className={[styles.figure, styles.with].join(' ')}>
                {t('sheet.toOne', { water: formatNumber(session.dilution) })}
              </td>
              <td className={styles.figure}>{formatNumber(session.dots)}</td>
              <td className={styles.figure}>{formatNumber(session.hours, 1)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              {t('sheet.together')}
            </th>
            <td className={styles.figure}>{formatNumber(sheet.dots)}</td>
            <td className={styles.figure}>{formatNumber(sheet.hours, 1)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
