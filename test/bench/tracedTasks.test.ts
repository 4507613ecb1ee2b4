import { expect, test } from 'vitest';
import { cpuOf, tasksOf } from './tracedTasks';

test('a trace gives the tasks of main threads and workers, in processor time where it is told', () => {
  const named = (pid: number, tid: number, name: string) => ({ name: 'thread_name', pid, tid, args: { name } });
  const tasks = tasksOf([
    { name: 'RunTask', pid: 7, tid: 1, dur: 5_000, tdur: 2_000 },
    { name: 'RunTask', pid: 7, tid: 2, dur: 9_000, tdur: 8_000 },
    { name: 'RunTask', pid: 7, tid: 3, dur: 70_000, tdur: 70_000 },
    { name: 'RunTask', pid: 8, tid: 1, dur: 1_000 },
    { name: 'FunctionCall', pid: 7, tid: 1, dur: 4_000, tdur: 2_000 },
    named(7, 1, 'CrRendererMain'),
    named(7, 2, 'DedicatedWorker thread'),
    named(7, 3, 'Compositor'),
    named(8, 1, 'CrRendererMain'),
  ]);
  expect(tasks.map(({ thread, wallMs }) => [thread, wallMs])).toEqual([
    ['main', 5],
    ['worker', 9],
    ['main', 1],
  ]);
  expect(cpuOf(tasks, 'main')).toBe(3);
  expect(cpuOf(tasks, 'worker')).toBe(8);
});
