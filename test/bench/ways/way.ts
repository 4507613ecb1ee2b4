/** One way of showing dots over a photo, as the bench drives it. */
export interface Way {
  readonly name: string;
  /** Shows the photo with so many dots; done when their pixels are on the canvas. Returns how many there are. */
  readonly open: (host: HTMLElement, photo: ImageData, dots: number) => Promise<number>;
  /** Moves the picture; drawn in the next frame. */
  readonly pan: (x: number, y: number) => void;
  /** Changes 7 % of the dots, in one place; done when the pixels are on the canvas. */
  readonly edit: (turn: number) => Promise<void>;
  readonly close: () => void;
}

export const VIEW = { width: 1200, height: 800, scale: 0.4 } as const;
/** Photo px per mm, and its size: 600 cm². */
export const PX_PER_MM = 10;
export const PHOTO = { width: 3000, height: 2000 } as const;

export const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** What was drawn in the last frame has been put on the screen. */
export async function painted(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

/** Where the other ways set their dots: as many, evenly strewn. */
export function strewn(count: number): { readonly x: Float32Array; readonly y: Float32Array } {
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    // A lattice of two irrational steps covers the picture evenly, column by column of its first coordinate.
    x[i] = ((i + 0.5) / count) * PHOTO.width;
    y[i] = ((i * 0.6180339887498949) % 1) * PHOTO.height;
  }
  return { x, y };
}

/** The seven of a hundred dots that an edit moves, side by side in the middle. */
export const edited = (count: number): { readonly from: number; readonly to: number } => ({
  from: Math.floor(0.46 * count),
  to: Math.floor(0.53 * count),
});
