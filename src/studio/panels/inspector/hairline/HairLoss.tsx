import { useEffect, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LUDWIG_STAGES, NORWOOD_STAGES, type HairLoss as Stage } from '../../../../core/design/case';
import { stagesAfter } from '../../../../core/head/guides/hairLoss';
import { stageName } from '../../../canvas/overlay/drawHairLoss';
import { commit } from '../../../state/caseStore';
import { setAids } from '../../../state/sessionStore';
import { useCase, useSession } from '../../../state/useStores';
import { Choice } from '../Choice';
import { StageDrawing } from './HairLossDrawing';
import { Part } from '../FoldingPart';
import styles from './HairlineSection.module.css';
import inspector from '../Inspector.module.css';

const SCALES = ['norwood', 'ludwig'] as const;

const stagesOf = (scale: Stage['scale']): readonly Stage[] =>
  scale === 'norwood'
    ? NORWOOD_STAGES.map((stage) => ({ scale, stage }))
    : LUDWIG_STAGES.map((stage) => ({ scale, stage }));

const same = (a: Stage | null, b: Stage | null): boolean => a?.scale === b?.scale && a?.stage === b?.stage;

/** The client's stage, and what the next ones would leave around the design. */
export function HairLoss() {
  const { t } = useTranslation();
  const noted = useCase((of) => of?.client.hairLoss ?? null);
  const [scale, setScale] = useState<Stage['scale']>(noted?.scale ?? 'norwood');
  return (
    <Part name={t('hairLoss.name')} figure={noted === null ? undefined : stageName(noted)}>
      <Choice
        name={t('hairLoss.scale')}
        value={scale}
        options={SCALES.map((value) => ({ value, name: t(`hairLoss.scales.${value}`) }))}
        onChange={setScale}
      />
      <div className={styles.stages}>
        {stagesOf(scale).map((stage) => (
          <ToggleButton
            key={stage.stage}
            className={styles.stage ?? ''}
            aria-label={stageName(stage)}
            isSelected={same(noted, stage)}
            onChange={(chosen) => {
              commit({ type: 'setClient', client: { hairLoss: chosen ? stage : null } });
              setAids({ lossPreview: null });
            }}
          >
            <StageDrawing stage={stage} />
            {stage.stage === '3v' ? t('hairLoss.threeVertex') : stage.stage}
          </ToggleButton>
        ))}
      </div>
      <Course noted={noted} scale={scale} />
    </Part>
  );
}

/** A stage to come, shown on the canvas while it is chosen. */
function Course({ noted, scale }: { readonly noted: Stage | null; readonly scale: Stage['scale'] }) {
  const { t } = useTranslation();
  const shown = useSession((state) => state.aids.lossPreview);
  useEffect(
    () => () => {
      setAids({ lossPreview: null });
    },
    [],
  );
  const next = noted?.scale === scale ? stagesAfter(noted) : stagesOf(scale);
  return (
    <>
      <Choice
        name={t('hairLoss.course')}
        value={shown === null || shown.scale !== scale ? '' : shown.stage}
        options={[
          { value: '', name: t('hairLoss.today') },
          ...next.map((stage) => ({ value: stage.stage, name: stageName(stage) })),
        ]}
        onChange={(value) => {
          setAids({ lossPreview: next.find(({ stage }) => stage === value) ?? null });
        }}
      />
      <p className={inspector.quiet}>{t('hairLoss.estimate')}</p>
    </>
  );
}
