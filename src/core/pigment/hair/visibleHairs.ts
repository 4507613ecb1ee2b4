import type { Mm, PhotoPx } from '../../geometry/units';
import { chamferDistance } from './chamferDistance';
import { LINEAR_OF_BYTE } from '../light/light';
import type { Raster } from '../light/mips';

/** How far a place of a photo is from the middle of the nearest hair that shows; Infinity where none is near. */
export type HairDistance = (x: PhotoPx, y: PhotoPx) => Mm;

/** The single hairs of a photo, found tile by tile where somebody asks. */
export interface VisibleHairs {
  readonly awayMm: HairDistance;
  /** The tiles found since the last time, to be read elsewhere by `knownHairs`. */
  readonly takeFound: () => readonly HairTile[];
}

/** Distances within one tile of a photo in steps of AWAY_STEP_MM, row by row; 255: none is near. */
export interface HairTile {
  readonly tile: number;
  readonly cells: HairCells;
  readonly away: Uint8Array;
}

/** How a photo is cut into tiles of TILE × TILE cells. */
export interface HairCells {
  /** Side of a cell in photo px. */
  readonly cellPx: number;
  /** Tiles in a row. */
  readonly across: number;
  readonly down: number;
}

const TILE = 128;
/** Cells are no finer than is needed to tell a shaft of 0.06–0.12 mm: our choice. */
const LEAST_CELL_MM: Mm = 0.08;
/** Fewer pixels a millimetre show no single hairs. Our choice: a shaft is then under a third of a pixel. */
const LEAST_PX_PER_MM = 4;
/** A hair is sought with this blur against one this many times wider, as specks are in a donor patch. */
const HAIR_SIGMA_MM: Mm = 0.08;
const GROUND = 2.5;
/**
 * A hair is darker than the ground about it by this much in log-luminance. Bare skin's spread in this band is 0.01, that of
 * grain up to 0.03; stubble's 0.07–0.1 (measured on the practice head). Our choice between.
 */
const HAIR_DEPTH = 0.09;
const BLACK = 0.002;
const AWAY_STEP_MM: Mm = 0.01;
/** Farther away is as good as none. */
const FARTHEST_MM: Mm = 1;
const NONE = 255;

/** Reads a photo's pixels on demand; `mmPerPx` is the scale at the head's middle. */
export function visibleHairs(photo: Raster, mmPerPx: number): VisibleHairs {
  const cellPx = Math.max(1, Math.floor(LEAST_CELL_MM / mmPerPx));
  const cells: HairCells = {
    cellPx,
    across: Math.ceil(photo.width / cellPx / TILE),
    down: Math.ceil(photo.height / cellPx / TILE),
  };
  const tiles = new Map<number, Uint8Array>();
  let found: HairTile[] = [];
  if (1 / mmPerPx < LEAST_PX_PER_MM) return { awayMm: () => Infinity, takeFound: () => [] };
  const awayIn = (tile: number): Uint8Array => {
    const known = tiles.get(tile);
    if (known !== undefined) return known;
    const away = readTile(photo, cells, tile, mmPerPx * cellPx);
    tiles.set(tile, away);
    found.push({ tile, cells, away });
    return away;
  };
  return {
    awayMm: awayFrom(cells, awayIn),
    takeFound: () => {
      const taken = found;
      found = [];
      return taken;
    },
  };
}

/** The distances of tiles that were found before; where none is known no hair is. */
export function knownHairs(tiles: readonly HairTile[]): HairDistance {
  const cells = tiles[0]?.cells;
  if (cells === undefined) return () => Infinity;
  const known = new Map(tiles.map(({ tile, away }) => [tile, away]));
  return awayFrom(cells, (tile) => known.get(tile) ?? null);
}

