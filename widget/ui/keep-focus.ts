import type { VNode } from 'preact'
import { options } from 'preact'

interface Hooks {
  unmount?(vnode: VNode): void
}
interface Drawn extends VNode {
  __e?: HTMLElement | null
}

/** Gives the focus, while nothing has it, to the first that takes it: what the place is of, what it begins with, what is around. */
const goOn = (place: HTMLElement | null) => {
  if (!place) return
  const [around, inside] = ['[tabindex]', '[tabindex],a,button'] as const
  for (const next of [place.closest<HTMLElement>(around), place.querySelector<HTMLElement>(inside)])
    if (document.activeElement === document.body) next?.focus({ preventScroll: true })
  goOn(place.parentElement)
}

/**
 * What has the focus may go with what is drawn: a button that has done its work, a card, a message. Nobody is to begin
 * anew at the top of the page for that, from here on; where something else takes the focus, it has it.
 */
export const keepFocus = (hooks: Hooks = options as Hooks): void => {
  const before = hooks.unmount
  hooks.unmount = vnode => {
    const element = (vnode as Drawn).__e
    if (element?.matches?.(':focus-within')) setTimeout(goOn, 0, element.parentElement)
    before?.(vnode)
  }
}
