import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { sessionStore, type DialogId } from '../../state/sessionStore';
import { useSession } from '../../state/useStores';
import { IconButton } from '../controls/IconButton';
import styles from './Dialogs.module.css';

interface StudioDialogProps {
  readonly id: DialogId;
  readonly title: string;
  readonly children: React.ReactNode;
}

export const closeDialog = (): void => {
  sessionStore.setState({ dialog: null });
};

export function StudioDialog({ id, title, children }: StudioDialogProps) {
  const { t } = useTranslation();
  const open = useSession((state) => state.dialog === id);
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) closeDialog();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title">{title}</Heading>
            <IconButton icon={X} name={t('action.close')} onPress={closeDialog} />
          </div>
          <div className={styles.body}>{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
