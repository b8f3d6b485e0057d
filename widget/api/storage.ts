/** The host page's localStorage under one prefix; where there is none, memory. JSON in, JSON out. */
export interface Storage {
  /** What its keys begin with. */
  name: string
  read: <T>(name: string) => T | null
  /** Null removes. */
  write: (name: string, value: unknown) => void
}

export const createStorage = (site: string): Storage => {
  const memory = new Map<string, unknown>()
  const root = `parla:${site}`
  const key = (name: string) => root + (name && `:${name}`)
  return {
    name: root,
    read: <T>(name: string) => {
      if (memory.has(name)) return memory.get(name) as T | null
      try {
        const text = localStorage.getItem(key(name))
        if (text) return JSON.parse(text) as T
      } catch {
        // Blocked, or not ours: as if empty.
      }
      return null
    },
    write: (name, value) => {
      try {
        if (value === null) localStorage.removeItem(key(name))
        else localStorage.setItem(key(name), JSON.stringify(value))
        memory.delete(name)
      } catch {
        memory.set(name, value)
      }
    },
  }
}
