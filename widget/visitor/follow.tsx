import { useEffect, useSignalEffect } from '../signals/render.ts'
import type { TeamDoor } from '../start.ts'
import { useWidget } from '../thread/widget.ts'
import { parsePermalink } from './permalink.ts'

const HALF_A_MINUTE = 30_000

/** Follows what happens around the widget: time, the page's address, and a thread opened by the page's own script. */
export const Follow = () => {
  const { conversation, now, open, reading } = useWidget()

  useEffect(() => {
    const clock = setInterval(() => {
      now.value = Date.now()
    }, HALF_A_MINUTE)
    const follow = () => {
      const link = parsePermalink(location.hash)
      if (!link) return
      conversation.shown.value = true
      open(link.thread, link.reply ?? link.thread)
      if (link.reply === 'team') (window as unknown as TeamDoor).parla?.('team', conversation)
    }
    follow()
    addEventListener('hashchange', follow)
    return () => {
      clearInterval(clock)
      removeEventListener('hashchange', follow)
    }
  }, [])

  useSignalEffect(() => {
    const opened = conversation.opened.value
    if (opened && !reading.peek()) reading.value = { thread: opened.id, asked: null }
  })
  return null
}
