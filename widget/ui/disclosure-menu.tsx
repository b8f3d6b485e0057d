import { useRef, useSignal } from '../signals/render.ts'
import type { Adopt } from '../style-sheets.ts'
import { Icon } from './icon.tsx'
import { DOTS } from './more-icons.ts'
import { useChunk } from './use-chunk.ts'

export interface Choice {
  key: string
  text: string
  onChoose: () => void
  dangerous?: boolean
  /** Of a choice that is a switch. */
  on?: boolean
}

interface Props {
  id: string
  label: string
  /** Asked whenever the menu is opened; null leaves it closed. */
  load: () => Promise<Choice[] | null>
  /** Not where the page has the list’s styles. */
  adopt?: Adopt
}

/** A button that opens a short list of buttons. Escape closes it and gives the focus back. */
export const DisclosureMenu = ({ id, label, load, adopt }: Props) => {
  const choices = useSignal<Choice[] | null>(null)
  const list = useChunk(() => import('./menu-list.tsx'), choices.value !== null)
  if (list) adopt?.(list.menuStyles)
  const opener = useRef<HTMLButtonElement>()
  const box = useRef<HTMLDivElement>()
  const close = () => {
    choices.value = null
    opener.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and a leaving focus reach it from the buttons inside
    <div
      class="menu"
      ref={box}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !choices.value) return
        event.stopPropagation()
        close()
      }}
      onFocusOut={event => {
        if (!box.current?.contains(event.relatedTarget as Node | null)) choices.value = null
      }}
    >
      <button
        type="button"
        class="bare"
        id={id}
        ref={opener}
        aria-expanded={choices.value !== null}
        aria-label={label}
        onClick={async () => {
          // Safari gives it to no button.
          opener.current?.focus()
          const next = choices.value ? null : await load()
          // Whoever has gone on meanwhile has no menu opened behind them.
          if (box.current?.matches(':focus-within')) choices.value = next
        }}
      >
        <Icon d={DOTS} />
      </button>
      {list && choices.value && <list.MenuList choices={choices.value} close={close} />}
    </div>
  )
}
