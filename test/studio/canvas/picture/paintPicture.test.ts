import { describe, expect, it } from 'vitest';
import { paintPicture, type PaintRequest } from '../../../../src/studio/canvas/picture/paintPicture';

/** Stands where a canvas would: notes what is drawn on it, in order. */
function noting(): { readonly context: CanvasRenderingContext2D; readonly drawn: unknown[] } {
  const drawn: unknown[] = [];
  const nothing = (): void => undefined;
  const context = {
    ...{ setTransform: nothing, fillRect: nothing, save: nothing, restore: nothing },
    ...{ beginPath: nothing, rect: nothing, clip: nothing },
    drawImage: (image: unknown) => drawn.push(image),
  };
  return { context: context as unknown as CanvasRenderingContext2D, drawn };
}

const SMALL = { width: 10, height: 10 } as unknown as CanvasImageSource;
const LEVEL = { width: 100, height: 100 } as unknown as HTMLCanvasElement;

function request(placeholder: CanvasImageSource | null): PaintRequest {
  const level = { layer: 'after', level: 0, canvas: LEVEL, present: new Uint8Array([1]), columns: 1 } as const;
  const after = { levels: [{ ...level, context: noting().context }], frame: null };
  return {
    size: { width: 100, height: 100, ratio: 1 },
    surround: '#1e1e1e',
    placement: { x: 0, y: 0, scale: 1, level: 0, exact: true },
    photo: { width: 100, height: 100 },
    compare: { kind: 'after' },
    placeholder,
    layers: { after, before: { levels: [], frame: null } },
  };
}

describe('the picture on its canvas', () => {
  it('has what stands in for the photo under the tiles that have come, as long as it is there', () => {
    const first = noting();
    paintPicture(first.context, request(SMALL));
    expect(first.drawn).toEqual([SMALL, LEVEL]);
    const later = noting();
    paintPicture(later.context, request(null));
    expect(later.drawn).toEqual([LEVEL]);
  });
});
