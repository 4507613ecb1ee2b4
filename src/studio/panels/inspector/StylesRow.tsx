import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../core/design/case';
import { hairlineOn } from '../../../core/design/edits';
import type { StyleOptions } from '../../../core/head/styles/placeStyle';
import { STYLE_IDS, type StyleId } from '../../../core/head/styles/style';
import { STYLES } from '../../../core/head/styles/styles';
import { caseStore, commit } from '../../state/caseStore';
import { sessionStore, setAids } from '../../state/sessionStore';
import { useCase, useSession } from '../../state/useStores';
import { NumberSlider } from '../controls/NumberSlider';
import { Choice } from './Choice';
import { Switch } from './HairlineSectionSwitch';
import styles from './Inspector.module.css';
import { styleEdit } from './styleEdits';

/** Heights from women's lowest to a line that stands far back; our choice about the 6–9 cm that are taught. */
const HEIGHT_RANGE = { min: 50, max: 100, step: 1 } as const;

/** A style is placed by one tap; while its handles stand untouched its options go on to shape it. */
export function StylesRow({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation();
  const points = useCase((of) => (of === null ? undefined : hairlineOn(of, photo.id)?.points));
  const { style, styleOptions } = useSession((state) => state.aids);
  const [problem, setProblem] = useState<string | null>(null);
  const standing = style !== null && style.points === points ? style.id : null;

  const place = (id: StyleId, options: StyleOptions): void => {
    const placed = placeOn(photo, id, options);
    setProblem(placed === null ? null : t(`styles.problem.${placed}`));
  };
  const change = (options: Partial<StyleOptions>): void => {
    const next = { ...styleOptions, ...options };
    sessionStore.setState({ draft: null });
    setAids({ styleOptions: next });
    if (standing !== null) place(standing, next);
  };
  const height = styleOptions.heightMm ?? STYLES[standing ?? 'natural'].heightMm;
  return (
    <>
      <Choice
        name={t('styles.name')}
        value={standing ?? ''}
        options={[
          { value: '', name: t(points === undefined ? 'styles.none' : 'styles.own') },
          ...STYLE_IDS.map((id) => ({ value: id, name: t(`styles.${id}`) })),
        ]}
        onChange={(id) => {
          if (id !== '') place(id, styleOptions);
        }}
      />
      {problem === null ? null : (
        <p role="status" className={styles.warning}>
          {problem}
        </p>
      )}
      <Switch
        name={t('styles.templePoints')}
        on={styleOptions.templePoints}
        onChange={(templePoints) => {
          change({ templePoints });
        }}
      />
      <Switch
        name={t('styles.sideburns')}
        on={styleOptions.sideburns}
        onChange={(sideburns) => {
          change({ sideburns });
        }}
      />
      {standing === null ? null : (
        <NumberSlider
          name={t('styles.heightWanted')}
          unit="mm"
          range={{ ...HEIGHT_RANGE, default: STYLES[standing].heightMm }}
          value={height}
          onDraft={(heightMm) => {
            draftOn(photo, standing, { ...styleOptions, heightMm });
          }}
          onCommit={(heightMm) => {
            change({ heightMm });
          }}
        />
      )}
    </>
  );
}

/** Null when it stands; else why it does not, and the line stays as it was. */
function placeOn(photo: Photo, id: StyleId, options: StyleOptions): string | null {
  const of = caseStore.getState().case;
  if (of === null) return null;
  const edit = styleEdit(of, photo, id, options, crypto.randomUUID());
  if (!edit.ok) return edit.error.kind;
  commit(edit.value);
  const after = caseStore.getState().case;
  const points = after === null ? undefined : hairlineOn(after, photo.id)?.points;
  setAids({ style: points === undefined ? null : { id, points } });
  return null;
}

/** While the slider is dragged the line shows where it would stand. */
function draftOn(photo: Photo, id: StyleId, options: StyleOptions): void {
  const of = caseStore.getState().case;
  const edit = of === null ? null : styleEdit(of, photo, id, options, 'style');
  if (edit?.ok === true) sessionStore.setState({ draft: edit.value });
}
