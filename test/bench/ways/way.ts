import type { BenchDots } from './benchDots';

/** One way of showing dots over a photo, as the bench drives it. */
export interface Way {
  readonly name: string;
  /** Shows photo and dots; done when it has drawn all. */
  readonly open: (host: HTMLElement, photo: ImageData, dots: BenchDots) => Promise<void>;
  /** Moves the picture; drawn in the next frame. */
  readonly pan: (x: number, y: number) => void;
  /** What an edit is given ready, made outside the clock. */
  readonly prepare?: (turn: number) => void;
  /**
   * Changes 7 % of the dots, in one place. Done when all has been drawn, or is ready to be drawn in the next frame, which
   * it has asked for; it waits for no frame itself.
   */
  readonly edit: (turn: number) => Promise<void> | void;
  /** Nothing is left to be done behind the picture; outside the clock. */
  readonly settle?: () => Promise<void>;
  /** The visible canvas that an edit changes. */
  readonly canvas: () => HTMLCanvasElement | null;
  /** Shows what takes the most memory. */
  readonly fillMemory?: () => void;
}
