import { useWidget } from '../thread/widget.ts'
import { Icon } from '../ui/icon.tsx'
import { LOCK } from '../ui/more-icons.ts'

/** Says that nobody else can read it. */
export const NoteMark = () => {
  const { t } = useWidget()
  return (
    <p class="note">
      <Icon d={LOCK} />
      {t('reply.note')}
    </p>
  )
}
