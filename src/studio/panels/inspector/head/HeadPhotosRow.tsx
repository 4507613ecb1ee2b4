import { useTranslation } from 'react-i18next';
import type { PhotoOfHead } from '../../../../core/design/headsTogether';
import { fitTogether } from '../../../../core/head/skull/fitSkull';
import { formatNumber } from '../../../texts/texts';
import styles from '../Inspector.module.css';

/** How many photos the skull is fitted to, and how many of the case show another one. */
export function HeadPhotosRow({ photo }: { readonly photo: PhotoOfHead }) {
  const { t } = useTranslation();
  if (photo.others === undefined || !photo.outline.placed) return null;
  const { joined, apart } = fitTogether(photo);
  return (
    <div>
      {joined === 0 ? null : (
        <p className={styles.quiet}>{t('head.fittedTo', { photos: formatNumber(joined + 1, 0) })}</p>
      )}
      {apart === 0 ? null : (
        <p role="status" className={styles.warning}>
          {t('head.apart', { photos: formatNumber(apart, 0) })}
        </p>
      )}
    </div>
  );
}
