import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { ZONE_PURPOSES } from '../../../../core/design/area';
import { BRUSH_KINDS } from '../../../../core/design/brushStroke';
import { FILL_RANGES } from '../../../../core/design/fillRanges';
import { scarOfForm, type BrushSetting, type Craft, type ScarSetting } from '../../../../core/tools/craft';
import { sessionStore } from '../../../state/sessionStore';
import { useSession } from '../../../state/useStores';
import { NumberSlider } from '../../controls/NumberSlider';
import { Switch } from '../../controls/Switch';
import { Choice } from '../Choice';
import { CraftSlider } from './CraftSlider';
import { HairProposal } from './HairProposal';
import styles from './Areas.module.css';

const setCraft = (change: Partial<Craft>): void => {
  sessionStore.setState(({ craft }) => ({ craft: { ...craft, ...change } }));
};

/** What the tool in the hand is set to; it belongs to this tab, so it is no step of undo. */
export function AreaCraft() {
  const tool = useSession((state) => state.tool);
  const craft = useSession((state) => state.craft);
  switch (tool) {
    case 'zone':
      return <PurposeChoice craft={craft} />;
    case 'brush':
      return <BrushRows brush={craft.brush} />;
    case 'scar':
      return <ScarRows scar={craft.scar} />;
    case 'hair':
    case 'donor':
      return <HairProposal />;
    default:
      return null;
  }
}

function PurposeChoice({ craft }: { readonly craft: Craft }) {
  const { t } = useTranslation();
  return (
    <div className={styles.craft}>
      <Choice
        name={t('areas.purpose')}
        value={craft.purpose}
        options={ZONE_PURPOSES.map((value) => ({ value, name: t(`areas.purposes.${value}`) }))}
        onChange={(purpose) => {
          setCraft({ purpose });
        }}
      />
    </div>
  );
}

function BrushRows({ brush }: { readonly brush: BrushSetting }) {
  const { t } = useTranslation();
  const set = (change: Partial<BrushSetting>): void => {
    setCraft({ brush: { ...brush, ...change } });
  };
  return (
    <div className={styles.craft}>
      <Choice
        name={t('areas.brush')}
        value={brush.kind}
        options={BRUSH_KINDS.map((value) => ({ value, name: t(`areas.brushes.${value}`) }))}
        onChange={(kind) => {
          set({ kind });
        }}
      />
      <Setting
        name="sizeMm"
        value={brush.sizeMm}
        onChange={(sizeMm) => {
          set({ sizeMm });
        }}
      />
      <Setting
        name="strength"
        value={brush.strength}
        onChange={(strength) => {
          set({ strength });
        }}
      />
      <Setting
        name="feather"
        value={brush.feather}
        onChange={(feather) => {
          set({ feather });
        }}
      />
      <Switch
        name={t('areas.pressure')}
        on={brush.pressure}
        onChange={(pressure) => {
          set({ pressure });
        }}
      />
      {brush.kind === 'target' ? (
        <NumberSlider
          name={t('areas.target')}
          unit={t('dots.units.perCm2')}
          range={FILL_RANGES.perCm2}
          value={brush.perCm2}
          onDraft={(perCm2) => {
            set({ perCm2 });
          }}
          onCommit={(perCm2) => {
            set({ perCm2 });
          }}
        />
      ) : null}
    </div>
  );
}

function ScarRows({ scar }: { readonly scar: ScarSetting }) {
  const { t } = useTranslation();
  const set = (change: Partial<ScarSetting>): void => {
    setCraft({ scar: { ...scar, ...change } });
  };
  return (
    <div className={styles.craft}>
      <Choice
        name={t('areas.scarForm')}
        value={scar.form}
        options={(['strip', 'marks'] as const).map((value) => ({ value, name: t(`areas.forms.${value}`) }))}
        onChange={(form) => {
          setCraft({ scar: scarOfForm(form) });
        }}
      />
      <Setting
        name="widthMm"
        value={scar.widthMm}
        onChange={(widthMm) => {
          set({ widthMm });
        }}
      />
      <Setting
        name="blendMm"
        value={scar.blendMm}
        onChange={(blendMm) => {
          set({ blendMm });
        }}
      />
    </div>
  );
}

type SettingProps = Pick<ComponentProps<typeof CraftSlider>, 'name' | 'value'> & {
  readonly onChange: (value: number) => void;
};

/** A tool's setting counts at once. */
function Setting({ onChange, ...rest }: SettingProps) {
  return <CraftSlider {...rest} onDraft={onChange} onCommit={onChange} />;
}
