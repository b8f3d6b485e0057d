import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from '../signals/render.ts'
import { Icon } from './icon.tsx'
import { CLOSE } from './more-icons.ts'

interface Props {
  id: string
  title: string
  /** Of the button that closes it. */
  closeLabel: string
  class?: string
  onClose: () => void
  children: (close: () => void) => ComponentChildren
}

/** The only thing that keeps people from the rest: a modal, which gives the focus back to whoever opened it. */
export const Dialog = ({ id, title, closeLabel, class: name = '', onClose, children }: Props) => {
  const box = useRef<HTMLDialogElement>()
  useEffect(() => box.current?.showModal(), [])
  // Closing it by itself first lets the browser bring the focus back.
  const close = () => box.current?.close()
  return (
    <dialog
      class={`dialog ${name}`}
      ref={box}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        // Nothing behind it closes as well.
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      <div class="dialog-head">
        <h2 id={id} class="title" tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="bare" aria-label={closeLabel} onClick={close}>
          <Icon d={CLOSE} />
        </button>
      </div>
      {children(close)}
    </dialog>
  )
}
