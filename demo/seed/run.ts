import type { CommandInput, CommandName } from '../../server/contract/commands.ts'
import { createExecute } from '../../server/features/execute.ts'
import { unlimited } from '../../server/features/rate-limits.ts'
import type { Actor } from '../../server/features/viewer.ts'
import { newId } from '../../server/lib/ids.ts'
import { insertPerson, notVouchedFor } from '../../server/store/people.ts'
import type { PersonRow, SiteRow } from '../../server/store/rows.ts'
import type { Store } from '../../server/store/store.ts'
import { conversations } from './conversations.ts'
import { people } from './people.ts'
import type { SeedReply, SeedThread } from './types.ts'

interface Step {
  /** Milliseconds since 1970. */
  at: number
  take(): Promise<void>
}

export interface SeedParts {
  store: Store
  site: SiteRow
  /** Origin of the demo site, where the pages are. */
  origin: string
  /** What "minutes ago" counts from. */
  now: number
}

/** Writes the demo's conversations through the real commands, in the order in which they happened. */
export async function seedConversations({ store, site, origin, now }: SeedParts): Promise<void> {
  const clock = { at: now, now: () => clock.at }
  const execute = createExecute({ store, clock, limits: unlimited, onCommit: () => undefined })
  const persons = await store.write(async db => {
    const rows = new Map<string, PersonRow>()
    for (const { key, name, staff } of people) {
      const row = {
        id: newId('p'),
        site_id: site.id,
        account_id: null,
        role: staff ?? null,
        name,
        ...notVouchedFor,
        created_at: now,
      }
      await insertPerson(db, row)
      rows.set(key, row)
    }
    return rows
  })
  const actor = (key: string): Actor => {
    const person = persons.get(key) as PersonRow
    return { site, person, role: person.role }
  }
  const run = async <N extends CommandName>(who: string, name: N, input: CommandInput<N>) =>
    (await execute({ id: newId('e'), name, input }, actor(who))).id
  const visitors = people.filter(person => !person.staff).map(person => person.key)

  const support = (id: string, author: string, votes: number, salt: number) =>
    Promise.all(
      visitors
        .filter(key => key !== author)
        .map((key, i, all) => all[(i * 7 + salt) % all.length] ?? key)
        .filter((key, i, all) => all.indexOf(key) === i)
        .slice(0, votes)
        .map(key => run(key, 'vote.set', { id, on: true })),
    )

  const steps = conversations.flatMap((thread, i) => stepsOf(thread, i))
  for (const step of steps.sort((a, b) => a.at - b.at)) {
    clock.at = step.at
    await step.take()
  }

  function stepsOf(thread: SeedThread, index: number): Step[] {
    const ids: string[] = []
    const at = (minutesAgo: number) => now - minutesAgo * 60_000
    let id = ''
    const started = async () => {
      const url = `${origin}${thread.page}`
      const page = { key: url, url }
      const { kind, body, language } = thread
      id = await run(thread.author, 'thread.post', { page, kind, body, language })
      await support(id, thread.author, thread.votes ?? 0, index)
    }
    const replied = async (reply: SeedReply, i: number) => {
      const to = reply.to === undefined ? {} : { to: ids[reply.to] as string }
      const name = reply.note ? 'note.add' : 'reply.post'
      ids[i] = await run(reply.author, name, { thread: id, body: reply.body, ...to })
      if (reply.official) await run(reply.author, 'answer.official', { reply: ids[i], on: true })
      if (reply.accepted) await run(thread.author, 'answer.accept', { reply: ids[i], on: true })
      await support(ids[i], reply.author, reply.votes ?? 0, index + i)
    }
    const moved = async ({ to, by, reason, link }: NonNullable<SeedThread['status']>) => {
      const words = { ...(reason && { reason }), ...(link && { link }) }
      await run(by, 'thread.status', { thread: id, status: to, ...words })
    }
    const marked = async () => {
      const staff = thread.assignee ?? 'teresa'
      for (const label of thread.labels ?? [])
        await run(staff, 'thread.label', { thread: id, label, on: true })
      if (thread.assignee)
        await run(staff, 'thread.assign', { thread: id, to: persons.get(thread.assignee)?.id ?? null })
      if (thread.pinned) await run(staff, 'thread.pin', { thread: id, on: true })
      if (thread.locked) await run(staff, 'thread.lock', { thread: id, on: true })
    }
    const replies = thread.replies ?? []
    const last = Math.min(
      thread.minutesAgo,
      ...replies.map(r => r.minutesAgo),
      thread.status?.minutesAgo ?? Number.POSITIVE_INFINITY,
    )
    return [
      { at: at(thread.minutesAgo), take: started },
      ...replies.map((reply, i) => ({ at: at(reply.minutesAgo), take: () => replied(reply, i) })),
      ...(thread.status
        ? [{ at: at(thread.status.minutesAgo), take: () => moved(thread.status as never) }]
        : []),
      { at: at(last) + 1, take: marked },
    ]
  }
}
