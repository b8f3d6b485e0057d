import type { ComponentChildren, ComponentType, RefObject } from 'preact'
import { useEffect, useRef } from '../signals/render.ts'
import styles from '../styles/launcher.css?inline'
import { useWidget } from '../thread/widget.ts'
import { BUBBLE } from '../ui/bubble.ts'
import { Icon } from '../ui/icon.tsx'
import { CLOSE } from '../ui/more-icons.ts'

/** Below this width the panel fills the screen; the style sheet says the same. */
const SMALL = '(max-width: 479px)'

/** Shows the panel above the page: beside it where there is room and it is no modal, else in its place. Answers how to hide it. */
const show = (panel: HTMLDialogElement, modal: boolean): (() => void) => {
  const screen = matchMedia(SMALL).matches ? visualViewport : null
  // A keyboard covers part of the window, but nothing of the visual viewport.
  const cover = () => {
    if (screen) panel.style.cssText = `top:${screen.offsetTop}px;height:${screen.height}px`
  }
  if (screen || modal) panel.showModal()
  else if (panel.showPopover) panel.showPopover()
  // By its `z-index` alone, where browsers have no layer for it.
  else panel.open = true
  cover()
  screen?.addEventListener('resize', cover)
  screen?.addEventListener('scroll', cover)
  return () => {
    screen?.removeEventListener('resize', cover)
    screen?.removeEventListener('scroll', cover)
    panel.style.cssText = ''
    if (panel.open) panel.close()
    else panel.hidePopover()
  }
}

interface Props {
  /** In the button, once it is there. */
  Beside?: ComponentType<{ button: RefObject<HTMLButtonElement | null> }> | undefined
  children: ComponentChildren
}

/**
 * The floating button and, beside it in reading order, its panel: the page stays usable while it is open. A modal has
 * no button, and nothing beside it is of use until it is closed.
 */
export const Launcher = ({ Beside, children }: Props) => {
  const { adopt, brand, config, conversation, t } = useWidget()
  const modal = config.mode === 'modal'
  const { shown } = conversation
  const opener = useRef<HTMLButtonElement>()
  const panel = useRef<HTMLDialogElement>()
  const open = shown.value
  adopt(styles)

  useEffect(() => {
    const element = panel.current
    if (!element || !open) return
    const hide = show(element, modal)
    const scroll = element.lastElementChild as HTMLElement
    // What has the focus is not to hide behind the composer, however high that has grown.
    const watch = new ResizeObserver(() => {
      scroll.style.scrollPaddingBlockEnd = `${scroll.querySelector<HTMLElement>('.answering')?.offsetHeight}px`
    })
    watch.observe(scroll.firstElementChild as Element)
    element.querySelector<HTMLElement>('#parla')?.focus()
    return () => {
      const inside = element.matches(':focus-within')
      watch.disconnect()
      hide()
      if (inside) opener.current?.focus()
    }
  }, [open])

  const close = () => {
    shown.value = false
  }
  return (
    <div class="launcher">
      {!modal && (
        <button
          type="button"
          class="open"
          ref={opener}
          aria-expanded={open}
          aria-controls="parla-panel"
          onClick={() => {
            shown.value = !open
          }}
        >
          <Icon d={open ? CLOSE : BUBBLE} />
          <span class={config.label ? 'label' : 'sr'}>
            {config.label || t('frame.open', { brand: brand.value })}
          </span>
          {Beside && <Beside button={opener} />}
        </button>
      )}
      <dialog
        class={modal ? 'panel centred' : 'panel'}
        id="parla-panel"
        ref={panel}
        popover={modal ? undefined : 'manual'}
        aria-labelledby="parla"
        onCancel={close}
        onClick={event => {
          // Beside what is in it: on the backdrop.
          if (modal && event.target === event.currentTarget) close()
        }}
        onKeyDownCapture={event => {
          // What is open inside closes first.
          if (event.key === 'Escape') event.preventDefault()
        }}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
      >
        <button type="button" class="bare close" aria-label={t('frame.close')} onClick={close}>
          <Icon d={CLOSE} />
        </button>
        <div class="scroll">{children}</div>
      </dialog>
    </div>
  )
}
