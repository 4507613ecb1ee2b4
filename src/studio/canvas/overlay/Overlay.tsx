import type Konva from 'konva';
import { useEffect, useRef } from 'react';
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore';
import { caseStore } from '../../state/caseStore';
import { sessionStore, type SessionState } from '../../state/sessionStore';
import { useSession } from '../../state/useStores';
import styles from '../DesignCanvas.module.css';
import { drawAreaHandles, drawAreas } from './drawAreas';
import { drawGuides } from './drawGuides';
import { drawHead } from './drawHead';
import { drawHairLoss } from './drawHairLoss';
import { drawHairline } from './drawHairline';
import { drawLandmarkGuides, drawMarked } from './drawLandmarkGuides';
import { drawPicked, drawRuler } from './drawRuler';
import { drawWhorls } from './drawWhorls';
import { overlayModel } from './overlayModel';

/** What of the session the lines are drawn from; the rest of it redraws nothing. */
const DRAWN = [
  'camera',
  'draft',
  'tool',
  'toolView',
  'outlineShown',
  'midlineShown',
  'selectedAreas',
  'craft',
  'aids',
] as const;

/**
 * The lines above the picture, drawn straight from the stores: a pointer's movement redraws a layer and passes no
 * component. Hit testing is the tools' own (core/tools), so no layer listens.
 */
export function Overlay() {
  const size = useSession((state) => state.viewport);
  const hidden = useSession((state) => state.overlayHidden || state.beforeHeld);
  const faded = useSession(isFaded);
  const guides = useRef<Konva.Layer>(null);
  const lines = useRef<Konva.Layer>(null);

  useEffect(() => {
    const redraw = (): void => {
      guides.current?.batchDraw();
      lines.current?.batchDraw();
    };
    const stops = [
      caseStore.subscribe(redraw),
      sessionStore.subscribe((now, before) => {
        if (DRAWN.some((field) => now[field] !== before[field])) redraw();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  return (
    <div className={styles.overlay} data-hidden={hidden} data-faded={faded}>
      <Stage width={size.width} height={size.height} listening={false}>
        <Layer ref={guides} listening={false}>
          <Shape
            listening={false}
            perfectDrawEnabled={false}
            sceneFunc={drawing(
              drawHead,
              drawWhorls,
              drawGuides,
              drawAreas,
              drawHairLoss,
              drawLandmarkGuides,
              drawMarked,
            )}
          />
        </Layer>
        <Layer ref={lines} listening={false}>
          <Shape
            listening={false}
            perfectDrawEnabled={false}
            sceneFunc={drawing(drawHairline, drawAreaHandles, drawRuler, drawPicked)}
          />
        </Layer>
      </Stage>
    </div>
  );
}

/** While the hand drags the lines step back, so that the dots are seen; but for the line that it is making. */
const isFaded = ({ dragging, tool, toolView: { trace, loop, brush } }: SessionState): boolean =>
  dragging && trace === null && loop === null && brush === null && tool !== 'scale' && tool !== 'head';

type Draw = (context: Konva.Context, model: NonNullable<ReturnType<typeof overlayModel>>) => void;

const drawing =
  (...draws: readonly Draw[]) =>
  (context: Konva.Context): void => {
    const model = overlayModel(caseStore.getState().case, sessionStore.getState());
    if (model === null) return;
    for (const draw of draws) draw(context, model);
  };
