import type { AskedFor } from '../model/types.ts'
import { useEffect, useSignal } from '../signals/render.ts'
import styles from '../styles/greeting.css?inline'
import { useWidget } from '../thread/widget.ts'
import { Icon } from '../ui/icon.tsx'
import { CHECK } from '../ui/icons.ts'
import { CLOSE } from '../ui/more-icons.ts'

/** Characters of a title that leave room for the rest of the sentence. */
const TITLE_MAX = 32

/** Greets who comes back, once, when something they wanted is there. Lies over the list and takes no room of its own. */
export const Greeting = () => {
  const { adopt, conversation, focus, open, t } = useWidget()
  const asked = useSignal<AskedFor | null>(null)
  adopt(styles)
  useEffect(() => {
    conversation
      .writer()
      .then(writer => writer.askedFor())
      .then(
        found => {
          asked.value = found
        },
        () => {},
      )
  }, [])
  const item = asked.value?.item.value
  if (!item) return null
  const { title } = item.row.value
  const letters = [...title]
  return (
    <div class="pill-row greeting">
      <button
        type="button"
        class="pill"
        onClick={() => {
          const id = item.id.peek()
          asked.peek()?.tell(item)
          if (id) open(id)
        }}
      >
        <Icon d={CHECK} />
        <span>
          {t('loop.shipped', {
            title: letters.length > TITLE_MAX ? `${letters.slice(0, TITLE_MAX).join('').trimEnd()}…` : title,
          })}
        </span>
      </button>
      <button
        type="button"
        class="pill"
        aria-label={t('frame.close')}
        onClick={() => {
          asked.peek()?.tell(item)
          focus('parla')
        }}
      >
        <Icon d={CLOSE} />
      </button>
    </div>
  )
}
