import type { Mm } from '../geometry/units';

/** Where one sheet of a drawing lies in it, and what of the drawing it shows; mm. */
export interface Tile {
  readonly column: number;
  readonly row: number;
  /** Of the drawing, at the sheet's upper left printable corner. */
  readonly x: Mm;
  readonly y: Mm;
}

export interface Tiling {
  readonly landscape: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly Tile[];
  /** Of each sheet's window on the drawing. */
  readonly windowWidth: Mm;
  readonly windowHeight: Mm;
}

interface SheetSize {
  readonly width: Mm;
  readonly height: Mm;
}

/**
 * A drawing cut into as few sheets as hold it, upright or lying; neighbours share `overlap` mm so that they can be laid over
 * each other, and the drawing lies in the middle of them all. `margin` is left free all round, `band` at the foot.
 */
export function tilesFor(
  drawing: SheetSize,
  sheet: SheetSize,
  { margin, band, overlap }: { readonly margin: Mm; readonly band: Mm; readonly overlap: Mm },
): Tiling {
  const cut = (landscape: boolean): Tiling => {
    const [width, height] = landscape ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
    const windowWidth = width - 2 * margin;
    const windowHeight = height - 2 * margin - band;
    const columns = sheetsAlong(drawing.width, windowWidth, overlap);
    const rows = sheetsAlong(drawing.height, windowHeight, overlap);
    const left = (drawing.width - wholeOf(columns, windowWidth, overlap)) / 2;
    const top = (drawing.height - wholeOf(rows, windowHeight, overlap)) / 2;
    const tiles = Array.from({ length: rows * columns }, (_, i) => {
      const [row, column] = [Math.floor(i / columns), i % columns];
      return { column, row, x: left + column * (windowWidth - overlap), y: top + row * (windowHeight - overlap) };
    });
    return { landscape, columns, rows, tiles, windowWidth, windowHeight };
  };
  const [upright, lying] = [cut(false), cut(true)];
  return lying.tiles.length < upright.tiles.length ? lying : upright;
}

const sheetsAlong = (length: Mm, window: Mm, overlap: Mm): number =>
  Math.max(1, Math.ceil((length - overlap) / (window - overlap)));

const wholeOf = (sheets: number, window: Mm, overlap: Mm): Mm => sheets * window - (sheets - 1) * overlap;
