import type { Page } from 'playwright-core';
import { SPAN_MARKS } from './spanMarks';

/** One task of a page's main thread or of a worker of its. */
export interface Task {
  readonly thread: 'main' | 'worker';
  /** In the trace's own time. */
  readonly startMs: number;
  readonly wallMs: number;
  /** Time on a processor; the wall's where the browser does not tell it. */
  readonly cpuMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts?: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const THREADS: Readonly<Record<string, Task['thread']>> = {
  CrRendererMain: 'main',
  'DedicatedWorker thread': 'worker',
};

const threadKey = ({ pid, tid }: TraceEvent): string => `${String(pid)} ${String(tid)}`;

/** The tasks of all renderers in a browser's trace. */
export function tasksOf(events: readonly TraceEvent[]): Task[] {
  const named = new Map<string, Task['thread']>();
  for (const event of events) {
    const thread = event.name === 'thread_name' ? THREADS[event.args?.name ?? ''] : undefined;
    if (thread !== undefined) named.set(threadKey(event), thread);
  }
  return events.flatMap((event): Task[] => {
    const thread = event.name === 'RunTask' ? named.get(threadKey(event)) : undefined;
    if (thread === undefined) return [];
    const { ts = 0, dur = 0, tdur = dur } = event;
    return [{ thread, startMs: ts / 1000, wallMs: dur / 1000, cpuMs: tdur / 1000 }];
  });
}

/** A stretch of a trace. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The spans that a page has marked, in their order. */
export function spansOf(events: readonly TraceEvent[]): Span[] {
  const at = (mark: string): number[] =>
    events.flatMap(({ name, ts = 0 }) => (name === mark ? [ts / 1000] : [])).sort((a, b) => a - b);
  const ends = at(SPAN_MARKS.to);
  return at(SPAN_MARKS.from).map((fromMs, i) => ({ fromMs, toMs: ends[i] ?? fromMs }));
}

export interface Trace<T> {
  readonly tasks: readonly Task[];
  readonly spans: readonly Span[];
  readonly value: T;
}

/** What all renderers' threads do while something is done, from the browser's own trace. */
export async function tracedTasks<T>(page: Page, work: () => Promise<T>): Promise<Trace<T>> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser to trace.');
  const client = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const includedCategories = ['disabled-by-default-devtools.timeline', 'blink.user_timing', '__metadata'];
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  const value = await work();
  const complete = new Promise<void>((resolve) => {
    client.once('Tracing.tracingComplete', () => {
      resolve();
    });
  });
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  return { tasks: tasksOf(events), spans: spansOf(events), value };
}

/** Processor time of one thread's tasks together, ms. */
export const cpuOf = (tasks: readonly Task[], thread: Task['thread']): number =>
  tasks.reduce((sum, task) => (task.thread === thread ? sum + task.cpuMs : sum), 0);

/** The same within a span; of a task that reaches beyond it, its share. */
export function cpuWithin(tasks: readonly Task[], { fromMs, toMs }: Span, thread: Task['thread']): number {
  let sum = 0;
  for (const task of tasks) {
    const within = Math.min(toMs, task.startMs + task.wallMs) - Math.max(fromMs, task.startMs);
    if (task.thread === thread && within > 0) sum += task.cpuMs * (within / task.wallMs);
  }
  return sum;
}
