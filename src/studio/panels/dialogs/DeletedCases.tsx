import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeletedCase } from '../../flows/cases/cases';
import { formatDate, formatNumber } from '../../texts/texts';
import controls from '../controls/Controls.module.css';
import fold from '../controls/Fold.module.css';
import { useObjectUrl } from '../controls/useObjectUrl';
import styles from './DeletedCases.module.css';
import dialogs from './Dialogs.module.css';

interface DeletedCasesProps {
  readonly deleted: readonly DeletedCase[];
  readonly onBringBack: (id: string) => void;
  readonly onErase: (id: string) => void;
}

/** What was deleted and can still be had, folded away below what is there. */
export function DeletedCases({ deleted, onBringBack, onErase }: DeletedCasesProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (deleted.length === 0) return null;
  return (
    <Disclosure isExpanded={open} onExpandedChange={setOpen}>
      <Heading level={3}>
        <Button slot="trigger" className={[fold.trigger, styles.trigger].join(' ')}>
          <ChevronRight size={16} aria-hidden className={fold.chevron} />
          {t('cases.deletedOnes')}
          <span className={styles.count}>{formatNumber(deleted.length)}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <p className={dialogs.quiet}>{t('cases.deletedNote')}</p>
        <ul className={dialogs.cases} aria-label={t('cases.deletedOnes')}>
          {/* Pictures that nobody sees are not fetched. */}
          {(open ? deleted : []).map((each) => (
            <DeletedRow
              key={each.summary.id}
              deleted={each}
              onBringBack={() => {
                onBringBack(each.summary.id);
              }}
              onErase={() => {
                onErase(each.summary.id);
              }}
            />
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

interface DeletedRowProps {
  readonly deleted: DeletedCase;
  readonly onBringBack: () => void;
  readonly onErase: () => void;
}

/** Each asks once before it ends a case, in its own place. */
function DeletedRow({ deleted, onBringBack, onErase }: DeletedRowProps) {
  const { t } = useTranslation();
  const ids = useId();
  const [asks, setAsks] = useState(false);
  const [asked, setAsked] = useState(false);
  const dates = useDates(deleted);
  const thumbnail = useObjectUrl(deleted.summary.thumbnail);
  const name = deleted.summary.name === '' ? t('cases.untitled') : deleted.summary.name;
  /** Buttons that are alike from row to row are told apart by the case's name. */
  const named = (button: string) => ({
    id: `${ids}${button}`,
    'aria-labelledby': `${ids}${button} ${ids}name`,
  });
  if (asks)
    return (
      <li className={styles.row}>
        <p className={styles.question} id={`${ids}question`}>
          {t('cases.askForGood', { name })}
        </p>
        <span className={styles.buttons}>
          {/* The way back lies where the first press was: a double press ends nothing. */}
          <Button className={controls.button ?? ''} aria-describedby={`${ids}question`} onPress={onErase}>
            <span className={dialogs.error}>{t('cases.deleteForGood')}</span>
          </Button>
          <Button
            className={controls.button ?? ''}
            autoFocus
            aria-describedby={`${ids}question`}
            onPress={() => {
              setAsked(true);
              setAsks(false);
            }}
          >
            {t('cases.keepDeleted')}
          </Button>
        </span>
      </li>
    );
  return (
    <li className={styles.row}>
      {thumbnail === null ? (
        <span className={dialogs.thumb} />
      ) : (
        <img className={dialogs.thumb} src={thumbnail} alt="" />
      )}
      <span className={[dialogs.names, styles.names].join(' ')}>
        <strong id={`${ids}name`}>{name}</strong>
        <span className={dialogs.quiet}>{dates}</span>
      </span>
      <span className={styles.buttons}>
        {deleted.summary.unreadable === null ? (
          <Button {...named('back')} className={controls.button ?? ''} onPress={onBringBack}>
            {t('cases.bringBack')}
          </Button>
        ) : (
          <span className={dialogs.quiet}>{t('cases.unreadable')}</span>
        )}
        <Button
          {...named('end')}
          className={controls.button ?? ''}
          autoFocus={asked}
          onPress={() => {
            setAsks(true);
          }}
        >
          {t('cases.deleteForGood')}
        </Button>
      </span>
    </li>
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** When it was deleted and for how long it can still be had; one that can't be read stays till it is ended by hand. */
function useDates({ summary, deletedAt, endsAt }: DeletedCase): string {
  const { t } = useTranslation();
  const [now] = useState(Date.now);
  const when = t('cases.deletedOn', { when: formatDate(deletedAt, { dateStyle: 'medium' }) });
  if (summary.unreadable !== null) return when;
  const days = Math.max(0, Math.ceil((endsAt - now) / DAY_MS));
  return `${when} · ${t('cases.daysLeft', { count: days })}`;
}
