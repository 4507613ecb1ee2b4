import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';

/** One living worker as its client sees it. */
export interface WorkerChannel<Job, Answer> {
  /** Runs one job; rejects when the worker fails at it. Never called while another runs. */
  readonly run: (job: Job) => Promise<Answer>;
  /** To be called when the worker dies outside of a job's own answer. */
  readonly onFailure: (failed: (cause: string) => void) => void;
  readonly terminate: () => void;
}

/** Why a job has no answer. */
export type JobError =
  /** A newer job took its place while it waited. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'aborted' }
  /** The worker was still busy after the deadline and was replaced. */
  | { readonly kind: 'timedOut'; readonly deadlineMs: number }
  | { readonly kind: 'workerFailed'; readonly cause: string }
  | { readonly kind: 'closed' };

/** The client of one worker: one job runs, one waits, the latest wins. */
export interface JobClient<Job, Answer> {
  /**
   * Asks for a job. A waiting job is superseded by a newer one, a running one is let finish. Abort answers at once;
   * what the worker still makes of the job is dropped.
   */
  readonly ask: (job: Job, signal?: AbortSignal) => Promise<Result<Answer, JobError>>;
  /** Ends the worker; jobs on their way are answered "closed". */
  readonly close: () => void;
}

interface Entry<Job, Answer> {
  readonly id: number;
  readonly job: Job;
  settled: boolean;
  readonly settle: (outcome: Result<Answer, JobError>) => void;
}

/** A client over workers that `spawn` starts: the first at the first job, another whenever one had to be ended. */
export function createJobClient<Job, Answer>(
  spawn: () => WorkerChannel<Job, Answer>,
  deadlineMs: number,
): JobClient<Job, Answer> {
  let channel: WorkerChannel<Job, Answer> | null = null;
  let running: Entry<Job, Answer> | null = null;
  let waiting: Entry<Job, Answer> | null = null;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  let closed = false;

  function living(): WorkerChannel<Job, Answer> {
    if (channel !== null) return channel;
    const fresh = spawn();
    fresh.onFailure((cause) => {
      if (channel === fresh) replaceWorker({ kind: 'workerFailed', cause });
    });
    channel = fresh;
    return fresh;
  }

  function start(entry: Entry<Job, Answer>): void {
    running = entry;
    deadline = setTimeout(() => {
      replaceWorker({ kind: 'timedOut', deadlineMs });
    }, deadlineMs);
    living()
      .run(entry.job)
      .then(
        (answer) => {
          if (running?.id === entry.id) finish(ok(answer));
        },
        (cause: unknown) => {
          if (running?.id === entry.id) finish(err({ kind: 'workerFailed', cause: String(cause) }));
        },
      );
  }

  /** Answers the running job and starts the one that waits. */
  function finish(outcome: Result<Answer, JobError>): void {
    clearTimeout(deadline);
    const ended = running;
    const next = waiting;
    running = null;
    waiting = null;
    ended?.settle(outcome);
    if (next !== null && !next.settled) start(next);
  }

  function replaceWorker(error: JobError): void {
    channel?.terminate();
    channel = null;
    finish(err(error));
  }

  function ask(job: Job, signal?: AbortSignal): Promise<Result<Answer, JobError>> {
    if (closed) return Promise.resolve(err({ kind: 'closed' }));
    if (signal?.aborted === true) return Promise.resolve(err({ kind: 'aborted' }));
    return new Promise((resolve) => {
      const onAbort = (): void => {
        entry.settle(err({ kind: 'aborted' }));
        if (waiting === entry) waiting = null;
      };
      const entry: Entry<Job, Answer> = {
        id: ++lastId,
        job,
        settled: false,
        settle(outcome) {
          if (entry.settled) return;
          entry.settled = true;
          signal?.removeEventListener('abort', onAbort);
          resolve(outcome);
        },
      };
      signal?.addEventListener('abort', onAbort);
      if (running === null) {
        start(entry);
        return;
      }
      waiting?.settle(err({ kind: 'superseded' }));
      waiting = entry;
    });
  }

  return {
    ask,
    close() {
      closed = true;
      const left = waiting;
      waiting = null;
      left?.settle(err({ kind: 'closed' }));
      replaceWorker({ kind: 'closed' });
    },
  };
}
