import { Component } from 'react';
import { caseCopy } from '../storage/caseFile';
import { caseStore } from '../state/caseStore';
import { text } from '../texts/texts';
import { saveFile } from '../export/saveFile';
import controls from './controls/Controls.module.css';
import styles from './ErrorBoundary.module.css';

interface State {
  readonly failed: boolean;
}

/** When drawing the studio fails: the case is kept, a copy of it can be taken away, and the studio started again. */
export class ErrorBoundary extends Component<{ readonly children: React.ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): React.ReactNode {
    if (!this.state.failed) return this.props.children;
    const of = caseStore.getState().case;
    return (
      <main className={styles.crash} role="alert">
        <h1>{text('crash.title')}</h1>
        <p>{text('crash.help')}</p>
        <div className={styles.row}>
          {of === null ? null : (
            <button
              type="button"
              className={controls.button}
              onClick={() => {
                saveFile(caseCopy(of), 'follicle-case.json');
              }}
            >
              {text('crash.copy')}
            </button>
          )}
          <button
            type="button"
            className={controls.primary}
            onClick={() => {
              location.reload();
            }}
          >
            {text('action.reload')}
          </button>
        </div>
      </main>
    );
  }
}
