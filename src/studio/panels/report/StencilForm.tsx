import { FileDown } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Stencil } from '../../../core/plan/stencil';
import { caseStencil, saveStencil, type StencilFormat } from '../../flows/report/stencilFlow';
import { useCase } from '../../state/useStores';
import { formatNumber } from '../../texts/texts';
import controls from '../controls/Controls.module.css';
import { closeDialog } from '../dialogs/StudioDialog';
import { PaperChoice } from './PaperChoice';
import styles from './PlanSheet.module.css';

/** The hairline laid flat at its true size, for transfer to the head. */
export function StencilForm() {
  const { t } = useTranslation();
  const of = useCase((each) => each);
  const made = useMemo(() => (of === null ? null : caseStencil(of)), [of]);
  if (made === null) return null;
  if (!made.ok) return <p className={styles.quiet}>{t(`stencil.${made.error.kind}`)}</p>;
  const { stencil, estimated } = made.value;
  const save = (format: StencilFormat) => (): void => {
    closeDialog();
    void saveStencil(format);
  };
  return (
    <div className={styles.sheet}>
      <Drawing stencil={stencil} />
      <div className={styles.section}>
        <p>{t('stencil.help', { mm: formatNumber(stencil.lengthMm) })}</p>
        {estimated ? (
          <p role="note" className={styles.warning}>
            {t('stencil.estimated')}
          </p>
        ) : null}
      </div>
      <div className={styles.fields}>
        <PaperChoice />
      </div>
      <div className={styles.foot}>
        <Button className={controls.button ?? ''} onPress={save('svg')}>
          <FileDown size={18} aria-hidden />
          {t('stencil.saveSvg')}
        </Button>
        <Button className={controls.primary ?? ''} onPress={save('pdf')}>
          <FileDown size={18} aria-hidden />
          {t('sheet.save')}
        </Button>
      </div>
    </div>
  );
}

const PAD_MM = 4;

/** What will be on the paper, small. */
function Drawing({ stencil }: { readonly stencil: Stencil }) {
  const { t } = useTranslation();
  const { widthMm, heightMm, lines, marks } = stencil;
  const box = [-PAD_MM, -PAD_MM, widthMm + 2 * PAD_MM, heightMm + 2 * PAD_MM].join(' ');
  return (
    <svg className={styles.drawing} viewBox={box} role="img" aria-label={t('stencil.drawing')}>
      {lines.map(({ kind, points }, i) => (
        <polyline key={i} data-kind={kind} points={points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')} />
      ))}
      {marks.map((mark, i) =>
        mark.kind === 'letter' || mark.kind === 'figure' ? (
          <text key={i} x={mark.x} y={mark.y + 1.5}>
            {mark.kind === 'letter' ? mark.letter : formatNumber(mark.mm)}
          </text>
        ) : (
          <circle key={i} data-kind={mark.kind} cx={mark.x} cy={mark.y} r={mark.kind === 'middle' ? 2 : 1} />
        ),
      )}
    </svg>
  );
}
