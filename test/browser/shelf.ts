import type { Page } from 'playwright-core'

/** What the page's widget keeps in its database under `key`; nothing where that is blocked, or gone. */
const keptIn = (page: Page, key: 0 | 'drafts'): Promise<unknown> =>
  page.evaluate(async wanted => {
    const all = await Promise.resolve()
      .then(() => indexedDB.databases())
      .catch(() => [])
    const name = all[0]?.name
    if (!name) return undefined
    return new Promise(resolve => {
      const asked = indexedDB.open(name)
      // Gone meanwhile: not to be made anew.
      asked.onupgradeneeded = () => asked.transaction?.abort()
      asked.onerror = () => resolve(undefined)
      asked.onsuccess = () => {
        const found = asked.result.transaction('shelf').objectStore('shelf').get(wanted)
        found.onsuccess = () => resolve(found.result)
        asked.result.close()
      }
    })
  }, key)

/** The commands that wait to be sent. */
export const outboxOf = async (page: Page): Promise<unknown[]> =>
  ((await keptIn(page, 0)) as unknown[] | undefined) ?? []

/** By what they are for, the words of the pictures that are kept for drafts. */
export const picturesOf = async (page: Page): Promise<Record<string, string[]>> => {
  type Drafts = Record<string, { pictures: { alt: string }[] }>
  const drafts = ((await keptIn(page, 'drafts')) as Drafts | undefined) ?? {}
  return Object.fromEntries(
    Object.entries(drafts).map(([target, { pictures }]) => [target, pictures.map(({ alt }) => alt)]),
  )
}
