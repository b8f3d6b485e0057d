import type { CommandInput, CommandName } from '../../server/contract/commands.ts'
import type { ReplyView } from '../../server/contract/reply.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import type { Message } from './items.ts'
import { blank } from './items.ts'
import type { Entry } from './outbox-entry.ts'
import type { Own } from './own.ts'
import { opening, paragraphs } from './provisional.ts'

type Patch = Partial<ThreadView> | Partial<ReplyView>
export type Effects = { [N in CommandName]?: (input: CommandInput<N>, row: Message, entry: Entry) => Patch }

/** What a visitor's command will do to a row, shown until the server says so itself. */
const effects: Effects = {
  'vote.set': (_, row, entry) => ({ votes: row.votes + (entry.counted ? 0 : entry.delta) }),
  'message.edit': ({ body }, row) => ({
    body: paragraphs(body),
    ...('retitled' in row && !row.retitled && opening(body)),
  }),
  'message.delete': (_, row) => ({ ...blank(row), removal: { by: 'author', reason: null } }),
  'answer.accept': ({ on }) => ({ accepted: on }),
}

/** The message a command is about; null when it makes a new one. */
export const targetOf = ({ name, input }: Pick<Entry, 'name' | 'input'>): string | null => {
  const about = input as { id?: string; reply?: string; thread?: string }
  if (name === 'reply.post' || name === 'note.add') return null
  return about.id ?? about.reply ?? about.thread ?? null
}

export const affectRow = <R extends Message>(entries: readonly Entry[], row: R, more: Effects): R => {
  let shown = row
  for (const entry of entries) {
    if (entry.delivery.state === 'failed' || targetOf(entry) !== row.id) continue
    const effect = (effects[entry.name] ?? more[entry.name]) as
      | ((input: unknown, row: Message, entry: Entry) => Patch)
      | undefined
    if (effect) shown = { ...shown, ...effect(entry.input, shown, entry) }
  }
  return shown
}

export const affectOwn = (entries: readonly Entry[], id: string, own: Own): Own => {
  const last = <N extends CommandName>(name: N) =>
    entries.findLast(entry => entry.name === name && targetOf(entry) === id)?.input as
      | CommandInput<N>
      | undefined
  const [vote, edit] = [last('vote.set'), last('message.edit')]
  // What was refused is still theirs to edit.
  return {
    ...own,
    voted: vote?.on ?? own.voted,
    source: edit?.body ?? own.source,
    following: last('thread.follow')?.on ?? own.following,
    reported: own.reported || last('message.report') !== undefined,
  }
}
