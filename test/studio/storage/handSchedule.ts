import type { Schedule } from '../../../src/studio/storage/autosave';

/** Timers that run when a test moves the time, and lets what they started come to rest. */
export class HandSchedule {
  private nowMs = 0;
  private tasks: { readonly atMs: number; readonly run: () => void }[] = [];

  readonly schedule: Schedule = (run, delayMs) => {
    const task = { atMs: this.nowMs + delayMs, run };
    this.tasks.push(task);
    return () => {
      this.tasks = this.tasks.filter((each) => each !== task);
    };
  };

  /** From now until each task that waits, in ms. */
  get waits(): number[] {
    return this.tasks.map((task) => task.atMs - this.nowMs);
  }

  async pass(ms: number): Promise<void> {
    const endMs = this.nowMs + ms;
    for (;;) {
      const [next] = this.tasks.filter((task) => task.atMs <= endMs).sort((a, b) => a.atMs - b.atMs);
      if (next === undefined) break;
      this.tasks = this.tasks.filter((each) => each !== next);
      this.nowMs = next.atMs;
      next.run();
      await rest();
    }
    this.nowMs = endMs;
    await rest();
  }
}

/** Lets every promise that is ready to go on do so. */
export const rest = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
