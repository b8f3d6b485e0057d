import { isApple } from '../ui/platform.ts'
import { useWidget } from './widget.ts'

/** How to send without the mouse, where there is one. */
export const KeysHint = () => {
  const { t } = useWidget()
  if (!matchMedia('(pointer: fine)').matches) return null
  const key = isApple() ? '⌘ ↵' : t('composer.ctrlEnter')
  return <span>{t('composer.keys', { key })}</span>
}
