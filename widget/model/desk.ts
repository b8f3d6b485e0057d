import type { CommandInput, CommandName, CommandResult } from '../../server/contract/commands.ts'
import type { History, ThreadPeople } from '../../server/contract/reads.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import { createDeviceKey } from '../api/device.ts'
import { createSender } from '../api/send-command.ts'
import { createShelf } from '../api/shelf.ts'
import type { Work } from '../api/tabs.ts'
import { alone, joinTabs } from '../api/tabs.ts'
import { batch, effect } from '../signals/signal.ts'
import { chunk } from './chunk.ts'
import type { Core, Ear } from './core.ts'
import { createDrafts } from './drafts.ts'
import { affectOwn, affectRow, targetOf } from './effects.ts'
import type { Home } from './home.ts'
import { introduce } from './identity.ts'
import type { OwnReply, OwnThread } from './items.ts'
import { beginMarks, markRead } from './mark-read.ts'
import { newId } from './new-id.ts'
import type { Picture } from './new-message.ts'
import { createOutbox } from './outbox.ts'
import type { Entry } from './outbox-entry.ts'
import { SENDING } from './outbox-entry.ts'
import { forgetOwnRows } from './own-rows.ts'
import type { Pending } from './pending.ts'
import { idOf, makesMessage, pendingOf } from './pending.ts'
import { similar } from './search.ts'
import type { Item, Notice, ReplyItem, Writer } from './types.ts'

type AnyItem = Item<ThreadView> | ReplyItem

/** The writing half of the conversation. */
export interface Desk extends Writer {
  vote: (item: AnyItem, on: boolean) => void
  keep: <N extends CommandName>(name: N, input: CommandInput<N>) => void
  run: <N extends CommandName>(name: N, input: CommandInput<N>, keep?: boolean) => Promise<CommandResult>
}

const saying: { [N in CommandName]?: Notice['what'] } = {
  'thread.post': 'posted',
  'reply.post': 'posted',
  // “Everyone can see it” would be false, and frightening.
  'note.add': 'saved',
  'message.delete': 'deleted',
  'message.restore': 'restored',
}

