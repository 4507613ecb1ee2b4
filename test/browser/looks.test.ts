import { expect, it } from 'vitest';
import { figures, isOutside, measuredRange } from '../bench/fillFigures';
import { layHead, practiceHead, withSkin } from '../bench/looksHead';

it.each(['light', 'medium', 'dark'] as const)('fills %s skin as real fills were measured', async (tone) => {
  const measured = figures(layHead(withSkin(await practiceHead('top'), tone)));

  const outside = Object.entries(measured).filter(([name, value]) => isOutside(value, measuredRange(name, tone)));

  expect(outside).toEqual([]);
});
