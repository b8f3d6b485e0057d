import type { Storage } from '../../api/storage.ts'

/** As long as this page lives, and for nobody but its widget: what the team writes stays in no browser of a brand. */
export const createMemoryStorage = (name: string): Storage => {
  const kept = new Map<string, string>()
  return {
    name,
    read: <T>(key: string) => JSON.parse(kept.get(key) ?? 'null') as T | null,
    write: (key, value) => {
      if (value === null) kept.delete(key)
      else kept.set(key, JSON.stringify(value))
    },
  }
}
