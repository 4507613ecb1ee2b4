import bidiFactory from 'bidi-js';
import { RIGHT_TO_LEFT } from './rightToLeft';

const bidi = bidiFactory();

/** A stretch of one direction, in the order of reading; what mirrors in a right-to-left stretch is mirrored. */
interface BidiRun {
  readonly text: string;
  readonly rtl: boolean;
}

/**
 * A line's runs from the left of the paper to its right, by the Unicode Bidirectional Algorithm (UAX 9, rule L2). The text
 * within a run stays as it is read: who shapes a right-to-left run turns it.
 */
export function bidiRuns(line: string, base: 'ltr' | 'rtl'): readonly BidiRun[] {
  const embedding = bidi.getEmbeddingLevels(line, base);
  const mirrored = bidi.getMirroredCharactersMap(line, embedding.levels);
  const runs: { text: string; level: number }[] = [];
  for (let i = 0; i < line.length; i++) {
    const level = embedding.levels[i] ?? 0;
    const char = mirrored.get(i) ?? line.charAt(i);
    const last = runs.at(-1);
    if (last?.level === level) last.text += char;
    else runs.push({ text: char, level });
  }
  return inOrder(runs).map(({ text, level }) => ({ text: text.replaceAll(UNSEEN, ''), rtl: level % 2 === 1 }));
}

/** Marks that only steer the direction: no font has them. */
const UNSEEN = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** From the highest level down, whatever lies at it or above is turned as one. */
function inOrder<Run extends { readonly level: number }>(runs: readonly Run[]): readonly Run[] {
  const order = [...runs];
  const levels = runs.map(({ level }) => level);
  for (let level = Math.max(0, ...levels); level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      if ((order[from]?.level ?? 0) < level) continue;
      let to = from;
      while (to + 1 < order.length && (order[to + 1]?.level ?? 0) >= level) to++;
      order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse());
      from = to;
    }
  }
  return order;
}

/** The run's text in an order that a shaper, which turns right-to-left scripts and only those, brings onto paper rightly. */
export const shaperText = ({ text, rtl }: BidiRun): string =>
  RIGHT_TO_LEFT.test(text) === rtl ? text : Array.from(text).reverse().join('');
