/** Something to be timed: `run` does the work once and returns how many dots it made. */
export interface Candidate {
  readonly name: string;
  readonly run: (round: number) => number;
}

export interface Timing {
  readonly name: string;
  readonly dots: number;
  /** Median CPU time of one run, user and system, ms. */
  readonly ms: number;
}

const SHORTEST_MS = 20; // shorter runs are repeated until they are this long together
const WARM_MS = 150; // what a short candidate runs before it counts, so that the engine has compiled it

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / 1000;
}

/** Median of some numbers. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/**
 * CPU times of candidates for the same work, one after the other in every round, so that whatever else the machine does
 * meets all of them. Each is warmed up before.
 */
export function interleaved(candidates: readonly Candidate[], rounds = 7): Timing[] {
  const times = candidates.map((): number[] => []);
  const dots = candidates.map(() => 0);
  const repeats = candidates.map((candidate) => {
    const first = cpuMs(() => candidate.run(0));
    if (first > WARM_MS) return 1;
    let warm = 0;
    let runs = 0;
    for (; warm < WARM_MS; runs++) warm += cpuMs(() => candidate.run(runs));
    return Math.max(1, Math.ceil((SHORTEST_MS * runs) / warm));
  });
  for (let round = 1; round <= rounds; round++) {
    candidates.forEach((candidate, c) => {
      const repeat = repeats[c] ?? 1;
      // Once untimed: the garbage that the one before left is not this one's to collect. Long runs hardly feel it.
      for (let i = 0; repeat > 1 && i < repeat; i++) candidate.run(i);
      const spent = cpuMs(() => {
        for (let i = 0; i < repeat; i++) dots[c] = candidate.run(round * repeat + i);
      });
      times[c]?.push(spent / repeat);
    });
  }
  return candidates.map((candidate, c) => ({ name: candidate.name, dots: dots[c] ?? 0, ms: median(times[c] ?? []) }));
}
