import { Ruler } from 'lucide-react';
import { Button, SwitchButton, SwitchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../core/design/case';
import { VIEWS, type View } from '../../../core/head/headPhoto';
import { activePhoto } from '../../../core/design/edits';
import { defaultOutline } from '../../../core/head/outline';
import { mmPerPx } from '../../../core/head/scale';
import { setTool } from '../../canvas/toolDesk';
import { commit } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';
import { useCaseWithDraft, useSession } from '../../state/useStores';
import { formatNumber } from '../../texts/texts';
import controls from '../controls/Controls.module.css';
import { Choice } from './Choice';
import styles from './Inspector.module.css';

export function HeadSection() {
  const photo = useCaseWithDraft((of) => (of === null ? undefined : activePhoto(of)));
  const { t } = useTranslation();
  const outlineShown = useSession((state) => state.outlineShown);
  const midlineShown = useSession((state) => state.midlineShown);
  if (photo === undefined) return null;
  return (
    <>
      <Choice
        name={t('head.view')}
        value={photo.view}
        options={VIEWS.map((value) => ({ value, name: t(`head.views.${value}`) }))}
        onChange={(view) => {
          changeView(photo, view);
        }}
      />
      <ScaleRows photo={photo} />
      <GuideSwitch
        name={t('head.outline')}
        help={t('head.outlineHelp')}
        shown={outlineShown}
        onChange={(shown) => {
          sessionStore.setState({ outlineShown: shown });
        }}
      />
      <GuideSwitch
        name={t('head.midline')}
        help={t('head.midlineHelp')}
        shown={midlineShown}
        onChange={(shown) => {
          sessionStore.setState({ midlineShown: shown });
        }}
      />
    </>
  );
}

/** An outline that a hand has placed stays; the default one follows the view. */
function changeView(photo: Photo, view: View): void {
  const outline = photo.outline.placed ? photo.outline : defaultOutline(view, photo.width, photo.height);
  commit({ type: 'setView', photoId: photo.id, view, outline });
}

function ScaleRows({ photo }: { readonly photo: Photo }) {
  const { t } = useTranslation();
  const scale = mmPerPx(photo);
  const calibration = photo.calibration;
  const headMm = formatNumber(2 * photo.outline.rx * scale.mmPerPx);
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <span>{t('head.scale')}</span>
        <span className={styles.quiet}>{t('head.perMm', { px: formatNumber(1 / scale.mmPerPx, 1) })}</span>
      </div>
      <p className={styles.quiet}>
        {calibration.kind === 'estimate'
          ? t('head.estimate', { mm: headMm })
          : t(`head.${calibration.kind}`, { mm: formatNumber(calibration.mm, 1) })}
      </p>
      <div className={styles.row}>
        <Button
          className={controls.button ?? ''}
          onPress={() => {
            setTool('scale');
          }}
        >
          <Ruler size={18} aria-hidden />
          {t('head.measure')}
        </Button>
        {calibration.kind === 'estimate' ? null : (
          <Button
            className={controls.button ?? ''}
            onPress={() => {
              commit({ type: 'setCalibration', photoId: photo.id, calibration: { kind: 'estimate' } });
            }}
          >
            {t('head.backToEstimate')}
          </Button>
        )}
      </div>
    </div>
  );
}

function GuideSwitch(props: {
  readonly name: string;
  readonly help: string;
  readonly shown: boolean;
  readonly onChange: (shown: boolean) => void;
}) {
  return (
    <div>
      <SwitchField isSelected={props.shown} onChange={props.onChange}>
        <SwitchButton className={styles.switch ?? ''}>
          {props.name}
          <span className={styles.knob} />
        </SwitchButton>
      </SwitchField>
      <p className={styles.quiet}>{props.help}</p>
    </div>
  );
}
