import type { ThreadItem } from '../../model/types.ts'
import type { Widget } from '../../thread/widget.ts'
import type { Team } from '../team.ts'

/** What a move is made with. */
export interface Hand {
  readonly team: Team
  readonly widget: Widget
}

/** The row with the focus, as an item. */
const focusedRow = ({ conversation }: Team): ThreadItem | null => {
  const row = document.activeElement?.closest<HTMLElement>('.row[data-thread]')
  const id = row?.dataset.thread
  return conversation.inbox.items.peek().find(item => item.id.peek() === id) ?? null
}

/** What the next move is about: the ticked threads, else the opened one, else the one with the focus. */
export const targets = ({ team }: Pick<Hand, 'team'>): readonly ThreadItem[] => {
  const { conversation, router, selection } = team
  const ids = selection.ids.peek()
  if (ids.size) return conversation.inbox.items.peek().filter(item => ids.has(item.id.peek() ?? ''))
  const opened = router.place.peek().thread ? conversation.opened.peek()?.item.peek() : null
  const one = opened ?? focusedRow(team)
  return one ? [one] : []
}

export const idsOf = (items: readonly ThreadItem[]): string[] => items.flatMap(item => item.id.peek() ?? [])

/** Those with which it may be done. */
export const able = (items: readonly ThreadItem[], action: ThreadItem['can']['value'][number]) =>
  items.filter(item => item.can.peek().includes(action))
