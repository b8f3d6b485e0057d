import { KINDS } from '../../../server/contract/limits.ts'
import { KINDS_WORDS } from '../../thread/kinds-words.ts'
import type { Hand } from '../moves/hand.ts'
import { movesNow } from '../moves/moves.ts'
import { VIEWS } from '../view-list.ts'
import type { MenuOption, MenuState } from './menu.ts'

const written = (key: string) => (key.length === 1 ? key.toUpperCase() : key)

const goTo = ({ team, widget }: Hand): MenuOption[] => {
  const { router, rooms, me, t } = team
  const section = t('menu.go')
  const views = VIEWS.map(view => ({
    key: `view-${view}`,
    section,
    text: t(`view.${view}`),
    onChoose: () => router.go({ room: 'inbox', view, thread: null }),
  }))
  const kinds = KINDS.map((kind, at) => ({
    key: `kind-${kind}`,
    section,
    text: t(KINDS_WORDS[kind]),
    keys: [String(at + 1)],
    onChoose: () => void team.conversation.inbox.show(team.conversation.inbox.view.peek(), kind),
  }))
  const others = rooms
    .filter(({ isFor }) => isFor?.(me) ?? true)
    .map(({ name, text, key }) => ({
      key: `room-${name}`,
      section,
      text: t(text),
      keys: ['G', key.toUpperCase()],
      onChoose: () => {
        router.go({ room: name, part: null, query: '' })
        widget.focus('room-title')
      },
    }))
  return [...views, ...others, ...kinds]
}

const settings = ({ team }: Hand): MenuOption[] => {
  const { account, dialog, me, sheet, singleKeys, t } = team
  const section = t('menu.settings')
  const mayAsk = me.role === 'owner' || me.role === 'admin' || me.role === 'agent'
  return [
    ...(mayAsk
      ? [
          {
            key: 'ask',
            section: t('menu.go'),
            text: t('ask.open'),
            onChoose: () => {
              dialog.value = { what: 'ask', items: [] }
            },
          },
        ]
      : []),
    {
      key: 'sheet',
      section,
      text: t('keys.title'),
      keys: ['?'],
      onChoose: () => {
        sheet.value = true
      },
    },
    {
      key: 'single',
      section,
      text: t(singleKeys.peek() ? 'keys.turnOff' : 'keys.turnOn'),
      onChoose: () => {
        singleKeys.value = !singleKeys.peek()
      },
    },
    {
      key: 'sign-out',
      section,
      text: t('door.signOut'),
      onChoose: () => void account.signOut().catch(() => {}),
    },
  ]
}

/** All there is to do here and now. What was chosen lately comes first in its section. */
export const everything = (hand: Hand): MenuState => {
  const { recent, t, selection } = hand.team
  const n = selection.ids.peek().size
  const section = n ? t('s.selected', { n }) : t('menu.now')
  const moves: MenuOption[] = movesNow(hand).map(({ move, run }) => ({
    key: `move-${move.name}`,
    section,
    text: t(move.text),
    ...(move.key && { keys: [written(move.key)] }),
    onChoose: run,
  }))
  const all = [...moves, ...goTo(hand), ...settings(hand)].map(option => ({
    ...option,
    onChoose: () => {
      recent.note(option.key)
      option.onChoose()
    },
  }))
  const lately = recent.keys()
  const rank = ({ key }: MenuOption) => (lately.includes(key) ? lately.indexOf(key) : lately.length)
  const sections = [...new Set(all.map(option => option.section))]
  const sorted = sections.flatMap(name =>
    all.filter(option => option.section === name).sort((a, b) => rank(a) - rank(b)),
  )
  return { title: t('menu.title'), options: () => sorted }
}
