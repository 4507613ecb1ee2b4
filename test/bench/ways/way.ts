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

/** CSS px and device px alike; canvas px per photo px: the photo fits. */
export const VIEW = { width: 1400, height: 1000, scale: 0.35 } as const;
/** 12 megapixels. */
export const PHOTO = { width: 4000, height: 3000 } as const;
export const PX_PER_MM = 10;
/** The size of the marks, of all ways. */
export const DOT_MM = 0.28;

/** Where an edit takes its dots from where they lie, photo px: another place at each turn, so that none is known already. */
export const shiftAt = (turn: number): number => (turn % 2 === 0 ? 1 : -1) * (6 + (turn % 97) / 16);