export const createDesk = (core: Core, home: Home): Desk => {
  const { replica, items, session, storage } = core
  const key = createDeviceKey(core)
  const drafts = createDrafts(storage)
  const pending = new Map<string, Pending>()
  // What one of the team has written must not be sent as somebody else.
  const name = storage.name + (core.staff ? session.peek()?.id : '')
  const lease = chunk(() => import('../api/lease.ts').then(part => part.createLease(storage, newId())))
  // What is sent twice is done once: better without a lease than not at all.
  const otherwise = (work: Work) => lease().then(hold => hold(work), work)

  const isEdit = (entry: Entry) => entry.name === 'message.edit'
  /** Where the state of an entry shows. */
  const itemOf = (entry: Entry) => {
    const target = isEdit(entry) && targetOf(entry)
    if (target) return target.startsWith('t_') ? items.thread(target) : items.reply(target)
    return pending.get(entry.id)?.item
  }

  /** From here on the item is the server's message; a row that came another way before it gives way to none other. */
  const settle = (entry: Entry, id: string) => {
    const message = pending.get(entry.id)
    if (!message) return
    pending.delete(entry.id)
    if (!items.adopt(message.item, id)) message.remove()
    message.item.delivery.value = null
  }

  const notice = (entry: Entry, id: string): Notice['what'] => {
    if (entry.name === 'vote.set')
      return (entry.input as CommandInput<'vote.set'>).on ? 'vote_added' : 'vote_removed'
    if (entry.name === 'thread.follow')
      return (entry.input as CommandInput<'thread.follow'>).on ? 'following' : 'unfollowing'
    const own = replica.row('own', id).peek()
    if (makesMessage(entry.name) && (own?.thread ?? own?.reply)?.visibility === 'held') return 'held'
    return saying[entry.name] ?? 'saved'
  }

  const uploading = chunk(() => import('./upload.ts'))
  const tell = createSender(core, key)
  const outbox = createOutbox(
    {
      shelf: createShelf(name, storage),
      join: heard => joinTabs(name, heard),
      alone: (work, steal) => alone(name, work, steal, otherwise),
    },
    {
      send: async entry => {
        if (!entry.pictures) return tell(entry)
        const amend = (input: unknown) => outbox.amend(entry, input)
        return (await uploading()).sendWithPictures({
          core,
          key,
          entry,
          item: itemOf(entry),
          send: tell,
          amend,
        })
      },
      came: entry => {
        if (!makesMessage(entry.name)) return
        const message = pendingOf(core, home, entry)
        const id = idOf(entry)
        if (replica.row(message.entity, id).peek() || replica.row('own', id).peek()) outbox.count(entry)
        else {
          pending.set(entry.id, message)
          message.place()
        }
      },
      accepted: (entry, result) => {
        settle(entry, result.id)
        replica.learn({ epoch: result.epoch, asOf: result.seq }, result.changes)
        const thread = (entry.input as { thread?: string }).thread ?? result.id
        const row = makesMessage(entry.name) ? replica.row('thread', thread).peek() : null
        if (row) markRead(core, row)
        // A name is given on the way to something else, which is told.
        if (entry.name !== 'person.rename')
          core.notice.value = { voice: 'polite', what: notice(entry, result.id) }
      },
      refused: (entry, failure, awaited) => {
        const inForm = isEdit(entry) && awaited
        if (entry.keep && !inForm) core.notice.value = { voice: 'assertive', what: 'failed', failure }
        return !inForm && itemOf(entry) !== undefined
      },
      moved: entry => {
        const item = itemOf(entry)
        if (item) item.delivery.value = entry.delivery
      },
      left: entry => {
        const item = itemOf(entry)
        if (item) item.delivery.value = null
        pending.get(entry.id)?.remove()
        pending.delete(entry.id)
      },
    },
  )

  const hear: Ear = change => {
    const made = change.id.slice(2)
    const entry = outbox.find(made) ?? outbox.find(change.mutation)
    if (!entry || change.op === 'del') return
    const message = pending.get(entry.id)
    const isAbout = message ? message.entity === change.entity : targetOf(entry) === change.id
    if (made !== entry.id && (!isAbout || change.entity === 'own')) return
    settle(entry, change.id)
    outbox.count(entry)
  }

  const add = <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    more: { keep: boolean; id?: string; delta?: number; pictures?: readonly Picture[] },
  ) => {
    beginMarks(core, home.state.watermark)
    const about = input as { thread?: string }
    const lane = targetOf({ name, input }) ?? about.thread ?? name
    return outbox.add({ id: newId(), delta: 0, lane, name, input, ...more })
  }
  const keep = <N extends CommandName>(name: N, input: CommandInput<N>, delta = 0) => {
    // Its outcome shows in the item and in the notice.
    add(name, input, { keep: true, delta }).catch(() => {})
  }
  const run = <N extends CommandName>(name: N, input: CommandInput<N>, keep = false) =>
    add(name, input, { keep }) as Promise<CommandResult>

  const send = <N extends 'thread.post' | 'reply.post' | 'note.add'>(
    name: N,
    said: CommandInput<N>,
    chosen: readonly Picture[] = [],
  ) => {
    const id = newId()
    const input = { ...said, language: core.config.locale }
    const pictures = chosen.length > 0 && { pictures: chosen }
    const message = pendingOf(core, home, { id, name, input, ...pictures })
    pending.set(id, message)
    batch(() => {
      message.item.delivery.value = SENDING
      message.place()
      add(name, input, { id, keep: true, ...pictures }).catch(() => {})
    })
    return message.item
  }
  /** Of a message that is not sent, or of a change to one that is. */
  const entryOf = (key: string) => {
    const isIts = (entry: Entry) => entry.id === key || (isEdit(entry) && itemOf(entry)?.key === key)
    return outbox.entries.peek().find(isIts)
  }

  const threadOf = (id: string | null) => replica.row('reply', id ?? '').peek()?.thread ?? id
  const takeBack: Writer['takeBack'] = key => {
    const entry = entryOf(key)
    if (!entry) return null
    outbox.remove(entry)
    const {
      body,
      kind = null,
      thread = isEdit(entry) ? threadOf(targetOf(entry)) : null,
      to = null,
    } = entry.input as Partial<CommandInput<'thread.post'>> & Partial<CommandInput<'reply.post'>>
    const into = thread && replica.row('thread', thread).peek()?.merged?.id
    return {
      body: body ?? '',
      kind,
      thread: into ?? thread,
      to,
      note: entry.name === 'note.add',
      pictures: entry.pictures ?? [],
    }
  }

  const wake = () => {
    // Before the first own action there is nothing to find, and nothing may be stored.
    if (session.peek() || core.seen.marks.peek()) outbox.wake()
  }
  core.listen({ online: wake })
  core.ends.add(outbox.end)
  core.ends.add(drafts.end)
  core.firstEar = hear
  core.overlay.value = {
    row: row => affectRow(outbox.entries.value, row, core.effects),
    own: (message, own) => affectOwn(outbox.entries.value, message, own),
  }
  core.ends.add(effect(() => void (core.link.value === 'live' && wake())))
  core.ends.add(
    effect(() => {
      if (!session.value) forgetOwnRows(replica)
    }),
  )
  wake()

  const forgetting = chunk(() => import('./forget.ts'))
  const identifying = chunk(() => import('./identify.ts'))
  return {
    name,
    drafts,
    introduce: name => introduce(core, key, to => run('person.rename', { name: to }), name),
    identify: async token => (await identifying()).identify(core, token),
    post: ({ kind, body, pictures }) => {
      // As it is now: a second try must say the same as the first.
      const page = { ...core.config.page }
      return send('thread.post', { page, kind, body }, pictures) as OwnThread
    },
    reply: ({ note, pictures, ...reply }) =>
      send(note ? 'note.add' : 'reply.post', reply, pictures) as OwnReply,
    similar: text => similar(core, text),
    mailbox: async () => (await import('./letters.ts')).createMailbox(core, run, keep),
    askedFor: async () => (await import('./asked-for.ts')).askedFor(core),
    people: async thread => {
      const asked = core.read<ThreadPeople>(`/threads/${thread}/people`)
      return asked.then(({ people }) => people).catch(() => [])
    },
    history: message => core.read<History>(`/messages/${message}/history`),
    picture: async (item, at) => (await import('./picture-bytes.ts')).pictureBytes(core, entryOf, item, at),
    takeBack,
    retry: key => {
      const entry = entryOf(key)
      if (entry) outbox.retry(entry)
    },
    vote: (item, on) => {
      const id = item.id.peek()
      const step = on ? 1 : -1
      if (id) keep('vote.set', { id, on }, item.own.peek().voted === on ? 0 : step)
    },
    keep,
    run,
    forget: async () => {
      const { forget } = await forgetting()
      await forget(core)
      for (const entry of outbox.entries.peek()) outbox.remove(entry)
    },
  }
}
