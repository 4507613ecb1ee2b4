import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Dialogs.module.css';

const KEYS: readonly { readonly group: string; readonly rows: readonly (readonly [string, string])[] }[] = [
  {
    group: 'keys.tools',
    rows: [
      ['V', 'tool.select'],
      ['L', 'tool.hairline'],
      ['F', 'tool.head'],
      ['Z', 'tool.zone'],
      ['X', 'tool.exclude'],
      ['B', 'tool.brush'],
      ['[  ]', 'keys.brushSize'],
      ['D', 'tool.dots'],
      ['R', 'tool.scale'],
      ['Space', 'keys.pan'],
    ],
  },
  {
    group: 'keys.look',
    rows: [
      ['\\', 'keys.beforeHeld'],
      ['Y', 'keys.splitView'],
      ['0 – 4', 'keys.sessions'],
      ['H', 'keys.hide'],
      ['P', 'preview.open'],
      ['Ctrl 0, Shift 1', 'action.fit'],
      ['Ctrl 1', 'action.fullSize'],
      ['+  −', 'keys.zoomAbout'],
    ],
  },
  {
    group: 'keys.edit',
    rows: [
      ['Ctrl Z', 'action.undo'],
      ['Ctrl Shift Z, Ctrl Y', 'action.redo'],
      ['Enter', 'keys.nextHandle'],
      ['← ↑ → ↓', 'keys.nudge'],
      ['Del', 'keys.removeHandle'],
      ['Esc', 'keys.cancelGesture'],
      ['Ctrl E', 'action.export'],
    ],
  },
];

const FINGERS: readonly (readonly [string, string])[] = [
  ['keys.twoFingers', 'keys.panZoom'],
  ['keys.twoTap', 'action.undo'],
  ['keys.threeTap', 'action.redo'],
];

export function KeyList() {
  const { t } = useTranslation();
  return (
    <dl className={styles.keys}>
      {KEYS.map(({ group, rows }) => (
        <Fragment key={group}>
          <h3>{t(group)}</h3>
          {rows.map(([key, what]) => (
            <Fragment key={key}>
              <dt>{key}</dt>
              <dd>{t(what)}</dd>
            </Fragment>
          ))}
        </Fragment>
      ))}
      <h3>{t('keys.fingers')}</h3>
      {FINGERS.map(([how, what]) => (
        <Fragment key={how}>
          <dt>{t(how)}</dt>
          <dd>{t(what)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
