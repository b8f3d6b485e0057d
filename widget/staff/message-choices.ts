import type { ThreadView } from '../../server/contract/thread.ts'
import type { Item, ReplyItem, ThreadItem } from '../model/types.ts'
import type { Choice } from '../ui/disclosure-menu.tsx'
import { call } from './moves/inverse.ts'
import { pictureCalls } from './moves/picture-calls.ts'
import type { Team } from './team.ts'

const ofThread = (team: Team, id: string, item: ThreadItem): Choice[] => {
  const { act, form, t } = team
  const can = item.can.value
  const { locked, pinned } = item.row.value
  const choices: Choice[] = []
  if (can.includes('retitle')) {
    const onChoose = () => {
      form.value = { what: 'retitle', message: id }
    }
    choices.push({ key: 'retitle', text: t('s.retitle'), onChoose })
  }
  if (can.includes('pin')) {
    const onChoose = () => void act('thread.pin', { thread: id, on: !pinned })
    choices.push({ key: 'pin', text: t(pinned ? 's.unpin' : 's.pin'), onChoose })
  }
  if (can.includes('lock')) {
    const onChoose = () => void act('thread.lock', { thread: id, on: !locked })
    choices.push({ key: 'lock', text: t(locked ? 's.unlock' : 's.lock'), onChoose })
  }
  if (can.includes('merge')) {
    const onChoose = () => {
      team.dialog.value = { what: 'merge', items: [item] }
    }
    choices.push({ key: 'merge', text: t('s.merge'), onChoose })
  }
  if (can.includes('announce')) {
    const onChoose = () => {
      team.dialog.value = { what: 'announce', items: [item] }
    }
    choices.push({ key: 'announce', text: t('ask.announce'), onChoose })
  }
  return choices
}

const aboutAuthor = ({ change, t }: Team, item: Item<ThreadView> | ReplyItem): Choice[] => {
  const can = item.can.value
  const row = item.row.value
  const { author } = row
  const now = 'kind' in row ? row.staff?.author : null
  const choices: Choice[] = []
  if (can.includes('trust')) {
    const on = now !== 'trusted'
    const onChoose = () => void change([call('person.trust', { person: author.id, on })])
    choices.push({ key: 'trust', text: t(on ? 's.trust' : 's.untrust', { name: author.name }), onChoose })
  }
  if (can.includes('ban')) {
    const on = now !== 'banned'
    const onChoose = () => void change([call('person.ban', { person: author.id, on })])
    const text = t(on ? 's.ban' : 's.unban', { name: author.name })
    choices.push({ key: 'ban', text, dangerous: on, onChoose })
  }
  return choices
}

/** What the team may do with a message, and does not do every day. */
export const messageChoices = (team: Team, item: Item<ThreadView> | ReplyItem): Choice[] => {
  const id = item.id.value
  if (id === null) return []
  const can = item.can.value
  const isThread = 'kind' in item.row.value
  const choices = isThread ? ofThread(team, id, item as ThreadItem) : []
  for (const { key, text, call } of pictureCalls(item, team.t))
    choices.push({ key, text, dangerous: call.input.on, onChoose: () => void team.change([call]) })
  if (can.includes('hide')) {
    choices.push({
      key: 'hide',
      text: team.t(isThread ? 's.hideThread' : 's.hide'),
      dangerous: true,
      onChoose: () => {
        team.form.value = { what: 'hide', message: id }
      },
    })
  }
  if (can.includes('spam')) {
    const onChoose = () => void team.change([call('message.spam', { id })])
    choices.push({ key: 'spam', text: team.t('s.spam'), dangerous: true, onChoose })
  }
  return [...choices, ...aboutAuthor(team, item)]
}
