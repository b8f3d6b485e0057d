import type { ThreadDetail } from '../../server/contract/reads.ts'
import type { ReplyView } from '../../server/contract/reply.ts'
import { failureOf } from '../api/http.ts'
import { batch, computed, signal } from '../signals/signal.ts'
import type { Core, Ear } from './core.ts'
import { stick } from './home.ts'
import type { OwnReply } from './items.ts'
import { markRead } from './mark-read.ts'
import { ownRows } from './own-rows.ts'
import { puts } from './replica.ts'
import type { Failure, OpenedThread, Phase } from './types.ts'

export interface Closable extends OpenedThread {
  close: () => void
}

/** Opens a thread: reads it, follows it, and keeps its end still unless the UI lets it grow. */
export const openThread = (core: Core, id: string): Closable => {
  const { replica, items, seen, config } = core
  const phase = signal<Phase>('loading')
  const failure = signal<Failure | null>(null)
  const stuck = signal<object | null>(null)
  const shown = signal<ReadonlySet<string>>(new Set())
  const waiting = signal<readonly string[]>([])
  const pinned = signal<readonly string[]>([])
  const earlier = signal(0)
  const before = signal<string | null>(null)
  const newFrom = signal<string | null>(null)
  let mayAppend = () => false
  let last = -1
  let closed = false
  /** Replies heard of before the thread was read; null from then on. */
  let early: ReplyView[] | null = []

  const position = (reply: OwnReply) => reply.row.value.position
  const all = computed(() => [...shown.value].map(items.reply).sort((a, b) => position(a) - position(b)))
  /** What could not be sent before its thread was merged is kept here. */
  const isHere = (thread: string) => thread === id || replica.row('thread', thread).value?.merged?.id === id
  const replies = computed(() => [
    ...all.value,
    ...core.unsent.value.filter(
      item => isHere(item.row.peek().thread) && !(item.id.value && shown.value.has(item.id.value)),
    ),
  ])
  const weight = ({ row }: OwnReply) => {
    const { accepted, official, visibility } = row.value
    return visibility === 'removed' ? 0 : Number(accepted) * 2 + Number(official)
  }
  const answer = computed(() => {
    const best = [...pinned.value.map(items.reply), ...all.value].sort((a, b) => weight(b) - weight(a))[0]
    return best && weight(best) > 0 ? best : null
  })

  const item = computed(() => {
    const known = replica.row('thread', id).value ?? replica.row('own', id).value?.thread
    return known || phase.value === 'ready' ? items.thread(id) : null
  })

  const add = (ids: readonly string[]) => {
    shown.value = new Set([...shown.peek(), ...ids])
  }
  const markSeen = () => {
    const thread = replica.row('thread', id).peek()
    if (thread) markRead(core, thread)
  }

  const arrive = (row: ReplyView) => {
    const mine = items.reply(row.id).justPosted.peek()
    // What lies before our range comes when earlier replies are asked for.
    if (shown.peek().has(row.id) || row.visibility === 'removed' || (row.position <= last && !mine)) return
    last = Math.max(last, row.position)
    if (mine || mayAppend()) add([row.id])
    else waiting.value = [...waiting.peek(), row.id]
    if (!mine) core.live?.announceReply({ voice: 'polite', what: 'fresh_reply', n: 1, author: row.author })
  }
  const heard: Ear = change => {
    if (change.op === 'del' || (change.entity === 'reply' && change.row.visibility === 'removed')) {
      if (waiting.peek().includes(change.id))
        waiting.value = waiting.peek().filter(other => other !== change.id)
    } else if (change.entity === 'reply' && change.row.thread === id) {
      if (early) early.push(change.row)
      else arrive(change.row)
    }
  }

  const firstUnread = (rows: readonly ReplyView[], since: number | null) =>
    since === null
      ? null
      : (rows.find(row => row.createdAt > since && !items.reply(row.id).own.peek().author)?.id ?? null)

  const take = (detail: ThreadDetail) => {
    const { thread, answers, replies: latest } = detail
    const since = seen.lastSeen(id)
    const body = { id, seq: detail.asOf, body: detail.body }
    core.learn(detail, [
      ...puts('thread', [thread]),
      { op: 'put', entity: 'body', id, seq: body.seq, row: body },
      ...puts('reply', [...latest, ...answers]),
    ])
    const held = ownRows(replica)
      .flatMap(own => own.reply ?? [])
      .filter(reply => reply.thread === id)
    const waits = new Set(waiting.peek())
    shown.value = new Set([...latest, ...held].map(reply => reply.id).filter(reply => !waits.has(reply)))
    pinned.value = answers.map(reply => reply.id)
    earlier.value = detail.earlier
    before.value = detail.before
    last = Math.max(last, latest.at(-1)?.position ?? -1)
    if (early) newFrom.value = firstUnread(latest, since)
    const missed = early ?? []
    early = null
    missed.forEach(arrive)
    failure.value = null
    phase.value = 'ready'
  }

  const load = async () => {
    core.wanted.add(id)
    try {
      const detail = await core.read<ThreadDetail>(`/threads/${id}`)
      if (closed) return
      if (config.scope === 'page' && detail.thread.page.key !== config.page.key) core.widen()
      batch(() => take(detail))
      core.lookedAt = id
      core.live?.look()
    } catch (thrown) {
      failure.value = failureOf(thrown)
      // What is there stays readable, unless we were told that it is gone.
      if (early || failure.value.code === 'not_found') phase.value = 'failed'
    }
  }
  core.ears.add(heard)
  core.resets.add(load)
  void load()

  return {
    id,
    phase,
    failure,
    item,
    body: computed(
      () =>
        (item.value?.row.value as Partial<ReplyView> | undefined)?.body ??
        replica.row('body', id).value?.body ??
        replica.row('own', id).value?.body ??
        null,
    ),
    replies,
    answer,
    earlier,
    stuck,
    fresh: computed(() => waiting.value.length),
    arrived: computed(() => waiting.value.map(items.reply)),
    newFrom,
    writing: computed(() => (core.writing.value?.thread === id ? core.writing.value.name : null)),
    showEarlier: () =>
      import('./earlier.ts')
        .then(part => part.readEarlier(core, id, { shown, earlier, before, stuck }))
        .catch(stick(stuck)),
    showFresh: () => {
      const arrived = waiting.peek()
      batch(() => {
        add(arrived)
        waiting.value = []
        newFrom.value ??= arrived[0] ?? null
      })
      return arrived[0] ? items.reply(arrived[0]) : null
    },
    setMayAppend: may => {
      mayAppend = may
    },
    markSeen: () => {
      markSeen()
      newFrom.value = null
    },
    reload: load,
    close: () => {
      closed = true
      markSeen()
      core.wanted.delete(id)
      core.ears.delete(heard)
      core.resets.delete(load)
      core.unsent.value = core.unsent.peek().filter(item => item.id.peek() === null)
      core.lookedAt = null
      core.live?.look()
    },
  }
}
