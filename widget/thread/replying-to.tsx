import { Icon } from '../ui/icon.tsx'
import { CLOSE } from '../ui/more-icons.ts'
import { useWidget } from './widget.ts'
import type { Writing } from './writing.ts'

/** Whose reply is being answered, and the way to answer the thread instead. */
export const ReplyingTo = ({ writing }: { writing: Writing }) => {
  const { t } = useWidget()
  const to = writing.to.value
  if (!to) return null
  return (
    <p class="note">
      {t.parts('thread.replyTo', { name: <bdi>{to.name}</bdi> })}{' '}
      <button
        type="button"
        class="bare"
        aria-label={t('composer.cancel')}
        onClick={() => {
          writing.to.value = null
          writing.field?.focus()
        }}
      >
        <Icon d={CLOSE} />
      </button>
    </p>
  )
}
