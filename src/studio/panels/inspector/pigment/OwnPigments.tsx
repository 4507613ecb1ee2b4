import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OwnPigment } from '../../../../core/design/treatment';
import { DILUTION_RANGE } from '../../../../core/pigment/colour/dilution';
import { swatchSkin } from '../../../../core/pigment/skin/swatchSkin';
import controls from '../../controls/Controls.module.css';
import { IconButton } from '../../controls/IconButton';
import { OwnPigmentForm } from './OwnPigmentForm';
import { deleteOwn, saveAsOwn, useOffered } from './ownPigmentEdits';
import { Swatch, type InSkin } from './Swatch';
import inspector from '../Inspector.module.css';
import styles from './Pigment.module.css';
import type { TreatmentProps } from '../plan/treatmentEdits';

/** Pigments that the technician has entered: kept on this device, and in each case that uses them. */
export function OwnPigments({ treatment }: TreatmentProps) {
  const { t } = useTranslation();
  const offered = useOffered(treatment);
  const [open, setOpen] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const inSkin = {
    dilution: treatment.plan.sessions.at(-1)?.dilution ?? DILUTION_RANGE.default,
    skin: swatchSkin(treatment.healing.skin.type),
  };
  return (
    <div className={styles.own} role="group" aria-label={t('own.group')}>
      {offered.map((pigment) => (
        <Row
          key={pigment.id}
          treatment={treatment}
          pigment={pigment}
          inSkin={inSkin}
          isOpen={open === pigment.id}
          onOpen={(isOpen) => {
            setOpen(isOpen ? pigment.id : null);
            setRefused(null);
          }}
          onDelete={() => {
            const why = deleteOwn(pigment);
            setRefused(why);
            if (why === null) setOpen(null);
          }}
        />
      ))}
      <p role="status" className={inspector.warning} hidden={refused === null}>
        {refused ?? ''}
      </p>
      <Button
        className={[controls.button, styles.save].join(' ')}
        onPress={() => {
          const made = saveAsOwn(treatment, t('own.newName', { n: offered.length + 1 }));
          setRefused(made === null ? t('own.unknown') : null);
          setOpen(made?.id ?? null);
        }}
      >
        <Plus size={16} aria-hidden />
        {treatment.pigment.kind === 'mix' ? t('own.saveMixture') : t('own.save')}
      </Button>
    </div>
  );
}

interface RowProps extends TreatmentProps {
  readonly pigment: OwnPigment;
  readonly inSkin: Omit<InSkin, 'absorption'>;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onDelete: () => void;
}

function Row({ treatment, pigment, inSkin, isOpen, onOpen, onDelete }: RowProps) {
  const { t } = useTranslation();
  const { name } = pigment;
  return (
    <div className={styles.ownRow}>
      <div className={styles.ownHead}>
        <Swatch absorption={pigment.absorption} {...inSkin} />
        <span className={styles.ownName}>{name}</span>
        <IconButton
          icon={Pencil}
          name={isOpen ? t('own.done', { name }) : t('own.edit', { name })}
          onPress={() => {
            onOpen(!isOpen);
          }}
        />
        <IconButton icon={Trash2} name={t('own.delete', { name })} onPress={onDelete} />
      </div>
      {isOpen ? <OwnPigmentForm treatment={treatment} pigment={pigment} inSkin={inSkin} /> : null}
    </div>
  );
}
