import type { TeamDoor } from '../start.ts'
import type { Widget } from '../thread/widget.ts'
import type { Choice } from '../ui/disclosure-menu.tsx'

/** What a visitor may decide about the widget as a whole; its own chunk. */
export const headerChoices = (widget: Widget): Choice[] => {
  const { conversation, said, t, tools } = widget
  const { announcing, me } = conversation
  const door = window as unknown as TeamDoor
  const on = announcing.peek()
  const choices: Choice[] = [
    { key: 'announce', text: t('sr.announce'), on, onChoose: () => conversation.announce(!on) },
  ]
  // Theirs is all that the team has signed in for.
  if (tools.note) return choices
  if (me.peek()) {
    choices.push({
      key: 'forget',
      text: t('who.forget'),
      dangerous: true,
      onChoose: async () => {
        const writer = await widget.want(conversation.writer)
        await widget.want(async () => writer?.forget())
        if (me.peek()) return
        for (const { target, text, pictures } of widget.writings.values()) {
          text.value = ''
          pictures.value = []
          // Also what was typed just now and is not stored yet.
          writer?.drafts.clear(target)
        }
        said.value = { voice: 'polite', text: t('who.forgotten') }
      },
    })
  }
  choices.push({ key: 'team', text: t('frame.team'), onChoose: () => door.parla?.('team', conversation) })
  return choices
}
