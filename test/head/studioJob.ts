/** What photo.ts and the studio's workers agree on. */
import type { Camera } from './camera';

/** Sample points a side on each light: one is enough to place them, five make soft shine. */
export const PANEL_SAMPLES = 5;

/** What a worker of the studio is given once. */
export interface StudioSetup {
  readonly camera: Camera;
  readonly planes: SharedArrayBuffer;
  readonly grid: SharedArrayBuffer;
  /** Next row of the exposure and of the shading. */
  readonly rows: SharedArrayBuffer;
  readonly part: number;
  readonly parts: number;
}
export type StudioJob = 'grid' | 'roots' | 'expose' | 'shade';
