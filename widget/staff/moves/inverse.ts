import type { CommandInput, CommandName } from '../../../server/contract/commands.ts'
import type { ReplyView } from '../../../server/contract/reply.ts'
import type { ThreadView } from '../../../server/contract/thread.ts'

/** A command with what it is given. */
export type Call = { [N in CommandName]: { readonly name: N; readonly input: CommandInput<N> } }[CommandName]

export const call = <N extends CommandName>(name: N, input: CommandInput<N>) =>
  ({ name, input }) as Extract<Call, { name: N }>

type Inverse<N extends CommandName> = (input: CommandInput<N>, row: ThreadView | ReplyView) => Call | null

/** What takes a command of the team back, made of what was there before it. */
const inverses: { [N in CommandName]?: Inverse<N> } = {
  'message.hide': ({ id }, row) => standsAgain(id, row),
  'message.spam': ({ id }, row) => standsAgain(id, row),
  'message.show': ({ id }, { visibility, removal, staff }) => {
    if (visibility === 'held') return call('message.hold', { id })
    // It was let stand, although it was reported.
    if (visibility === 'public' && staff?.reports) return call('message.show', { id, reported: true })
    return removal?.reason ? call('message.hide', { id, reason: removal.reason }) : null
  },
  'image.hide': ({ id, image, on }) => call('image.hide', { id, image, on: !on }),
  'thread.done': ({ thread, on }) => call('thread.done', { thread, on: !on }),
  'person.ban': ({ person, on }) => call('person.ban', { person, on: !on }),
  'person.trust': ({ person, on }) => call('person.trust', { person, on: !on }),
  'thread.status': ({ thread }, row) =>
    row.status ? call('thread.status', { thread, status: row.status, ...noteOf(row) }) : null,
  'thread.retitle': ({ thread }, row) =>
    'title' in row ? call('thread.retitle', { thread, title: row.title }) : null,
  'thread.pin': ({ thread, on }) => call('thread.pin', { thread, on: !on }),
  'thread.lock': ({ thread, on }) => call('thread.lock', { thread, on: !on }),
  'thread.label': ({ thread, label, on }) => call('thread.label', { thread, label, on: !on }),
  'thread.assign': ({ thread, to }, row) => {
    const before = 'title' in row ? (row.staff?.assignee?.id ?? null) : null
    return call('thread.assign', { thread, to: before, from: to })
  },
  'thread.announce': ({ thread }, row) =>
    call('thread.announce', { thread, announce: ('announced' in row && row.announced) || null }),
  'thread.merge': ({ thread }) => call('thread.unmerge', { thread }),
  'thread.unmerge': ({ thread }, row) =>
    'merged' in row && row.merged ? call('thread.merge', { thread, into: row.merged.id }) : null,
  'answer.official': ({ reply, on }) => call('answer.official', { reply, on: !on }),
}

/** What waited for a decision waits again. */
const standsAgain = (id: string, { visibility }: ThreadView | ReplyView) =>
  visibility === 'held' ? call('message.hold', { id }) : call('message.show', { id })

/** What was said of the status before comes back with it: the reason, and the link to what was shipped. */
const noteOf = (row: ThreadView | ReplyView) => {
  const { reason, link } = ('statusNote' in row && row.statusNote) || { reason: null, link: null }
  return { ...(reason && { reason }), ...(link && { link }) }
}

/** Null for what cannot be taken back. */
export const inverseOf = ({ name, input }: Call, row: ThreadView | ReplyView | null): Call | null =>
  row || name.startsWith('person.')
    ? ((inverses[name] as Inverse<typeof name> | undefined)?.(input as never, row as ThreadView) ?? null)
    : null
