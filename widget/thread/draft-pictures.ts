import { effect } from '../signals/signal.ts'
import type { DraftPicture, Writing } from './writing.ts'

const QUIET = 300
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000

type Drafts = Record<string, { at: number; pictures: DraftPicture[] }>

/** Beside the outbox, and forgotten with it. Without `now` it only looks. */
const change = (name: string, target: string, now?: DraftPicture[]) =>
  new Promise<DraftPicture[]>((resolve, reject) => {
    const asked = indexedDB.open(name)
    asked.onupgradeneeded = () => asked.result.createObjectStore('shelf')
    asked.onerror = reject
    asked.onsuccess = () => {
      const store = asked.result.transaction('shelf', 'readwrite').objectStore('shelf')
      const found = store.get('drafts')
      found.onsuccess = () => {
        const drafts: Drafts = found.result ?? {}
        const at = Date.now()
        if (now) drafts[target] = { at, pictures: now }
        for (const key in drafts) {
          const draft = drafts[key]
          if (!draft?.pictures.length || at - draft.at > KEPT_FOR) delete drafts[key]
        }
        store.put(drafts, 'drafts')
        resolve(drafts[target]?.pictures ?? [])
      }
      asked.result.close()
    }
  })

/** Keeps what was chosen for a message, as its text is kept, and brings back what was. */
export const keepPictures = async (writing: Writing, name: string): Promise<void> => {
  if (writing.kept || !name) return
  writing.kept = true
  const { pictures, target } = writing
  const found = await change(name, target)
  if (!pictures.peek().length) pictures.value = found
  let timer: ReturnType<typeof setTimeout> | undefined
  effect(() => {
    const chosen = pictures.value.filter(({ made }) => made)
    clearTimeout(timer)
    // Where they cannot be kept they are sent all the same.
    timer = setTimeout(() => change(name, target, chosen).catch(() => {}), QUIET)
  })
}
