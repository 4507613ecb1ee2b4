import type { Dots } from './dots';

/** Some of the dots, by their places in the columns and in that order; the columns lie in buffers of their own. */
export function keptDots(dots: Dots, kept: Uint32Array): Dots {
  const floats = (from: Float32Array): Float32Array => {
    const to = new Float32Array(kept.length);
    for (let i = 0; i < to.length; i++) to[i] = from[kept[i] as number] as number;
    return to;
  };
  const id = new Uint32Array(kept.length);
  for (let i = 0; i < id.length; i++) id[i] = dots.id[kept[i] as number] as number;
  return {
    ...dots,
    count: kept.length,
    x: floats(dots.x),
    y: floats(dots.y),
    appearsAt: floats(dots.appearsAt),
    size: floats(dots.size),
    tone: floats(dots.tone),
    id,
  };
}
