import { expect, test } from 'vitest';
import { samples } from './samples';

/** A clock that each sample moves on. */
function taking(ms: number): { once: (turn: number) => Promise<number>; now: () => number } {
  let clock = 0;
  const once = (turn: number): Promise<number> => {
    clock += ms;
    return Promise.resolve(turn);
  };
  return { once, now: () => clock };
}

test('the first of the repeats does not count, and quick ones are taken as often as wanted', async () => {
  const { once, now } = taking(1);
  expect(await samples({ least: 2, most: 4, budgetMs: 100 }, once, now)).toEqual([1, 2, 3, 4]);
});

test('slow ones end when their time is used up, but not before the least', async () => {
  const slow = taking(60);
  expect(await samples({ least: 2, most: 9, budgetMs: 100 }, slow.once, slow.now)).toEqual([1, 2]);
  const slower = taking(600);
  expect(await samples({ least: 3, most: 9, budgetMs: 100 }, slower.once, slower.now)).toEqual([1, 2, 3]);
});
