import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LUDWIG_STAGES, NORWOOD_STAGES, type Case, type HairLoss } from '../../../core/design/case';
import { MONEY_RANGE, PRICE_BASES, priceStage, TAX_RANGE } from '../../../core/plan/price';
import type { CasePlan } from '../../flows/report/planOf';
import { priceOf, priceRows } from '../../flows/report/reportWords';
import { clinicStore, CURRENCIES, setPrices, type Clinic } from '../../state/clinic';
import { commit } from '../../state/caseStore';
import { Check } from '../dialogs/Check';
import dialogs from '../dialogs/Dialogs.module.css';
import { Choice } from '../inspector/Choice';
import { MoneyField } from './MoneyField';
import styles from './PlanSheet.module.css';
import { useClinic } from './useClinic';

interface PriceSectionProps {
  readonly of: Case;
  readonly plan: CasePlan;
}

/** The clinic's own figures, and what they come to for this plan: always an estimate. */
export function PriceSection({ of, plan }: PriceSectionProps) {
  const { t } = useTranslation();
  const clinic = useClinic();
  const { prices, currency } = clinic;
  return (
    <section className={styles.section}>
      <h3>{t('sheet.price.title')}</h3>
      <RadioGroup
        aria-label={t('sheet.price.basis')}
        className={dialogs.options ?? ''}
        value={prices.basis}
        onChange={(value) => {
          const basis = PRICE_BASES.find((each) => each === value);
          if (basis !== undefined) setPrices({ basis });
        }}
      >
        {PRICE_BASES.map((basis) => (
          <RadioField key={basis} value={basis}>
            <RadioButton className={dialogs.option ?? ''}>{t(`sheet.price.bases.${basis}`)}</RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <div className={styles.fields}>
        {prices.basis === 'stage' ? <StageChoice hairLoss={of.client.hairLoss} /> : null}
        <BasisField clinic={clinic} hairLoss={of.client.hairLoss} />
        <Choice
          name={t('sheet.price.currency')}
          value={currency}
          options={[...new Set([currency, ...CURRENCIES])].map((code) => ({ value: code, name: code }))}
          onChange={(code) => {
            clinicStore.setState({ currency: code });
          }}
        />
        <MoneyField
          name={t('sheet.price.taxPercent')}
          unit="%"
          value={prices.taxPercent}
          range={TAX_RANGE}
          onCommit={(taxPercent) => {
            if (taxPercent !== null) setPrices({ taxPercent });
          }}
        />
        {prices.taxPercent === 0 ? null : <TaxIncluded included={prices.taxIncluded} />}
      </div>
      <Estimate of={of} plan={plan} clinic={clinic} />
    </section>
  );
}

function BasisField({ clinic, hairLoss }: { readonly clinic: Clinic; readonly hairLoss: HairLoss | null }) {
  const { t } = useTranslation();
  const { prices, currency } = clinic;
  const field = { unit: currency, range: MONEY_RANGE, mayBeEmpty: true };
  switch (prices.basis) {
    case 'area':
      return (
        <MoneyField
          {...field}
          name={t('sheet.price.perCm2')}
          value={prices.perCm2}
          onCommit={(perCm2) => {
            setPrices({ perCm2 });
          }}
        />
      );
    case 'session':
      return (
        <MoneyField
          {...field}
          name={t('sheet.price.perSession')}
          value={prices.perSession}
          onCommit={(perSession) => {
            setPrices({ perSession });
          }}
        />
      );
    case 'stage': {
      if (hairLoss === null) return null;
      const stage = priceStage(hairLoss);
      return (
        <MoneyField
          {...field}
          key={stage}
          name={t('sheet.price.perStage', { stage: t(`sheet.stages.${hairLoss.scale}`, { stage: hairLoss.stage }) })}
          value={prices.perStage[stage] ?? null}
          onCommit={(amount) => {
            const others = Object.entries(prices.perStage).filter(([each]) => each !== stage);
            setPrices({ perStage: Object.fromEntries(amount === null ? others : [...others, [stage, amount]]) });
          }}
        />
      );
    }
    default:
      return prices.basis satisfies never;
  }
}

const STAGES: readonly HairLoss[] = [
  ...NORWOOD_STAGES.map((stage) => ({ scale: 'norwood' as const, stage })),
  ...LUDWIG_STAGES.map((stage) => ({ scale: 'ludwig' as const, stage })),
];

function StageChoice({ hairLoss }: { readonly hairLoss: HairLoss | null }) {
  const { t } = useTranslation();
  return (
    <Choice
      name={t('sheet.price.stage')}
      value={hairLoss === null ? '' : priceStage(hairLoss)}
      options={[
        { value: '', name: t('sheet.price.stageNone') },
        ...STAGES.map((each) => ({
          value: priceStage(each),
          name: t(`sheet.stages.${each.scale}`, { stage: each.stage }),
        })),
      ]}
      onChange={(value) => {
        commit({ type: 'setClient', client: { hairLoss: STAGES.find((each) => priceStage(each) === value) ?? null } });
      }}
    />
  );
}

function TaxIncluded({ included }: { readonly included: boolean }) {
  const { t } = useTranslation();
  return (
    <Check
      name={t('sheet.price.taxIncluded')}
      checked={included}
      onChange={(taxIncluded) => {
        setPrices({ taxIncluded });
      }}
    />
  );
}

function Estimate({ of, plan, clinic }: PriceSectionProps & { readonly clinic: Clinic }) {
  const { t } = useTranslation();
  const price = priceOf(of, plan, clinic);
  if (!price.ok) return <p className={styles.quiet}>{t(`sheet.price.${price.error.kind}`)}</p>;
  const rows = priceRows(price.value, clinic, of);
  return (
    <>
      <dl className={styles.facts} aria-label={t('sheet.price.title')}>
        {rows.map(([name, sum]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{sum}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>
        {t('sheet.price.estimate')} {t('sheet.price.own')}
      </p>
    </>
  );
}
