import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Design } from '../../../../core/design/case';
import { activeDesign, type CaseEdit } from '../../../../core/design/edits';
import { FILL_RANGES, type FillRange } from '../../../../core/design/fillRanges';
import { DEFINED_EDGE, MEDIUM_EDGE, SOFT_EDGE } from '../../../../core/head/styles/styles';
import type { StyleEdge } from '../../../../core/head/styles/style';
import { commit } from '../../../state/caseStore';
import { sessionStore } from '../../../state/sessionStore';
import { useCaseWithDraft } from '../../../state/useStores';
import { NumberSlider } from '../../controls/NumberSlider';
import { EDGE_FIELDS, EDGE_RANGES } from './edgeRanges';
import { EdgeDrawing } from './EdgeSection';
import { Part } from '../FoldingPart';
import styles from './HairlineSection.module.css';
import inspector from '../Inspector.module.css';
import { edgeEdits } from './styleEdits';

const PRESETS = { soft: SOFT_EDGE, medium: MEDIUM_EDGE, defined: DEFINED_EDGE } as const;
const PRESET_IDS = ['soft', 'medium', 'defined'] as const;

/** How the hairline begins, with a cut through it that follows every figure. */
export function Edge() {
  const { t } = useTranslation();
  const fill = useCaseWithDraft((of) => (of === null ? undefined : activeDesign(of)?.fill));
  const edge = useCaseWithDraft((of) => (of === null ? undefined : activeDesign(of)?.edge));
  const seed = useCaseWithDraft((of) => (of === null ? undefined : activeDesign(of)?.seed));
  if (fill === undefined || edge === undefined || seed === undefined) return null;
  return (
    <Part name={t('edge.name')} open>
      <div className={styles.presets}>
        {PRESET_IDS.map((id) => (
          <ToggleButton
            key={id}
            className={styles.preset ?? ''}
            isSelected={isEdge(fill, edge, PRESETS[id])}
            onChange={() => {
              commit({ type: 'together', edits: edgeEdits(PRESETS[id]) });
            }}
          >
            {t(`edge.${id}`)}
          </ToggleButton>
        ))}
      </div>
      <EdgeDrawing fill={fill} edge={edge} seed={seed} />
      <p className={inspector.quiet}>{t('edge.legend')}</p>
      <EdgeSlider
        name={t('edge.softEdgeMm')}
        unit="mm"
        range={FILL_RANGES.softEdgeMm}
        value={fill.softEdgeMm}
        edit={(softEdgeMm) => ({ type: 'setFill', fill: { softEdgeMm } })}
      />
      {EDGE_FIELDS.map((field) => (
        <EdgeSlider
          key={field}
          name={t(`edge.${field}`)}
          unit={field.endsWith('Mm') ? 'mm' : ''}
          range={EDGE_RANGES[field]}
          value={edge[field]}
          edit={(value) => ({ type: 'setEdge', edge: { [field]: value } })}
        />
      ))}
    </Part>
  );
}

const isEdge = (fill: Design['fill'], edge: Design['edge'], preset: StyleEdge): boolean =>
  fill.softEdgeMm === preset.softEdgeMm && EDGE_FIELDS.every((field) => edge[field] === preset[field]);

function EdgeSlider(props: {
  readonly name: string;
  readonly unit: string;
  readonly range: FillRange;
  readonly value: number;
  readonly edit: (value: number) => CaseEdit;
}) {
  const { edit, range, ...rest } = props;
  const onStep = (value: number): number => Number((Math.round(value / range.step) * range.step).toFixed(3));
  return (
    <NumberSlider
      {...rest}
      range={range}
      onDraft={(value) => {
        sessionStore.setState({ draft: edit(onStep(value)) });
      }}
      onCommit={(value) => {
        sessionStore.setState({ draft: null });
        commit(edit(onStep(value)));
      }}
    />
  );
}
