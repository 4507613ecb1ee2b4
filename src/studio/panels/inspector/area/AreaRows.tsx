import { Contrast, RotateCcw } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ZONE_PURPOSES, type Area, type ScarArea, type ZoneArea } from '../../../../core/design/area';
import type { Case, Design } from '../../../../core/design/case';
import { activeDesign } from '../../../../core/design/edits';
import { FILL_RANGES, type FillRange } from '../../../../core/design/fillRanges';
import type { PigmentChoice } from '../../../../core/design/treatment';
import { PURPOSE_DEFAULTS } from '../../../../core/design/zonePurposes';
import { PALETTE } from '../../../../core/pigment/colour/pigments';
import { matchScarArea } from '../../../flows/reading/scarFlow';
import { commit } from '../../../state/caseStore';
import { sessionStore } from '../../../state/sessionStore';
import controls from '../../controls/Controls.module.css';
import { IconButton } from '../../controls/IconButton';
import { LateField } from '../../controls/LateField';
import { NumberSlider } from '../../controls/NumberSlider';
import styles from './Areas.module.css';
import { CraftSlider } from './CraftSlider';
import { useAreaName } from './areaName';
import { Choice } from '../Choice';

const put = (area: Area): void => {
  sessionStore.setState({ draft: null });
  commit({ type: 'putArea', area });
};

const show = (area: Area): void => {
  sessionStore.setState({ draft: { type: 'putArea', area } });
};

/** What makes an area differ from the design: live while dragging, one undo step on release. */
export function AreaRows({ area, of }: { readonly area: Area; readonly of: Case }) {
  const { t } = useTranslation();
  const design = activeDesign(of);
  const name = useAreaName();
  if (design === undefined) return null;
  return (
    <div className={styles.rows}>
      <div className={styles.naming}>
        <label htmlFor="areaName">{t('areas.name')}</label>
        <LateField
          id="areaName"
          value={area.name === '' ? name(area, of) : area.name}
          maxLength={200}
          onCommit={(typed) => {
            put({ ...area, name: typed.trim() });
          }}
        />
      </div>
      {area.kind === 'zone' ? <ZoneRows area={area} /> : null}
      {area.kind === 'scar' ? <ScarRows area={area} /> : null}
      {area.kind === 'exclusion' ? (
        <Row name="edgeMm" value={area.edgeMm} change={(edgeMm) => ({ ...area, edgeMm })} />
      ) : null}
      {area.kind === 'hair' ? (
        <Row name="blendMm" value={area.blendMm} change={(blendMm) => ({ ...area, blendMm })} />
      ) : null}
      {area.kind === 'exclusion' || area.kind === 'hair' ? null : <FillRows area={area} design={design} />}
    </div>
  );
}

function ZoneRows({ area }: { readonly area: ZoneArea }) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        name={t('areas.purpose')}
        value={area.purpose}
        options={ZONE_PURPOSES.map((value) => ({ value, name: t(`areas.purposes.${value}`) }))}
        onChange={(purpose) => {
          put({ ...area, ...PURPOSE_DEFAULTS[purpose], purpose });
        }}
      />
      <Row name="edgeMm" value={area.edgeMm} change={(edgeMm) => ({ ...area, edgeMm })} />
    </>
  );
}

function ScarRows({ area }: { readonly area: ScarArea }) {
  const { t } = useTranslation();
  return (
    <>
      <Row name="widthMm" value={area.widthMm} change={(widthMm) => ({ ...area, widthMm })} />
      <Row name="blendMm" value={area.blendMm} change={(blendMm) => ({ ...area, blendMm })} />
      <Row
        name="retention"
        value={area.retention}
        change={(retention) => ({ ...area, retention })}
        note={t('areas.retentionHelp')}
      />
      <Row
        name="extraSessions"
        value={area.extraSessions}
        change={(extraSessions) => ({ ...area, extraSessions })}
        note={t('areas.extraSessionsHelp')}
      />
      <Button className={controls.button ?? ''} onPress={() => void matchScarArea(area)}>
        <Contrast size={18} aria-hidden />
        {t('areas.scarMatch.action')}
      </Button>
    </>
  );
}

type RowProps = Pick<ComponentProps<typeof CraftSlider>, 'name' | 'value' | 'note'> & {
  readonly change: (value: number) => Area;
};

function Row({ change, ...rest }: RowProps) {
  return (
    <CraftSlider
      {...rest}
      onDraft={(value) => {
        show(change(value));
      }}
      onCommit={(value) => {
        put(change(value));
      }}
    />
  );
}

type FilledArea = Extract<Area, { readonly perCm2: number | null }>;

function FillRows({ area, design }: { readonly area: FilledArea; readonly design: Design }) {
  const { t } = useTranslation();
  return (
    <>
      <Own field="perCm2" range={FILL_RANGES.perCm2} area={area} design={design} />
      <Own field="dotSizeMm" range={FILL_RANGES.dotSizeMm} area={area} design={design} />
      <Choice
        name={t('areas.pigment')}
        value={area.pigment?.kind === 'single' ? area.pigment.pigmentId : area.pigment === null ? '' : 'mix'}
        options={[
          { value: '', name: t('areas.asDesign') },
          ...(area.pigment?.kind === 'mix' ? [{ value: 'mix', name: t('areas.mix') }] : []),
          ...PALETTE.map(({ id }) => ({ value: id, name: t(`pigment.names.${id}`) })),
          ...design.treatment.ownPigments.map(({ id, name }) => ({ value: id, name })),
        ]}
        onChange={(pigmentId) => {
          if (pigmentId === 'mix') return;
          const pigment: PigmentChoice | null = pigmentId === '' ? null : { kind: 'single', pigmentId };
          put({ ...area, pigment });
        }}
      />
    </>
  );
}

/** A figure of the design's fill that the area may have of its own; beside it the way back. */
function Own(props: {
  readonly field: 'perCm2' | 'dotSizeMm';
  readonly range: FillRange;
  readonly area: FilledArea;
  readonly design: Design;
}) {
  const { t } = useTranslation();
  const { field, range, area, design } = props;
  const own = area[field];
  return (
    <div className={styles.own}>
      <NumberSlider
        name={t(`areas.own.${field}`)}
        unit={t(`dots.units.${field}`)}
        range={{ ...range, default: design.fill[field] }}
        value={own ?? design.fill[field]}
        onDraft={(value) => {
          show({ ...area, [field]: value });
        }}
        onCommit={(value) => {
          put({ ...area, [field]: value });
        }}
      />
      {own === null ? null : (
        <IconButton
          icon={RotateCcw}
          name={t('areas.backToDesign', { name: t(`areas.own.${field}`) })}
          onPress={() => {
            put({ ...area, [field]: null });
          }}
        />
      )}
    </div>
  );
}
