import { useEffect, useRef } from 'preact/hooks'
import type { QueueEntry } from '../../../server/contract/queue.ts'
import type { Selection } from '../moves/selection.ts'
import { shortcutOf } from '../shortcuts.ts'
import type { Team } from '../team.ts'
import type { Decision, Queue } from './queue.ts'

interface Parts {
  team: Team
  queue: Queue
  ticks: Selection
  ask: (what: Decision, about: readonly QueueEntry[]) => void
}

const DECISIONS: Readonly<Record<string, Decision>> = { approve: 'approved', hide: 'hidden', spam: 'spam' }

const here = () => document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset.entry

/** The same keys as in the inbox, for messages instead of threads. */
export const useQueueKeys = (parts: Parts): void => {
  // The newest ones, so that one listener is enough.
  const now = useRef(parts)
  now.current = parts
  useEffect(() => {
    const go = (by: 1 | -1, extend: boolean) => {
      const { queue, ticks } = now.current
      const open = queue.entries.peek()
      const at = open.findIndex(({ id }) => id === here())
      const next = open[at < 0 ? 0 : at + by]
      if (!next) return
      if (extend && open[at]) ticks.add([open[at].id, next.id])
      const row = document.getElementById(`entry-${next.id}`)
      row?.focus({ preventScroll: true })
      row?.scrollIntoView({ block: 'nearest' })
    }
    const press = (event: KeyboardEvent) => {
      const { team, queue, ticks, ask } = now.current
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const shortcut = shortcutOf(event, team.singleKeys.peek())
      const id = here()
      const chosen = queue.entries
        .peek()
        .filter(entry => (ticks.ids.peek().size ? ticks.ids.peek().has(entry.id) : entry.id === id))
      if (shortcut === 'next') go(1, false)
      else if (shortcut === 'previous') go(-1, false)
      else if (shortcut === 'extendNext') go(1, true)
      else if (shortcut === 'extendPrevious') go(-1, true)
      else if (shortcut === 'select' && id) ticks.toggle(id)
      else if (shortcut === 'more' && id) document.getElementById(`menu-${id}`)?.click()
      else if (shortcut === 'back' && ticks.ids.peek().size) ticks.clear()
      else if (shortcut !== null && typeof shortcut === 'object' && DECISIONS[shortcut.move])
        ask(DECISIONS[shortcut.move] as Decision, chosen)
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
