import type { Storage } from './storage.ts'

/** One value that all tabs of a site share, changed in turn: no change is based on a value that is no longer there. */
export interface Shelf<T> {
  /** Resolves to what is there now, once it is safely there. */
  update: (change: (was: T | null) => T | null) => Promise<T | null>
}

const STORE = 'shelf'
const KEY = 0
/** Some browsers never answer when their disk is in trouble. */
const ANSWER_WITHIN = 3_000

/** In IndexedDB, on the disk before it counts; where that is blocked in localStorage, else in memory. */
export const createShelf = <T>(name: string, fallback: Storage): Shelf<T> => {
  let blocked = false

  const inDatabase = (change: (was: T | null) => T | null) =>
    new Promise<T | null>((resolve, reject) => {
      const asked = indexedDB.open(name)
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
      asked.onerror = reject
      asked.onsuccess = () => {
        const database = asked.result
        const work = database.transaction(STORE, 'readwrite', { durability: 'strict' })
        const store = work.objectStore(STORE)
        const found = store.get(KEY)
        let next: T | null
        found.onsuccess = () => {
          const was = found.result ?? null
          next = change(was)
          if (next !== was) store.put(next, KEY)
        }
        work.oncomplete = () => resolve(next)
        work.onabort = reject
        database.close()
      }
      setTimeout(reject, ANSWER_WITHIN)
    })

  return {
    update: async change => {
      try {
        if (!blocked) return await inDatabase(change)
      } catch {
        blocked = true
      }
      const next = change(fallback.read('outbox'))
      fallback.write('outbox', next)
      return next
    },
  }
}
