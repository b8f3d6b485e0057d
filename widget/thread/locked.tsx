import { useWidget } from './widget.ts'

/** In the place of the composer where nobody can answer any more. */
export const Locked = () => {
  const { back, focus, t, writing } = useWidget()
  const startNew = () => {
    back()
    focus('parla')
    setTimeout(() => writing('post').field?.focus())
  }
  return (
    <p class="closed">
      {t('thread.closed')}{' '}
      <button type="button" class="link" onClick={startNew}>
        {t('thread.closedNew')}
      </button>
    </p>
  )
}
