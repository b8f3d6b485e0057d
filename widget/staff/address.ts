import type { InboxView } from '../../server/contract/inbox.ts'
import { VIEWS } from './view-list.ts'

/** What the address bar says. Null: the first site, no thread. */
export interface Place {
  readonly site: string | null
  /** `inbox`, or the name of another room with what is open in it and how. */
  readonly room: string
  readonly part: string | null
  /** As after the question mark; only of rooms beside the inbox. */
  readonly query: string
  readonly view: InboxView
  readonly thread: string | null
}

const PATH = /^\/admin\/s\/([^/]+)(?:\/t\/([^/]+)|\/([a-z]{2,})(?:\/([\w-]+))?)?\/?$/

/** Anything unknown reads as the front door. */
export const readAddress = ({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Place => {
  const [, site = null, thread = null, room = 'inbox', part = null] = PATH.exec(pathname) ?? []
  const query = room === 'inbox' ? '' : search.slice(1)
  const named = new URLSearchParams(search).get('view')
  const view = VIEWS.find(one => one === named) ?? 'unanswered'
  return { site, room, part, query, thread, view }
}

export const writeAddress = ({ site, room, part, query, view, thread }: Place): string => {
  if (!site) return '/admin'
  const base = `/admin/s/${site}`
  if (room !== 'inbox') return `${base}/${room}${part ? `/${part}` : ''}${query ? `?${query}` : ''}`
  return `${base}${thread ? `/t/${thread}` : ''}${view === 'unanswered' ? '' : `?view=${view}`}`
}

/** Where one is after a step: what belongs to another room is left behind. */
export const step = (from: Place, to: Partial<Place>): Place => {
  const room = to.room ?? ('thread' in to || 'view' in to ? 'inbox' : from.room)
  const stays = room === from.room
  const { thread, part, query } = from
  return {
    ...from,
    ...(stays ? { thread, part, query } : { thread: null, part: null, query: '' }),
    ...to,
    room,
  }
}
