/**
 * What lies between the marks, on one grid: bilinear between nodes and 0 off the grid. Node (column, row) lies at the photo
 * px stepPx × (column0 + column, row0 + row).
 */
export interface Haze {
  readonly stepPx: number;
  readonly column0: number;
  readonly row0: number;
  readonly columns: number;
  readonly rows: number;
  /** The haze as a share of that of a full fill. */
  readonly share: Float32Array;
  /** The cloud, relative to what a full fill has of it on average. */
  readonly cloud: Float32Array;
  /** The skin's redness as a share of its full depth; null while no session is fresh. */
  readonly redness: Float32Array | null;
}
