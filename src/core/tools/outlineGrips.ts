import type { HeadOutline } from '../head/headPhoto';
import type { PhotoPoint } from '../geometry/units';

export type OutlineGrip = 'centre' | 'right' | 'bottom' | 'left' | 'top' | 'rotate';

/** Smaller than this an outline could not be taken hold of again. Our choice. */
const MIN_RADIUS_PX = 20;
/** Where on the ellipse the turning grip sits, clear of the four others. */
const ROTATE_AT_DEG = -45;

/** Where an outline is taken hold of: its centre, the ends of its axes, and a place between two of them to turn it. */
export function outlineGrips(outline: HeadOutline): { readonly grip: OutlineGrip; readonly at: PhotoPoint }[] {
  const on = (grip: OutlineGrip, along: number, across: number) => ({ grip, at: fromAxes(outline, along, across) });
  const turn = radians(ROTATE_AT_DEG);
  return [
    on('centre', 0, 0),
    on('right', outline.rx, 0),
    on('bottom', 0, outline.ry),
    on('left', -outline.rx, 0),
    on('top', 0, -outline.ry),
    on('rotate', outline.rx * Math.cos(turn), outline.ry * Math.sin(turn)),
  ];
}

/** The outline after one of its grips was dragged to a place. An axis' far end stays where it is. */
export function dragOutline(outline: HeadOutline, grip: OutlineGrip, to: PhotoPoint): HeadOutline {
  switch (grip) {
    case 'centre':
      return { ...outline, cx: to.x, cy: to.y, placed: true };
    case 'rotate': {
      const wanted = Math.atan2(to.y - outline.cy, to.x - outline.cx);
      const turn = radians(ROTATE_AT_DEG);
      const own = Math.atan2(outline.ry * Math.sin(turn), outline.rx * Math.cos(turn));
      return { ...outline, angleDeg: halfTurn(((wanted - own) * 180) / Math.PI), placed: true };
    }
    case 'left':
    case 'right':
      return stretch(outline, to, 'rx', grip === 'right' ? 1 : -1);
    case 'top':
    case 'bottom':
      return stretch(outline, to, 'ry', grip === 'bottom' ? 1 : -1);
  }
}

function stretch(outline: HeadOutline, to: PhotoPoint, axis: 'rx' | 'ry', side: 1 | -1): HeadOutline {
  const { along, across } = toAxes(outline, to);
  const reach = side * (axis === 'rx' ? along : across);
  const far = -outline[axis];
  const radius = Math.max(MIN_RADIUS_PX, (reach - far) / 2);
  const shift = side * (far + radius);
  const centre = axis === 'rx' ? fromAxes(outline, shift, 0) : fromAxes(outline, 0, shift);
  return { ...outline, cx: centre.x, cy: centre.y, [axis]: radius, placed: true };
}

function fromAxes({ cx, cy, angleDeg }: HeadOutline, along: number, across: number): PhotoPoint {
  const cos = Math.cos(radians(angleDeg));
  const sin = Math.sin(radians(angleDeg));
  return { x: cx + along * cos - across * sin, y: cy + along * sin + across * cos };
}

function toAxes({ cx, cy, angleDeg }: HeadOutline, p: PhotoPoint): { along: number; across: number } {
  const cos = Math.cos(radians(angleDeg));
  const sin = Math.sin(radians(angleDeg));
  return { along: (p.x - cx) * cos + (p.y - cy) * sin, across: (p.y - cy) * cos - (p.x - cx) * sin };
}

/** An ellipse turned by half a circle is the same ellipse. */
const halfTurn = (deg: number): number => ((((deg + 90) % 180) + 180) % 180) - 90;

const radians = (deg: number): number => (deg * Math.PI) / 180;
