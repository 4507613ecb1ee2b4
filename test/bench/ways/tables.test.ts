import { expect, test } from 'vitest';
import { ratioTable, type WayFigures } from './tables';

const way = (key: string, localMs: number, cpuMs: number): WayFigures => ({
  key,
  name: key,
  firstMs: 1,
  panMs: 11,
  photoPanMs: 10,
  panCpuMs: 6,
  photoPanCpuMs: 5,
  localMs,
  mainCpuMs: cpuMs / 2,
  workerCpuMs: cpuMs / 2,
  latencyMs: 1,
  firstMb: null,
  laterMb: null,
  edits: 1,
});

test('ratios say how many times faster the own way is, each beside what is asked at that number of dots', () => {
  const ways = [way('brushed', 10, 4), way('handle', 20, 8), way('circles', 250, 80), way('cached', 500, 100)];
  const { rows } = ratioTable([
    { dots: 10_000, ways },
    { dots: 100_000, ways },
    { dots: 250_000, ways },
  ]);
  const rowOf = (title: string) => rows.find(([first]) => first === title)?.slice(1);
  expect(rowOf('pan frame, of the photo alone, time')).toEqual(Array(3).fill('1.1 × (≤ 1.15)'));
  expect(rowOf('pan frame, of the photo alone, main thread')).toEqual(Array(3).fill('1.2 × (≤ 1.15)'));
  expect(rowOf('brushed: local edit, of Konva circles, time')).toEqual(['25 ×', '25 × (≥ 25)', '25 ×']);
  expect(rowOf('handle: local edit, of the cached group, time')).toEqual(['25 ×', '25 × (≥ 40)', '25 × (≥ 50)']);
  expect(rowOf('brushed: local edit, of the cached group, CPU')).toEqual(['25 ×', '25 × (≥ 40)', '25 × (≥ 50)']);
});
