/** One table of the bench. */
export interface BenchTable {
  readonly title: string;
  readonly columns: readonly string[];
  /** One cell for each column; numbers are shown with three significant digits. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly notes?: readonly string[];
}

/**
 * A part of the bench. A module test/bench/NAME.part.ts that exports `part` is found by itself; `npm run bench -- NAME`
 * runs it alone.
 */
export interface BenchPart {
  readonly name: string;
  readonly run: (progress: (line: string) => void) => BenchTable[] | Promise<BenchTable[]>;
}
