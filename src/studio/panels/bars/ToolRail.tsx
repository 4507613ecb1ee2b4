import {
  Bandage,
  CircleOff,
  CirclePlus,
  Hand,
  LassoSelect,
  Layers,
  MousePointer2,
  Paintbrush,
  Pen,
  Ruler,
  ScanFace,
  Spline,
  Waves,
  Wheat,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { setTool } from '../../canvas/toolDesk';
import { preferences } from '../../state/preferences';
import { sessionStore, type ToolId } from '../../state/sessionStore';
import { usePreferences, useSession } from '../../state/useStores';
import { IconToggle } from '../controls/IconButton';
import styles from './ToolRail.module.css';

const TOOLS: readonly { readonly id: ToolId; readonly icon: LucideIcon; readonly key?: string }[] = [
  { id: 'select', icon: MousePointer2, key: 'V' },
  { id: 'hand', icon: Hand, key: 'Space' },
  { id: 'hairline', icon: Spline, key: 'L' },
  { id: 'smooth', icon: Waves, key: 'S' },
  { id: 'zone', icon: LassoSelect, key: 'Z' },
  { id: 'exclude', icon: CircleOff, key: 'X' },
  { id: 'brush', icon: Paintbrush, key: 'B' },
  { id: 'hair', icon: Wheat },
  { id: 'scar', icon: Bandage },
  { id: 'dots', icon: CirclePlus, key: 'D' },
  { id: 'head', icon: ScanFace, key: 'F' },
  { id: 'scale', icon: Ruler, key: 'R' },
];

export function ToolRail() {
  const { t } = useTranslation();
  const tool = useSession((state) => state.tool);
  const overlayHidden = useSession((state) => state.overlayHidden);
  const penMode = usePreferences((state) => state.penMode);
  return (
    <nav className={styles.rail} aria-label={t('tool.group')}>
      {TOOLS.map(({ id, icon, key }) => (
        <IconToggle
          key={id}
          icon={icon}
          name={t(`tool.${id}`)}
          {...(key === undefined ? {} : { keys: key })}
          isSelected={tool === id}
          onChange={() => {
            setTool(id);
          }}
        />
      ))}
      <span className={styles.space} />
      {penMode === null ? null : (
        <IconToggle
          icon={Pen}
          name={t('action.penMode')}
          isSelected={penMode}
          onChange={(selected) => {
            preferences.setState({ penMode: selected });
          }}
        />
      )}
      <IconToggle
        icon={Layers}
        name={t('action.hideGuides')}
        keys="H"
        isSelected={overlayHidden}
        onChange={(selected) => {
          sessionStore.setState({ overlayHidden: selected });
        }}
      />
    </nav>
  );
}
