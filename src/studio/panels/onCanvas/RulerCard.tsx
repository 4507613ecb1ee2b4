import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../core/design/case';
import type { Calibration } from '../../../core/head/headPhoto';
import { activePhoto } from '../../../core/design/edits';
import { checkRuler, PUPILS_MM, type RulerProblem } from '../../../core/head/scale';
import { keyToTool, setScaleFromRuler } from '../../canvas/toolDesk';
import { useCase, useSession } from '../../state/useStores';
import { formatNumber, text } from '../../texts/texts';
import controls from '../controls/Controls.module.css';
import { IconButton } from '../controls/IconButton';
import { typedFigure } from '../controls/typedFigure';
import styles from './RulerCard.module.css';

/** After the ruler was drawn: its true length, typed or known. */
export function RulerCard() {
  const measured = useSession((state) => state.toolView.measured);
  const dragging = useSession((state) => state.dragging);
  const photo = useCase((of) => (of === null ? undefined : activePhoto(of)));
  if (measured === null || dragging || photo === undefined) return null;
  const key = [measured.a.x, measured.a.y, measured.b.x, measured.b.y].join(' ');
  return <RulerForm key={key} a={measured.a} b={measured.b} photo={photo} />;
}

type RulerFormProps = Pick<Extract<Calibration, { a: unknown }>, 'a' | 'b'> & {
  readonly photo: Photo;
};

function RulerForm({ a, b, photo }: RulerFormProps) {
  const { t } = useTranslation();
  const known = photo.calibration.kind === 'estimate' ? '' : String(photo.calibration.mm);
  const [typed, setTyped] = useState(known);
  const [problem, setProblem] = useState<string | null>(null);

  const set = (kind: 'ruler' | 'sticker' | 'pupils', mm: number): void => {
    const checked = checkRuler(photo, { a, b, mm });
    if (checked.ok) setScaleFromRuler({ kind, a, b, mm });
    else setProblem(rulerSentence(checked.error));
  };

  const typedMm = (): number => typedFigure(typed, 2) ?? NaN;

  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        set('ruler', typedMm());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') drop();
      }}
    >
      <div className={styles.head}>
        <h2>{t('ruler.title')}</h2>
        <IconButton icon={X} name={t('ruler.drop')} onPress={drop} />
      </div>
      <div className={styles.row}>
        <input
          aria-label={t('ruler.length')}
          inputMode="decimal"
          autoFocus
          value={typed}
          onChange={(event) => {
            setProblem(null);
            setTyped(event.currentTarget.value);
          }}
        />
        <span>{t('ruler.unit')}</span>
        <Button type="submit" className={controls.primary ?? ''}>
          {t('ruler.set')}
        </Button>
      </div>
      <div className={styles.row}>
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            set('pupils', PUPILS_MM);
          }}
        >
          {t('ruler.pupils')}
        </Button>
        <span className={styles.quiet}>{t('ruler.pupilsHelp')}</span>
      </div>
      <div className={styles.row}>
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            set('sticker', typedMm());
          }}
        >
          {t('ruler.sticker')}
        </Button>
        <span className={styles.quiet}>{t('ruler.stickerHelp')}</span>
      </div>
      {problem === null ? null : (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
    </form>
  );
}

const drop = (): void => {
  keyToTool({ type: 'remove' });
};

/** The problem in words, its figures in the reader's own number format. */
function rulerSentence({ kind, ...figures }: RulerProblem): string {
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries<number>(figures)) words[name] = formatNumber(value);
  return text(`rulerProblem.${kind}`, words);
}
