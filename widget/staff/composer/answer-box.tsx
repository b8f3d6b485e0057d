import type { ComponentChildren } from 'preact'
import type { Picture } from '../../model/new-message.ts'
import type { ThreadItem, Writer } from '../../model/types.ts'
import { useEffect, useKept, useSignal, useSignalEffect } from '../../signals/render.ts'
import { ReplyingTo } from '../../thread/replying-to.tsx'
import { useWidget } from '../../thread/widget.ts'
import type { Writing } from '../../thread/writing.ts'
import { noteOf } from '../../thread/writing.ts'
import { WritingBox } from '../../thread/writing-box.tsx'
import { WritingDetails } from '../../thread/writing-details.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LOCK } from '../../ui/more-icons.ts'
import { useCrew } from '../team.ts'
import { findSlips } from './guard.ts'
import { ModeSwitch } from './mode-switch.tsx'
import { Newer } from './newer.tsx'
import { SendDialog } from './send-dialog.tsx'
import { SendingNote } from './sending-note.tsx'
import { switchMode } from './switch-mode.ts'
import { useNewer } from './use-newer.ts'
import { useNoteDraft } from './use-note-draft.ts'

interface Props {
  item: ThreadItem
  id: string
  /** Single letters do what their buttons do. */
  keys: boolean
  /** Beside the choice for whom one writes. */
  children?: ComponentChildren
  /** What may be meant by what stands at the caret. */
  suggest: (writing: Writing) => ComponentChildren
}

/** For everyone or for the team: the whole box says which. Without leave what is written stays in it. */
export const AnswerBox = ({ item, id, keys, children, suggest }: Props) => {
  const crew = useCrew()
  const widget = useWidget()
  const { conversation, late, me, mode, outgoing, t } = crew
  const doubt = useSignal<string | null>(null)
  const sure = useKept(() => ({ current: false }))
  const can = item.can.value
  const { author, locked } = item.row.value
  const mayReply = can.includes('reply')
  const isNote = mode.value === 'note' || !mayReply
  const target = isNote ? noteOf(id) : id
  const writing = widget.writing(target)
  const to = writing.to.value
  const hasNote = useNoteDraft(id)
  const since = late.value?.thread === id ? late.value.seen : null
  const { newer, seen, know } = useNewer(conversation.opened.value, writing, me.id, since)
  const waiting = outgoing.list.value.filter(reply => reply.thread === id)

  const note = widget.writing(noteOf(id)).text
  const before = useKept(() => ({ current: note.peek() }))
  useSignalEffect(() => {
    // A note that was refused comes back to be corrected: as a note.
    const comesBack = note.value !== '' && before.current === '' && mode.peek() === 'public'
    before.current = note.value
    if (comesBack) switchMode(crew, widget, id, 'note')
  })
  useEffect(() => {
    const wish = crew.composeIn.peek()
    if (wish?.thread !== id) return
    crew.composeIn.value = null
    switchMode(crew, widget, id, wish.mode)
  }, [id])
  if (!mayReply && !can.includes('note')) return null

  const send = (writer: Writer, body: string, pictures: readonly Picture[]) => {
    writing.to.value = null
    writing.field?.focus()
    // A word for the team needs no second thought.
    if (!isNote) return outgoing.add({ thread: id, body, pictures, to, seen })
    const { key } = writer.reply({ thread: id, body, pictures, note: true, ...(to && { to: to.id }) })
    // It must not end up behind the composer.
    const root = writing.field?.getRootNode() as Document | ShadowRoot | undefined
    setTimeout(() => root?.getElementById(`reply-${key}`)?.scrollIntoView({ block: 'nearest' }))
  }
  const mayGo = (body: string) => {
    if (!crew.mayAct()) return false
    if (isNote || sure.current) {
      sure.current = false
      return true
    }
    const [slip] = findSlips(body, crew.colleagues())
    if (slip) doubt.value = t('s.guard', { what: slip })
    else if (newer.length) doubt.value = t('s.newerAsk')
    return doubt.peek() === null
  }

  return (
    <>
      {waiting.map(reply => (
        <SendingNote key={reply.key} reply={reply} keys={keys} />
      ))}
      {!isNote && <Newer replies={newer} />}
      {doubt.value !== null && (
        <SendDialog
          title={doubt.value}
          onSend={() => {
            sure.current = true
            know()
            late.value = null
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
        >
          {children}
        </ModeSwitch>
        <WritingBox
          key={target}
          writing={writing}
          label={isNote ? t('s.note') : t('composer.replyLabel', { name: to?.name ?? author.name })}
          placeholder={t(isNote ? 's.notePlaceholder' : 's.replyPlaceholder')}
          onFocus={widget.conversation.prefetch}
        >
          <WritingDetails
            key={target}
            writing={writing}
            verb={t(isNote ? 's.addNote' : 's.reply')}
            about={
              <>
                {isNote && <Icon d={LOCK} />}
                {t(isNote ? 's.noteHint' : 's.publicHint')}
                {locked && !isNote && ` ${t('s.lockedHint')}`}
              </>
            }
            mayGo={mayGo}
            onSend={send}
          >
            <ReplyingTo writing={writing} />
            {suggest(writing)}
          </WritingDetails>
        </WritingBox>
      </div>
    </>
  )
}
