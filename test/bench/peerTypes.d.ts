/* eslint-disable no-restricted-exports -- the peers export defaults */
/** The parts of the peers' faces that the bench uses; they ship no types of their own. */
declare module 'fast-2d-poisson-disk-sampling' {
  export default class FastPoissonDiskSampling {
    constructor(options: { shape: [number, number]; radius: number; tries?: number }, random?: () => number);
    fill(): [number, number][];
  }
}

declare module 'poisson-disk-sampling' {
  export default class PoissonDiskSampling {
    constructor(
      options: {
        shape: [number, number];
        minDistance: number;
        maxDistance?: number;
        tries?: number;
        distanceFunction?: (place: number[]) => number;
      },
      random?: () => number,
    );
    fill(): number[][];
  }
}
