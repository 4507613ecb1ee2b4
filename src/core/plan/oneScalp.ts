import type { Scene } from '../design/scene';

/**
 * Scenes of several photos as one for each scalp: all photos of the head share one chart, so that what is drawn on several
 * of them is the same skin and is dotted once. Close-ups without a head stand alone. The skulls fitted to the photos differ
 * by a few per cent of a length; areas and lengths are told on that of the first photo.
 */
export function oneScalp(scenes: readonly Scene[]): readonly Scene[] {
  const onHead = scenes.filter(({ geometry }) => geometry.kind === 'skull');
  const alone = scenes.filter(({ geometry }) => geometry.kind === 'flat');
  const [first] = onHead;
  if (first === undefined || onHead.length === 1) return scenes;
  const head: Scene = {
    ...first,
    areas: onHead.flatMap(({ areas }) => areas),
    cuts: onHead.flatMap(({ cuts }) => cuts),
    strokes: onHead.flatMap(({ strokes }) => strokes),
    handDots: {
      added: onHead.flatMap(({ handDots }) => handDots.added),
      moved: onHead.flatMap(({ handDots }) => handDots.moved),
      removed: first.handDots.removed,
    },
  };
  return [head, ...alone];
}
