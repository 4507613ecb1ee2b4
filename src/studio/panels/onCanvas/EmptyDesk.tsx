import { OpenChoices } from '../dialogs/OpenChoices';
import styles from './EmptyDesk.module.css';

/** A case without a photo: the ways to bring one in, in the middle of the canvas. */
export function EmptyDesk() {
  return (
    <div className={styles.desk}>
      <OpenChoices />
    </div>
  );
}
