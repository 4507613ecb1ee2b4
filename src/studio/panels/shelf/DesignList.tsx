import { Columns3, Copy, Heart, Plus, Trash2 } from 'lucide-react';
import { useContext, useId } from 'react';
import { Button, OverlayTriggerStateContext } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Design } from '../../../core/design/case';
import {
  chooseDesign,
  deleteDesign,
  duplicateDesign,
  setDesignCard,
  showDesign,
  startDesign,
} from '../../flows/cases/designs';
import { openCompare } from '../../flows/compare/compareFlow';
import { useCase } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import lists from '../controls/List.module.css';
import { IconButton, IconToggle } from '../controls/IconButton';
import { LateField } from '../controls/LateField';
import styles from './Shelf.module.css';

/** The designs of a case: one is worked on, one may be what the client has decided for. */
export function DesignList() {
  const { t } = useTranslation();
  const shelf = useContext(OverlayTriggerStateContext);
  const designs = useCase((of) => of?.designs ?? NONE);
  return (
    <>
      <div className={styles.head}>
        <h2>{t('designs.title')}</h2>
        <Button
          className={controls.button ?? ''}
          isDisabled={designs.length < 2}
          onPress={() => {
            shelf?.close();
            openCompare();
          }}
        >
          <Columns3 size={18} aria-hidden />
          {t('designs.compare')}
        </Button>
      </div>
      <ul className={lists.rows} aria-label={t('designs.title')}>
        {designs.map((design) => (
          <DesignRow key={design.id} design={design} isOnly={designs.length === 1} />
        ))}
      </ul>
      <div className={styles.foot}>
        <Button className={controls.button ?? ''} onPress={startDesign}>
          <Plus size={18} aria-hidden />
          {t('designs.new')}
        </Button>
      </div>
      {designs.length === 1 ? <p className={styles.quiet}>{t('designs.help')}</p> : null}
    </>
  );
}

const NONE: readonly Design[] = [];

function DesignRow({ design, isOnly }: { readonly design: Design; readonly isOnly: boolean }) {
  const { t } = useTranslation();
  const active = useCase((of) => of?.activeDesignId === design.id);
  const chosen = useCase((of) => of?.chosenDesignId === design.id);
  const { id, name } = design;
  return (
    <li className={styles.item} data-active={active}>
      <div className={styles.row}>
        <Button
          className={styles.open ?? ''}
          aria-current={active}
          onPress={() => {
            showDesign(id);
          }}
        >
          <span className={styles.names}>
            <strong>{t('designs.name', { name })}</strong>
            {chosen ? <span>{t('designs.chosen')}</span> : null}
          </span>
        </Button>
        <IconToggle
          icon={Heart}
          name={t('designs.choose', { name })}
          isSelected={chosen}
          onChange={() => {
            chooseDesign(id);
          }}
        />
        <IconButton
          icon={Copy}
          name={t('designs.duplicate', { name })}
          onPress={() => {
            duplicateDesign(id);
          }}
        />
        <IconButton
          icon={Trash2}
          name={t('designs.delete', { name })}
          isDisabled={isOnly}
          onPress={() => {
            deleteDesign(id);
          }}
        />
      </div>
      {active ? <DesignCard design={design} /> : null}
    </li>
  );
}

function DesignCard({ design }: { readonly design: Design }) {
  const { t } = useTranslation();
  const ids = useId();
  return (
    <div className={styles.card}>
      <label htmlFor={`${ids}name`}>{t('designs.nameField')}</label>
      <LateField
        id={`${ids}name`}
        maxLength={60}
        value={design.name}
        onCommit={(name) => {
          if (name.trim() !== '') setDesignCard(design.id, { name: name.trim() });
        }}
      />
      <label htmlFor={`${ids}notes`}>{t('designs.notes')}</label>
      <LateField
        id={`${ids}notes`}
        isLong
        maxLength={10_000}
        value={design.notes}
        onCommit={(notes) => {
          setDesignCard(design.id, { notes });
        }}
      />
    </div>
  );
}
