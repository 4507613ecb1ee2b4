import { Download, Send } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { saveFile } from '../../export/saveFile';
import { SHORTEST_PASSPHRASE, plainPassphrase } from '../../export/share/seal';
import type { SharedPicture } from '../../export/share/sharePage';
import { say } from '../../flows/notices';
import { canShareFiles, handOver, prepareShare, shareFile } from '../../flows/handOver/shareFlow';
import { clinicStore } from '../../state/clinic';
import { clinicMarkStore } from '../../state/clinicMark';
import { useCase } from '../../state/useStores';
import controls from '../controls/Controls.module.css';
import { Check } from './Check';
import { closeDialog } from './StudioDialog';
import { useObjectUrl } from '../controls/useObjectUrl';
import dialogs from './Dialogs.module.css';
import styles from './ShareForm.module.css';

type Pictures =
  | { readonly kind: 'working'; readonly share: number }
  | { readonly kind: 'ready'; readonly pictures: readonly SharedPicture[] }
  | { readonly kind: 'problem'; readonly problem: 'outOfMemory' | 'failed' };

/** The file for the client's phone: its pictures are made while the technician chooses what goes with them. */
export function ShareForm() {
  const { t } = useTranslation();
  const made = useSharedPictures();
  const clientName = useCase((of) => of?.client.name ?? '');
  const clinicName = useStore(clinicStore, (clinic) => clinic.name);
  const [withName, setWithName] = useState(false);
  const markOnPictures = useStore(clinicMarkStore, (mark) => mark.onPictures);
  const [withClinic, setWithClinic] = useState(markOnPictures);
  const [locked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const short = locked && plainPassphrase(passphrase).length < SHORTEST_PASSPHRASE;

  const deliver = async (how: 'send' | 'save'): Promise<void> => {
    if (made.kind !== 'ready') return;
    setBusy(true);
    try {
      const file = await shareFile(made.pictures, { withName, withClinic, passphrase: locked ? passphrase : null });
      const done = how === 'send' ? await handOver(file) : 'saved';
      if (done === 'cancelled') return;
      if (how === 'save') saveFile(file, file.name);
      closeDialog();
      say('info', text(t, done, file.name));
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <p className={dialogs.quiet}>{t('share.help')}</p>
      <SharedPictures made={made} />
      <div className={styles.checks}>
        {clientName === '' ? null : (
          <Check name={t('share.withName', { name: clientName })} checked={withName} onChange={setWithName} />
        )}
        {clinicName === '' ? null : (
          <Check name={t('share.withClinic', { name: clinicName })} checked={withClinic} onChange={setWithClinic} />
        )}
        <Check name={t('share.lock')} checked={locked} onChange={setLocked} />
        {locked ? (
          <label className={styles.field}>
            <span className={dialogs.quiet}>{t('share.lockHelp', { least: SHORTEST_PASSPHRASE })}</span>
            <input
              type="text"
              aria-label={t('share.words.passphrase')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={passphrase}
              onChange={(event) => {
                setPassphrase(event.currentTarget.value);
              }}
            />
          </label>
        ) : null}
      </div>
      <div className={[dialogs.row, dialogs.end].join(' ')}>
        <Button
          className={(canShareFiles() ? controls.button : controls.primary) ?? ''}
          isDisabled={made.kind !== 'ready' || short || busy}
          onPress={() => void deliver('save')}
        >
          <Download size={18} aria-hidden />
          {t('share.save')}
        </Button>
        {canShareFiles() ? (
          <Button
            className={controls.primary ?? ''}
            isDisabled={made.kind !== 'ready' || short || busy}
            onPress={() => void deliver('send')}
          >
            <Send size={18} aria-hidden />
            {t('share.send')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

const text = (
  t: (key: string, values: Record<string, string>) => string,
  done: 'shared' | 'saved',
  name: string,
): string => t(`share.${done}`, { name });

/** Made anew each time the dialog opens; closing it calls the work off. */
function useSharedPictures(): Pictures {
  const [made, setMade] = useState<Pictures>({ kind: 'working', share: 0 });
  useEffect(() => {
    const leaving = new AbortController();
    const tell = (next: Pictures): void => {
      if (!leaving.signal.aborted) setMade(next);
    };
    const onProgress = (share: number): void => {
      tell({ kind: 'working', share });
    };
    void prepareShare({ signal: leaving.signal, onProgress }).then((prepared) => {
      if (prepared.ok) tell({ kind: 'ready', pictures: prepared.value });
      else if (prepared.error.kind !== 'cancelled') tell({ kind: 'problem', problem: prepared.error.kind });
    });
    return () => {
      leaving.abort();
    };
  }, []);
  return made;
}

function SharedPictures({ made }: { readonly made: Pictures }) {
  const { t } = useTranslation();
  if (made.kind === 'problem') {
    return (
      <p role="alert" className={dialogs.error}>
        {t(`share.problem.${made.problem}`)}
      </p>
    );
  }
  return (
    <div className={styles.pictures}>
      {made.kind === 'working' ? (
        <div className={styles.waiting}>
          <span>{t('share.preparing')}</span>
          <ProgressBar className={styles.track ?? ''} aria-label={t('share.preparing')} value={made.share * 100}>
            {({ percentage }) => <div style={{ width: `${String(percentage ?? 0)}%` }} />}
          </ProgressBar>
        </div>
      ) : (
        made.pictures.map(({ label, picture }) => (
          <figure key={label}>
            <BlobImage blob={picture} />
            <figcaption>{label}</figcaption>
          </figure>
        ))
      )}
    </div>
  );
}

function BlobImage({ blob }: { readonly blob: Blob }) {
  const url = useObjectUrl(blob);
  return url === null ? null : <img src={url} alt="" />;
}
