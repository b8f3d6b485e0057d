import type { ComponentChildren } from 'preact'
import { useRef, useSignal } from '../signals/render.ts'

interface Props {
  id: string
  class?: string
  opener: ComponentChildren
  children: (close: () => void) => ComponentChildren
}

/** A button with a panel. Escape closes it and gives the focus back; leaving it closes it too. */
export const Disclosure = ({ id, class: name = '', opener, children }: Props) => {
  const open = useSignal(false)
  const button = useRef<HTMLButtonElement>()
  const box = useRef<HTMLDivElement>()
  const close = () => {
    open.value = false
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and a leaving focus reach it from what is inside
    <div
      class={`disclosure ${name}`}
      ref={box}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !open.value) return
        event.stopPropagation()
        close()
      }}
      onFocusOut={event => {
        const { relatedTarget } = event
        if (relatedTarget && !box.current?.contains(relatedTarget as Node)) open.value = false
      }}
    >
      <button
        type="button"
        class="opener"
        id={id}
        ref={button}
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value
        }}
      >
        {opener}
      </button>
      {open.value && <div class="panel">{children(close)}</div>}
    </div>
  )
}
