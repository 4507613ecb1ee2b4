import { Archive, FileDown, FolderInput, Images, Pencil, Plus, Settings, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { backUp } from '../../flows/cases/backupFlow';
import {
  deleteCase,
  eraseDeleted,
  listCases,
  listDeleted,
  openStoredCase,
  renameCase,
  saveDataOfCase,
  startNewCase,
  undoDelete,
  type DeletedCase,
} from '../../flows/cases/cases';
import { importBackup } from '../../flows/cases/importFlow';
import type { CaseSummary } from '../../storage/caseStorage';
import { sessionStore } from '../../state/sessionStore';
import { useCase } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import { IconButton } from '../controls/IconButton';
import { DeletedCases } from './DeletedCases';
import { closeDialog } from './StudioDialog';
import { formatDate } from '../../texts/texts';
import { useObjectUrl } from '../controls/useObjectUrl';
import styles from './Dialogs.module.css';

/** All cases on this device: new, open, rename, delete with a way back, and those that were deleted. */
export function CaseList() {
  const { t } = useTranslation();
  const [cases, setCases] = useState<readonly CaseSummary[] | null>(null);
  const [removed, setRemoved] = useState<readonly DeletedCase[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [deleted, setDeleted] = useState<CaseSummary | null>(null);

  const show = (listed: Awaited<ReturnType<typeof listCases>>): void => {
    if (listed.ok) setCases(listed.value);
    else setProblem(listed.error);
  };
  // What keeps the one list from being read keeps the other, and is said once.
  const showRemoved = (listed: Awaited<ReturnType<typeof listDeleted>>): void => {
    if (listed.ok) setRemoved(listed.value);
  };
  useEffect(() => {
    let open = true;
    void listCases().then((listed) => {
      if (open) show(listed);
    });
    void listDeleted().then((listed) => {
      if (open) showRemoved(listed);
    });
    return () => {
      open = false;
    };
  }, []);
  const after = async (work: Promise<string | null>): Promise<void> => {
    setProblem(await work);
    show(await listCases());
    showRemoved(await listDeleted());
  };

  return (
    <>
      <div className={styles.row}>
        <Button
          className={controls.primary ?? ''}
          onPress={() => {
            closeDialog();
            void startNewCase();
          }}
        >
          <Plus size={18} aria-hidden />
          {t('cases.new')}
        </Button>
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            sessionStore.setState({ dialog: 'open' });
          }}
        >
          <Images size={18} aria-hidden />
          {t('action.otherSources')}
        </Button>
        <BackupButtons hasCases={cases !== null && cases.length > 0} />
        <span className={styles.phoneOnly}>
          <Button
            className={controls.button ?? ''}
            onPress={() => {
              sessionStore.setState({ dialog: 'settings' });
            }}
          >
            <Settings size={18} aria-hidden />
            {t('settings.title')}
          </Button>
        </span>
      </div>
      {problem === null ? null : (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
      {deleted === null ? null : (
        <div className={styles.row} role="status">
          <span>{t('cases.deleted', { name: nameOf(deleted, t) })}</span>
          <Button
            className={controls.button ?? ''}
            onPress={() => {
              setDeleted(null);
              void after(undoDelete(deleted.id));
            }}
          >
            {t('cases.undoDelete')}
          </Button>
        </div>
      )}
      {cases?.length === 0 ? <p className={styles.quiet}>{t('cases.empty')}</p> : null}
      <ul className={styles.cases} aria-label={t('cases.title')}>
        {(cases ?? []).map((summary) => (
          <CaseRow
            key={summary.id}
            summary={summary}
            onRename={(name) => after(renameCase(summary.id, name))}
            onDelete={() => {
              setDeleted(summary);
              void after(deleteCase(summary.id));
            }}
          />
        ))}
      </ul>
      <DeletedCases
        deleted={removed}
        onBringBack={(id) => {
          if (id === deleted?.id) setDeleted(null);
          void after(undoDelete(id));
        }}
        onErase={(id) => {
          if (id === deleted?.id) setDeleted(null);
          void after(eraseDeleted(id));
        }}
      />
    </>
  );
}

/** All cases into one file, and back from one. */
function BackupButtons({ hasCases }: { readonly hasCases: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <FileTrigger
        acceptedFileTypes={['.zip', 'application/zip']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file !== undefined) void importBackup(file);
        }}
      >
        <Button className={controls.button ?? ''}>
          <FolderInput size={18} aria-hidden />
          {t('backup.import')}
        </Button>
      </FileTrigger>
      <Button
        className={controls.button ?? ''}
        isDisabled={!hasCases}
        onPress={() => {
          closeDialog();
          void backUp('all');
        }}
      >
        <Archive size={18} aria-hidden />
        {t('backup.all')}
      </Button>
    </>
  );
}

interface CaseRowProps {
  readonly summary: CaseSummary;
  readonly onRename: (name: string) => Promise<void>;
  readonly onDelete: () => void;
}

function CaseRow({ summary, onRename, onDelete }: CaseRowProps) {
  const { t } = useTranslation();
  const currentId = useCase((of) => of?.id);
  const [name, setName] = useState<string | null>(null);
  // The keys that end renaming leave the hand on the row, so that the next ones still reach the dialog.
  const [byKey, setByKey] = useState(false);
  const thumbnail = useObjectUrl(summary.thumbnail);
  const when = formatDate(new Date(summary.updatedAt), { dateStyle: 'medium', timeStyle: 'short' });
  if (name !== null) {
    return (
      <li>
        <input
          className={styles.field}
          aria-label={t('cases.name')}
          autoFocus
          maxLength={120}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              setByKey(true);
              setName(null);
            }
            if (event.key !== 'Enter') return;
            // Else the same key would press the button that comes in the field's place.
            event.preventDefault();
            setByKey(true);
            event.currentTarget.blur();
          }}
          onBlur={() => {
            setName(null);
            if (name.trim() !== summary.name) void onRename(name.trim());
          }}
        />
      </li>
    );
  }
  return (
    <li>
      <Button
        className={styles.caseOpen ?? ''}
        autoFocus={byKey}
        isDisabled={summary.unreadable !== null}
        onPress={() => {
          closeDialog();
          void openStoredCase(summary.id);
        }}
      >
        {thumbnail === null ? (
          <span className={styles.thumb} />
        ) : (
          <img className={styles.thumb} src={thumbnail} alt="" />
        )}
        <span className={styles.names}>
          <strong>{nameOf(summary, t)}</strong>
          <span className={styles.quiet}>
            {summary.unreadable !== null
              ? t('cases.unreadable')
              : summary.id === currentId
                ? t('cases.current')
                : t('cases.changed', { when })}
          </span>
        </span>
      </Button>
      {summary.unreadable === null ? (
        <>
          <IconButton
            icon={Archive}
            name={t('backup.button')}
            onPress={() => {
              closeDialog();
              void backUp({ caseId: summary.id });
            }}
          />
          <IconButton
            icon={Pencil}
            name={t('cases.rename')}
            onPress={() => {
              setByKey(false);
              setName(summary.name);
            }}
          />
        </>
      ) : (
        <IconButton icon={FileDown} name={t('cases.saveOut')} onPress={() => void saveDataOfCase(summary.id)} />
      )}
      <IconButton icon={Trash2} name={t('cases.delete')} onPress={onDelete} />
    </li>
  );
}

const nameOf = (summary: CaseSummary, t: (key: string) => string): string =>
  summary.name === '' ? t('cases.untitled') : summary.name;
