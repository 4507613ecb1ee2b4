/** Builds the tile that ships and writes it as a module: `npx tsx test/bench/writeTile.ts`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildTile, SHIPPED_TILE_PLAN } from '../../src/core/scatter/buildTile';
import { fnv1a32 } from '../../src/core/density/hash';
import { packTile } from '../../src/core/scatter/packTile';

const target = fileURLToPath(new URL('../../src/core/scatter/tile/rankedTile.ts', import.meta.url));
const packed = packTile(buildTile(SHIPPED_TILE_PLAN));
const hash = fnv1a32(new TextEncoder().encode(packed)).toString(16).padStart(8, '0');
writeFileSync(
  target,
  `/* eslint-disable */
// Written by test/bench/writeTile.ts: the ranked points of the tile, four base64 characters each.
/** FNV-1a hash of RANKED_TILE in hexadecimal; part of every saved design. */
export const RANKED_TILE_HASH = '${hash}';
// prettier-ignore
export const RANKED_TILE = '${packed}';
`,
);
process.stdout.write(`${packed.length} characters, hash ${hash}\n`);
