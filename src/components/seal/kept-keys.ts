import type { SealKeys } from '../../site/seal/keys.ts';

/** As the worker of a sealed site reads them. */
const DATABASE = 'milepost-seal';
const STORE = 'keys';
const UNTIL = 12 * 3_600_000;

/**
 * Has this browser keep the keys for a site, so that its worker opens pages. No script can read them out of there again.
 * @param root the path that the site is published under @param stay for good, else until 12 hours after they were last used
 */
export async function keepKeys(root: string, { id, content, names }: SealKeys, stay: boolean): Promise<void> {
  const until = stay ? null : Date.now() + UNTIL;
  await inStore('readwrite', (store) => store.put({ id, content, names, until }, root));
}

/** The ID of the key that this browser has for a site; null where it has none, or not any more. */
export async function keptId(root: string): Promise<string | null> {
  const kept: unknown = await inStore('readonly', (store) => store.get(root));
  if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('until' in kept)) return null;
  const isPast = typeof kept.until === 'number' && kept.until < Date.now();
  return isPast ? null : String(kept.id);
}

/** Locks this browser again, and drops what it kept of the site. */
export async function forgetKeys(root: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(root));
  await caches.delete(DATABASE);
}

function inStore<T>(mode: IDBTransactionMode, does: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
      const base = asked.result;
      const wanted = does(base.transaction(STORE, mode).objectStore(STORE));
      wanted.onsuccess = () => {
        base.close();
        done(wanted.result);
      };
      wanted.onerror = () => {
        base.close();
        fail(wanted.error);
      };
    };
  });
}
