const PATIENCE = 8_000

/** What somebody does with the widget, by selectors; each waits until there is something to do it with. */
export interface Hand {
  find: (selector: string) => Promise<HTMLElement>
  /** What is there at this moment. */
  now: (selector: string) => HTMLElement | null
  click: (selector: string) => Promise<void>
  write: (selector: string, text: string) => Promise<void>
  /** Waits for what is not to be seen. */
  until: (isSo: () => boolean) => Promise<void>
}

export const createHand = (root: ShadowRoot, isGone: () => boolean): Hand => {
  const wait = async <T>(look: () => T | null | false, what: string): Promise<T> => {
    const end = performance.now() + PATIENCE
    for (;;) {
      const found = look()
      if (found) return found
      if (isGone() || performance.now() > end) throw new Error(`The gallery finds no ${what}`)
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  }
  const find = (selector: string) => wait(() => root.querySelector<HTMLElement>(selector), selector)
  return {
    find,
    now: selector => root.querySelector<HTMLElement>(selector),
    until: async isSo => void (await wait(isSo, String(isSo))),
    click: async selector => {
      await find(selector)
      // Nobody presses what has been there for less than a frame, before its effects have run.
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
      const element = await find(selector)
      element.focus()
      element.click()
    },
    write: async (selector, text) => {
      const field = (await find(selector)) as HTMLTextAreaElement
      field.focus()
      field.value = text
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    },
  }
}
