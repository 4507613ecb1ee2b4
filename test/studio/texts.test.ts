import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HINT_KEYS } from '../../src/core/tools/hints';
import { text, texts } from '../../src/studio/texts/texts';

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** Keys written out in the source: t('a.b'), text('a.b'), and the prefixes of those put together in templates. */
function keysUsed(): { whole: string[]; prefixes: string[] } {
  const whole: string[] = [];
  const prefixes: string[] = [];
  for (const source of sources(join(import.meta.dirname, '../../src/studio'))) {
    for (const [, key] of source.matchAll(/\b(?:t|text)\(\s*'([^']+)'/g)) whole.push(key ?? '');
    for (const [, key] of source.matchAll(/\b(?:t|text)\(\s*`([^$`]+)\.\$\{/g)) prefixes.push(key ?? '');
  }
  return { whole, prefixes };
}

describe('the text catalogue', () => {
  it('has a sentence for every key that the studio writes out', () => {
    const { whole } = keysUsed();
    expect(whole.length).toBeGreaterThan(50);
    const missing = whole.filter((key) => !texts.exists(key) && !texts.exists(key, { count: 2 }));
    expect(missing).toEqual([]);
  });

  it('has a group for every key that is put together', () => {
    for (const prefix of keysUsed().prefixes) expect(texts.t(prefix, { returnObjects: true })).toBeTypeOf('object');
  });

  it('has a line for every hint of the tools', () => {
    for (const key of HINT_KEYS) expect(texts.exists(key), key).toBe(true);
  });

  it('writes numbers the reader’s way and counts in words', () => {
    expect(text('plan.dots', { count: 12345 })).toBe('12,345 dots');
    expect(text('plan.dots', { count: 1 })).toBe('1 dot');
  });
});
