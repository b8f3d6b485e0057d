import type { Hand } from './moves/hand.ts'

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('.row-title')]
const threadOf = (link: HTMLElement | undefined) => link?.closest<HTMLElement>('.row')?.dataset.thread

/** The row with the focus, else the one that is open; −1: neither is listed. */
const current = (rows: readonly HTMLElement[]) => {
  const focused = rows.findIndex(row => row.closest('.row')?.contains(document.activeElement))
  return focused >= 0 ? focused : rows.findIndex(row => row.getAttribute('aria-current') === 'true')
}

/** Its top comes into sight unless all of it is. */
const goTo = (link: HTMLElement) => {
  link.focus({ preventScroll: true })
  const row = link.closest('.row')
  const box = row?.getBoundingClientRect()
  const pane = row?.closest('.inbox-scroll')?.getBoundingClientRect()
  if (!box || !pane) return
  const top = Math.max(pane.top, 0)
  const end = Math.min(pane.bottom, innerHeight)
  if (box.top < top || box.bottom > end) row?.scrollIntoView({ block: 'start' })
}

/** One row on or back; whoever is reading reads on. Answers the row one is at then. */
export const walk = async ({ team, widget }: Hand, by: 1 | -1): Promise<HTMLElement | undefined> => {
  const rows = links()
  const next = rows[current(rows) + by]
  const reads = document.activeElement?.closest('.detail') !== null
  if (next && reads) next.click()
  else if (next) goTo(next)
  else if (by === 1 && team.conversation.inbox.hasMore.peek()) {
    const added = await team.conversation.inbox.more()
    if (added) widget.focus(`row-${added.key}`)
  }
  return next
}

export const tickHere = ({ team }: Hand): void => {
  const rows = links()
  const thread = threadOf(rows[current(rows)])
  if (thread) team.selection.toggle(thread)
}

/** Ticks the row one is at and the next one. */
export const extend = async (hand: Hand, by: 1 | -1): Promise<void> => {
  const rows = links()
  const here = rows[current(rows)]
  const next = await walk(hand, by)
  const both = [threadOf(here), threadOf(next)].filter(id => id !== undefined)
  hand.team.selection.add(both)
}

/** Opens the row after a thread that was just dealt with; back to the list when it was the last. */
export const openNext = ({ team, widget }: Hand, thread: string): void => {
  const rows = links()
  const at = rows.findIndex(row => threadOf(row) === thread)
  const next = rows[at + 1] ?? rows[at - 1]
  if (at >= 0 && next) next.click()
  else {
    team.router.go({ thread: null })
    widget.focus('inbox-title')
  }
}
