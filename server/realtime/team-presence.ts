import { randomUUID } from 'node:crypto'
import type { Presence } from '../contract/presence.ts'
import type { Clock } from '../lib/clock.ts'
import type { Store } from '../store/store.ts'
import { createAvailabilities } from './availabilities.ts'
import type { PresencePoke } from './bus.ts'
import type { ParlaSocket } from './connection.ts'
import { createPresenceBoard } from './presence.ts'

export interface TeamPresenceParts {
  store: Store
  clock: Clock
  /** The sockets of this node. */
  sockets(): Iterable<ParlaSocket>
  /** Tells everybody on a site. */
  tell(siteId: string, presence: Presence): void
  /** Tells the other nodes. */
  publish(poke: PresencePoke): void
  onError(error: unknown): void
}

export interface TeamPresence {
  of(siteId: string): Presence
  /** A team member came to this node, or left it. */
  changedHere(siteId: string): void
  changedThere(poke: PresencePoke): void
  /** Says again who is here: nodes forget each other after a while. */
  repeat(): void
}

/** Follows who of each team is connected, here and on the other nodes. */
export function createTeamPresence({
  store,
  clock,
  sockets,
  tell,
  publish,
  onError,
}: TeamPresenceParts): TeamPresence {
  const board = createPresenceBoard()
  const availabilities = createAvailabilities({
    ...{ store, clock, onError },
    onChange: siteId => tell(siteId, of(siteId)),
  })
  const node = randomUUID()

  const namesHere = (siteId: string) => {
    const names = new Set<string>()
    for (const { data } of sockets()) {
      const { session, site, person, role, hidden } = data.viewer
      if (session && !hidden && role !== 'viewer' && site.id === siteId && person?.name)
        names.add(person.name)
    }
    return [...names]
  }
  const of = (siteId: string): Presence => ({
    ...board.of(siteId, clock.now()),
    ...availabilities.of(siteId),
  })

  return {
    of,
    changedHere(siteId) {
      const names = namesHere(siteId)
      board.setHere(siteId, names)
      tell(siteId, of(siteId))
      publish({ type: 'presence', node, site: siteId, names })
    },
    changedThere(poke) {
      board.setThere(poke.node, poke.site, poke.names, clock.now())
      tell(poke.site, of(poke.site))
    },
    repeat() {
      for (const { site, names } of board.here()) publish({ type: 'presence', node, site, names })
      // Who stays is told when the office opens or closes.
      const sites = new Set([...sockets()].map(({ data }) => data.viewer.site.id))
      for (const site of sites) availabilities.of(site)
    },
  }
}
