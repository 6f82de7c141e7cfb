// SPDX-License-Identifier: Apache-2.0
// A small promise skin over IndexedDB, the only browser storage that survives a killed browser.

export interface StoreSpec {
  name: string;
  keyPath?: string;
}

export function openDatabase(name: string, stores: StoreSpec[]): Promise<Database> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => {
      for (const store of stores)
        opening.result.createObjectStore(
          store.name,
          store.keyPath ? { keyPath: store.keyPath } : {},
        );
    };
    opening.onsuccess = () => resolve(new Database(opening.result));
    opening.onerror = () => reject(opening.error ?? new Error('IndexedDB'));
    opening.onblocked = () => reject(new Error('IndexedDB blocked'));
  });
}

/** Every write resolves only when it is on the disk (strict durability). */
export class Database {
  constructor(private readonly database: IDBDatabase) {}

  get<T>(store: string, key: string): Promise<T | undefined> {
    return this.read(store, (objects) => objects.get(key) as IDBRequest<T | undefined>);
  }

  all<T>(store: string): Promise<T[]> {
    return this.read(store, (objects) => objects.getAll() as IDBRequest<T[]>);
  }

  put(store: string, value: unknown, key?: string): Promise<void> {
    return this.write(store, (objects) => objects.put(value, key));
  }

  remove(store: string, key: string): Promise<void> {
    return this.write(store, (objects) => objects.delete(key));
  }

  clear(store: string): Promise<void> {
    return this.write(store, (objects) => objects.clear());
  }

  private read<T>(store: string, ask: (objects: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const asked = ask(this.database.transaction(store, 'readonly').objectStore(store));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('IndexedDB'));
    });
  }

  private write(store: string, act: (objects: IDBObjectStore) => IDBRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      const work = this.database.transaction(store, 'readwrite', { durability: 'strict' });
      act(work.objectStore(store));
      work.oncomplete = () => resolve();
      work.onerror = work.onabort = () => reject(work.error ?? new Error('IndexedDB'));
    });
  }
}
