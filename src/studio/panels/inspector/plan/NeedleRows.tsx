import { useTranslation } from 'react-i18next';
import type { Fitzpatrick, PlannedSession } from '../../../../core/design/treatment';
import { DEPTH_RANGE, depthWarning } from '../../../../core/pigment/colour/depth';
import { DILUTION_RANGE } from '../../../../core/pigment/colour/dilution';
import { NEEDLE_RANGE } from '../../../../core/pigment/colour/needle';
import { formatNumber } from '../../../texts/texts';
import { NumberSlider } from '../../controls/NumberSlider';
import { Choice } from '../Choice';
import styles from '../Inspector.module.css';

interface SessionRowsProps {
  readonly session: PlannedSession;
  readonly skin: Fitzpatrick | null;
  readonly onDraft: (change: Partial<PlannedSession>) => void;
  readonly onCommit: (change: Partial<PlannedSession>) => void;
  /** Said below the figure. */
  readonly note?: string | undefined;
}

/** How deep and with what the dots are set. */
export function NeedleRows({ session, skin, onDraft, onCommit, note }: SessionRowsProps) {
  const { t } = useTranslation();
  const { depthMm, needle } = session;
  return (
    <>
      <NumberSlider
        name={t('pigment.depth')}
        unit="mm"
        range={DEPTH_RANGE}
        value={depthMm}
        note={note}
        onDraft={(next) => {
          onDraft({ depthMm: next });
        }}
        onCommit={(next) => {
          onCommit({ depthMm: Number(next.toFixed(2)) });
        }}
      />
      <DepthWarning depthMm={depthMm} skin={skin} />
      <Choice
        name={t('pigment.needle')}
        value={needle.kind}
        options={(['1RL', '3RL'] as const).map((value) => ({ value, name: t(`pigment.needleKinds.${value}`) }))}
        onChange={(kind) => {
          onCommit({ needle: { ...needle, kind } });
        }}
      />
      <NumberSlider
        name={t('pigment.needleSize')}
        unit="mm"
        range={NEEDLE_RANGE}
        value={needle.diameterMm}
        onDraft={(diameterMm) => {
          onDraft({ needle: { ...needle, diameterMm } });
        }}
        onCommit={(diameterMm) => {
          onCommit({ needle: { ...needle, diameterMm: Number(diameterMm.toFixed(2)) } });
        }}
      />
    </>
  );
}

function DepthWarning({ depthMm, skin }: { readonly depthMm: number; readonly skin: Fitzpatrick | null }) {
  const { t } = useTranslation();
  const warning = depthWarning(depthMm, skin);
  const mm = (value: number): string => formatNumber(value, value % 1 === 0 ? 0 : 2);
  return (
    <p role="status" className={styles.warning} hidden={warning === null}>
      {warning === null
        ? ''
        : warning.kind === 'blueShift'
          ? t('pigment.blueShift', { mm: mm(warning.limitMm) })
          : t('pigment.notCareful', { min: mm(warning.minMm), max: mm(warning.maxMm) })}
      {warning?.kind === 'blueShift' && skin === null ? ` ${t('pigment.blueShiftUnchosen')}` : ''}
    </p>
  );
}

/** Parts of water to one of pigment. */
export function DilutionRow({ session, onDraft, onCommit, note }: Omit<SessionRowsProps, 'skin'>) {
  const { t } = useTranslation();
  return (
    <NumberSlider
      name={t('pigment.dilution')}
      unit={t('pigment.dilutionUnit')}
      range={DILUTION_RANGE}
      value={session.dilution}
      note={note ?? t('pigment.dilutionHelp')}
      onDraft={(dilution) => {
        onDraft({ dilution });
      }}
      onCommit={(dilution) => {
        onCommit({ dilution: Math.round(dilution) });
      }}
    />
  );
}
