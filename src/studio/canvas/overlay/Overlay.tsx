import type Konva from 'konva';
import { useEffect, useRef } from 'react';
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore';
import { caseStore } from '../../state/caseStore';
import { sessionStore } from '../../state/sessionStore';
import { useSession } from '../../state/useStores';
import styles from '../DesignCanvas.module.css';
import { drawGuides } from './drawGuides';
import { drawHairline } from './drawHairline';
import { drawPicked, drawRuler } from './drawRuler';
import { overlayModel } from './overlayModel';

/** What of the session the lines are drawn from; the rest of it redraws nothing. */
const DRAWN = ['camera', 'draft', 'tool', 'toolView', 'outlineShown', 'midlineShown'] as const;

/**
 * The lines above the picture, drawn straight from the stores: a pointer's movement redraws a layer and passes no
 * component. Hit testing is the tools' own (core/tools), so no layer listens.
 */
export function Overlay() {
  const size = useSession((state) => state.viewport);
  const hidden = useSession((state) => state.overlayHidden || state.beforeHeld);
  const faded = useSession((state) => state.dragging && state.toolView.trace === null && state.tool !== 'scale');
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
          <Shape listening={false} perfectDrawEnabled={false} sceneFunc={drawing(drawGuides)} />
        </Layer>
        <Layer ref={lines} listening={false}>
          <Shape
            listening={false}
            perfectDrawEnabled={false}
            sceneFunc={drawing(drawHairline, drawRuler, drawPicked)}
          />
        </Layer>
      </Stage>
    </div>
  );
}

type Draw = (context: Konva.Context, model: NonNullable<ReturnType<typeof overlayModel>>) => void;

const drawing =
  (...draws: readonly Draw[]) =>
  (context: Konva.Context): void => {
    const model = overlayModel(caseStore.getState().case, sessionStore.getState());
    if (model === null) return;
    for (const draw of draws) draw(context, model);
  };
