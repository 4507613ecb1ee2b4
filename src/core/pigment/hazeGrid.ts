/**
 * The haze between the marks as a share of that of a full fill, bilinear between nodes and 0 off the grid. Node (column, row)
 * lies at the photo px stepPx × (column0 + column, row0 + row).
 */
export interface Haze {
  readonly stepPx: number;
  readonly column0: number;
  readonly row0: number;
  readonly columns: number;
  readonly rows: number;
  readonly share: Float32Array;
}
