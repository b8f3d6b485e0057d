import type { KyselyPlugin } from 'kysely'
import type { Db, Store } from '../store/store.ts'

/** A store that counts the statements sent to it. */
export interface CountingStore extends Store {
  /** How many since the last call. */
  taken(): number
}

export function countingStore(store: Store): CountingStore {
  let count = 0
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      count++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const counted =
    <T>(work: (db: Db) => Promise<T>) =>
    (db: Db) =>
      work(db.withPlugin(counter))
  return {
    dialect: store.dialect,
    read: work => store.read(counted(work)),
    write: work => store.write(counted(work)),
    close: () => store.close(),
    taken() {
      const taken = count
      count = 0
      return taken
    },
  }
}
