import type { CommandInput, CommandName } from '../../server/contract/commands.ts'
import type { PersonRef } from '../../server/contract/person.ts'
import type { ReplyView } from '../../server/contract/reply.ts'
import type { Inline, Tree } from '../../server/contract/text.ts'
import type { Signal } from '../signals/signal.ts'
import type { Core } from './core.ts'
import type { Home } from './home.ts'
import type { OwnReply, OwnThread } from './items.ts'
import type { Kept } from './outbox-entry.ts'
import { replyRow, threadRow } from './provisional.ts'

const QUOTE = 80

/** A message on its way: its item, and where it stands on screen. */
export interface Pending {
  readonly entity: 'thread' | 'reply'
  readonly item: OwnThread | OwnReply
  place: () => void
  remove: () => void
}

/** What the message goes by on the server: it keeps the id made at the click. */
export const idOf = ({ id, name }: Pick<Kept, 'id' | 'name'>) => `${name === 'thread.post' ? 't' : 'r'}_${id}`

export const makesMessage = (name: CommandName) =>
  name === 'thread.post' || name === 'reply.post' || name === 'note.add'

const words = (inline: Inline): string => {
  if (typeof inline === 'string') return inline
  if (inline.t === 'br') return ' '
  if (inline.t === 'mention') return `@${inline.name}`
  return 'text' in inline ? inline.text : inline.c.map(words).join('')
}
const quote = (tree: Tree) => {
  const first = tree.find(block => block.t === 'p')
  return first?.t === 'p' ? first.c.map(words).join('').slice(0, QUOTE) : ''
}

const reference = (core: Core, to: string | undefined): ReplyView['to'] => {
  const row = to ? core.replica.row('reply', to).peek() : null
  return row ? { id: row.id, author: row.author, quote: quote(row.body) } : null
}

const within = <T>(list: Signal<readonly T[]>, item: T, put: (all: readonly T[], item: T) => T[]) => ({
  place: () => {
    list.value = put(list.peek(), item)
  },
  remove: () => {
    list.value = list.peek().filter(other => other !== item)
  },
})

/** The item that stands for a message until the server has it. */
export const pendingOf = (
  core: Core,
  home: Home,
  { id, name, input, pictures }: Pick<Kept, 'id' | 'name' | 'input' | 'pictures'>,
): Pending => {
  const shown = pictures && {
    images: pictures.map(({ alt, width, height }) => ({ id: '', alt, width, height, hidden: false })),
  }
  const session = core.session.peek()
  const author: PersonRef = { id: session?.id ?? '', name: session?.name ?? '', staff: Boolean(core.staff) }
  if (name === 'thread.post') {
    const post = input as CommandInput<'thread.post'>
    const item = core.items.newThread(id, { ...threadRow(id, author, post), ...shown })
    const isHere = home.choice.peek().scope === 'site' || post.page.key === core.config.page.key
    const put = (all: readonly OwnThread[], one: OwnThread) => (isHere ? [one, ...all] : [...all])
    return { entity: 'thread', item, ...within(home.state.listed, item, put) }
  }
  const { thread, body, to } = input as CommandInput<'reply.post'>
  const row = replyRow(id, author, { thread, body, note: name === 'note.add', to: reference(core, to) })
  const item = core.items.newReply(id, { ...row, ...shown })
  return { entity: 'reply', item, ...within(core.unsent, item, (all, one) => [...all, one]) }
}
