/**
 * Builds the tile that ships and writes it as a module: `npx tsx test/bench/writeTile.ts` (two minutes), or
 * with `--strays` the strays alone, for the points as they are.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fnv1a32 } from '../../src/core/density/hash';
import { buildStrays, SHIPPED_STRAY_PLAN } from '../../src/core/scatter/buildStrays';
import { buildTile, SHIPPED_TILE_PLAN } from '../../src/core/scatter/buildTile';
import { fromBase64, packPoints, toBase64, unpackPoints } from '../../src/core/scatter/packTile';
import { RANKED_POINTS } from '../../src/core/scatter/tile/rankedTile';

const target = fileURLToPath(new URL('../../src/core/scatter/tile/rankedTile.ts', import.meta.url));
const points = process.argv.includes('--strays')
  ? unpackPoints(fromBase64(RANKED_POINTS))
  : buildTile(SHIPPED_TILE_PLAN);
const places = packPoints(points);
const strays = buildStrays(points, SHIPPED_STRAY_PLAN);
const hash = fnv1a32(new Uint8Array([...places, ...strays]))
  .toString(16)
  .padStart(8, '0');
writeFileSync(
  target,
  `/* eslint-disable */
// Written by test/bench/writeTile.ts. 262,144 bytes in base64: the ranked points of the tile (three bytes each), then
// where each of them naturally strays (one byte each).
/** FNV-1a hash of both, in hexadecimal; part of every saved design. */
export const RANKED_TILE_HASH = '${hash}';
// prettier-ignore
export const RANKED_POINTS = '${toBase64(places)}';
// prettier-ignore
export const STRAYS = '${toBase64(strays)}';
`,
);
process.stdout.write(`${places.length + strays.length} bytes, hash ${hash}\n`);
