import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkerChannel } from '../../../src/studio/workers/jobs';
import { createJobClient } from '../../../src/studio/workers/jobs';

/** A worker whose jobs end when the test says so. */
class FakeWorker implements WorkerChannel<number, string> {
  readonly taken: number[] = [];
  terminated = false;
  private answer: (value: string) => void = () => undefined;
  private refuse: (cause: unknown) => void = () => undefined;
  private failed: (cause: string) => void = () => undefined;

  readonly run = (job: number): Promise<string> => {
    this.taken.push(job);
    return new Promise((resolve, reject) => {
      this.answer = resolve;
      this.refuse = reject;
    });
  };
  readonly onFailure = (failed: (cause: string) => void): void => {
    this.failed = failed;
  };
  readonly terminate = (): void => {
    this.terminated = true;
  };
  finish(value: string): void {
    this.answer(value);
  }
  reject(cause: string): void {
    this.refuse(cause);
  }
  die(cause: string): void {
    this.failed(cause);
  }
}

function setUp(): {
  readonly workers: FakeWorker[];
  readonly client: ReturnType<typeof createJobClient<number, string>>;
} {
  const workers: FakeWorker[] = [];
  const client = createJobClient<number, string>(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  }, 1000);
  return { workers, client };
}

const firstOf = (workers: readonly FakeWorker[]): FakeWorker => {
  const worker = workers[0];
  if (worker === undefined) throw new Error('no worker was started');
  return worker;
};

describe('a worker client', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('starts its worker with the first job and answers it', async () => {
    const { workers, client } = setUp();
    expect(workers).toHaveLength(0);
    const answer = client.ask(1);
    firstOf(workers).finish('one');
    expect(await answer).toEqual({ ok: true, value: 'one' });
  });

  it('lets the running job finish and of the waiting ones only the latest', async () => {
    const { workers, client } = setUp();
    const answers = [client.ask(1), client.ask(2), client.ask(3), client.ask(4)];
    expect(await answers[1]).toEqual({ ok: false, error: { kind: 'superseded' } });
    expect(await answers[2]).toEqual({ ok: false, error: { kind: 'superseded' } });
    firstOf(workers).finish('one');
    expect(await answers[0]).toEqual({ ok: true, value: 'one' });
    expect(firstOf(workers).taken).toEqual([1, 4]);
    firstOf(workers).finish('four');
    expect(await answers[3]).toEqual({ ok: true, value: 'four' });
  });

  it('answers an aborted job at once and drops what the worker makes of it', async () => {
    const { workers, client } = setUp();
    const abort = new AbortController();
    const aborted = client.ask(1, abort.signal);
    const next = client.ask(2);
    abort.abort();
    expect(await aborted).toEqual({ ok: false, error: { kind: 'aborted' } });
    firstOf(workers).finish('late');
    await vi.advanceTimersByTimeAsync(0);
    firstOf(workers).finish('two');
    expect(await next).toEqual({ ok: true, value: 'two' });
  });

  it('never starts a job that was aborted while it waited, or before it was asked', async () => {
    const { workers, client } = setUp();
    const first = client.ask(1);
    const abort = new AbortController();
    const waiting = client.ask(2, abort.signal);
    abort.abort();
    expect(await waiting).toEqual({ ok: false, error: { kind: 'aborted' } });
    expect(await client.ask(3, abort.signal)).toEqual({ ok: false, error: { kind: 'aborted' } });
    firstOf(workers).finish('one');
    await first;
    expect(firstOf(workers).taken).toEqual([1]);
  });

  it('ends a worker that is stuck past the deadline and goes on with another', async () => {
    const { workers, client } = setUp();
    const stuck = client.ask(1);
    const next = client.ask(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await stuck).toEqual({ ok: false, error: { kind: 'timedOut', deadlineMs: 1000 } });
    expect(firstOf(workers).terminated).toBe(true);
    expect(workers).toHaveLength(2);
    workers[1]?.finish('two');
    expect(await next).toEqual({ ok: true, value: 'two' });
  });

  it('reports a job that the worker refuses and one that its death cuts short', async () => {
    const { workers, client } = setUp();
    const refused = client.ask(1);
    firstOf(workers).reject('no');
    expect(await refused).toEqual({ ok: false, error: { kind: 'workerFailed', cause: 'no' } });
    const cut = client.ask(2);
    firstOf(workers).die('out of memory');
    expect(await cut).toEqual({ ok: false, error: { kind: 'workerFailed', cause: 'out of memory' } });
    expect(workers).toHaveLength(1);
    void client.ask(3);
    expect(workers).toHaveLength(2);
  });

  it('answers everything "closed" when it is closed', async () => {
    const { workers, client } = setUp();
    const running = client.ask(1);
    const waiting = client.ask(2);
    client.close();
    expect(await running).toEqual({ ok: false, error: { kind: 'closed' } });
    expect(await waiting).toEqual({ ok: false, error: { kind: 'closed' } });
    expect(await client.ask(3)).toEqual({ ok: false, error: { kind: 'closed' } });
    expect(firstOf(workers).terminated).toBe(true);
  });
});
