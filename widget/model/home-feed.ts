import { PAGE_SIZE, PAGE_SIZE_MAX } from '../../server/contract/limits.ts'
import type { Snapshot } from '../../server/contract/reads.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import { batch } from '../signals/signal.ts'
import type { Core, Ear } from './core.ts'
import type { HomeState } from './home.ts'

/** Keeps Home's numbers right and collects what is new, while the list itself stays as it is. */
export const followHome = (core: Core, home: HomeState): void => {
  const { listed, waiting, counts, next, scope, kind, status, label } = home
  const inScope = (thread: ThreadView) => scope.peek() === 'site' || thread.page.key === core.config.page.key
  /** The team asks it here, wherever it was started. */
  const isAsked = ({ announced }: ThreadView) =>
    announced && (!announced.length || announced.includes(core.config.page.key))
  const isHere = (thread: ThreadView) => inScope(thread) || isAsked(thread)
  const isListed = (id: string) => listed.peek().some(item => item.id.peek() === id)

  const isWanted = (thread: ThreadView) => {
    const [onlyKind, onlyStatus, onlyLabel] = [kind.peek(), status.peek(), label.peek()]
    const stands = onlyStatus === 'answered' ? thread.answered : thread.status === onlyStatus
    return (
      (!onlyKind || thread.kind === onlyKind) &&
      (!onlyStatus || stands) &&
      (!onlyLabel || thread.labels.some(({ id }) => id === onlyLabel))
    )
  }

  /** Had it been public when the list was read, the list would have it: it was held then, and has been approved since. */
  const isMissed = (thread: ThreadView) => {
    if (!core.ready.peek() || status.peek() || label.peek() || !inScope(thread) || !isWanted(thread))
      return false
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

  /** What is on screen stays in its order, as far as it still exists; what is new waits. */
  const reset = async () => {
    if (home.turn === 0) return
    const mine = ++home.turn
    const size = Math.min(PAGE_SIZE_MAX, Math.max(PAGE_SIZE, listed.peek().length))
    const snapshot = await core.read<Snapshot>('/snapshot', { ...home.query(), size })
    if (mine !== home.turn) return
    batch(() => {
      const ranked = home.learn(snapshot).map(thread => thread.id)
      const still = new Set<string | null>([null, ...ranked])
      listed.value = listed.peek().filter(item => still.has(item.id.peek()))
      waiting.value = ranked.filter(id => !isListed(id))
    })
  }
  core.ears.add(heard)
  core.resets.add(reset)
}
