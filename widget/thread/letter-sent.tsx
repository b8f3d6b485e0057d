import styles from '../styles/letters.css?inline'
import { Icon } from '../ui/icon.tsx'
import { CLOSE } from '../ui/more-icons.ts'
import type { Widget } from './widget.ts'

/** Says, until it is put away, that a letter waits to be opened. Lies over the end of the widget and asks for nothing. */
export const showLetterSent = ({ adopt, dialog, focus, said, t }: Widget, address: string): void => {
  const text = t('letter.sent', { address })
  const close = () => {
    dialog.value = null
    focus('parla')
  }
  adopt(styles)
  said.value = { voice: 'polite', text }
  dialog.value = (
    <div class="letter-row">
      <p class="letter">
        <span>{text}</span>
        <button type="button" class="bare" aria-label={t('frame.close')} onClick={close}>
          <Icon d={CLOSE} />
        </button>
      </p>
    </div>
  )
}
