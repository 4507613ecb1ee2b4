import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { DILUTION_RANGE } from '../../../../core/pigment/colour/dilution';
import { absorptionOf, mix, PALETTE, swatchOf } from '../../../../core/pigment/colour/pigments';
import { swatchSkin } from '../../../../core/pigment/skin/swatchSkin';
import { NumberSlider } from '../../controls/NumberSlider';
import { Choice } from '../Choice';
import { choosePigment, pigmentName, useOffered } from './ownPigmentEdits';
import { cssOf, Swatch } from './Swatch';
import styles from './Pigment.module.css';
import { draft, keep, set, type TreatmentProps } from '../plan/treatmentEdits';

/** The share that a mixture starts from. */
const HALF = 0.5;

/** Every pigment as it looks in this client's skin at the dilution chosen, and the mixture of two. */
export function Palette({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  const { pigment, plan, healing } = treatment;
  const offered = useOffered(treatment);
  const dilution = plan.sessions.at(-1)?.dilution ?? DILUTION_RANGE.default;
  const skin = swatchSkin(healing.skin.type);
  const bottles = [...PALETTE, ...offered].map(({ id, absorption }) => ({
    id,
    absorption,
    name: pigmentName(id, offered),
  }));
  const first = pigment.kind === 'mix' ? pigment.firstId : pigment.pigmentId;
  const second = pigment.kind === 'mix' ? pigment.secondId : null;
  const share = pigment.kind === 'mix' ? pigment.share : HALF;
  const choose = (firstId: string, secondId: string | null): void => {
    choosePigment(
      treatment,
      offered,
      secondId === null ? { kind: 'single', pigmentId: firstId } : { kind: 'mix', firstId, secondId, share },
    );
  };
  return (
    <>
      <RadioGroup
        aria-label={t('pigment.pigment')}
        className={styles.palette ?? ''}
        value={first}
        onChange={(id) => {
          choose(id, second === id ? null : second);
        }}
      >
        {bottles.map(({ id, absorption, name }) => (
          <RadioField key={id} value={id} className={styles.cell ?? ''}>
            <RadioButton className={styles.bottle ?? ''}>
              <Swatch absorption={absorption} dilution={dilution} skin={skin} />
              <span className={styles.bottleName}>{name}</span>
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <Choice
        name={t('pigment.second')}
        value={second ?? ''}
        options={[
          { value: '', name: t('pigment.none') },
          ...bottles.filter(({ id }) => id !== first).map(({ id, name }) => ({ value: id, name })),
        ]}
        onChange={(id) => {
          choose(first, id === '' ? null : id);
        }}
      />
      {pigment.kind === 'mix' ? <Mixture treatment={treatment} dilution={dilution} /> : null}
    </>
  );
}

function Mixture({ treatment, dilution }: TreatmentProps & { readonly dilution: number }) {
  const { t } = useTranslation();
  const { pigment, ownPigments, healing } = treatment;
  const offered = useOffered(treatment);
  if (pigment.kind !== 'mix') return null;
  const first = absorptionOf({ kind: 'single', pigmentId: pigment.firstId }, ownPigments);
  const second = absorptionOf({ kind: 'single', pigmentId: pigment.secondId }, ownPigments);
  if (!first.ok || !second.ok) return null;
  const skin = swatchSkin(healing.skin.type);
  const ramp = [0, 0.25, 0.5, 0.75, 1].map((share) =>
    cssOf(swatchOf(mix(first.value, second.value, share), dilution, skin)),
  );
  const edit = (percent: number) => set({ pigment: { ...pigment, share: Math.round(percent) / 100 } });
  return (
    <div className={styles.mixture}>
      <div
        className={styles.ramp}
        aria-hidden
        style={{ background: `linear-gradient(to right, ${ramp.join(', ')})` }}
      />
      <div className={styles.ends} aria-hidden>
        <span>{pigmentName(pigment.firstId, offered)}</span>
        <span>{pigmentName(pigment.secondId, offered)}</span>
      </div>
      <NumberSlider
        name={t('pigment.share')}
        unit="%"
        range={{ min: 5, max: 95, step: 5, default: HALF * 100 }}
        value={Math.round(pigment.share * 100)}
        note={t('pigment.mixHelp')}
        onDraft={(percent) => {
          draft(edit(percent));
        }}
        onCommit={(percent) => {
          keep(edit(percent));
        }}
      />
    </div>
  );
}
