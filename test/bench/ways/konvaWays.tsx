import Konva from 'konva';
import { memo, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Circle, Layer, Stage } from 'react-konva';
import type { BenchDots } from './benchDots';
import { photoCanvas } from './photoWay';
import { PHOTO, shiftAt, VIEW } from './benchScreen';
import type { Way } from './way';

const FILL = 'rgba(30, 25, 22, 0.8)';

type DrawPhoto = (x: number, y: number) => void;

/** The photo on a plain canvas below, as the studio has it too, and a layer for the dots above. */
function stageOn(
  host: HTMLElement,
  photo: ImageData,
): { readonly stage: Konva.Stage; readonly layer: Konva.Layer; readonly drawPhoto: DrawPhoto } {
  const { draw } = photoCanvas(host, photo);
  const container = document.createElement('div');
  container.style.position = 'absolute';
  host.append(container);
  const { width, height, scale } = VIEW;
  const stage = new Konva.Stage({ container, width, height, scaleX: scale, scaleY: scale });
  const layer = new Konva.Layer({ listening: false });
  stage.add(layer);
  return { stage, layer, drawPhoto: draw };
}

/** The visible canvas of a layer. */
const canvasOf = (layer: Konva.Layer | undefined): HTMLCanvasElement | null => layer?.getNativeCanvasElement() ?? null;

/** One shape whose drawing function makes an arc for each dot. An edit: new numbers; the layer is drawn in the next frame, as in all of Konva's ways. */
export function konvaShape(): Way {
  let made: ReturnType<typeof stageOn> | null = null;
  let y = new Float32Array();
  let dots: BenchDots | null = null;
  return {
    name: 'one Konva Shape',
    open(host, photo, given) {
      made = stageOn(host, photo);
      dots = given;
      y = given.y.slice();
      const { x, radius } = given;
      const sceneFunc = (context: Konva.Context): void => {
        context.fillStyle = FILL;
        context.beginPath();
        for (let i = 0; i < x.length; i++) {
          const [cx, cy, r] = [x[i] as number, y[i] as number, radius[i] as number];
          context.moveTo(cx + r, cy);
          context.arc(cx, cy, r, 0, 2 * Math.PI);
        }
        context.fill();
      };
      made.layer.add(new Konva.Shape({ sceneFunc, perfectDrawEnabled: false }));
      made.layer.draw();
      return Promise.resolve();
    },
    pan(x0, y0) {
      made?.drawPhoto(x0, y0);
      made?.stage.position({ x: x0, y: y0 }).batchDraw();
    },
    edit(turn) {
      if (dots === null) return;
      for (const i of dots.strip) y[i] = (dots.y[i] as number) + shiftAt(turn);
      made?.layer.batchDraw();
    },
    canvas: () => canvasOf(made?.layer),
  };
}

/** The cache is told its rectangle, so that it need not ask every circle for its own. */
const CACHED = { x: 0, y: 0, ...PHOTO, pixelRatio: VIEW.scale } as const;

/**
 * A circle for each dot; `cached` draws them once into a bitmap of their group. An edit: the circles moved, and the bitmap
 * made anew if there is one.
 */
export function konvaCircles(cached: boolean): Way {
  let made: ReturnType<typeof stageOn> | null = null;
  let circles: Konva.Circle[] = [];
  let group: Konva.Group | null = null;
  let dots: BenchDots | null = null;
  return {
    name: cached ? 'Konva circles, cached group' : 'Konva circles',
    open(host, photo, given) {
      made = stageOn(host, photo);
      dots = given;
      group = new Konva.Group({ listening: false });
      const { y, radius } = given;
      circles = Array.from(given.x, (x, i) => {
        return new Konva.Circle({ x, y: y[i] ?? 0, radius: radius[i] ?? 0, fill: FILL, perfectDrawEnabled: false });
      });
      for (const circle of circles) group.add(circle);
      made.layer.add(group);
      if (cached) group.cache(CACHED);
      made.layer.draw();
      return Promise.resolve();
    },
    pan(x, y) {
      made?.drawPhoto(x, y);
      made?.stage.position({ x, y }).batchDraw();
    },
    edit(turn) {
      if (dots === null) return;
      for (const i of dots.strip) circles[i]?.y((dots.y[i] as number) + shiftAt(turn));
      if (cached) group?.clearCache().cache(CACHED);
      made?.layer.batchDraw();
    },
    canvas: () => canvasOf(made?.layer),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

interface Shown {
  readonly x: number;
  readonly y: number;
  readonly places: readonly Place[];
}

const Dot = memo(function Dot({ x, y, radius }: Place) {
  return <Circle x={x} y={y} radius={radius} fill={FILL} perfectDrawEnabled={false} />;
});

const Dots = memo(function Dots({ places }: { readonly places: readonly Place[] }) {
  return places.map(({ x, y, radius }, i) => <Dot key={i} x={x} y={y} radius={radius} />);
});

const placesOf = ({ x, y, radius }: BenchDots): Place[] =>
  Array.from(x, (each, i) => ({ x: each, y: y[i] ?? 0, radius: radius[i] ?? 0 }));

/** The same circles as components. An edit: the state set and rendered at once. */
export function reactKonvaCircles(): Way {
  let drawPhoto: DrawPhoto = () => undefined;
  let show: (next: (shown: Shown) => Shown) => void = () => undefined;
  let dots: BenchDots | null = null;
  const layer: RefObject<Konva.Layer | null> = { current: null };
  function Picture({ first }: { readonly first: Shown }) {
    const [shown, setShown] = useState(first);
    show = setShown;
    const { width, height, scale } = VIEW;
    return (
      <Stage width={width} height={height} scaleX={scale} scaleY={scale} x={shown.x} y={shown.y}>
        <Layer listening={false} ref={layer}>
          <Dots places={shown.places} />
        </Layer>
      </Stage>
    );
  }
  return {
    name: 'react-konva circles',
    open(host, photo, given) {
      drawPhoto = photoCanvas(host, photo).draw;
      dots = given;
      const above = document.createElement('div');
      above.style.position = 'absolute';
      host.append(above);
      const root = createRoot(above);
      flushSync(() => {
        root.render(<Picture first={{ x: 0, y: 0, places: placesOf(given) }} />);
      });
      layer.current?.draw();
      return Promise.resolve();
    },
    pan(x, y) {
      drawPhoto(x, y);
      flushSync(() => {
        show((before) => ({ ...before, x, y }));
      });
    },
    edit(turn) {
      const of = dots;
      if (of === null) return;
      flushSync(() => {
        show((before) => {
          const places = [...before.places];
          for (const i of of.strip) {
            const place = places[i];
            if (place !== undefined) places[i] = { ...place, y: (of.y[i] as number) + shiftAt(turn) };
          }
          return { ...before, places };
        });
      });
    },
    canvas: () => canvasOf(layer.current ?? undefined),
  };
}
