import type { OpenedThread } from '../model/types.ts'
import { useEffect, useKept, useRef, useSignal } from '../signals/render.ts'
import { useWidget } from './widget.ts'

/** Goes to the message that was asked for, however far up it stands, and lets it glow; says so where it is no longer there. */
export const Jump = ({ opened }: { opened: OpenedThread }) => {
  const { reading, t } = useWidget()
  const note = useRef<HTMLParagraphElement>()
  const text = useSignal('')
  const drawn = useKept(() => ({ before: false }))
  const read = reading.value
  const find = (id: string) => opened.replies.peek().find(item => item.id.peek() === id)

  useEffect(() => {
    const asked = read?.asked
    // What was merged leads to where it stands.
    if (!asked || opened.item.peek()?.row.peek().merged) return
    let stale = false
    const inUse = () => (note.current?.getRootNode() as ShadowRoot | undefined)?.activeElement
    // A thread that is only now drawn cannot have been left for the message: what has the focus in it was gone to since.
    const left = drawn.before ? inUse() : null
    drawn.before = true
    const go = async () => {
      let id = 'heading'
      let lost = ''
      if (asked.startsWith('r')) {
        while (!find(asked) && (opened.showFresh() ?? (await opened.showEarlier())));
        const reply = find(asked)
        id = reply ? `reply-${reply.key}` : 'jump'
        if (!reply) lost = t(opened.earlier.peek() ? 'err.network' : 'thread.replyGone')
      }
      if (stale) return
      text.value = lost
      // What was just found is drawn by then.
      setTimeout(() => {
        const field = inUse()
        const writes = field !== left && field?.matches('input, textarea')
        const target = note.current?.parentElement?.querySelector<HTMLElement>(`#${id}`)
        const message = target?.closest('article') ?? target
        // Asked for again, it glows again: what is scrolled to is drawn without it first.
        message?.classList.remove('asked')
        if (!writes) {
          target?.focus({ preventScroll: true })
          message?.scrollIntoView({ block: message === target ? 'nearest' : 'start' })
        }
        message?.classList.add('asked')
      })
    }
    void go()
    return () => {
      stale = true
    }
  }, [opened, read])

  return (
    <p class="closed" id="jump" tabIndex={-1} hidden={!text.value} ref={note}>
      {text.value}
    </p>
  )
}
