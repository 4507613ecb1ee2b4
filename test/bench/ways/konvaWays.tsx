import Konva from 'konva';
import { memo, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Circle, Layer, Stage } from 'react-konva';
import { edited, painted, strewn, VIEW, type Way } from './way';

const RADIUS_PX = 1.4;
const FILL = 'rgba(30, 25, 22, 0.8)';
/** How far an edit moves its dots, px. */
const MOVE_PX = 6;

/** A plain canvas under the stage for the photo, as the studio has it too. */
function photoBelow(host: HTMLElement, photo: ImageData): (x: number, y: number) => void {
  const whole = document.createElement('canvas');
  whole.width = photo.width;
  whole.height = photo.height;
  whole.getContext('2d')?.putImageData(photo, 0, 0);
  const canvas = document.createElement('canvas');
  canvas.width = VIEW.width;
  canvas.height = VIEW.height;
  canvas.style.position = 'absolute';
  host.append(canvas);
  const context = canvas.getContext('2d');
  const draw = (x: number, y: number): void => {
    context?.setTransform(1, 0, 0, 1, 0, 0);
    context?.clearRect(0, 0, VIEW.width, VIEW.height);
    context?.setTransform(VIEW.scale, 0, 0, VIEW.scale, x, y);
    context?.drawImage(whole, 0, 0);
  };
  draw(0, 0);
  return draw;
}

function stageOn(host: HTMLElement): { readonly stage: Konva.Stage; readonly layer: Konva.Layer } {
  const above = document.createElement('div');
  above.style.position = 'absolute';
  host.append(above);
  const stage = new Konva.Stage({
    container: above,
    width: VIEW.width,
    height: VIEW.height,
    scaleX: VIEW.scale,
    scaleY: VIEW.scale,
  });
  const layer = new Konva.Layer({ listening: false });
  stage.add(layer);
  return { stage, layer };
}

/** One shape whose drawing function makes an arc for each dot. */
export function konvaShape(): Way {
  let stage: Konva.Stage | null = null;
  let drawPhoto: (x: number, y: number) => void = () => undefined;
  let dots = strewn(0);
  return {
    name: 'one Konva Shape',
    async open(host, photo, count) {
      drawPhoto = photoBelow(host, photo);
      const made = stageOn(host);
      stage = made.stage;
      dots = strewn(count);
      const draw = (context: Konva.Context): void => {
        context.fillStyle = FILL;
        context.beginPath();
        for (let i = 0; i < dots.x.length; i++) {
          const [x, y] = [dots.x[i] as number, dots.y[i] as number];
          context.moveTo(x + RADIUS_PX, y);
          context.arc(x, y, RADIUS_PX, 0, 2 * Math.PI);
        }
        context.fill();
      };
      made.layer.add(new Konva.Shape({ sceneFunc: draw, perfectDrawEnabled: false }));
      made.layer.draw();
      await painted();
      return count;
    },
    pan(x, y) {
      drawPhoto(x, y);
      stage?.position({ x, y }).batchDraw();
    },
    async edit(turn) {
      const { from, to } = edited(dots.x.length);
      for (let i = from; i < to; i++) dots.y[i] = (dots.y[i] as number) + (turn % 2 === 0 ? MOVE_PX : -MOVE_PX);
      stage?.batchDraw();
      await painted();
    },
    close: () => stage?.destroy(),
  };
}

/** A circle for each dot; `cached` draws them once into a bitmap of their group. */
export function konvaCircles(cached: boolean): Way {
  let stage: Konva.Stage | null = null;
  let drawPhoto: (x: number, y: number) => void = () => undefined;
  let circles: Konva.Circle[] = [];
  let group: Konva.Group | null = null;
  return {
    name: cached ? 'Konva circles, cached group' : 'Konva circles',
    async open(host, photo, count) {
      drawPhoto = photoBelow(host, photo);
      const made = stageOn(host);
      stage = made.stage;
      group = new Konva.Group({ listening: false });
      const { x, y } = strewn(count);
      circles = Array.from(x, (each, i) => {
        return new Konva.Circle({ x: each, y: y[i] ?? 0, radius: RADIUS_PX, fill: FILL, perfectDrawEnabled: false });
      });
      for (const circle of circles) group.add(circle);
      made.layer.add(group);
      if (cached) group.cache({ pixelRatio: VIEW.scale });
      made.layer.draw();
      await painted();
      return count;
    },
    pan(x, y) {
      drawPhoto(x, y);
      stage?.position({ x, y }).batchDraw();
    },
    async edit(turn) {
      const { from, to } = edited(circles.length);
      for (const circle of circles.slice(from, to)) circle.y(circle.y() + (turn % 2 === 0 ? MOVE_PX : -MOVE_PX));
      if (cached) group?.clearCache().cache({ pixelRatio: VIEW.scale });
      stage?.batchDraw();
      await painted();
    },
    close: () => stage?.destroy(),
  };
}

interface Shown {
  readonly x: number;
  readonly y: number;
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

const Dot = memo(function Dot({ x, y }: { readonly x: number; readonly y: number }) {
  return <Circle x={x} y={y} radius={RADIUS_PX} fill={FILL} perfectDrawEnabled={false} />;
});

/** The same circles as components. */
export function reactKonvaCircles(): Way {
  let root: Root | null = null;
  let drawPhoto: (x: number, y: number) => void = () => undefined;
  let show: (next: (shown: Shown) => Shown) => void = () => undefined;
  let count = 0;
  function Dots({ first }: { readonly first: Shown }) {
    const [shown, setShown] = useState(first);
    show = setShown;
    return (
      <Stage width={VIEW.width} height={VIEW.height} scaleX={VIEW.scale} scaleY={VIEW.scale} x={shown.x} y={shown.y}>
        <Layer listening={false}>
          {shown.places.map((place, i) => (
            <Dot key={i} x={place.x} y={place.y} />
          ))}
        </Layer>
      </Stage>
    );
  }
  return {
    name: 'react-konva circles',
    async open(host, photo, dots) {
      drawPhoto = photoBelow(host, photo);
      const above = document.createElement('div');
      above.style.position = 'absolute';
      host.append(above);
      const { x, y } = strewn(dots);
      count = dots;
      root = createRoot(above);
      root.render(<Dots first={{ x: 0, y: 0, places: Array.from(x, (each, i) => ({ x: each, y: y[i] ?? 0 })) }} />);
      // Its own frame makes the nodes; they are drawn in the next.
      while (above.querySelector('canvas') === null) await painted();
      await painted();
      return dots;
    },
    pan(x, y) {
      drawPhoto(x, y);
      show((before) => ({ ...before, x, y }));
    },
    async edit(turn) {
      const { from, to } = edited(count);
      const by = turn % 2 === 0 ? MOVE_PX : -MOVE_PX;
      show((before) => ({
        ...before,
        places: before.places.map((place, i) => (i >= from && i < to ? { x: place.x, y: place.y + by } : place)),
      }));
      await painted();
    },
    close: () => root?.unmount(),
  };
}
