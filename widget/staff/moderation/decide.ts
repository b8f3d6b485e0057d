import type { QueueEntry } from '../../../server/contract/queue.ts'
import type { Call } from '../moves/inverse.ts'
import { call } from '../moves/inverse.ts'
import type { Team } from '../team.ts'
import type { Decision, Queue } from './queue.ts'

/** What a decision asks of the server, and what takes it back. */
const calls = (what: Decision, entry: QueueEntry, reason: string): { to: Call; back: Call } => {
  const { id, removal, visibility } = entry
  const spam = call('message.spam', { id })
  const again = removal?.reason ? call('message.hide', { id, reason: removal.reason }) : null
  const wasGone = visibility === 'spam' ? spam : again
  if (visibility === 'public') {
    const show = call('message.show', { id })
    if (what === 'approved') return { to: show, back: call('message.show', { id, reported: true }) }
    return { to: what === 'spam' ? spam : call('message.hide', { id, reason }), back: show }
  }
  const back =
    visibility === 'held' ? call('message.hold', { id }) : (wasGone ?? call('message.hold', { id }))
  if (what === 'approved') return { to: call('message.show', { id }), back }
  return { to: what === 'spam' ? spam : call('message.hide', { id, reason }), back }
}

const texts = { approved: 'did.shown', hidden: 'did.hidden', spam: 'did.spam' } as const
const words = { approved: 'show', hidden: 'hide', spam: 'spam' } as const

export const mayDecide = (entry: QueueEntry, what: Decision) => entry.can.includes(words[what])

/** Decides about several at once, in one step back. Answers the words for what went wrong first, or null. */
export const decide = async (
  { run, deeds, t }: Team,
  queue: Queue,
  what: Decision,
  entries: readonly QueueEntry[],
  reason = '',
): Promise<string | null> => {
  const open = entries.filter(entry => !queue.decided.peek().has(entry.id) && mayDecide(entry, what))
  const troubles = await Promise.all(
    open.map(entry => {
      const { name, input } = calls(what, entry, reason).to
      return run(name, input)
    }),
  )
  const done = open.filter((_, at) => troubles[at] === null)
  const mark = (decision: Decision | null) => {
    const next = new Map(queue.decided.peek())
    for (const { id } of done) decision ? next.set(id, decision) : next.delete(id)
    queue.decided.value = next
  }
  mark(what)
  const undo = async () => {
    const failed = await Promise.all(
      done.map(entry => {
        const { name, input } = calls(what, entry, reason).back
        return run(name, input)
      }),
    )
    mark(null)
    void queue.look()
    return failed.find(trouble => trouble !== null) ?? null
  }
  const [first] = done
  if (first) {
    const text =
      done.length > 1
        ? t('mod.decided', { n: done.length })
        : t('did.to', { what: t(texts[what]), title: first.author.person.name })
    deeds.add({ text, undo, about: done.map(({ id }) => id) })
  }
  void queue.look()
  return troubles.find(trouble => trouble !== null) ?? null
}
