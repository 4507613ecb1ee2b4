import { Shuffle } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fill } from '../../../../core/design/case';
import { activeDesign } from '../../../../core/design/edits';
import { DENSITY_WARNING_PER_CM2, FILL_RANGES } from '../../../../core/design/fillRanges';
import { commit } from '../../../state/caseStore';
import { sessionStore } from '../../../state/sessionStore';
import { useCaseWithDraft } from '../../../state/useStores';
import { formatNumber } from '../../../texts/texts';
import { IconButton } from '../../controls/IconButton';
import { NumberSlider } from '../../controls/NumberSlider';
import styles from '../Inspector.module.css';

const FIELDS: readonly (keyof Fill)[] = ['perCm2', 'dotSizeMm', 'softEdgeMm', 'sizeVariation', 'irregularity'];

export function DotsSection() {
  const fill = useCaseWithDraft((of) => (of === null ? undefined : activeDesign(of)?.fill));
  const seed = useCaseWithDraft((of) => (of === null ? undefined : activeDesign(of)?.seed));
  const { t } = useTranslation();
  if (fill === undefined || seed === undefined) return null;
  return (
    <>
      {FIELDS.map((field) => (
        <FillSlider key={field} field={field} value={fill[field]} />
      ))}
      {fill.perCm2 > DENSITY_WARNING_PER_CM2 ? <p className={styles.warning}>{t('dots.dense')}</p> : null}
      <Seed seed={seed} />
    </>
  );
}

function FillSlider({ field, value }: { readonly field: keyof Fill; readonly value: number }) {
  const { t } = useTranslation();
  const range = FILL_RANGES[field];
  const edit = (next: number) => ({ type: 'setFill' as const, fill: { [field]: onStep(next, range.step) } });
  return (
    <NumberSlider
      name={t(`dots.${field}`)}
      unit={t(`dots.units.${field}`)}
      range={range}
      value={value}
      note={field === 'dotSizeMm' ? t('dots.dotSizeHelp') : undefined}
      onDraft={(next) => {
        sessionStore.setState({ draft: edit(next) });
      }}
      onCommit={(next) => {
        sessionStore.setState({ draft: null });
        commit(edit(next));
      }}
    />
  );
}

const onStep = (value: number, step: number): number => Number((Math.round(value / step) * step).toFixed(3));

/** Seeds are unsigned whole numbers of 32 bits. */
const MAX_SEED = 0xffffffff;

function Seed({ seed }: { readonly seed: number }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const take = (): void => {
    if (typed === null) return;
    const next = Number(typed);
    const good = typed.trim() !== '' && Number.isInteger(next) && next >= 0 && next <= MAX_SEED;
    if (good) commit({ type: 'setSeed', seed: next });
    setRefused(!good);
    setTyped(null);
  };
  return (
    <div className={styles.stack}>
      <label htmlFor="seed">{t('dots.seed')}</label>
      <div className={styles.seed}>
        <input
          id="seed"
          inputMode="numeric"
          value={typed ?? String(seed)}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key === 'Escape') setTyped(null);
          }}
        />
        <IconButton
          icon={Shuffle}
          name={t('dots.newSeed')}
          onPress={() => {
            commit({ type: 'setSeed', seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 1 });
          }}
        />
      </div>
      <p role="status" className={styles.warning} hidden={!refused}>
        {refused ? t('dots.seedRefused', { max: formatNumber(MAX_SEED) }) : ''}
      </p>
      <p className={styles.quiet}>{t('dots.seedHelp')}</p>
    </div>
  );
}
