import {
  Copy,
  FlipHorizontal2,
  Minus,
  Plus,
  SquaresExclude,
  SquaresIntersect,
  SquaresUnite,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Area } from '../../../../core/design/area';
import { activePhoto } from '../../../../core/design/edits';
import type { Result } from '../../../../core/result';
import {
  combineAreas,
  duplicateAreas,
  growAreas,
  mirrorAreas,
  type AreaProblem,
} from '../../../../core/tools/area/areaActions';
import { together } from '../../../../core/tools/area/areaEdit';
import { chooseAreas } from '../../../canvas/toolDesk';
import { caseStore, commit } from '../../../state/caseStore';
import { formatNumber } from '../../../texts/texts';
import { IconButton } from '../../controls/IconButton';
import styles from './Areas.module.css';

const newId = (): string => crypto.randomUUID();
/** One press grows or shrinks by so much; our choice. */
const GROW_MM = 1;

const COMBINATIONS = [
  { operation: 'union', icon: SquaresUnite },
  { operation: 'subtract', icon: SquaresExclude },
  { operation: 'intersect', icon: SquaresIntersect },
] as const;

/** What can be done with the chosen areas; why something can't be stands below. */
export function AreaActions({ chosen }: { readonly chosen: readonly Area[] }) {
  const { t } = useTranslation();
  const ids = chosen.map(({ id }) => id);
  const [problem, setProblem] = useState<{ readonly of: string; readonly sentence: string } | null>(null);
  const shown = problem?.of === ids.join() ? problem.sentence : null;
  const outlined = chosen.every((area) => area.kind === 'zone' || area.kind === 'exclusion' || area.kind === 'hair');
  const copied = chosen.every((area) => area.kind !== 'hairline');

  const run = (act: (desk: NonNullable<ReturnType<typeof deskNow>>) => Result<Done, AreaProblem> | null): void => {
    const desk = deskNow();
    const done = desk === null ? null : act(desk);
    if (done === null) return;
    if (!done.ok) {
      setProblem({ of: ids.join(), sentence: t(`areas.problem.${done.error.kind}`, figuresOf(done.error)) });
      return;
    }
    setProblem(null);
    commit(done.value.edit);
    chooseAreas(done.value.select);
  };

  return (
    <div className={styles.actions} role="toolbar" aria-label={t('areas.actions')}>
      {copied ? (
        <>
          <IconButton
            icon={Copy}
            name={t('areas.duplicate')}
            onPress={() => {
              run((desk) => asResult(duplicateAreas(desk, ids, newId)));
            }}
          />
          <IconButton
            icon={FlipHorizontal2}
            name={t('areas.mirror')}
            onPress={() => {
              run((desk) => mirrorAreas(desk, ids, newId));
            }}
          />
        </>
      ) : null}
      {outlined ? (
        <>
          <IconButton
            icon={Plus}
            name={t('areas.grow')}
            onPress={() => {
              run((desk) => growAreas(desk, ids, GROW_MM));
            }}
          />
          <IconButton
            icon={Minus}
            name={t('areas.shrink')}
            onPress={() => {
              run((desk) => growAreas(desk, ids, -GROW_MM));
            }}
          />
        </>
      ) : null}
      {outlined && chosen.length === 2
        ? COMBINATIONS.map(({ operation, icon }) => (
            <IconButton
              key={operation}
              icon={icon}
              name={t(`areas.combine.${operation}`)}
              onPress={() => {
                run((desk) => combineAreas(desk, ids, operation));
              }}
            />
          ))
        : null}
      <span className={styles.space} />
      <IconButton
        icon={Trash2}
        name={t('areas.delete')}
        isDisabled={chosen.every(({ locked }) => locked)}
        onPress={() => {
          const edit = together(
            chosen.filter(({ locked }) => !locked).map(({ id }) => ({ type: 'removeArea', areaId: id })),
          );
          if (edit !== null) run(() => asResult({ edit, select: [] }));
        }}
      />
      <p role="status" className={styles.problem} hidden={shown === null}>
        {shown ?? ''}
      </p>
    </div>
  );
}

interface Done {
  readonly edit: Parameters<typeof commit>[0];
  readonly select: readonly string[];
}

const asResult = (done: Done | null): Result<Done, AreaProblem> | null =>
  done === null ? null : { ok: true, value: done };

function deskNow() {
  const of = caseStore.getState().case;
  const photo = of === null ? undefined : activePhoto(of);
  return of === null || photo === undefined ? null : { case: of, photo };
}

function figuresOf(problem: AreaProblem): Record<string, string> {
  if (problem.kind !== 'tooSmall') return {};
  return { cm2: formatNumber(problem.cm2, 2), least: formatNumber(problem.leastCm2, 2) };
}
