import { useEffect } from 'preact/hooks'
import { KINDS } from '../../server/contract/limits.ts'
import type { Widget } from '../thread/widget.ts'
import { everything } from './menu/everything.ts'
import type { Hand } from './moves/hand.ts'
import { movesNow } from './moves/moves.ts'
import type { Shortcut } from './shortcuts.ts'
import { isComposing, isField, shortcutOf } from './shortcuts.ts'
import type { Team } from './team.ts'
import { extend, tickHere, walk } from './walk.ts'

/** Milliseconds in which the key after `g` counts. */
const CHORD = 1_500

/** The keyboard's way around the desk. */
export const useShortcuts = (team: Team, widget: Widget): void => {
  useEffect(() => {
    const hand: Hand = { team, widget }
    const { conversation, router, selection } = team
    let goUntil = 0

    const leave = (target: EventTarget | null) => {
      const { room, thread } = router.place.peek()
      // First out of the field, with the text kept; then out of what is ticked; then out of the thread.
      if (isField(target)) {
        const title = room === 'inbox' ? 'inbox-title' : 'room-title'
        document.getElementById(thread ? 'heading' : title)?.focus()
      } else if (selection.ids.peek().size) selection.clear()
      else if (thread) widget.back()
    }
    const goTo = (key: string): boolean => {
      if (key === 'i') {
        router.go({ room: 'inbox', thread: null })
        widget.focus('inbox-title')
        return true
      }
      const room = team.rooms.find(room => room.key === key && (room.isFor?.(team.me) ?? true))
      if (!room) return false
      router.go({ room: room.name, part: null, query: '' })
      widget.focus('room-title')
      return true
    }
    const make = (name: string) =>
      movesNow(hand)
        .find(({ move }) => move.name === name)
        ?.run()
    const does: Record<Exclude<Shortcut, object>, (event: KeyboardEvent) => void> = {
      next: () => void walk(hand, 1),
      previous: () => void walk(hand, -1),
      extendNext: () => void extend(hand, 1),
      extendPrevious: () => void extend(hand, -1),
      select: () => tickHere(hand),
      back: event => leave(event.target),
      search: () => document.getElementById('inbox-search')?.focus(),
      undo: () => void (team.takeBackReply() || team.takeBack()),
      more: () => {
        team.menu.value = everything(hand)
      },
      go: ({ timeStamp }) => {
        goUntil = timeStamp + CHORD
      },
      sheet: () => {
        team.sheet.value = true
      },
      ...(Object.fromEntries(
        [...KINDS, null].map((kind, at) => [
          `kind${at + 1}`,
          () => void conversation.inbox.show(conversation.inbox.view.peek(), kind),
        ]),
      ) as Record<`kind${1 | 2 | 3 | 4 | 5}`, () => void>),
    }
    /** What only means something where the list is. */
    const isOfInbox = (shortcut: Shortcut) =>
      shortcut !== 'sheet' && shortcut !== 'undo' && shortcut !== 'go' && shortcut !== 'back'

    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const { key } = event
      if ((event.metaKey || event.ctrlKey) && key.toLowerCase() === 'k' && !isComposing(event)) {
        event.preventDefault()
        team.menu.value = everything(hand)
        return
      }
      const isEmpty = event.target instanceof HTMLTextAreaElement && !event.target.value
      if ((event.metaKey || event.ctrlKey) && key === 'z' && isEmpty && team.takeBackReply())
        return event.preventDefault()
      const single = team.singleKeys.peek()
      if (single && event.timeStamp < goUntil && !isField(event.target)) {
        goUntil = 0
        if (goTo(key)) return event.preventDefault()
      }
      const shortcut = shortcutOf(event, single)
      if (!shortcut) return
      if (isOfInbox(shortcut) && router.place.peek().room !== 'inbox') return
      if (shortcut !== 'back') event.preventDefault()
      if (typeof shortcut === 'object') make(shortcut.move)
      else does[shortcut](event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
