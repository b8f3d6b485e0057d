import type { Storage } from '../../api/storage.ts'

const KEPT = 5

/** What was chosen lately, newest first; kept on this device. */
export interface Recent {
  keys: () => readonly string[]
  note: (key: string) => void
}

export const createRecent = (storage: Storage): Recent => {
  const keys = () => storage.read<string[]>('recent') ?? []
  return {
    keys,
    note: key => storage.write('recent', [key, ...keys().filter(other => other !== key)].slice(0, KEPT)),
  }
}
