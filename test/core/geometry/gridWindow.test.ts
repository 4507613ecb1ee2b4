import { expect, it } from 'vitest';
import {
  copyNodes,
  nowhereAbove,
  sameGrid,
  sameNodesIn,
  valuesMovedTo,
  valuesOn,
  widened,
  windowOf,
} from '../../../src/core/geometry/gridWindow';
import { NODE_STEP_MM } from '../../../src/core/density/field';

const step = NODE_STEP_MM / 10;
const grid = { originX: -40 * step, originY: 7 * step, step, columns: 90, rows: 50 };
const values = Float32Array.from({ length: grid.columns * grid.rows }, (_, node) => node + 1);

it('a window has the same nodes as the whole, to the bit', () => {
  const window = windowOf(grid, { x0: -0.31, y0: 0.73, x1: 0.9, y1: 1.2 });
  if (window === null) throw new Error('The window lies on the grid.');
  const right = Math.round((window.originX - grid.originX) / step);
  const down = Math.round((window.originY - grid.originY) / step);
  for (let i = 0; i < window.columns; i++) {
    expect(window.originX + i * step).toBe(grid.originX + (right + i) * step);
  }
  for (let i = 0; i < window.rows; i++) expect(window.originY + i * step).toBe(grid.originY + (down + i) * step);
  expect(window.originX).toBeLessThanOrEqual(-0.31);
  expect(window.originX + (window.columns - 1) * step).toBeGreaterThanOrEqual(0.9);
  expect(windowOf(grid, { x0: 8, y0: 0, x1: 9, y1: 1 })).toBe(null);
});

it('what is copied out of a grid and back again leaves it as it was', () => {
  const window = windowOf(grid, { x0: -2.5, y0: 0, x1: 0.4, y1: 0.8 }, 2);
  if (window === null) throw new Error('The window lies on the grid.');
  const part = valuesOn(grid, values, window, 0);
  const back = values.slice();
  copyNodes(window, part, grid, back);
  expect(back).toEqual(values);
});

it('a grid that reaches farther has nothing there but what is said', () => {
  const around = widened(grid, 1);
  expect(sameGrid(around, grid)).toBe(false);
  const there = valuesOn(grid, values, around, -5);
  expect(there[0]).toBe(-5);
  expect(there[around.columns + 1]).toBe(1);
  expect(valuesOn(around, there, grid, 0)).toEqual(values);
});

it('looks beyond neither grid for values that are the same', () => {
  const around = widened(grid, 1);
  const bounds = { x0: around.originX, y0: around.originY, x1: 0, y1: 1 };
  expect(sameNodesIn(bounds, around, valuesOn(grid, values, around, -5), grid, values)).toBe(true);
  expect(sameNodesIn(bounds, around, valuesOn(grid, values.map(Math.sqrt), around, -5), grid, values)).toBe(false);
});

it('tells within some bounds alone whether values are the same, or nowhere above others', () => {
  const bounds = { x0: -1, y0: 0.5, x1: 0.2, y1: 1 };
  const window = windowOf(grid, bounds);
  if (window === null) throw new Error('The bounds lie on the grid.');
  const part = valuesOn(grid, values, window, 0);
  expect(sameNodesIn(bounds, window, part, grid, values)).toBe(true);
  expect(nowhereAbove(bounds, grid, values, window, part)).toBe(true);
  // Just outside the nodes that decide within the bounds, and then at their last.
  const other = values.slice();
  const last = Math.round((window.originY + (window.rows - 1) * step - grid.originY) / step) * grid.columns;
  const end = last + Math.round((window.originX + (window.columns - 1) * step - grid.originX) / step);
  other[end + 1] = 1e6;
  expect(sameNodesIn(bounds, window, part, grid, other)).toBe(true);
  expect(nowhereAbove(bounds, grid, other, window, part)).toBe(true);
  other[end] = (other[end] as number) + 1;
  expect(sameNodesIn(bounds, window, part, grid, other)).toBe(false);
  expect(nowhereAbove(bounds, grid, other, window, part)).toBe(false);
  expect(nowhereAbove({ ...bounds, x1: 0.6 }, grid, values, window, part)).toBe(false);
});

it('values that move to a larger grid and back are the same, time and again', () => {
  const around = widened(grid, 3);
  let moved: Float32Array = values.slice();
  for (let turn = 0; turn < 4; turn++) {
    moved = valuesMovedTo(grid, moved, around, -5);
    expect(moved[0]).toBe(-5);
    expect(moved.length).toBe(around.columns * around.rows);
    moved = valuesMovedTo(around, moved, grid, -5);
    expect(moved).toEqual(values);
  }
});
