import type { ThreadView } from '../../server/contract/thread.ts'
import type { Core, Ear } from './core.ts'
import type { HomeState } from './home.ts'

/** Keeps Home's numbers right and collects what is new, while the list itself stays as it is. */
export const followHome = (core: Core, home: HomeState): void => {
  const { listed, waiting, counts, next, choice } = home
  const inScope = (thread: ThreadView) =>
    choice.peek().scope === 'site' || thread.page.key === core.config.page.key
  /** The team asks it here, wherever it was started. */
  const isAsked = ({ announced }: ThreadView) =>
    announced && (!announced.length || announced.includes(core.config.page.key))
  const isHere = (thread: ThreadView) => inScope(thread) || isAsked(thread)
  const isListed = (id: string) => listed.peek().some(item => item.id.peek() === id)

  const isWanted = (thread: ThreadView) => {
    const { kind, status, label } = choice.peek()
    const stands = status === 'answered' ? thread.answered : thread.status === status
    return (
      (!kind || thread.kind === kind) &&
      (!status || stands) &&
      (!label || thread.labels.some(({ id }) => id === label))
    )
  }

  /** Had it been public when the list was read, the list would have it: it was held then, and has been approved since. */
  const isMissed = (thread: ThreadView) => {
    const { status, label } = choice.peek()
    if (!core.ready.peek() || status || label || !inScope(thread) || !isWanted(thread)) return false
    const last = listed.peek().at(-1)?.row.peek()
    return !next.peek() || (!home.query().sort && last !== undefined && thread.createdAt > last.activityAt)
  }

  const count = (thread: ThreadView, step: number) => {
    if (!step || !inScope(thread)) return
    const now = counts.peek()
    counts.value = { ...now, all: now.all + step, [thread.kind]: now[thread.kind] + step }
  }

  const heard: Ear = (change, was) => {
    if (change.entity !== 'thread') return
    const { id } = change
    const row = change.op === 'put' && !change.row.merged ? change.row : null
    const known = was as ThreadView | null | undefined
    // What was merged stands in another thread.
    const before = known?.merged ? null : known
    const waits = waiting.peek().includes(id)
    if (!row) {
      if (before) count(before, -1)
      if (waits) waiting.value = waiting.peek().filter(other => other !== id)
      return
    }
    // One we never heard of may also be old and not listed yet; one that was gone has come back.
    const isNew =
      before === null ||
      (before && isHere(row) && !isHere(before)) ||
      (before === undefined && (row.createdAt > home.watermark || isMissed(row)))
    if (isNew) count(row, 1)
    const fits = row.visibility === 'public' && isHere(row) && isWanted(row)
    if (isNew && fits && !waits && !isListed(id)) waiting.value = [id, ...waiting.peek()]
    else if (waits && !fits) waiting.value = waiting.peek().filter(other => other !== id)
  }

  core.ears.add(heard)
  core.resets.add(async () => (await import('./home-reset.ts')).resetHome(core, home))
}
