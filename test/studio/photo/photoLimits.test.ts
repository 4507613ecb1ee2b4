import { describe, expect, it } from 'vitest';
import { workSizePx } from '../../../src/studio/photo/photoLimits';

describe('the size of the work copy', () => {
  it.each([
    [6000, 4000, 4096, 2731],
    [3000, 9000, 1365, 4096],
    [4096, 4096, 4096, 4096],
    [640, 480, 640, 480],
    [1, 1, 1, 1],
    [60_000, 1, 4096, 1],
  ])('of %i × %i is %i × %i', (width, height, workWidth, workHeight) => {
    expect(workSizePx(width, height)).toEqual({ width: workWidth, height: workHeight });
  });
});
