import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

function stored(state: Readonly<Record<string, unknown>>): void {
  const item = JSON.stringify({ state, version: 0 });
  const localStorage = { getItem: () => item, setItem: () => undefined, removeItem: () => undefined };
  vi.stubGlobal('window', { localStorage });
}

it('what this device has chosen is there from the start, and what is no choice any more is left out', async () => {
  stored({ theme: 'light', language: 'xx', units: 'inches?', paceDots: 9000, ownPigments: [{ id: 7 }] });
  const { preferences } = await import('../../../src/studio/state/preferences');
  expect(preferences.getState()).toMatchObject({
    theme: 'light',
    language: 'en',
    units: 'metric',
    paceDots: 9000,
    ownPigments: [],
  });
});
