import type { Signal } from '../signals/signal.ts'
import styles from '../styles/instead.css?inline'
import { useWidget } from './widget.ts'

interface Props {
  id?: string
  /** Where the focus goes when it is shown. */
  next: string
  shown: Signal<boolean>
}

/** In place of what its reader has reported, and may still look at. */
export const Folded = ({ id, next, shown }: Props) => {
  const { adopt, focus, t } = useWidget()
  adopt(styles)
  const show = () => {
    shown.value = true
    focus(next)
  }
  return (
    <p class="tombstone" id={id} tabIndex={-1}>
      {t('report.done')}
      <button type="button" class="link" onClick={show}>
        {t('report.show')}
      </button>
    </p>
  )
}
