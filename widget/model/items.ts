import type { Action } from '../../server/contract/moderation.ts'
import type { ReplyView } from '../../server/contract/reply.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import type { ReadonlySignal, Signal } from '../signals/signal.ts'
import { computed, signal } from '../signals/signal.ts'
import type { Own } from './own.ts'
import type { Replica } from './replica.ts'
import type { Seen } from './seen.ts'
import type { Delivery, Item, ReplyItem, ThreadItem } from './types.ts'

export type Message = ThreadView | ReplyView

/** What the viewer did a moment ago, laid over what the server last said. */
export interface Overlay {
  row: <R extends Message>(row: R, own: Own) => R
  own: (id: string, own: Own) => Own
}

/** The model's own side of an item. */
export interface Writable {
  id: Signal<string | null>
  delivery: Signal<Delivery | null>
  justPosted: Signal<boolean>
}
export type OwnThread = ThreadItem & Writable
export type OwnReply = ReplyItem & Writable

export interface Items {
  thread: (id: string) => OwnThread
  reply: (id: string) => OwnReply
  /** An item the server has not accepted yet. */
  newThread: (key: string, row: ThreadView) => OwnThread
  newReply: (key: string, row: ReplyView) => OwnReply
  /** From now on the item stands for the server's message. False: another one does already. */
  adopt: (item: OwnThread | OwnReply, id: string) => boolean
}

/** A message taken from this viewer's sight keeps its place and loses its words. */
export const blank = <R extends Message>(row: R): R => ({
  ...row,
  title: '',
  excerpt: '',
  body: [],
  answer: null,
  statusNote: null,
  to: null,
  can: [],
  visibility: 'removed',
  removal: { by: 'brand', reason: null },
})

export const createItems = (replica: Replica, overlay: ReadonlySignal<Overlay | null>, seen: Seen): Items => {
  const items = new Map<string, Item<Message> & Writable>()

  const make = (entity: 'thread' | 'reply', key: string, first: Message | null) => {
    let last = first
    const id = signal(first ? null : key)
    const marks = computed(() => (id.value ? replica.row('own', id.value).value : undefined))
    const stored = computed<Own>(() => {
      // What was written here is theirs until the server says more.
      const written = first !== null && marks.value === undefined
      const { voted, author, source, following, reported, mentioned, seen } = marks.value ?? {
        ...{ voted: written, author: written, following: written },
        ...{ source: null, reported: false, mentioned: false, seen: null },
      }
      return { voted, author, source, following, reported, mentioned, seen }
    })
    const row = computed(() => {
      const known = id.value ? replica.row(entity, id.value).value : undefined
      const shown = known ?? marks.value?.[entity]
      if (shown) last = shown
      else if (known === null && last) last = blank(last)
      const bare = last as Message
      return overlay.value?.row(bare, stored.value) ?? bare
    })
    /** Who asked may choose among the replies, so that it is said of the thread. */
    const chooses = (reply: Message) =>
      'thread' in reply &&
      reply.status === null &&
      reply.visibility === 'public' &&
      replica.row('own', reply.thread).value?.can.includes('accept')
    return {
      key,
      id,
      row,
      own: computed(() => (id.value && overlay.value?.own(id.value, stored.value)) || stored.value),
      can: computed<Action[]>(() => {
        const all = new Set([...row.value.can, ...(marks.value?.can ?? [])])
        return [...(chooses(row.value) ? all.add('accept') : all)]
      }),
      delivery: signal<Delivery | null>(null),
      justPosted: signal(first !== null),
      unread: computed(() => entity === 'thread' && seen.isUnread(row.value as ThreadView)),
    }
  }

  const known = (entity: 'thread' | 'reply', id: string) => {
    const item = items.get(id) ?? make(entity, id, null)
    items.set(id, item)
    return item
  }

  return {
    thread: id => known('thread', id) as OwnThread,
    reply: id => known('reply', id) as OwnReply,
    newThread: (key, row) => make('thread', key, row) as OwnThread,
    newReply: (key, row) => make('reply', key, row) as OwnReply,
    adopt: (item, id) => {
      if (!items.has(id)) items.set(id, item)
      item.id.value = id
      return items.get(id) === item
    },
  }
}
