import type { ReplyItem } from '../model/types.ts'
import styles from '../styles/accept.css?inline'
import { useWidget } from './widget.ts'

/** For whoever asked: this is the answer, or it is not after all. `asks` them, where the team has given one. */
export const AcceptButton = ({ item, asks }: { item: ReplyItem; asks?: boolean }) => {
  const { adopt, conversation, t } = useWidget()
  adopt(styles)
  const { accepted } = item.row.value
  const reply = item.id.value
  if (!reply || !item.can.value.includes('accept')) return null
  return (
    <>
      {asks && !accepted && <span class="ask">{t('answer.helped')}</span>}
      <button
        type="button"
        class="bare"
        onClick={() => conversation.keep('answer.accept', { reply, on: !accepted })}
      >
        {t(accepted ? 'answer.unchoose' : 'answer.choose')}
      </button>
    </>
  )
}
