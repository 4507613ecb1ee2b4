import { Heart, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ShownMoment } from '../../../core/pigment/time/sessionsAt';
import type { Case, Design, Photo } from '../../../core/design/case';
import { activeDesign, activePhoto } from '../../../core/design/edits';
import { closeCompare, MOST_COMPARED } from '../../flows/compare/compareFlow';
import { reductionFor } from '../../flows/compare/comparePhoto';
import { chooseDesign } from '../../flows/cases/designs';
import { dateWords } from '../../flows/photos/photoNames';
import { momentOn, plannedPhotoFor } from '../../flows/compare/plannedMoment';
import { sessionStore, type Comparing } from '../../state/sessionStore';
import { useCase, useSession } from '../../state/useStores';
import { ClientControls } from '../preview/ClientControls';
import { ComparePane } from './ComparePane';
import { useSharedView } from './useSharedView';
import styles from './Compare.module.css';

/** One picture of the comparison. */
interface Pane {
  readonly id: string;
  readonly of: Case;
  readonly photo: Photo;
  readonly label: React.ReactNode;
}

/** Pictures side by side that are moved by one hand. */
export function Compare() {
  const of = useCase((each) => each);
  const comparing = useSession((state) => state.comparing);
  if (of === null || comparing === null) return null;
  return comparing.kind === 'designs' ? (
    <Designs of={of} comparing={comparing} />
  ) : (
    <Result of={of} photoId={comparing.photoId} />
  );
}

function Designs({
  of,
  comparing,
}: {
  readonly of: Case;
  readonly comparing: Extract<Comparing, { kind: 'designs' }>;
}) {
  const [moment, setMoment] = useState<ShownMoment>(momentNow);
  const photo = activePhoto(of);
  const designs = of.designs.filter(({ id }) => comparing.designIds.includes(id));
  if (photo === undefined) return null;
  const panes = designs.map((design): Pane => ({
    id: design.id,
    of: { ...of, activeDesignId: design.id },
    photo,
    label: <Pick design={design} isChosen={of.chosenDesignId === design.id} />,
  }));
  return (
    <Panes panes={panes} plan={activeDesign(of)?.treatment.plan} moment={moment} onMoment={setMoment}>
      {of.designs.length > 2 ? <Choices of={of} shown={comparing.designIds} /> : null}
    </Panes>
  );
}

/** The studio's own moment; a comparison of nothing would say nothing. */
function momentNow(): ShownMoment {
  const { step, days, light } = sessionStore.getState();
  return { step: step === 0 ? null : step, days, light };
}

/** Which designs are shown, where there are more than fit. */
function Choices({ of, shown }: { readonly of: Case; readonly shown: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.choices} role="group" aria-label={t('compare.which')}>
      {of.designs.map(({ id, name }) => (
        <ToggleButton
          key={id}
          className={styles.choice ?? ''}
          aria-label={t('compare.show', { name })}
          isSelected={shown.includes(id)}
          isDisabled={shown.includes(id) ? shown.length === 1 : shown.length >= MOST_COMPARED}
          onChange={(selected) => {
            const designIds = selected ? [...shown, id] : shown.filter((each) => each !== id);
            sessionStore.setState({ comparing: { kind: 'designs', designIds } });
          }}
        >
          {name}
        </ToggleButton>
      ))}
    </div>
  );
}

function Pick({ design, isChosen }: { readonly design: Design; readonly isChosen: boolean }) {
  const { t } = useTranslation();
  return (
    <figcaption className={styles.caption}>
      <span className={styles.label}>{t('designs.name', { name: design.name })}</span>
      <ToggleButton
        className={styles.pick ?? ''}
        isSelected={isChosen}
        onChange={() => {
          chooseDesign(design.id);
        }}
      >
        <Heart size={20} aria-hidden fill={isChosen ? 'currentColor' : 'none'} />
        <span>{t('compare.pick', { name: design.name })}</span>
      </ToggleButton>
    </figcaption>
  );
}

function Result({ of, photoId }: { readonly of: Case; readonly photoId: string }) {
  const { t } = useTranslation();
  const result = of.photos.find(({ id }) => id === photoId);
  const plan = activeDesign(of)?.treatment.plan;
  const planned = result === undefined ? undefined : plannedPhotoFor(of, result);
  const [moment, setMoment] = useState<ShownMoment>(() => ({
    ...momentNow(),
    ...(plan === undefined ? {} : momentOn(plan, result?.takenOn ?? null)),
  }));
  const caption = (words: string) => (
    <figcaption className={styles.caption}>
      <span className={styles.label}>{words}</span>
    </figcaption>
  );
  if (result === undefined) return null;
  const taken = result.takenOn === null ? '' : dateWords(result.takenOn);
  const panes: Pane[] = [
    {
      id: result.id,
      of: withoutDots(of),
      photo: result,
      label: caption([t('compare.result'), taken].join(' ').trim()),
    },
  ];
  if (planned !== undefined) panes.unshift({ id: planned.id, of, photo: planned, label: caption(t('compare.plan')) });
  return (
    <Panes panes={panes} plan={plan} moment={moment} onMoment={setMoment}>
      {planned === undefined ? <p className={styles.words}>{t('compare.noPlan')}</p> : null}
    </Panes>
  );
}

/** What came of the treatment is shown as it is. */
const withoutDots = (of: Case): Case => ({
  ...of,
  designs: of.designs.map((design) => ({ ...design, areas: [], strokes: [] })),
});

interface PanesProps {
  readonly panes: readonly Pane[];
  readonly plan: Design['treatment']['plan'] | undefined;
  readonly moment: ShownMoment;
  readonly onMoment: (moment: ShownMoment) => void;
  readonly children: React.ReactNode;
}

function Panes({ panes, plan, moment, onMoment, children }: PanesProps) {
  const { t } = useTranslation();
  const [before, setBefore] = useState(false);
  const lead = panes[0]?.photo;
  const { hand, view, onSize } = useSharedView(lead, setBefore);
  useEscape();
  return (
    <section className={styles.compare} aria-label={t('compare.name')}>
      <header className={styles.bar}>
        {children}
        <span className={styles.space} />
        <Button className={styles.done ?? ''} autoFocus onPress={closeCompare}>
          <X size={20} aria-hidden />
          {t('preview.done')}
        </Button>
      </header>
      <div ref={hand} className={styles.panes} data-count={panes.length} data-view={JSON.stringify(view)}>
        {panes.map((pane) => (
          <ComparePane
            key={pane.id}
            of={pane.of}
            photo={pane.photo}
            factor={reductionFor(pane.photo, panes.length)}
            view={view}
            moment={moment}
            before={before}
            onSize={onSize}
          >
            {pane.label}
          </ComparePane>
        ))}
      </div>
      {plan === undefined ? null : (
        <div className={styles.controls}>
          <ClientControls
            plan={plan}
            moment={moment}
            onMoment={(change) => {
              onMoment({ ...moment, ...change });
            }}
          />
        </div>
      )}
    </section>
  );
}

function useEscape(): void {
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') closeCompare();
    };
    window.addEventListener('keydown', down);
    return () => {
      window.removeEventListener('keydown', down);
    };
  }, []);
}
