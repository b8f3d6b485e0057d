import type { Entries, Entry, Place } from '../store/append.ts'
import { append } from '../store/append.ts'
import type { Entity, Audience as FeedAudience } from '../store/schema.ts'
import type { Db, Dialect } from '../store/store.ts'
import type { Step } from './render.ts'
import type { Actor } from './viewer.ts'

/** One entity a command changed, for those who may care. */
export interface Touch {
  entity: Entity
  id: string
  audience: FeedAudience
  /** Whose stream, for audience `person`. */
  personId?: string
  /** The thread's page; left out: every page. */
  pageId?: string
  /** The entity was made by this command: it takes the position in its order. */
  created?: true
  /** The thread moves to the top of recent activity. */
  active?: true
}

/** What a running command works with: one transaction, one moment, one actor. */
export interface Unit {
  db: Db
  dialect: Dialect
  viewer: Actor
  now: number
  /** Letters are sent: what is said is noted for those who follow. */
  mail: boolean
  /** Made by the client at the click. */
  mutationId: string
  touch(touch: Touch): void
}

/** Collects touches; the same entity for the same eyes counts once. */
export function createUnit(facts: Omit<Unit, 'touch'>): Unit & { touches: Touch[] } {
  const touches = new Map<string, Touch>()
  return {
    ...facts,
    touch(touch) {
      const key = [touch.entity, touch.id, touch.audience, touch.personId].join(' ')
      touches.set(key, { ...touches.get(key), ...touch })
    },
    get touches() {
      return [...touches.values()]
    },
  }
}

/** Gives every touch its feed position and stamps the rows: the last thing before commit, as it locks the counter. */
export function appendToFeed(unit: Unit & { touches: Touch[] }, mutation: Entries['mutation']) {
  const { db, dialect, viewer, now, touches } = unit
  const entries = touches.map(entryOf)
  return append(db, dialect, { siteId: viewer.site.id, at: now, entries, mutation })
}

/** What was appended, with the places it got. */
export const stepsOf = (touches: Touch[], head: number, mutationId: string): Step[] =>
  touches.map((touch, i) => {
    const { places: _, ...entry } = entryOf(touch)
    return { ...entry, seq: head - touches.length + 1 + i, mutation_id: mutationId }
  })

const entryOf = (touch: Touch): Entry => ({
  audience: touch.audience,
  person_id: touch.personId ?? null,
  page_id: touch.pageId ?? null,
  entity: touch.entity,
  entity_id: touch.id,
  places: placesOf(touch),
})

function placesOf({ entity, audience, created, active }: Touch): Place[] {
  if (entity === 'body' || entity === 'own') return []
  // What only staff can see must not look like a change to everybody else.
  const seen = audience === 'staff' && !created && entity !== 'site' ? 'staff_seq' : 'seq'
  const moves = entity === 'thread' && (created || active)
  return [seen, ...(created ? (['position'] as const) : []), ...(moves ? (['activity'] as const) : [])]
}
