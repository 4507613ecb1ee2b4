import { expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../../src/core/scatter/engineVersion';
import { RANKED_TILE_HASH } from '../../../src/core/scatter/tile/rankedTile';

it('the engine that a design names is that of the shipped tile', () => {
  expect(ENGINE_VERSION).toBe(`6-${RANKED_TILE_HASH}`);
});
