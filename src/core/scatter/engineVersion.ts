/**
 * The engine whose dots a design was made with: another version, or another tile, would set other dots (6: the mean skull is
 * fuller low behind; 5: a head's own skull bends in waves of 60 mm; 4: one skull for all photos of a head; 3: density varies in
 * clusters and gaps of all sizes; 2: laid in the chart of the scalp; 1: flat on the photo). Its second part is the tile's hash,
 * written out so that the tile itself is loaded only where dots are made.
 */
export const ENGINE_VERSION = '6-2fa68aaa';