function awayFrom({ cellPx, across, down }: HairCells, awayIn: (tile: number) => Uint8Array | null): HairDistance {
  return (x, y) => {
    const column = Math.floor(x / cellPx);
    const row = Math.floor(y / cellPx);
    if (!(column >= 0 && row >= 0 && column < across * TILE && row < down * TILE)) return Infinity;
    const away = awayIn(Math.floor(row / TILE) * across + Math.floor(column / TILE));
    const steps = away === null ? NONE : (away[(row % TILE) * TILE + (column % TILE)] as number);
    return steps === NONE ? Infinity : steps * AWAY_STEP_MM;
  };
}

function readTile(photo: Raster, { cellPx, across }: HairCells, tile: number, cellMm: Mm): Uint8Array {
  const wide = blurKernel((GROUND * HAIR_SIGMA_MM) / cellMm);
  const fine = blurKernel(HAIR_SIGMA_MM / cellMm);
  const near = Math.ceil(FARTHEST_MM / cellMm);
  const margin = near + (wide.length - 1) / 2;
  const side = TILE + 2 * margin;
  const left = (tile % across) * TILE - margin;
  const top = Math.floor(tile / across) * TILE - margin;
  const ground = logLuminance(photo, cellPx, left, top, side);
  const narrow = blurred(ground, side, fine);
  const about = blurred(ground, side, wide);
  const isHair = new Uint8Array(side * side);
  for (let i = 0; i < isHair.length; i++) {
    isHair[i] = (narrow[i] as number) - (about[i] as number) < -HAIR_DEPTH ? 1 : 0;
  }
  const cellsAway = chamferDistance(isHair, side, side);
  const away = new Uint8Array(TILE * TILE);
  for (let row = 0; row < TILE; row++) {
    for (let column = 0; column < TILE; column++) {
      const mm = (cellsAway[(row + margin) * side + column + margin] as number) * cellMm;
      away[row * TILE + column] = mm > FARTHEST_MM ? NONE : Math.round(mm / AWAY_STEP_MM);
    }
  }
  return away;
}

/** The logarithm of luminance of square cells; beyond the photo its rim goes on. */
function logLuminance(photo: Raster, cellPx: number, left: number, top: number, side: number): Float32Array {
  const { rgba, width, height } = photo;
  const values = new Float32Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      let light = 0;
      for (let j = 0; j < cellPx; j++) {
        const y = Math.min(height - 1, Math.max(0, (top + row) * cellPx + j));
        for (let i = 0; i < cellPx; i++) {
          const x = Math.min(width - 1, Math.max(0, (left + column) * cellPx + i));
          light += luminance(rgba[y * width + x] as number);
        }
      }
      values[row * side + column] = Math.log(BLACK + light / (cellPx * cellPx));
    }
  }
  return values;
}

/** Of a pixel whose lowest byte is red. */
const luminance = (pixel: number): number =>
  0.2126 * (LINEAR_OF_BYTE[pixel & 0xff] as number) +
  0.7152 * (LINEAR_OF_BYTE[(pixel >>> 8) & 0xff] as number) +
  0.0722 * (LINEAR_OF_BYTE[(pixel >>> 16) & 0xff] as number);

function blurKernel(sigma: number): Float32Array {
  const reach = Math.ceil(3 * sigma);
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = kernel.reduce((total, each) => total + each, 0);
  return kernel.map((each) => each / sum);
}

/** Of a square, along its rows and then its columns; at its rim the last value goes on. */
function blurred(values: Float32Array, side: number, kernel: Float32Array): Float32Array {
  return along(along(values, side, kernel, 1, side), side, kernel, side, 1);
}

function along(from: Float32Array, side: number, kernel: Float32Array, stride: number, across: number): Float32Array {
  const reach = (kernel.length - 1) / 2;
  const to = new Float32Array(from.length);
  for (let line = 0; line < side; line++) {
    for (let i = 0; i < side; i++) {
      let total = 0;
      for (let k = -reach; k <= reach; k++) {
        const at = i + k < 0 ? 0 : i + k < side ? i + k : side - 1;
        total += (kernel[k + reach] as number) * (from[line * across + at * stride] as number);
      }
      to[line * across + i * stride] = total;
    }
  }
  return to;
}
