import { describe, expect, it } from 'vitest';
import { PHOTO_REFUSAL_KINDS } from '../../../src/studio/photo/refusal';
import texts from '../../../src/studio/photo/refusalTexts.en.json';

describe('the refusals', () => {
  it('each have a sentence, and no sentence is left over', () => {
    expect(Object.keys(texts).sort()).toEqual([...PHOTO_REFUSAL_KINDS].sort());
  });

  it.each(Object.entries(texts))('%s is one plain sentence that ends with a full stop', (_kind, sentence) => {
    expect(sentence).toMatch(/^[A-Z][^.!?]*\.$/);
  });

  it('name only the parameters that come with them', () => {
    const places = Object.entries(texts).map(([kind, text]) => [kind, text.match(/\w+(?=}})/g) ?? []] as const);
    expect(Object.fromEntries(places.filter(([, names]) => names.length > 0))).toEqual({
      tooManyPixels: ['megapixels', 'limitMegapixels'],
      tooManyBytes: ['megabytes', 'limitMegabytes'],
    });
  });
});
