import type { ThreadItem } from '../model/types.ts'
import { effect, signal } from '../signals/signal.ts'
import type { Hosted } from './hosted.ts'
import type { ParlaConversations, ParlaThread } from './parla.d.ts'

const drawn = (item: ThreadItem): ParlaThread => {
  const row = item.row.value
  const { id, kind, title, excerpt, status, answered, votes, replies, createdAt, activityAt } = row
  const { id: author, name, staff, label } = row.author
  return {
    ...{ id, kind, title, excerpt, status, answered, votes, replies, createdAt, activityAt },
    author: { id: author, name, staff, ...(label && { label }) },
    voted: item.own.value.voted,
    unread: item.unread.value,
  }
}

/** What a page that draws the conversations itself is given. It stays the same over restarts. */
export const conversationsOf = (hosted: Hosted): ParlaConversations => {
  hosted.turn ??= signal(0)
  const { turn } = hosted
  const now = () => hosted.widget.conversation
  const writer = async (name: string | undefined) => {
    const desk = await now().writer()
    if (name && now().needsName.peek()) await desk.introduce(name)
    return desk
  }
  const itemOf = (id: string) =>
    now()
      .home.items.peek()
      .find(item => item.id.peek() === id)

  return {
    threads: () => now().home.items.value.map(drawn),
    total: () => now().home.total.value,
    follow: run => {
      // Somebody looks: from now on it is kept up to date.
      now().shown.value = true
      return effect(() => {
        void turn.value
        void now().home.items.value.map(drawn)
        void now().home.total.value
        queueMicrotask(run)
      })
    },
    more: async () => void (await now().home.more()),
    post: async ({ kind, body, name }) => void (await writer(name)).post({ kind, body }),
    reply: async ({ thread, body, name }) => void (await writer(name)).reply({ thread, body }),
    vote: async (thread, on) => {
      const item = itemOf(thread)
      if (item) await now().vote(item, on)
    },
  }
}
