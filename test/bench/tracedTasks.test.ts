import { expect, test } from 'vitest';
import { SPAN_MARKS } from './spanMarks';
import { cpuOf, cpuWithin, spansOf, tasksOf } from './tracedTasks';

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

test('of a task that reaches beyond a marked span, its share counts', () => {
  const mark = (name: string, ts: number) => ({ name, pid: 7, tid: 1, ts });
  const [span] = spansOf([mark(SPAN_MARKS.to, 20_000), mark(SPAN_MARKS.from, 10_000), mark(SPAN_MARKS.from, 30_000)]);
  const task = (startMs: number, wallMs: number, cpuMs: number) => ({
    thread: 'main' as const,
    startMs,
    wallMs,
    cpuMs,
  });
  const tasks = [task(0, 5, 5), task(8, 4, 2), task(13, 2, 1), task(19, 10, 10), task(21, 5, 5)];
  expect(span).toEqual({ fromMs: 10, toMs: 20 });
  expect(cpuWithin(tasks, span ?? { fromMs: 0, toMs: 0 }, 'main')).toBe(1 + 1 + 1);
  expect(cpuWithin(tasks, span ?? { fromMs: 0, toMs: 0 }, 'worker')).toBe(0);
});
