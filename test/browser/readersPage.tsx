import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { FRESH_PHOTO } from '../../src/core/design/case';
import { activeDesign, applyEdit, hairlineOn, type CaseEdit } from '../../src/core/design/edits';
import { newCase } from '../../src/core/design/newCase';
import { replaceCase } from '../../src/studio/state/caseStore';
import { sessionStore } from '../../src/studio/state/sessionStore';
import { useCaseWithDraft } from '../../src/studio/state/useStores';

/** The page of readers.test.ts: readers of the document under a hand, which say how often they are drawn. */
declare global {
  interface Window {
    readonly readersPage: {
      readonly drag: (moves: number) => Promise<void>;
      readonly thicken: (perCm2: number) => Promise<void>;
      readonly drawn: () => { readonly fill: number; readonly line: number };
    };
  }
}

const OUTLINE = { cx: 500, cy: 500, rx: 300, ry: 400, angleDeg: 0, placed: true };
const MIDLINE = { top: { x: 500, y: 100 }, bottom: { x: 500, y: 900 } };
const PHOTO = {
  ...FRESH_PHOTO,
  id: 'photo',
  sha256: 'a',
  width: 1000,
  height: 1000,
  outline: OUTLINE,
  midline: MIDLINE,
};
const RULER = { kind: 'ruler', a: { x: 0, y: 0 }, b: { x: 100, y: 0 }, mm: 10 } as const;

const lineAt = (y: number): CaseEdit => ({
  type: 'setHairline',
  areaId: 'line',
  photoId: PHOTO.id,
  points: [
    { x: 300, y: 300 },
    { x: 500, y },
    { x: 700, y: 300 },
  ],
});

const drawn = { fill: 0, line: 0 };

function Fill() {
  const fill = useCaseWithDraft((of) => (of === null ? undefined : activeDesign(of)?.fill));
  useEffect(() => {
    drawn.fill++;
  });
  return <p id="fill">{fill?.perCm2}</p>;
}

function Line() {
  const line = useCaseWithDraft((of) => (of === null ? undefined : hairlineOn(of, PHOTO.id)));
  useEffect(() => {
    drawn.line++;
  });
  return <p id="line">{line?.points[1]?.y}</p>;
}

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

async function show(draft: CaseEdit | null): Promise<void> {
  sessionStore.setState({ draft });
  await nextFrame();
}

const empty = newCase({ caseId: 'case', designId: 'design', seed: 5, engine: 'test' });
const photo = { ...PHOTO, view: 'other', calibration: RULER } as const;
replaceCase(applyEdit(applyEdit(empty, { type: 'addPhoto', photo }), lineAt(200)));
createRoot(document.body).render(
  <>
    <Fill />
    <Line />
  </>,
);
await nextFrame();

Object.assign(window, {
  readersPage: {
    drag: async (moves: number) => {
      for (let move = 1; move <= moves; move++) await show(lineAt(200 + move));
    },
    thicken: (perCm2: number) => show({ type: 'setFill', fill: { perCm2 } }),
    drawn: () => ({ ...drawn }),
  },
});
