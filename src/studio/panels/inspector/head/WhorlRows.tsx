import { Plus, RotateCcw, RotateCw, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../../core/design/case';
import type { Whorl } from '../../../../core/head/headPhoto';
import { nextWhorl } from '../../../../core/head/whorls';
import { commit } from '../../../state/caseStore';
import { setAids } from '../../../state/sessionStore';
import { useSession } from '../../../state/useStores';
import controls from '../../controls/Controls.module.css';
import { Switch } from '../../controls/Switch';
import styles from '../Inspector.module.css';

const MOST = 2;

/** Where the hair grows from: the whorls of the photo, each with its turn. */
export function WhorlRows({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation();
  const shown = useSession((state) => state.aids.growth);
  const { whorls } = photo;
  const next = whorls.length < MOST ? nextWhorl(photo) : null;
  const set = (changed: readonly Whorl[]): void => {
    commit({ type: 'setWhorls', photoId: photo.id, whorls: changed });
    setAids({ growth: true });
  };
  return (
    <div className={styles.stack} role="group" aria-label={t('whorl.group')}>
      <Switch
        name={t('whorl.show')}
        on={shown}
        onChange={(on) => {
          setAids({ growth: on });
        }}
      />
      {whorls.map((whorl, index) => (
        <div key={index} className={styles.row}>
          <Button
            className={controls.button ?? ''}
            onPress={() => {
              set(whorls.map((each, i) => (i === index ? { ...each, clockwise: !each.clockwise } : each)));
            }}
          >
            {whorl.clockwise ? <RotateCw size={18} aria-hidden /> : <RotateCcw size={18} aria-hidden />}
            {t(whorl.clockwise ? 'whorl.clockwise' : 'whorl.counter')}
          </Button>
          <Button
            className={controls.button ?? ''}
            aria-label={t('whorl.remove', { number: index + 1 })}
            onPress={() => {
              set(whorls.filter((_, i) => i !== index));
            }}
          >
            <Trash2 size={18} aria-hidden />
          </Button>
        </div>
      ))}
      {next === null ? null : (
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            set([...whorls, { at: next, clockwise: true }]);
          }}
        >
          <Plus size={18} aria-hidden />
          {t(whorls.length === 0 ? 'whorl.place' : 'whorl.second')}
        </Button>
      )}
      <p className={styles.quiet}>{t(next === null && whorls.length === 0 ? 'whorl.unseen' : 'whorl.help')}</p>
    </div>
  );
}
