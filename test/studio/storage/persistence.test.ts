import { describe, expect, it, vi } from 'vitest';
import { createPersistRequest } from '../../../src/studio/storage/persistence';

const browser = (persisted: boolean, answer: () => Promise<boolean>) => ({
  persisted: vi.fn(() => Promise.resolve(persisted)),
  persist: vi.fn(answer),
});

describe('asking the browser to keep the storage', () => {
  it('happens once, however often it is called for', async () => {
    const manager = browser(false, () => Promise.resolve(true));
    const ask = createPersistRequest(manager);
    expect(await Promise.all([ask(), ask()])).toEqual([true, true]);
    expect(await ask()).toBe(true);
    expect(manager.persist).toHaveBeenCalledTimes(1);
  });

  it('does not happen where the storage is kept already', async () => {
    const manager = browser(true, () => Promise.resolve(false));
    expect(await createPersistRequest(manager)()).toBe(true);
    expect(manager.persist).not.toHaveBeenCalled();
  });

  it('takes a refusal, an error and a browser that cannot for a no', async () => {
    expect(await createPersistRequest(browser(false, () => Promise.resolve(false)))()).toBe(false);
    expect(await createPersistRequest(browser(false, () => Promise.reject(new TypeError('opaque'))))()).toBe(false);
    vi.stubGlobal('navigator', {});
    expect(await createPersistRequest()()).toBe(false);
    vi.unstubAllGlobals();
  });
});
