import { AppError } from '../lib/app-error.ts'
import type { SiteRow } from '../store/rows.ts'
import { findSite } from '../store/sites.ts'
import type { Store } from '../store/store.ts'

export interface KnownSite {
  row: SiteRow
  origins: ReadonlySet<string>
}

/** The doors' memory of sites, so that a thousand who come at once ask the database once. */
export interface KnownSites {
  /** As it was two seconds ago at the most. Throws `site_unknown`. */
  find(id: string): Promise<KnownSite>
  /** The same, if it is remembered: for answers that must not wait for the database. */
  peek(id: string): KnownSite | undefined
}

/** An origin taken off a site's list is refused after so many milliseconds at the latest. */
const FRESH_MS = 2_000

export function createKnownSites(store: Store): KnownSites {
  const known = new Map<string, { site: Promise<KnownSite>; here?: KnownSite; until: number }>()

  const ask = (id: string) => {
    const site = read(store, id)
    const entry: { site: Promise<KnownSite>; here?: KnownSite; until: number } = {
      site,
      until: performance.now() + FRESH_MS,
    }
    known.set(id, entry)
    // Who does not exist is not remembered: anybody can make up ids.
    site.then(
      found => {
        entry.here = found
      },
      () => {
        if (known.get(id) === entry) known.delete(id)
      },
    )
    return site
  }
  const fresh = (id: string) => {
    const entry = known.get(id)
    return entry && performance.now() < entry.until ? entry : undefined
  }
  return {
    find: id => fresh(id)?.site ?? ask(id),
    peek: id => fresh(id)?.here,
  }
}

async function read(store: Store, id: string): Promise<KnownSite> {
  const row = await store.read(db => findSite(db, id))
  if (!row) throw new AppError('site_unknown')
  return { row, origins: new Set<string>(JSON.parse(row.origins)) }
}
