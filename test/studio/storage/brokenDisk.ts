import { IDBObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';

/** Watches what is put into object stores; a row that `meddle` returns is written instead, and what it throws is thrown. */
export function onPut(meddle: (store: string, row: unknown) => unknown): void {
  const put: unknown = Reflect.get(IDBObjectStore.prototype, 'put');
  if (typeof put !== 'function') throw new Error('object stores have no put');
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: unknown, key) {
    return Reflect.apply(put, this, [meddle(this.name, row) ?? row, key]) as IDBRequest<IDBValidKey>;
  });
}

/** Every put into this object store fails as if the disk were full. */
export function fillDisk(store: string): void {
  onPut((name) => {
    if (name === store) throw new DOMException('full', 'QuotaExceededError');
  });
}
