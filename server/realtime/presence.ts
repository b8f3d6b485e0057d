import type { Presence } from '../contract/presence.ts'

/** A node that fell silent is forgotten after so long. */
const NODE_TTL_MS = 60_000

/** Who of the team is here, over all nodes. Volatile: nothing of it is kept. */
export interface PresenceBoard {
  /** This node's people of a site changed. */
  setHere(site: string, names: string[]): void
  /** Another node told of its people. */
  setThere(node: string, site: string, names: string[], at: number): void
  of(site: string, now: number): Pick<Presence, 'names' | 'count'>
  here(): { site: string; names: string[] }[]
}

export function createPresenceBoard(): PresenceBoard {
  const here = new Map<string, string[]>()
  const there = new Map<string, { site: string; names: string[]; at: number }>()
  return {
    setHere(site, names) {
      if (names.length > 0) here.set(site, names)
      else here.delete(site)
    },
    setThere(node, site, names, at) {
      there.set(`${node} ${site}`, { site, names, at })
    },
    of(site, now) {
      const names = new Set(here.get(site))
      for (const [key, seen] of there) {
        if (now - seen.at > NODE_TTL_MS) there.delete(key)
        else if (seen.site === site) for (const name of seen.names) names.add(name)
      }
      return { names: [...names].slice(0, 2), count: names.size }
    },
    here: () => [...here].map(([site, names]) => ({ site, names })),
  }
}
