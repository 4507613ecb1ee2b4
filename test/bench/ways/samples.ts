/** How often something is repeated: until `most` times or `budgetMs` are used up, but at least `least` times. */
export interface Repeats {
  readonly least: number;
  readonly most: number;
  readonly budgetMs: number;
}

/** Lengths in ms that `once` reports, the first left out: caches are filled and code compiled in it. */
export async function samples(
  { least, most, budgetMs }: Repeats,
  once: (turn: number) => Promise<number>,
  now: () => number = () => performance.now(),
): Promise<number[]> {
  await once(0);
  const taken: number[] = [];
  const start = now();
  for (let turn = 1; turn <= most && (turn <= least || now() - start < budgetMs); turn++) taken.push(await once(turn));
  return taken;
}
