import type { RefObject } from 'preact'
import { useEffect, useSignal } from '../signals/render.ts'
import styles from '../styles/standing-by.css?inline'
import { useWidget } from '../thread/widget.ts'
import { stayOpen } from './staying-open.ts'
import { stepAside } from './stepping-aside.ts'

/** What the launcher's button does once the page is at rest; drawn in it: how many replies are new. */
export const StandingBy = ({ button }: { button: RefObject<HTMLButtonElement | null> }) => {
  const widget = useWidget()
  const { adopt, conversation, t } = widget
  const open = conversation.shown.value
  const news = useSignal(0)
  const n = open ? 0 : news.value
  const words = n > 0 ? t('launcher.news', { n }) : ''
  adopt(styles)

  useEffect(() => {
    const panel = button.current?.nextElementSibling
    return panel ? stayOpen(widget, panel as HTMLElement) : undefined
  }, [])
  useEffect(() => (open || !button.current ? undefined : stepAside(button.current)), [open])
  useEffect(() => {
    let stale = false
    news.value = 0
    const count = open || !conversation.me.peek() ? undefined : conversation.countNews?.()
    count?.then(
      found => {
        if (!stale) news.value = found
      },
      () => {},
    )
    return () => {
      stale = true
    }
  }, [open])

  useEffect(() => {
    const at = button.current
    if (!words || !at) return
    at.setAttribute('aria-label', `${at.querySelector('span')?.textContent}, ${words}`)
    return () => at.removeAttribute('aria-label')
  }, [words])

  return words ? <span class="news">{words}</span> : null
}
