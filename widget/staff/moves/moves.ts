import { MERGE_MAX } from '../../../server/contract/limits.ts'
import type { ThreadItem } from '../../model/types.ts'
import { noteOf } from '../../thread/writing.ts'
import { switchMode } from '../composer/switch-mode.ts'
import { pickSaved } from '../saved/pick-saved.ts'
import type { StaffTexts } from '../texts.ts'
import { openNext } from '../walk.ts'
import { pickAssignee } from './assign.ts'
import type { Hand } from './hand.ts'
import { able, idsOf, targets } from './hand.ts'
import type { Call } from './inverse.ts'
import { call } from './inverse.ts'
import { pickLabel } from './label.ts'

/** Something one does with threads, by key, by menu, or by a control on the screen. */
export interface Move {
  readonly name: string
  readonly text: keyof StaffTexts
  /** What the key writes. */
  readonly key?: string
  /** Whether it means anything for these; the threads it is about are never none. */
  readonly fits: (items: readonly ThreadItem[], hand: Hand) => boolean
  readonly does: (items: readonly ThreadItem[], hand: Hand) => void
}

type Action = ThreadItem['can']['value'][number]
const may = (action: Action) => (items: readonly ThreadItem[]) => able(items, action).length > 0
const one = (action: Action) => (items: readonly ThreadItem[]) =>
  items.length === 1 && able(items, action).length > 0

/** Opens the composer of the one thread, and the thread itself where it is not. */
const compose =
  (mode: 'public' | 'note') =>
  ([item]: readonly ThreadItem[], { team, widget }: Hand) => {
    const id = item?.id.peek()
    if (!id) return
    if (widget.writing(id).field ?? widget.writing(noteOf(id)).field)
      return switchMode(team, widget, id, mode)
    // A thread that is still on its way answers the key when its composer is drawn.
    team.composeIn.value = { thread: id, mode }
    if (team.conversation.opened.peek()?.id !== id) team.router.go({ thread: id })
  }

/** Turns something on for all, or off where it is on for all. */
const toggle =
  (name: 'thread.pin' | 'thread.lock', is: (item: ThreadItem) => boolean, action: Action) =>
  (items: readonly ThreadItem[], { team }: Hand) => {
    const able_ = able(items, action)
    const on = !able_.every(is)
    void team.change(idsOf(able_.filter(item => is(item) !== on)).map(thread => call(name, { thread, on })))
  }

const form =
  (what: 'status' | 'hide' | 'merge' | 'announce', action: Action) =>
  (items: readonly ThreadItem[], { team }: Hand) => {
    team.dialog.value = { what, items: able(items, action) }
  }

const toggleOfficial = (_: unknown, { team }: Hand) => {
  const replies = team.conversation.opened.peek()?.replies.peek() ?? []
  const reply = replies.findLast(({ can }) => can.peek().includes('official'))
  const id = reply?.id.peek()
  if (reply && id) void team.change([call('answer.official', { reply: id, on: !reply.row.peek().official })])
}

const assignToMe = (items: readonly ThreadItem[], { team }: Hand) => {
  const calls = able(items, 'assign').flatMap((item): Call[] => {
    const from = item.row.peek().staff?.assignee?.id ?? null
    const thread = item.id.peek()
    return thread && from !== team.me.id ? [call('thread.assign', { thread, to: team.me.id, from })] : []
  })
  void team.change(calls)
}

/** Done is done for all; what is done already is opened again. Whoever reads goes on with the next. */
const finish = (items: readonly ThreadItem[], hand: Hand) => {
  const { team } = hand
  const these = able(items, 'done')
  const on = !these.every(item => item.row.peek().staff?.done)
  void team.change(idsOf(these).map(thread => call('thread.done', { thread, on })))
  const opened = team.router.place.peek().thread
  if (on && opened && !team.selection.ids.peek().size) openNext(hand, opened)
  team.selection.clear()
}

const mergeable = (items: readonly ThreadItem[]) => may('merge')(items) && items.length <= MERGE_MAX

const isHeld = (item: ThreadItem) => item.row.peek().visibility === 'held'

/** In the order in which the command menu lists them. */
export const MOVES: readonly Move[] = [
  { name: 'reply', text: 's.public', key: 'r', fits: one('reply'), does: compose('public') },
  { name: 'note', text: 's.note', key: 'n', fits: one('note'), does: compose('note') },
  {
    name: 'saved',
    text: 'saved.title',
    fits: (items, hand) => one('note')(items) && hand.team.router.place.peek().thread !== null,
    does: ([item], hand) => item && pickSaved(item, hand),
  },
  { name: 'status', text: 's.status', key: 's', fits: may('status'), does: form('status', 'status') },
  { name: 'assign', text: 's.assignTo', key: 'a', fits: may('assign'), does: pickAssignee },
  { name: 'claim', text: 's.assignMe', key: 'i', fits: may('assign'), does: assignToMe },
  { name: 'label', text: 's.labelIt', key: 'l', fits: may('label'), does: pickLabel },
  {
    name: 'official',
    text: 'keys.official',
    key: 'o',
    fits: (_, { team }) =>
      (team.conversation.opened.peek()?.replies.peek() ?? []).some(({ can }) =>
        can.peek().includes('official'),
      ),
    does: toggleOfficial,
  },
  {
    name: 'pin',
    text: 's.pinIt',
    key: 'p',
    fits: may('pin'),
    does: toggle('thread.pin', item => item.row.peek().pinned, 'pin'),
  },
  {
    name: 'lock',
    text: 's.lockIt',
    fits: may('lock'),
    does: toggle('thread.lock', item => item.row.peek().locked, 'lock'),
  },
  {
    name: 'approve',
    text: 's.approve',
    key: 'y',
    fits: items => items.some(isHeld),
    does: (items, { team }) =>
      void team.change(idsOf(able(items.filter(isHeld), 'show')).map(id => call('message.show', { id }))),
  },
  { name: 'done', text: 's.doneIt', key: 'e', fits: may('done'), does: finish },
  {
    name: 'spam',
    text: 's.spam',
    key: '!',
    fits: may('spam'),
    does: (items, { team }) =>
      void team.change(idsOf(able(items, 'spam')).map(id => call('message.spam', { id }))),
  },
  { name: 'merge', text: 's.merge', key: 'm', fits: mergeable, does: form('merge', 'merge') },
  {
    name: 'unmerge',
    text: 's.unmerge',
    fits: may('unmerge'),
    does: (items, { team }) =>
      void team.change(idsOf(able(items, 'unmerge')).map(thread => call('thread.unmerge', { thread }))),
  },
  { name: 'announce', text: 'ask.announce', fits: one('announce'), does: form('announce', 'announce') },
  { name: 'hide', text: 's.hide', key: 'h', fits: may('hide'), does: form('hide', 'hide') },
]

/** Those that mean something now. */
export const movesNow = (hand: Hand): { move: Move; run: () => void }[] => {
  const items = targets(hand)
  if (!items.length) return []
  return MOVES.filter(move => move.fits(items, hand)).map(move => ({
    move,
    run: () => move.does(items, hand),
  }))
}
