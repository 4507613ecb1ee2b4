import { expect, it } from 'vitest';
import { exactExp, exactSinTurns } from '../../../src/core/density/exactMath';

it('exp and sin agree with the engine to the last digits', () => {
  for (let x = -30; x <= 30; x += 0.37) expect(Math.abs(exactExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-13);
  for (let turns = -3; turns <= 3; turns += 0.013) {
    expect(Math.abs(exactSinTurns(turns) - Math.sin(2 * Math.PI * turns))).toBeLessThan(1e-10);
  }
});
