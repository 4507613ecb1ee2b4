/**
 * Returns a function that asks the browser not to clear this storage when the disk runs low. To be called after the
 * first photo of the technician's own: asked earlier, browsers refuse, and Firefox would ask a visitor who has nothing
 * to lose yet. It asks once, and answers whether the storage is safe from clearing.
 */
export function createPersistRequest(
  manager: Pick<StorageManager, 'persist' | 'persisted'> | undefined = storageManager(),
): () => Promise<boolean> {
  let answer: Promise<boolean> | null = null;
  return () => (answer ??= ask(manager));
}

async function ask(manager: Pick<StorageManager, 'persist' | 'persisted'> | undefined): Promise<boolean> {
  if (manager === undefined) return false;
  try {
    return (await manager.persisted()) || (await manager.persist());
  } catch {
    // Refused by a browser that has no such question (an opaque origin, say): the same as a no.
    return false;
  }
}

/** Absent outside secure contexts, whatever the type says. */
function storageManager(): StorageManager | undefined {
  const { storage } = navigator as Partial<Navigator>;
  return storage;
}
