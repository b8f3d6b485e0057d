import { randomUUID } from 'node:crypto'
import type { Looking } from '../contract/presence.ts'
import type { Clock } from '../lib/clock.ts'
import type { LookingPoke } from './bus.ts'
import type { ParlaSocket } from './connection.ts'

/** What a node said that fell silent is forgotten after so long. */
const NODE_TTL_MS = 60_000

type People = Looking['people']

export interface OnlookersParts {
  clock: Clock
  /** Tells those of the team who have the thread open. */
  tell(siteId: string, looking: Looking): void
  /** Tells the other nodes. */
  publish(poke: LookingPoke): void
}

/** Follows who of the team has which thread open, here and on the other nodes. Volatile: nothing of it is kept. */
export interface Onlookers {
  came(socket: ParlaSocket, thread: string): void
  left(socket: ParlaSocket, thread: string): void
  changedThere(poke: LookingPoke): void
  /** Says again who is here, and forgets who has not been heard of. */
  repeat(): void
}

export function createOnlookers({ clock, tell, publish }: OnlookersParts): Onlookers {
  const node = randomUUID()
  /** By site and thread; a person may have it open twice. */
  const here = new Map<string, { site: string; thread: string; sockets: Map<string, People[number]> }>()
  const there = new Map<string, { at: number; poke: LookingPoke }>()
  const keyOf = (site: string, thread: string) => `${site} ${thread}`

  const peopleHere = (site: string, thread: string) => [
    ...(here.get(keyOf(site, thread))?.sockets.values() ?? []),
  ]
  const tellAll = (site: string, thread: string) => {
    const people = new Map(peopleHere(site, thread).map(one => [one.id, one]))
    for (const { poke } of there.values())
      if (poke.site === site && poke.thread === thread) for (const one of poke.people) people.set(one.id, one)
    tell(site, { thread, people: [...people.values()] })
  }
  const pokeOf = (site: string, thread: string): LookingPoke => ({
    ...{ type: 'looking', node, site, thread },
    people: peopleHere(site, thread),
  })
  const changed = (site: string, thread: string) => {
    tellAll(site, thread)
    publish(pokeOf(site, thread))
  }

  return {
    came(socket, thread) {
      const { site, person, role, hidden } = socket.data.viewer
      const key = keyOf(site.id, thread)
      // A viewer is told, and not told of; so is who wants to be invisible.
      if (!person || hidden || role === 'viewer') return tellAll(site.id, thread)
      const entry = here.get(key) ?? { site: site.id, thread, sockets: new Map() }
      entry.sockets.set(socket.id, { id: person.id, name: person.name ?? '' })
      here.set(key, entry)
      changed(site.id, thread)
    },
    left(socket, thread) {
      const { site } = socket.data.viewer
      const key = keyOf(site.id, thread)
      const entry = here.get(key)
      if (!entry?.sockets.delete(socket.id)) return
      if (entry.sockets.size === 0) here.delete(key)
      changed(site.id, thread)
    },
    changedThere(poke) {
      const key = `${poke.node} ${keyOf(poke.site, poke.thread)}`
      if (poke.people.length > 0) there.set(key, { at: clock.now(), poke })
      else there.delete(key)
      tellAll(poke.site, poke.thread)
    },
    repeat() {
      for (const { site, thread } of here.values()) publish(pokeOf(site, thread))
      for (const [key, { at, poke }] of there) {
        if (clock.now() - at <= NODE_TTL_MS) continue
        there.delete(key)
        tellAll(poke.site, poke.thread)
      }
    },
  }
}
