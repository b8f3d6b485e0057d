import { useEffect, useRef } from 'preact/hooks'
import type { InlineStanding } from '../../../server/contract/passes.ts'
import type { PersonRef } from '../../../server/contract/person.ts'
import type { ThreadItem, Writer } from '../../model/types.ts'
import { useSignal } from '../../signals/render.ts'
import { Mentions } from '../../thread/mentions.tsx'
import { ReplyingTo } from '../../thread/replying-to.tsx'
import { useWidget } from '../../thread/widget.ts'
import { noteOf } from '../../thread/writing.ts'
import { WritingBox } from '../../thread/writing-box.tsx'
import { WritingDetails } from '../../thread/writing-details.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LOCK } from '../../ui/more-icons.ts'
import { findSlips } from '../composer/guard.ts'
import { ModeSwitch } from '../composer/mode-switch.tsx'
import { Newer } from '../composer/newer.tsx'
import { SendDialog } from '../composer/send-dialog.tsx'
import { switchMode } from '../composer/switch-mode.ts'
import { useNewer } from '../composer/use-newer.ts'
import { useNoteDraft } from '../composer/use-note-draft.ts'
import { useCrew } from '../team.ts'
import { useHere } from './here.ts'
import { Onlookers } from './onlookers.tsx'

/** For everyone or for the team: the whole box says which. Without a pass what is written stays in it. */
export const InlineComposer = ({ item, id }: { item: ThreadItem; id: string }) => {
  const crew = useCrew()
  const widget = useWidget()
  const { duty, renew } = useHere()
  const { conversation, desk, me, mode, t } = crew
  const doubt = useSignal<string | null>(null)
  const team = useSignal<readonly PersonRef[]>([])
  const sure = useRef(false)
  const { author } = item.row.value
  const can = item.can.value
  const mayReply = can.includes('reply')
  const isNote = mode.value === 'note' || !mayReply
  const target = isNote ? noteOf(id) : id
  const writing = widget.writing(target)
  const to = writing.to.value
  const hasNote = useNoteDraft(id)
  const { newer, seen, know } = useNewer(conversation.opened.value, writing, me.id, null)
  useEffect(() => {
    desk.read<InlineStanding>('/standing').then(
      found => {
        team.value = found.team
      },
      () => {},
    )
  }, [id])
  if (!mayReply && !can.includes('note')) return null

  const send = (writer: Writer, body: string) => {
    writing.to.value = null
    writing.field?.focus()
    const { key } = writer.reply({
      thread: id,
      body,
      note: isNote,
      ...(to && { to: to.id }),
      ...(!isNote && { seen }),
    })
    if (isNote) widget.focus(`reply-${key}`)
  }
  const mayGo = (body: string) => {
    if (duty.over.peek()) {
      widget.said.value = { voice: 'assertive', text: t('in.over') }
      renew()
      return false
    }
    if (isNote || sure.current) {
      sure.current = false
      return true
    }
    const [slip] = findSlips(body, team.peek())
    if (slip) doubt.value = t('s.guard', { what: slip })
    else if (newer.length) doubt.value = t('s.newerAsk')
    return doubt.peek() === null
  }

  return (
    <>
      <Onlookers />
      {!isNote && <Newer replies={newer} />}
      {doubt.value !== null && (
        <SendDialog
          title={doubt.value}
          onSend={() => {
            sure.current = true
            know()
            writing.send?.()
          }}
          onClose={() => {
            doubt.value = null
          }}
        />
      )}
      <div class={`answer-box ${isNote ? 'for-team' : 'for-all'}`}>
        <ModeSwitch
          label={t('s.mode')}
          mode={isNote ? 'note' : 'public'}
          options={[
            { mode: 'public', text: t('s.public'), disabled: !mayReply },
            { mode: 'note', text: t('s.note'), mark: !isNote && hasNote && t('s.draft') },
          ]}
          onChoose={next => switchMode(crew, widget, id, next)}
        />
        <WritingBox
          key={target}
          writing={writing}
          label={isNote ? t('s.note') : t('composer.replyLabel', { name: to?.name ?? author.name })}
          placeholder={t(isNote ? 's.notePlaceholder' : 's.replyPlaceholder')}
          onFocus={conversation.prefetch}
        >
          <WritingDetails
            key={target}
            writing={writing}
            verb={t(isNote ? 's.addNote' : 's.reply')}
            about={
              <>
                {isNote && <Icon d={LOCK} />}
                {t(isNote ? 's.noteHint' : 's.publicHint')}
              </>
            }
            mayGo={mayGo}
            onSend={send}
          >
            <ReplyingTo writing={writing} />
            {writing.text.value.includes('@') && <Mentions writing={writing} thread={id} />}
          </WritingDetails>
        </WritingBox>
      </div>
    </>
  )
}
