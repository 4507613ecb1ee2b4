import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../../core/design/case';
import { hairlineOn } from '../../../../core/design/edits';
import type { StyleOptions } from '../../../../core/head/styles/placeStyle';
import { STYLE_IDS, type StyleId } from '../../../../core/head/styles/style';
import { STYLES } from '../../../../core/head/styles/styles';
import { offerHair } from '../../../flows/reading/hairFlow';
import { caseStore, commit } from '../../../state/caseStore';
import { placedAs } from '../../../state/designAids';
import { sessionStore, setAids } from '../../../state/sessionStore';
import { useCase, useSession } from '../../../state/useStores';
import { NumberSlider } from '../../controls/NumberSlider';
import { Choice } from '../Choice';
import { Switch } from '../../controls/Switch';
import styles from '../Inspector.module.css';
import { styleEdit } from './styleEdits';

/** Heights from women's lowest to a line that stands far back; our choice about the 6–9 cm that are taught. */
const HEIGHT_RANGE = { min: 50, max: 100, step: 1 } as const;

/** A style is placed by one tap; while its handles stand untouched its options go on to shape it. */
export function StylesRow({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation();
  const points = useCase((of) => (of === null ? undefined : hairlineOn(of, photo.id)?.points));
  const wanted = useSession((state) => state.aids.styleOptions);
  const [problem, setProblem] = useState<string | null>(null);
  const standing = points === undefined ? undefined : placedAs.get(points);
  const options = standing?.options ?? wanted;

  const place = (id: StyleId, next: StyleOptions): void => {
    const refused = placeOn(photo, id, next);
    setProblem(refused === null ? null : t(`styles.problem.${refused}`));
  };
  const change = (changed: Partial<StyleOptions>): void => {
    const next = { ...options, ...changed };
    sessionStore.setState({ draft: null });
    setAids({ styleOptions: { ...next, heightMm: null } });
    if (standing !== undefined) place(standing.id, next);
  };
  return (
    <>
      <Choice
        name={t('styles.name')}
        value={standing?.id ?? ''}
        options={[
          { value: '', name: t(points === undefined ? 'styles.none' : 'styles.own') },
          ...STYLE_IDS.map((id) => ({ value: id, name: t(`styles.${id}`) })),
        ]}
        onChange={(id) => {
          // A style comes at its own height.
          if (id === '') return;
          place(id, { ...options, heightMm: null });
          void offerHair();
        }}
      />
      {problem === null ? null : (
        <p role="status" className={styles.warning}>
          {problem}
        </p>
      )}
      <Switch
        name={t('styles.templePoints')}
        on={options.templePoints}
        onChange={(templePoints) => {
          change({ templePoints });
        }}
      />
      <Switch
        name={t('styles.sideburns')}
        on={options.sideburns}
        onChange={(sideburns) => {
          change({ sideburns });
        }}
      />
      {standing === undefined ? null : (
        <NumberSlider
          name={t('styles.heightWanted')}
          unit="mm"
          range={{ ...HEIGHT_RANGE, default: STYLES[standing.id].heightMm }}
          value={options.heightMm ?? STYLES[standing.id].heightMm}
          onDraft={(heightMm) => {
            draftOn(photo, standing.id, { ...options, heightMm });
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
  return null;
}

/** While the slider is dragged the line shows where it would stand. */
function draftOn(photo: Photo, id: StyleId, options: StyleOptions): void {
  const of = caseStore.getState().case;
  const edit = of === null ? null : styleEdit(of, photo, id, options, 'style');
  if (edit?.ok === true) sessionStore.setState({ draft: edit.value });
}
